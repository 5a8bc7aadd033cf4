package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"ledstjarna/internal/plan"
)

// BackupFlawsError tells that a copy cannot be restored because it is not sound.
type BackupFlawsError struct {
	Path  string
	Flaws []Flaw
}

func (e *BackupFlawsError) Error() string {
	return fmt.Sprintf("the backup %s has %d flaws: %s", e.Path, len(e.Flaws), e.Flaws[0])
}

// MessageKey returns the key of the words for a person.
func (e *BackupFlawsError) MessageKey() string { return "problem.backup-flaws" }

// MessageArgs returns what fills the gaps of the words.
func (e *BackupFlawsError) MessageArgs() map[string]any {
	return map[string]any{"Backup": filepath.Base(e.Path), "N": len(e.Flaws)}
}

// FlawCount returns how much is wrong in it.
func (e *BackupFlawsError) FlawCount() int { return len(e.Flaws) }

// Restore puts a copy, which may also be any other plan file, in the place of the
// file at path, and returns the path of a copy of what was there, "" where nothing
// was. The copy is checked as a whole first. Until the new file stands, the old one
// does; nobody may have it open: *LockedError.
func Restore(ctx context.Context, path, backup string, opts Options) (string, error) {
	kept, err := restore(ctx, path, backup, opts.complete())
	if err != nil {
		return kept, fmt.Errorf("restore %s from %s: %w", path, backup, translate(err))
	}
	return kept, nil
}

func restore(ctx context.Context, path, backup string, o Options) (kept string, err error) {
	if err := CheckBackup(ctx, backup, o); err != nil {
		return "", err
	}
	dir, err := realPath(filepath.Dir(path))
	if err != nil {
		return "", err
	}
	path = filepath.Join(dir, filepath.Base(path))
	if real, err := realPath(path); err == nil { // else there is none
		path = real
	}
	l, err := takeLock(path, o.holder())
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, l.release()) }()
	part := filepath.Join(filepath.Dir(path), partName+" "+filepath.Base(path))
	discard := func() error { return removeAll(part, part+"-journal") }
	err = removeAll(part + "-journal") // one that is not ours would change what is restored
	if err == nil {
		err = copyBytes(part, backup)
	}
	if err != nil {
		return "", errors.Join(err, discard())
	}
	if err := noteRestore(ctx, part, backup, o); err != nil {
		return "", errors.Join(err, discard())
	}
	mode, err := modeOf(path, backup)
	if err == nil {
		err = os.Chmod(part, mode)
	}
	if err != nil {
		return "", errors.Join(translate(err), discard())
	}
	if kept, err = setAside(ctx, path, o); err != nil {
		return "", errors.Join(err, discard())
	}
	// A journal of the old file must not be rolled back into the new one. Once it is
	// gone the old file may lack what it would have taken back; it is set aside whole.
	if err := removeAll(path+"-journal", part+"-journal"); err != nil {
		return kept, errors.Join(err, discard())
	}
	if err := syncFolder(filepath.Dir(path)); err != nil {
		return kept, errors.Join(err, discard())
	}
	if err := os.Rename(part, path); err != nil {
		return kept, errors.Join(translate(err), discard())
	}
	return kept, syncFolder(filepath.Dir(path))
}

// modeOf is the permissions of the first of the files that there is.
func modeOf(paths ...string) (os.FileMode, error) {
	var info os.FileInfo
	err := os.ErrNotExist
	for _, p := range paths {
		if info, err = os.Stat(p); err == nil {
			return info.Mode().Perm() | 0o600, nil
		}
	}
	return 0, err
}

