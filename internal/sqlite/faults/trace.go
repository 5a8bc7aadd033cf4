package main

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"ledstjarna/internal/sqlite"
	"ledstjarna/internal/sqlite/faults/disk"
)

// trace is all that was done to the files of a folder, and what the plan file held
// after each edit.
type trace struct {
	first map[string][]byte // what the folder held before
	steps []step
	held  []string // after so many edits
	// pages are those of the file when it was at rest, by the edits that it held. They
	// change without an edit too, when unused files are removed at closing.
	pages [][][]byte
}

// step is one operation.
type step struct {
	name string
	op   disk.Op
	// acked edits were acknowledged before it, and some are in hand: none, or one more.
	acked, tried int
}

// tracer writes a trace.
type tracer struct {
	trace
	dir          string
	acked, tried int
}

func (t *tracer) see(op disk.Op) disk.Fault {
	if name, ok := t.within(op.Path); ok && op.Kind != disk.Read {
		op.Data = bytes.Clone(op.Data)
		t.steps = append(t.steps, step{name, op, t.acked, t.tried})
	}
	return disk.None
}

// told notes what the app did itself.
func (t *tracer) told(a sqlite.Act) {
	name, ok := t.within(a.Path)
	var op disk.Op
	switch a.Kind {
	case sqlite.ActMake:
		op.Kind = made
	case sqlite.ActMakeFolder:
		name, op.Kind = name+"/", made
	case sqlite.ActSync:
		op.Kind = disk.Sync
	case sqlite.ActSyncFolder:
		name, op.Kind, op.Folder = strings.TrimPrefix(name+"/.", "./"), disk.Sync, true
	case sqlite.ActRename:
		op.Kind = renamed
		op.Path, _ = t.within(a.From)
	}
	if ok {
		t.steps = append(t.steps, step{name, op, t.acked, t.tried})
	}
}

// within is the name of what lies in the tracer's folder or in one of its folders.
func (t *tracer) within(path string) (string, bool) {
	name, err := filepath.Rel(t.dir, path)
	return filepath.ToSlash(name), path != "" && err == nil && !strings.HasPrefix(name, "..")
}

// traced does work on the plan file at path and returns what it did to the files.
func traced(path string, work func(t *tracer, o sqlite.Options) error) (trace, error) {
	dir := filepath.Dir(path)
	t := &tracer{dir: dir}
	var err error
	if t.first, err = readFolder(dir); err != nil {
		return trace{}, err
	}
	d, err := disk.Register(t.see)
	if err != nil {
		return trace{}, err
	}
	o := options()
	o.VFS, o.Told = d.Name(), t.told
	err = work(t, o)
	return t.trace, errors.Join(err, d.Close())
}

func readFolder(dir string) (map[string][]byte, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	out := map[string][]byte{}
	for _, e := range entries {
		if !e.Type().IsRegular() {
			continue
		}
		if out[e.Name()], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// writeFolder makes the folder hold just the files.
func writeFolder(dir string, files map[string][]byte) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, b := range files {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// edit saves n random edits in turn, and closes the file and opens it again after
// every fifth.
func (t *tracer) edit(r *rand.Rand, path string, n int, o sqlite.Options) error {
	ctx := context.Background()
	for n > 0 {
		f, err := sqlite.Open(ctx, path, o)
		if err != nil {
			return err
		}
		if len(t.held) == 0 {
			if err := t.hold(f); err != nil {
				return err
			}
		}
		for range min(5, n) {
			n--
			if err := t.one(ctx, r, f); err != nil {
				return err
			}
		}
		if err := errors.Join(f.Close(), t.rest(path)); err != nil {
			return err
		}
	}
	return nil
}

func (t *tracer) one(ctx context.Context, r *rand.Rand, f *sqlite.File) error {
	register, err := f.Load(ctx)
	if err != nil {
		return err
	}
	e, err := someEdit(r, f, register)
	if err != nil {
		return err
	}
	t.tried++
	if _, err := f.Save(ctx, e); err != nil {
		return err
	}
	t.acked++
	return t.hold(f)
}

// hold notes what the file holds.
func (t *tracer) hold(f *sqlite.File) error {
	s, err := all(f)
	t.held = append(t.held, s)
	t.pages = append(t.pages, nil)
	return errors.Join(err, t.rest(f.Path()))
}

func (t *tracer) rest(path string) error {
	b, err := os.ReadFile(path)
	last := len(t.pages) - 1
	t.pages[last] = append(t.pages[last], used(b))
	return err
}
