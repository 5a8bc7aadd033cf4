package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/scratch"
)

// OpenReadOnly opens the plan file at path for reading only. It needs no lock and
// writes nothing where the file lies, so it also opens what another program has
// open, what the person may not write, and what lies on a write-protected medium.
// Save on it returns ErrViewOnly; Standing tells when another program has changed
// it. A file of an older schema is read from a migrated copy, private to the
// person, that Close removes. Errors are those of Open but for the lock's,
// ErrUnreadable, and ErrUnfinished.
func OpenReadOnly(ctx context.Context, path string, opts Options) (*File, error) {
	f, err := view(ctx, path, opts.complete())
	if err != nil {
		return nil, fmt.Errorf("open %s for reading: %w", path, translate(err))
	}
	return f, nil
}

func view(ctx context.Context, path string, o Options) (*File, error) {
	real, err := realPath(path)
	if err != nil {
		return nil, unreadable(err)
	}
	version, err := readHeader(real, os.O_RDONLY)
	if err != nil {
		return nil, unreadable(err)
	}
	conn, err := newConnector(real, modeRead, o.VFS)
	if err != nil {
		return nil, err
	}
	f := &File{kept: map[plan.Thing]bool{}, path: real, db: openDB(conn), conn: conn, viewed: true, schema: version, now: o.Now, migrations: o.migrations}
	if version < newest(o.migrations) {
		err = f.viewAside(ctx)
	} else {
		err = f.viewHere(ctx)
	}
	if err != nil {
		return nil, errors.Join(reading(err), f.Close())
	}
	return f, nil
}

// unreadable says of a refusal by the system that it concerns reading.
func unreadable(err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	return err
}

func (f *File) viewHere(ctx context.Context) error {
	c, err := checkout(ctx, f.db)
	if err != nil {
		return err
	}
	defer giveBack(c)
	if err := checkSchema(ctx, c, f.migrations); err != nil {
		return err
	}
	f.columns, err = columnsOf(ctx, c)
	return err
}

// viewAside reads a migrated copy in place of a file of an older schema, which
// cannot be migrated where it is.
func (f *File) viewAside(ctx context.Context) (err error) {
	f.aside, err = scratch.New()
	if err != nil {
		return translate(err)
	}
	path := filepath.Join(f.aside, filepath.Base(f.path))
	if err := f.copyOld(ctx, path); err != nil {
		return err
	}
	if err := f.db.Close(); err != nil {
		return err
	}
	conn, err := newConnector(path, modeWrite, f.conn.vfs)
	if err != nil {
		return err
	}
	f.conn, f.db = conn, openDB(conn)
	c, err := checkout(ctx, f.db)
	if err != nil {
		return err
	}
	defer giveBack(c)
	if err := migrate(ctx, c, f.migrations); err != nil {
		return err
	}
	if err := checkSchema(ctx, c, f.migrations); err != nil {
		return err
	}
	f.columns, err = columnsOf(ctx, c)
	return err
}

func (f *File) copyOld(ctx context.Context, path string) error {
	c, err := checkout(ctx, f.db)
	if err != nil {
		return err
	}
	defer giveBack(c)
	if err := checkSchema(ctx, c, f.migrations); err != nil {
		return err
	}
	return f.copyInto(ctx, c, path)
}
