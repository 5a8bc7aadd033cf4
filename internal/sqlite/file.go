package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"sync/atomic"
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
	// VFS names the files of SQLite's that the database is read and written through;
	// "" for the system's. Only tests that let them fail name others.
	VFS string
	// Told is told of what the app itself has done to files, beside SQLite; nil for
	// nobody. Only tests that let the power fail ask.
	Told func(Act)

	migrations []migration // nil for the app's own
	trusts     bool        // a salvage compares no hashes; only to show that tests notice it
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
	told    func(Act)
	lock    *lock // nil where the file is being made or can only be read
	viewed  bool  // it can only be read
	schema  int   // number of the file's own
	now     func() time.Time
	columns map[plan.ListName][]plan.Field // the fields that have a column
	copyErr error
	aside   string       // folder of a copy that is read in the file's place; "" for none
	seen    atomic.Int64 // what the database's data_version was when it was loaded last, or unseen

	// kept are the things of which an earlier state was kept since the opening; the
	// connection guards it.
	kept map[plan.Thing]bool
	// spoilt tells that the connection may remember something of a transaction that was
	// taken back; the connection guards it. See take.
	spoilt bool
	// doubt is an edit that may be in the file, nil for none; the connection guards it.
	doubt *doubt

	idle idleWork
	// examined is what an examination that gave way had found sound; the connection
	// guards it.
	examined *examined

	migrations []migration
}

// unseen is no data_version that a database has.
const unseen = -1

// Path returns the file's path with links resolved.
func (f *File) Path() string { return f.path }

// CopyProblem returns why the day's copy could not be kept at opening, or nil.
func (f *File) CopyProblem() error { return f.copyErr }

// Schema returns the number of the file's schema. A file that is open for reading
// only may have an older one than the app's.
func (f *File) Schema() int { return f.schema }

// ReadOnly reports whether the file can only be read.
func (f *File) ReadOnly() bool { return f.viewed }

// Standing tells how an open file stands with other programs: changed is true
// where one of them has changed it since Load, and the error says why it cannot be
// written any more: a *LostError where somebody has taken it over, ErrMoved where
// it is not in its place. A file that can only be read gives no error of that kind.
func (f *File) Standing(ctx context.Context) (changed bool, err error) {
	if err := f.standing(ctx, &changed); err != nil {
		return changed, fmt.Errorf("look at %s: %w", f.path, translate(err))
	}
	return changed, nil
}

func (f *File) standing(ctx context.Context, changed *bool) error {
	if f.lock != nil { // nobody else writes
		return f.mayWrite()
	}
	if f.aside != "" { // a copy, that nobody else knows of
		return nil
	}
	c, err := f.take(ctx)
	if err != nil {
		return err
	}
	defer giveBack(c)
	now, err := number(ctx, c, "data_version")
	*changed = err == nil && int64(now) != f.seen.Load()
	return err
}

// mayWrite returns why the file cannot be written: ErrMoved or a *LostError.
// Called within a transaction it holds for that: who takes the file
// over waits for a transaction that has begun, and one that begins later sees the
// new lock.
func (f *File) mayWrite() error {
	if err := f.conn.inPlace(); err != nil {
		return err
	}
	return f.lock.check()
}

// Close removes the stored files that nothing refers to, closes the file and
// gives up its lock. What it removes it does not remove from a file that somebody
// has taken over or moved.
func (f *File) Close() error {
	if f.lock != nil && f.mayWrite() == nil {
		_ = f.sweep(context.Background()) // what stays is removed at the next closing
		// The emptied journal goes too, so that the folder holds nothing but the file.
		_, _ = f.db.Exec("PRAGMA journal_mode = DELETE")
	}
	err := f.db.Close()
	if f.lock != nil {
		err = errors.Join(err, f.lock.release())
		f.lock = nil
	}
	if f.aside != "" {
		err = errors.Join(err, os.RemoveAll(f.aside))
		f.aside = ""
	}
	if err != nil {
		return fmt.Errorf("close %s: %w", f.path, translate(err))
	}
	return nil
}
