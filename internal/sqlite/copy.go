package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"ledstjarna/internal/plan"
)

// CopiesFolder returns the folder in which the copies of the file at path are
// kept: "name.backups" beside it.
func CopiesFolder(path string) string {
	return strings.TrimSuffix(path, Extension) + ".backups"
}

// KeepCopy keeps the day's copy of the file unless there is one, and returns
// its path, or "" where there was one. A copy is complete or not there at all.
// It is itself a plan file. Copies that are no longer needed are removed.
//
// The day's copy is examined before it counts: one of a damaged file would in time take
// the places of the sound ones. It is not kept then, none is removed, and the error is a
// *BackupFlawsError.
func (f *File) KeepCopy(ctx context.Context) (string, error) { return f.keep(ctx, plan.CopyOfDay) }

// KeepCopyBefore keeps a copy now, for a reason other than the day's, and returns its
// path.
func (f *File) KeepCopyBefore(ctx context.Context, why plan.CopyReason) (string, error) {
	return f.keep(ctx, why)
}

func (f *File) keep(ctx context.Context, why plan.CopyReason) (string, error) {
	c, err := f.take(ctx)
	if err != nil {
		return "", fmt.Errorf("keep a copy of %s: %w", f.path, err)
	}
	if why == plan.CopyOfDay {
		path, err := f.keepOfDay(ctx, c)
		if err != nil {
			return "", fmt.Errorf("keep a copy of %s: %w", f.path, translate(err))
		}
		return path, nil
	}
	defer giveBack(c)
	at, note := f.now(), ""
	for { // its name has the time, and nobody else's
		note = " " + at.Format("150405") + " " + string(why)
		if !there(f.copyName(at, note)) {
			break
		}
		at = at.Add(time.Second)
	}
	path, err := f.keepCopy(ctx, c, at, note)
	if err != nil {
		return "", fmt.Errorf("keep a copy of %s: %w", f.path, translate(err))
	}
	return path, nil
}

// dayName begins the names of the day's copies that are not examined yet.
const dayName = "~$day"

// keepOfDay keeps the day's copy, and gives the connection back before examining it.
func (f *File) keepOfDay(ctx context.Context, c *sql.Conn) (string, error) {
	dir, target := CopiesFolder(f.path), f.copyName(f.now(), "")
	part := filepath.Join(dir, dayName+" "+filepath.Base(target))
	info, err := os.Stat(target)
	there := err == nil && info.Size() > 0
	if err = nil; !there {
		err = f.makeFolder(dir)
		if err == nil {
			err = sweepParts(dir, dayName) // of attempts that were cut off
		}
		if err == nil {
			err = f.copyInto(ctx, c, part)
		}
	}
	giveBack(c)
	if there {
		return "", nil
	}
	if err == nil {
		// Edits go on meanwhile: it is another file, and they need not wait for it.
		err = CheckBackup(undisturbed(ctx), part, Options{VFS: f.conn.vfs, Now: f.now, migrations: f.migrations})
	}
	if err != nil {
		return "", errors.Join(err, removeAll(part, part+"-journal"))
	}
	if err := put(target, part, lasting(f.told, target, part)); err != nil {
		return "", err
	}
	return target, rotate(f.path)
}

// keepBeforeMigrating keeps a copy of a file that has the schema. Where the day has such
// a copy already it may be of another file that lay here, so it does not do.
func (f *File) keepBeforeMigrating(ctx context.Context, c *sql.Conn, schema int) error {
	at, what := f.now(), fmt.Sprintf(" %s %d", plan.BeforeMigrate, schema)
	note := what
	for there(f.copyName(at, note)) {
		at = at.Add(time.Second)
		note = " " + at.Format("150405") + what
	}
	_, err := f.keepCopy(ctx, c, at, note)
	return err
}

func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// copyName returns the path of a copy of the day, with what is noted of it.
func (f *File) copyName(at time.Time, note string) string {
	base := strings.TrimSuffix(filepath.Base(f.path), Extension)
	return filepath.Join(CopiesFolder(f.path), base+" "+at.Format(time.DateOnly)+note+Extension)
}

func (f *File) keepCopy(ctx context.Context, c *sql.Conn, at time.Time, note string) (string, error) {
	dir, target := CopiesFolder(f.path), f.copyName(at, note)
	if info, err := os.Stat(target); err == nil && info.Size() > 0 {
		return "", nil
	}
	if err := f.makeFolder(dir); err != nil {
		return "", err
	}
	if err := sweepParts(dir, partName); err != nil { // of attempts that were cut off
		return "", err
	}
	if err := f.copyTo(ctx, c, target); err != nil {
		return "", err
	}
	return target, rotate(f.path)
}

// partName begins the names of copies that are being written.
const partName = "~$part"

func sweepParts(dir, name string) error {
	entries, err := os.ReadDir(dir) // not Glob: a folder's name may hold its signs
	if err != nil {
		return err
	}
	var parts []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), name) {
			parts = append(parts, filepath.Join(dir, e.Name()))
		}
	}
	return removeAll(parts...)
}

// copyTo writes a copy of the file; it stands at path when it is whole.
func (f *File) copyTo(ctx context.Context, c *sql.Conn, path string) error {
	part := filepath.Join(filepath.Dir(path), partName+" "+filepath.Base(path))
	if err := removeAll(part, part+"-journal"); err != nil { // of an attempt that was cut off
		return err
	}
	if err := f.copyInto(ctx, c, part); err != nil {
		return errors.Join(err, removeAll(part, part+"-journal"))
	}
	return put(path, part, lasting(f.told, path, part))
}

func (f *File) copyInto(ctx context.Context, c *sql.Conn, path string) error {
	w, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if err := w.Close(); err != nil { // VACUUM INTO takes an empty file
		return err
	}
	tell(f.told, Act{Kind: ActMake, Path: path})
	f.conn.attach.Store(true)
	_, err = c.ExecContext(ctx, "VACUUM INTO ?", path)
	f.conn.attach.Store(false)
	if err != nil {
		return err
	}
	w, err = os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = errors.Join(w.Chmod(f.conn.mode()), w.Sync(), w.Close()) // until now it was the person's alone
	if err == nil {
		tell(f.told, Act{Kind: ActSync, Path: path})
	}
	return err
}

// CopyTo writes a copy of the file, as to hand it over: ErrExists where there is
// something at path already. It also works where the file was moved or deleted
// while it was open. What is changed here afterwards has a new revision, so that the
// copy can be imported again.
func (f *File) CopyTo(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("copy %s: %w", f.path, ErrExists)
	}
	c, err := f.take(ctx)
	if err != nil {
		return fmt.Errorf("copy %s: %w", f.path, err)
	}
	defer giveBack(c)
	if err := f.copyTo(ctx, c, path); err != nil {
		return fmt.Errorf("copy %s: %w", f.path, translate(err))
	}
	clear(f.kept)
	return nil
}
