package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

// lying is a desktop that lays windows where they are put.
type lying struct {
	lies  Frame
	known bool
	put   []Frame
}

func (s *lying) Where(fyne.Window) (Frame, bool) { return s.lies, s.known }
func (s *lying) Put(_ fyne.Window, f Frame)      { s.put = append(s.put, f) }

// A window comes back as large as it was and where it lay. One that filled the screen
// does so again, and has its own size and place when it no longer does.
func TestTheWindowComesBackWhereItLay(t *testing.T) {
	s := &lying{known: true, lies: Frame{X: 40, Y: 60}}
	a := window(t)
	a.setup.Placing = s
	a.putWindow()
	if len(s.put) != 0 {
		t.Errorf("at first it is put at %v", s.put)
	}
	a.window.Resize(fyne.NewSize(1100, 750))
	a.keepPlace()
	a.putWindow()
	if len(s.put) != 1 || s.put[0] != s.lies {
		t.Fatalf("it is put at %v, lay at %v", s.put, s.lies)
	}
	s.lies = Frame{Maximized: true}
	a.window.Resize(fyne.NewSize(1900, 1000))
	a.keepPlace()
	a.putWindow()
	if want := (Frame{X: 40, Y: 60, Maximized: true}); s.put[1] != want {
		t.Errorf("it is put at %v, want %v", s.put[1], want)
	}
	if got := a.prefs.windowSize(); got != fyne.NewSize(1100, 750) {
		t.Errorf("its own size is %v", got)
	}
	s.known = false // on Wayland
	a.window.Resize(fyne.NewSize(1200, 760))
	a.keepPlace()
	if got := a.prefs.windowSize(); got != fyne.NewSize(1200, 760) {
		t.Errorf("where no place is known its size is %v", got)
	}
}
