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
)

// CopiesFolder returns the folder in which the copies of the file at path are
// kept: "name.backups" beside it.
func CopiesFolder(path string) string {
	return strings.TrimSuffix(path, Extension) + ".backups"
}

// KeepCopy keeps the day's copy of the file unless there is one, and returns
// its path, or "" where there was one. A copy is complete or not there at all.
// It is itself a plan file.
func (f *File) KeepCopy(ctx context.Context) (string, error) {
	c, err := checkout(ctx, f.db)
	if err != nil {
		return "", fmt.Errorf("keep a copy of %s: %w", f.path, err)
	}
	defer c.Close()
	path, err := f.keepCopy(ctx, c, "")
	if err != nil {
		return "", fmt.Errorf("keep a copy of %s: %w", f.path, translate(err))
	}
	return path, nil
}

func (f *File) keepCopy(ctx context.Context, c *sql.Conn, note string) (string, error) {
	dir := CopiesFolder(f.path)
	name := strings.TrimSuffix(filepath.Base(f.path), Extension) + " " + f.now().Format(time.DateOnly) + note + Extension
	target := filepath.Join(dir, name)
	if info, err := os.Stat(target); err == nil && info.Size() > 0 {
		return "", nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	part := filepath.Join(dir, "~$part")
	if err := removeAll(part, part+"-journal"); err != nil { // of an attempt that was cut off
		return "", err
	}
	if err := f.copyInto(ctx, c, part); err != nil {
		return "", errors.Join(err, removeAll(part, part+"-journal"))
	}
	if err := os.Rename(part, target); err != nil {
		return "", errors.Join(err, removeAll(part))
	}
	return target, syncFolder(dir)
}

func (f *File) copyInto(ctx context.Context, c *sql.Conn, path string) error {
	f.conn.attach.Store(true)
	_, err := c.ExecContext(ctx, "VACUUM INTO ?", path)
	f.conn.attach.Store(false)
	if err != nil {
		return err
	}
	w, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(w.Sync(), w.Close())
}
