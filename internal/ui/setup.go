package ui

import (
	"context"
	"io"
	"os"
	"time"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/chooser"
	"ledstjarna/internal/crash"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/pdf/foreign"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// Files opens and makes plan files. Errors that a person may meet have a method
// MessageKey, and MessageArgs where their words have gaps.
type Files interface {
	// Open opens the file at path for owner. Where it may be read all the same, the
	// error has a method ReadInstead that says so; where it may be taken over, one
	// CanTakeOver.
	Open(ctx context.Context, path, owner string) (editor.Store, error)
	// OpenReadOnly opens it for reading only, beside who has it open.
	OpenReadOnly(ctx context.Context, path, owner string) (editor.Store, error)
	// TakeOver opens it as Open does and takes it from who has it open.
	TakeOver(ctx context.Context, path, owner string) (editor.Store, error)
	// Backups returns the kept copies of the file at path, the latest first.
	Backups(path string) ([]plan.Backup, error)
	// Restore puts a copy in the place of the closed file at path, after it was
	// checked as a whole. It returns the path of a copy of what was there.
	Restore(ctx context.Context, path, backup, owner string) (string, error)
	// Check examines a copy as a whole.
	Check(ctx context.Context, backup string) error
	// Rescue tells what can be read of a damaged file, compared with backup where one
	// is named, and makes a sound file of it at out, unless nothing can be read.
	Rescue(ctx context.Context, path, backup, out string) (plan.Salvaged, error)
	// Create makes a file at path that holds what first adds, and opens it. It
	// never replaces a file.
	Create(ctx context.Context, path, owner string, first plan.Edit) (editor.Store, error)
}

// Paper is what is printed or shown, made at a time. Shelf holds the files of other
// origin whose pages go into it; nil where there are none.
type Paper struct {
	report.Print
	At    time.Time
	Shelf *foreign.Shelf
}

// Printer lays out a paper and writes it as a PDF. done is called with how many
// pages of how many are drawn.
type Printer func(ctx context.Context, w io.Writer, p Paper, done func(n, total int)) error

// Setup is what the program is started with.
type Setup struct {
	Files   Files
	Print   Printer
	Preview Previewer // nil where pages cannot be shown
	// Shelf makes a place for files of other origin; nil where they cannot be read.
	Shelf func(foreign.Fetch) *foreign.Shelf
	// Choose asks for a file or folder in the desktop's dialog, as chooser.Ask does; nil
	// where there is none.
	Choose  func(context.Context, chooser.Question) (string, error)
	Placing Placing      // nil where the system tells nothing of where windows lie
	Crashes *crash.Watch // nil where the program is not watched
	Painted func()       // called once the window is painted; nil for nothing
	// Ending tells that the system ends the program, on which the toolkit quits; nil where
	// nothing tells. Exit ends it where the toolkit does not; nil leaves it.
	Ending  <-chan os.Signal
	Exit    func()
	Version string
	Now     func() time.Time
	Path    string // the file to open; "" for the one that was open last
	Example bool   // open the example organisation on its own day instead
}

// Frame is where a window lies: its upper left corner in the system's own coordinates,
// and whether it fills the screen.
type Frame struct {
	X, Y      int
	Maximized bool
}

// Placing knows where windows lie on the screens.
type Placing interface {
	// Where tells how a window lies; false where the system does not tell.
	Where(w fyne.Window) (Frame, bool)
	// Put lets a window that is not shown yet lie so, where there is still a screen.
	Put(w fyne.Window, f Frame)
}