// noteRestore registers in the file that will be put in place that it was restored.
// Later copies know of events that it does not have; this tells why.
func noteRestore(ctx context.Context, path, backup string, o Options) error {
	conn, err := newConnector(path, modeWrite, o.VFS)
	if err != nil {
		return err
	}
	f := &File{kept: map[plan.Thing]bool{}, path: path, db: openDB(conn), conn: conn, now: o.Now, migrations: o.migrations}
	c, err := checkout(ctx, f.db)
	if err != nil {
		return errors.Join(err, f.db.Close())
	}
	err = migrate(ctx, c, o.migrations)
	if err == nil {
		f.columns, err = columnsOf(ctx, c)
	}
	if err := errors.Join(translate(err), c.Close()); err != nil {
		return errors.Join(err, f.db.Close())
	}
	_, err = f.Save(ctx, plan.Edit{Events: []plan.Event{{
		ID: plan.NewID(), Kind: plan.EventRestore, At: o.Now(), By: o.Owner,
		Fields: plan.NewContent(plan.Filled{plan.KeyFileName: plan.Text(filepath.Base(backup))}),
	}}})
	if _, jerr := f.db.Exec("PRAGMA journal_mode = DELETE"); err == nil {
		err = jerr
	}
	return errors.Join(err, f.db.Close())
}

// CheckBackup examines a copy as a whole: a *BackupFlawsError where anything is wrong
// in it, or why it cannot be opened.
func CheckBackup(ctx context.Context, backup string, opts Options) error {
	f, err := OpenReadOnly(ctx, backup, opts)
	if err != nil {
		return err
	}
	flaws, err := f.Check(ctx)
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if len(flaws) > 0 {
		return &BackupFlawsError{backup, flaws}
	}
	return nil
}

func copyBytes(to, from string) error {
	info, err := os.Stat(from)
	if err != nil {
		return translate(err)
	}
	if !info.Mode().IsRegular() { // a pipe would be waited for
		return ErrNotPlanFile
	}
	r, err := os.Open(from)
	if err != nil {
		return translate(err)
	}
	defer r.Close()
	if err := removeAll(to); err != nil {
		return err
	}
	w, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return translate(err)
	}
	_, err = io.Copy(w, r)
	return translate(errors.Join(err, w.Sync(), w.Close()))
}

// setAside keeps what is at path: as a copy like others where it is sound, else byte
// for byte, with its journal.
func setAside(ctx context.Context, path string, o Options) (string, error) {
	info, err := os.Stat(path)
	if os.IsNotExist(err) || err == nil && info.Size() == 0 {
		return "", nil
	}
	if err != nil {
		return "", translate(err)
	}
	if kept, err := keepSound(ctx, path, o); err == nil {
		return kept, nil
	}
	dir := CopiesFolder(path)
	if err := os.MkdirAll(dir, folderMode(info)); err != nil {
		return "", translate(err)
	}
	// Not the name of a copy, so that it is neither listed nor rotated away.
	name := strings.TrimSuffix(filepath.Base(path), Extension) + " " + o.Now().Format(time.DateOnly+" 150405") + " damaged"
	kept := filepath.Join(dir, name+Extension)
	if err := copyBytes(kept, path); err != nil {
		return "", err
	}
	if info, err := os.Lstat(path + "-journal"); err == nil && info.Mode().IsRegular() {
		if err := copyBytes(kept+"-journal", path+"-journal"); err != nil {
			return "", err
		}
	}
	return kept, syncFolder(dir)
}

// keepSound keeps an ordinary copy of a file whose lock is ours.
func keepSound(ctx context.Context, path string, o Options) (string, error) {
	conn, err := newConnector(path, modeWrite, o.VFS) // rolls an unfinished writing back
	if err != nil {
		return "", err
	}
	f := &File{path: path, db: openDB(conn), conn: conn, told: o.Told, now: o.Now, migrations: o.migrations, kept: nil}
	c, err := checkout(ctx, f.db)
	if err == nil {
		err = errors.Join(checkSchema(ctx, c, o.migrations), c.Close())
	}
	if err != nil {
		return "", errors.Join(err, f.db.Close())
	}
	kept, err := f.keep(ctx, plan.BeforeRestore)
	return kept, errors.Join(err, f.db.Close())
}
