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
	return sqlite.Options{Owner: owner, Now: f.now, AppVersion: f.version}
}

// Open implements ui.Files.
func (f files) Open(ctx context.Context, path, owner string) (editor.Store, error) {
	file, err := sqlite.Open(ctx, path, f.options(owner))
	if err != nil {
		return nil, err
	}
	return file, nil
}

// Create implements ui.Files.
func (f files) Create(ctx context.Context, path, owner string, first plan.Edit) (editor.Store, error) {
	file, err := sqlite.Create(ctx, path, f.options(owner), first)
	if err != nil {
		return nil, err
	}
	return file, nil
}
