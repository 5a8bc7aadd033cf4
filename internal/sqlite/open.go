package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"ledstjarna/internal/plan"
)

// Open opens the plan file at path for reading and writing and brings an older
// schema up to date, after keeping a copy. Nothing is changed in a file that is
// refused: ErrNotPlanFile, ErrEmpty, ErrMissing, ErrReadOnly, *NewerError,
// *ForeignError, *DamagedError, *LockedError. The caller closes the File.
func Open(ctx context.Context, path string, opts Options) (*File, error) {
	return openToWrite(ctx, path, opts, func(real string, o Options) (*lock, error) {
		if err := probeLock(real); err != nil { // before any reading: see readHeader
			return nil, err
		}
		if _, err := readHeader(real, os.O_RDWR); err != nil {
			return nil, err
		}
		return takeLock(real, o.holder())
	})
}

// TakeOver opens the plan file at path as Open does, but takes it from whoever has
// it open: after it has returned, they can no longer write to it, and learn of that
// by a *LostError.
func TakeOver(ctx context.Context, path string, opts Options) (*File, error) {
	return openToWrite(ctx, path, opts, func(real string, o Options) (*lock, error) {
		if _, err := readHeader(real, os.O_RDWR); err != nil {
			return nil, err
		}
		return seizeLock(real, o.holder())
	})
}

func openToWrite(
	ctx context.Context, path string, opts Options, take func(string, Options) (*lock, error),
) (*File, error) {
	o := opts.complete()
	f, err := lockAndOpen(ctx, path, o, take)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, translate(err))
	}
	if !o.CopyLater {
		_, f.copyErr = f.KeepCopy(ctx)
	}
	return f, nil
}

func lockAndOpen(ctx context.Context, path string, o Options, take func(string, Options) (*lock, error)) (*File, error) {
	real, err := realPath(path)
	if err != nil {
		return nil, err
	}
	l, err := take(real, o)
	if err != nil {
		return nil, err
	}
	f, err := openLocked(ctx, real, l, o)
	if err != nil {
		return nil, errors.Join(err, l.release())
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
	conn, err := newConnector(path, modeWrite, o.VFS)
	if err != nil {
		return nil, err
	}
	f := &File{kept: map[plan.Thing]bool{}, path: path, db: openDB(conn), conn: conn, told: o.Told, lock: l, schema: newest(o.migrations), now: o.Now, migrations: o.migrations}
	if err := f.begin(ctx, o); err != nil {
		return nil, errors.Join(reading(err), f.db.Close())
	}
	return f, nil
}

func (f *File) begin(ctx context.Context, o Options) error {
	c, err := checkout(ctx, f.db)
	if err != nil {
		return err
	}
	defer giveBack(c)
	if err := checkSchema(ctx, c, o.migrations); err != nil {
		return err
	}
	have, err := number(ctx, c, "user_version")
	if err != nil {
		return err
	}
	if have < newest(o.migrations) {
		if err := f.keepBeforeMigrating(ctx, c, have); err != nil {
			return fmt.Errorf("keep a copy before migrating: %w", translate(err))
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
