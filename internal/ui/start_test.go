package ui

import (
	"path/filepath"
	"testing"
)

// What is done beside the window takes its time from the first painting, and so waits
// for it.
func TestNothingIsReadBesideAWindowThatIsNotPainted(t *testing.T) {
	path := largeFile(t, 50)
	l := &later{}
	a := windowBeside(t, l.start)
	told := false
	a.setup.Path, a.setup.Painted = path, func() { told = true }
	painted := a.start()
	if a.file == nil || a.front == nil {
		t.Fatal("the file is not shown")
	}
	if len(l.work) > 0 || told {
		t.Errorf("%d works are begun before the window is painted; told that it is: %t", len(l.work), told)
	}
	painted()
	if len(l.work) == 0 || !told {
		t.Errorf("%d works are begun when the window is painted; told that it is: %t", len(l.work), told)
	}
	l.run()
}

// A file that cannot be opened at the start is told of over the welcome screen.
func TestAFileThatIsGoneIsToldOfAtTheStart(t *testing.T) {
	l := &later{}
	a := windowBeside(t, l.start)
	a.setup.Path = filepath.Join(t.TempDir(), "borta.ledstjarna")
	a.start()()
	if a.shell == nil || a.window.Title() != a.words.T("app.name") {
		t.Errorf("the window is %q, not the welcome screen", a.window.Title())
	}
	if a.window.Canvas().Overlays().Top() == nil {
		t.Error("nobody is told that the file is not there")
	}
}
