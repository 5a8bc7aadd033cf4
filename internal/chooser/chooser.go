package chooser

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/ncruces/zenity"
)

var (
	// ErrCancelled says that the person chose nothing.
	ErrCancelled = errors.New("nothing was chosen")
	// ErrNone says that there is no dialog here.
	ErrNone = errors.New("there is no dialog for files")
)

// Kind is what is asked for.
type Kind uint8

// The kinds.
const (
	Open   Kind = iota // a file that exists
	Save               // a file to be written; the dialog asks before one is replaced
	Folder             // a folder that exists
)

// Filter is a group of files that can be chosen.
type Filter struct {
	Name    string   // for the person
	Endings []string // of names, as ".pdf"; in small letters
}

// Question is what a person is asked.
type Question struct {
	Kind    Kind
	Title   string
	Folder  string   // where to begin; "" for where the desktop likes
	Name    string   // of the file to be written; "" for none
	Filters []Filter // none for all files
	X11     uintptr  // the window above which it opens, where the desktop is X11; or 0
	HWND    uintptr  // the same on Windows; or 0
}

// Ask asks and waits for the answer, which is a path. The error is ErrCancelled where
// the person chose nothing, and ErrNone where there is nothing to ask with.
func Ask(ctx context.Context, q Question) (string, error) {
	path, err := askPortal(ctx, q)
	if !errors.Is(err, ErrNone) {
		return path, err
	}
	if !zenity.IsAvailable() {
		return "", ErrNone
	}
	return askZenity(ctx, q)
}

func askZenity(ctx context.Context, q Question) (string, error) {
	options := []zenity.Option{zenity.Title(q.Title), zenity.Context(ctx), zenity.Modal()}
	if q.Folder != "" {
		options = append(options, zenity.Filename(q.Folder+string(filepath.Separator)+q.Name))
	}
	if q.HWND != 0 {
		options = append(options, zenity.Attach(q.HWND))
	}
	for _, f := range q.Filters {
		options = append(options, zenity.FileFilter{Name: f.Name, Patterns: patterns(f), CaseFold: true})
	}
	ask := zenity.SelectFile
	switch q.Kind {
	case Folder:
		options = append(options, zenity.Directory())
	case Save:
		ask, options = zenity.SelectFileSave, append(options, zenity.ConfirmOverwrite())
	}
	path, err := ask(options...)
	switch {
	case errors.Is(err, zenity.ErrCanceled):
		return "", ErrCancelled
	case err != nil:
		return "", fmt.Errorf("%w: %w", ErrNone, err)
	}
	return path, nil
}

// patterns are the endings as the dialogs want them.
func patterns(f Filter) []string {
	var out []string
	for _, e := range f.Endings {
		out = append(out, "*"+e)
	}
	return out
}
