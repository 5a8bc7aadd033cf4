package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"ledstjarna/internal/plan"
)

// HandOver writes a new plan file at path that holds what is handed over of this one:
// ErrExists where there is something at path already. It has the identity of this
// file, and nothing of what was ever in this one but what is handed over. Either the
// whole file stands at path afterwards or nothing. What is changed here afterwards has
// a new revision, so that the new file can be imported again.
func (f *File) HandOver(ctx context.Context, path string, h plan.HandOver) error {
	if err := f.handOver(ctx, path, h); err != nil {
		return fmt.Errorf("hand over from %s: %w", f.path, translate(err))
	}
	return nil
}

func (f *File) handOver(ctx context.Context, path string, h plan.HandOver) error {
	if _, err := os.Lstat(path); err == nil {
		return ErrExists
	}
	files := make([]plan.Attachment, 0, len(h.Files))
	for _, hash := range h.Files {
		a, err := f.Stored(ctx, hash)
		if err != nil {
			return err
		}
		files = append(files, a)
	}
	o := Options{Now: f.now, VFS: f.conn.vfs, Told: f.told, migrations: f.migrations}.complete()
	err := build(ctx, path, o, func(made *File) error {
		return made.transact(ctx, func(s *saver) error { return s.handOver(h, files) })
	})
	if err != nil {
		return err
	}
	c, err := f.take(context.WithoutCancel(ctx)) // the new file stands
	if err != nil {
		return err
	}
	defer c.Close()
	clear(f.kept)
	return nil
}

func (s *saver) handOver(h plan.HandOver, files []plan.Attachment) error {
	if err := s.identify(h.Origin); err != nil {
		return fmt.Errorf("identify: %w", err)
	}
	for _, a := range files {
		if err := s.saveFile(a); err != nil {
			return err
		}
	}
	for _, d := range h.Documents {
		if err := s.change(plan.DocumentChange{After: &d}); err != nil {
			return err
		}
		for _, v := range d.Versions {
			content, err := h.Content(d, v)
			if err != nil {
				return err
			}
			if err := s.change(plan.ContentChange{Kind: d.Kind, Document: d.ID, Version: v.ID, After: content}); err != nil {
				return err
			}
		}
	}
	if _, err := s.edit(h.Rest); err != nil {
		return err
	}
	return s.revise(h)
}

// identify gives a new file the identity of another. The schema, which forbids it, is
// afterwards what it was.
func (s *saver) identify(origin plan.ID) error {
	const guard = "identity_is_not_changed"
	var text string
	err := s.tx.QueryRowContext(s.ctx, "SELECT sql FROM sqlite_schema WHERE (type, name) = ('trigger', ?)", guard).Scan(&text)
	if err != nil {
		return err
	}
	if _, err := s.tx.ExecContext(s.ctx, "DROP TRIGGER "+guard); err != nil {
		return err
	}
	if err := s.one("UPDATE identity SET id = ?", string(origin)); err != nil {
		return err
	}
	_, err = s.tx.ExecContext(s.ctx, text)
	return err
}

// revise gives the things of a new file their revisions, in the place of those that
// writing it has made.
func (s *saver) revise(h plan.HandOver) error {
	for _, query := range []string{"DELETE FROM revisions", "DELETE FROM earlier"} {
		if _, err := s.tx.ExecContext(s.ctx, query); err != nil {
			return err
		}
	}
	for _, e := range h.Relations {
		if err := s.keepState(e); err != nil {
			return fmt.Errorf("keep the earlier state of %s: %w", e.Thing, err)
		}
	}
	for t, revision := range h.Revisions {
		if err := s.setRevision(t, revision); err != nil {
			return fmt.Errorf("revise %s: %w", t, err)
		}
	}
	return nil
}

// Replace puts the plan file at path in the place of the one at over, where there is
// one; nobody may have that open: *LockedError. Until the new one stands, the old one
// does.
func Replace(over, path string, opts Options) (err error) {
	l, err := takeLock(over, opts.complete().holder())
	if err != nil {
		return fmt.Errorf("replace %s: %w", over, err)
	}
	defer func() { err = errors.Join(err, l.release()) }()
	// A journal of the old file must not be rolled back into the new one.
	if err := removeAll(over + "-journal"); err != nil {
		return fmt.Errorf("replace %s: %w", over, translate(err))
	}
	if err := os.Rename(path, over); err != nil {
		return fmt.Errorf("replace %s: %w", over, translate(err))
	}
	return syncFolder(filepath.Dir(over))
}
