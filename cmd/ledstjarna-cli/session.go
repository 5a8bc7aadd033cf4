package main

import (
	"context"
	"errors"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// session is an open plan file.
type session struct {
	*app
	path string
	file *sqlite.File
	ed   *editor.Editor
	// beside says who has the file open, where it is read beside them.
	beside *sqlite.LockedError
}

// read opens the file for a command that only looks. What somebody has open, or
// what cannot be written, is opened for reading only.
func (a *app) read(path string, do func(*session) error) error {
	opts := a.options()
	opts.CopyLater = true
	f, beside, err := a.open(path, opts)
	if err != nil {
		return &fileError{path, err}
	}
	return a.use(path, f, func(s *session) error {
		s.beside = beside
		return do(s)
	})
}

// open opens the file for writing or, where that cannot be, for reading only. It
// says which, and returns who has the file open.
func (a *app) open(path string, opts sqlite.Options) (*sqlite.File, *sqlite.LockedError, error) {
	ctx := context.Background()
	f, err := sqlite.Open(ctx, path, opts)
	var locked *sqlite.LockedError
	if !errors.As(err, &locked) && !errors.Is(err, sqlite.ErrReadOnly) {
		return f, nil, err
	}
	f, viewErr := sqlite.OpenReadOnly(ctx, path, opts)
	switch {
	case errors.Is(viewErr, sqlite.ErrBusy): // the other program is writing just now
		return nil, nil, errors.Join(err, viewErr)
	case viewErr != nil:
		return nil, nil, viewErr
	case locked != nil:
		key := "cli.read-beside"
		switch locked.MessageKey() {
		case "problem.locked-elsewhere":
			key = "cli.read-elsewhere"
		case "problem.locked-unsigned":
			key = "cli.read-unsigned"
		}
		a.note(key, append(a.gaps(locked), "file", path)...)
	default:
		a.note("cli.read-only", "file", path)
	}
	return f, locked, nil
}

// change opens the file for a command that changes it; the day's copy is kept
// before.
func (a *app) change(path string, do func(*session) error) error {
	f, err := sqlite.Open(context.Background(), path, a.options())
	if err != nil {
		return &fileError{path, err}
	}
	if f.CopyProblem() != nil {
		a.note("cli.copy-failed", "file", path)
	}
	return a.use(path, f, do)
}

func (a *app) options() sqlite.Options {
	return sqlite.Options{Owner: a.by, AppVersion: programName + " " + a.version}
}

// use runs do on the open file and closes it.
func (a *app) use(path string, f *sqlite.File, do func(*session) error) error {
	ed, err := editor.Open(context.Background(), f, editor.Options{})
	if err != nil {
		return &fileError{path, errors.Join(err, f.Close())}
	}
	err = do(&session{app: a, path: path, file: f, ed: ed})
	if cerr := ed.Close(); cerr != nil {
		err = errors.Join(err, &fileError{path, cerr})
	}
	return err
}

func (s *session) register() plan.Register { return s.ed.Register() }

// content returns what a version says.
func (s *session) content(v plan.Version) (plan.Sealed, error) {
	c, err := s.ed.Content(v.ID)
	if err != nil {
		return plan.Sealed{}, &fileError{s.path, err}
	}
	return c, nil
}

// do saves the edit; op names what it does.
func (s *session) do(op string, e plan.Edit) error {
	if err := s.ed.Do(editor.Op{Key: "op." + op}, e); err != nil {
		return &fileError{s.path, err}
	}
	return nil
}
