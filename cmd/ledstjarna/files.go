package main

import (
	"context"
	"errors"
	"time"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

var errUsage = errors.New("wrong usage")

// discard swallows the flag package's English messages.
type discard struct{}

func (discard) Write(b []byte) (int, error) { return len(b), nil }

// files opens and makes plan files for the window.
type files struct {
	version string
	now     func() time.Time
}

func (f files) options(owner string) sqlite.Options {
	// The day's copy is kept when the window has been used for a while.
	return sqlite.Options{Owner: owner, Now: f.now, AppVersion: f.version, CopyLater: true}
}

// Open implements ui.Files.
func (f files) Open(ctx context.Context, path, owner string) (editor.Store, error) {
	return stored(sqlite.Open(ctx, path, f.options(owner)))
}

// OpenReadOnly implements ui.Files.
func (f files) OpenReadOnly(ctx context.Context, path, owner string) (editor.Store, error) {
	return stored(sqlite.OpenReadOnly(ctx, path, f.options(owner)))
}

// TakeOver implements ui.Files.
func (f files) TakeOver(ctx context.Context, path, owner string) (editor.Store, error) {
	return stored(sqlite.TakeOver(ctx, path, f.options(owner)))
}

// Backups implements ui.Files.
func (f files) Backups(path string) ([]plan.Backup, error) { return sqlite.Backups(path) }

// Restore implements ui.Files.
func (f files) Restore(ctx context.Context, path, backup, owner string) (string, error) {
	return sqlite.Restore(ctx, path, backup, f.options(owner))
}

// Check implements ui.Files.
func (f files) Check(ctx context.Context, backup string) error {
	return sqlite.CheckBackup(ctx, backup, f.options(""))
}

// Rescue implements ui.Files.
func (f files) Rescue(ctx context.Context, path, backup, out string) (plan.Salvaged, error) {
	return sqlite.Salvage(ctx, path, sqlite.Rescue{Backup: backup, Out: out}, f.options(""))
}

// Create implements ui.Files.
func (f files) Create(ctx context.Context, path, owner string, first plan.Edit) (editor.Store, error) {
	return stored(sqlite.Create(ctx, path, f.options(owner), first))
}

// stored is the file as the editor knows it; without one there is no store.
func stored(f *sqlite.File, err error) (editor.Store, error) {
	if err != nil {
		return nil, err
	}
	return f, nil
}
