package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/scratch"
)

// Create makes a plan file at path that holds what first adds, and opens it. It
// never replaces a file: ErrExists. Either the whole file stands at path
// afterwards or nothing.
func Create(ctx context.Context, path string, opts Options, first plan.Edit) (*File, error) {
	o := opts.complete()
	f, err := create(ctx, path, o, func(f *File) error {
		_, err := f.Save(ctx, first)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("create %s: %w", path, translate(err))
	}
	return f, nil
}

// create makes a file that holds what write saves in it.
func create(ctx context.Context, path string, o Options, write func(*File) error) (*File, error) {
	dir, err := realPath(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	real := filepath.Join(dir, filepath.Base(path))
	l, err := takeLock(real, o.holder())
	if err != nil {
		return nil, err
	}
	if _, err := os.Lstat(real); err == nil {
		return nil, errors.Join(ErrExists, l.release())
	}
	if err := build(ctx, real, o, write); err != nil {
		return nil, errors.Join(err, l.release())
	}
	f, err := openLocked(ctx, real, l, o)
	if err != nil { // the caller is told that nothing was made
		return nil, errors.Join(err, removeAll(real, real+"-journal"), l.release())
	}
	return f, nil
}

// build makes the whole file under another name and then renames it.
func build(ctx context.Context, path string, o Options, write func(*File) error) error {
	part, err := os.CreateTemp(filepath.Dir(path), "~$new-*"+Extension)
	if err != nil {
		return translate(err)
	}
	if err := part.Close(); err != nil {
		return err
	}
	tell(o.Told, Act{Kind: ActMake, Path: part.Name()})
	err = fill(ctx, part.Name(), o, write)
	var mode os.FileMode
	if err == nil {
		mode, _, err = scratch.Modes(filepath.Dir(path))
	}
	if err == nil { // until now it was the person's alone
		err = translate(os.Chmod(part.Name(), mode|0o600))
	}
	if err == nil {
		err = removeAll(part.Name() + "-journal") // it is empty
	}
	if err != nil {
		return errors.Join(err, removeAll(part.Name(), part.Name()+"-journal"))
	}
	return put(path, part.Name(), lasting(o.Told, path, part.Name()))
}

// put gives a whole new file its name, and makes that last. After an error it is under
// neither name, so that the same can be tried again.
func put(path, part string, last func(folder string) error) error {
	if err := os.Rename(part, path); err != nil {
		return errors.Join(err, removeAll(part))
	}
	if err := last(filepath.Dir(path)); err != nil {
		return errors.Join(err, removeAll(path))
	}
	return nil
}

func fill(ctx context.Context, path string, o Options, write func(*File) error) error {
	conn, err := newConnector(path, modeWrite, o.VFS)
	if err != nil {
		return err
	}
	f := &File{kept: map[plan.Thing]bool{}, path: path, db: openDB(conn), conn: conn, now: o.Now, migrations: o.migrations}
	if err = f.fill(ctx, o); err == nil {
		err = write(f)
	}
	return errors.Join(err, f.db.Close())
}

func (f *File) fill(ctx context.Context, o Options) error {
	c, err := checkout(ctx, f.db)
	if err != nil {
		return err
	}
	err = migrate(ctx, c, f.migrations)
	if err == nil {
		f.columns, err = columnsOf(ctx, c)
	}
	return errors.Join(translate(err), c.Close())
}

func removeAll(names ...string) error {
	var errs []error
	for _, n := range names {
		if err := os.Remove(n); err != nil && !os.IsNotExist(err) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}
