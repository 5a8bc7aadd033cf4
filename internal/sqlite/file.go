package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"ledstjarna/internal/plan"
)

// Extension ends the name of a plan file.
const Extension = ".ledstjarna"

// Options say who opens a file and when.
type Options struct {
	Owner      string           // a person's name, for the lock
	Machine    string           // "" for the system's host name
	Now        func() time.Time // nil for time.Now
	AppVersion string           // for the lock
	// CopyLater leaves the day's copy to a later call of KeepCopy. Without it
	// opening keeps the copy; CopyProblem tells where that failed.
	CopyLater bool

	migrations []migration // nil for the app's own
}

func (o Options) complete() Options {
	if o.Machine == "" {
		o.Machine, _ = os.Hostname()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.migrations == nil {
		o.migrations = migrations()
	}
	return o
}

func (o Options) holder() holder {
	return holder{
		Owner: o.Owner, Machine: o.Machine, Since: o.Now().UTC().Truncate(time.Second),
		Process: os.Getpid(), App: o.AppVersion,
	}
}

// File is an open plan file. It is safe for use by several goroutines; their
// calls wait for each other.
type File struct {
	path    string
	db      *sql.DB
	conn    *connector
	lock    *lock
	now     func() time.Time
	columns map[plan.ListName][]plan.Field // the fields that have a column
	copyErr error

	migrations []migration
}

// Open opens the plan file at path for reading and writing and brings an older
// schema up to date, after keeping a copy. Nothing is changed in a file that is
// refused: ErrNotPlanFile, ErrEmpty, ErrMissing, ErrReadOnly, *NewerError,
// *ForeignError, *DamagedError, *LockedError. The caller closes the File.
func Open(ctx context.Context, path string, opts Options) (*File, error) {
	o := opts.complete()
	real, err := realPath(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	if err := probeLock(real); err != nil { // before any reading: see readHeader
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	if _, err := readHeader(real); err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	l, err := takeLock(real, o.holder())
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	f, err := openLocked(ctx, real, l, o)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, errors.Join(err, l.release()))
	}
	if !o.CopyLater {
		_, f.copyErr = f.KeepCopy(ctx)
	}
	return f, nil
}

// realPath resolves links, so that every name of a file leads to the same lock.
func realPath(path string) (string, error) {
	p, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	p, err = filepath.EvalSymlinks(p)
	return p, translate(err)
}

func openLocked(ctx context.Context, path string, l *lock, o Options) (*File, error) {
	conn, err := newConnector(path)
	if err != nil {
		return nil, err
	}
	f := &File{path: path, db: openDB(conn), conn: conn, lock: l, now: o.Now, migrations: o.migrations}
	if err := f.begin(ctx, o); err != nil {
		return nil, errors.Join(translate(err), f.db.Close())
	}
	return f, nil
}

func (f *File) begin(ctx context.Context, o Options) error {
	c, err := checkout(ctx, f.db)
	if err != nil {
		return err
	}
	defer c.Close()
	if err := checkSchema(ctx, c, o.migrations); err != nil {
		return err
	}
	have, err := number(ctx, c, "user_version")
	if err != nil {
		return err
	}
	if have < newest(o.migrations) {
		if _, err := f.keepCopy(ctx, c, fmt.Sprintf(" schema %d", have)); err != nil {
			return fmt.Errorf("keep a copy before migrating: %w", err)
		}
		if err := migrate(ctx, c, o.migrations); err != nil {
			return err
		}
		if err := checkSchema(ctx, c, o.migrations); err != nil {
			return err
		}
	}
	if err := probeWriting(ctx, c); err != nil {
		return err
	}
	f.columns, err = columnsOf(ctx, c)
	return err
}

// probeWriting refuses a file that can only be read, before a person types.
func probeWriting(ctx context.Context, c *sql.Conn) error {
	tx, err := c.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	return tx.Rollback()
}

// Create makes a plan file at path that holds what first adds, and opens it. It
// never replaces a file: ErrExists. Either the whole file stands at path
// afterwards or nothing.
func Create(ctx context.Context, path string, opts Options, first plan.Edit) (*File, error) {
	o := opts.complete()
	f, err := create(ctx, path, o, first)
	if err != nil {
		return nil, fmt.Errorf("create %s: %w", path, err)
	}
	return f, nil
}

func create(ctx context.Context, path string, o Options, first plan.Edit) (*File, error) {
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
	if err := build(ctx, real, o, first); err != nil {
		return nil, errors.Join(err, l.release())
	}
	f, err := openLocked(ctx, real, l, o)
	if err != nil {
		return nil, errors.Join(err, l.release())
	}
	return f, nil
}

// build makes the whole file under another name and then renames it.
func build(ctx context.Context, path string, o Options, first plan.Edit) error {
	part, err := os.CreateTemp(filepath.Dir(path), "~$new-*"+Extension)
	if err != nil {
		return translate(err)
	}
	if err := part.Close(); err != nil {
		return err
	}
	err = fill(ctx, part.Name(), o, first)
	if err == nil {
		err = translate(os.Rename(part.Name(), path))
	}
	if err != nil {
		return errors.Join(err, removeAll(part.Name(), part.Name()+"-journal"))
	}
	return errors.Join(removeAll(part.Name()+"-journal"), syncFolder(filepath.Dir(path)))
}

func fill(ctx context.Context, path string, o Options, first plan.Edit) error {
	if err := os.Chmod(path, 0o644); err != nil {
		return err
	}
	conn, err := newConnector(path)
	if err != nil {
		return err
	}
	f := &File{path: path, db: openDB(conn), conn: conn, now: o.Now, migrations: o.migrations}
	err = f.fill(ctx, o, first)
	return errors.Join(err, f.db.Close())
}

func (f *File) fill(ctx context.Context, o Options, first plan.Edit) error {
	c, err := checkout(ctx, f.db)
	if err != nil {
		return err
	}
	err = migrate(ctx, c, o.migrations)
	if err == nil {
		f.columns, err = columnsOf(ctx, c)
	}
	if err := errors.Join(translate(err), c.Close()); err != nil {
		return err
	}
	_, err = f.Save(ctx, first)
	return err
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

// Path returns the file's path with links resolved.
func (f *File) Path() string { return f.path }

// CopyProblem returns why the day's copy could not be kept at opening, or nil.
func (f *File) CopyProblem() error { return f.copyErr }

// Close removes the stored files that nothing refers to, closes the file and
// gives up its lock.
func (f *File) Close() error {
	if f.lock != nil {
		_ = f.sweep(context.Background()) // what stays is removed at the next closing
	}
	err := f.db.Close()
	if f.lock != nil {
		err = errors.Join(err, f.lock.release())
		f.lock = nil
	}
	if err != nil {
		return fmt.Errorf("close %s: %w", f.path, err)
	}
	return nil
}
