package kit_test

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/ui/kit"
)

// stage is a window with one thing in it, worked by keyboard and mouse.
type stage struct {
	*testing.T
	window fyne.Window
	canvas fyne.Canvas
	keys   []fyne.KeyName // that came to the window
}

// on puts content on a stage of a size.
func on(t *testing.T, content fyne.CanvasObject, w, h float32) *stage {
	t.Helper()
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Light, 1))
	s := &stage{T: t, window: test.NewWindow(nil)}
	t.Cleanup(s.window.Close)
	s.canvas = s.window.Canvas()
	kit.NewRoot(content).Mount(s.window, func(e *fyne.KeyEvent) { s.keys = append(s.keys, e.Name) })
	s.window.Resize(fyne.NewSize(w, h))
	return s
}

// tab moves the keyboard to the next control.
func (s *stage) tab() { s.canvas.FocusNext() }

// press sends keys to whatever has the keyboard, or to the window.
func (s *stage) press(keys ...fyne.KeyName) {
	s.Helper()
	for _, k := range keys {
		e := &fyne.KeyEvent{Name: k}
		if f := s.canvas.Focused(); f != nil {
			f.TypedKey(e)
			continue
		}
		if handle := s.canvas.OnTypedKey(); handle != nil {
			handle(e)
		}
	}
}

// write types a text.
func (s *stage) write(text string) {
	s.Helper()
	for _, r := range text {
		f := s.canvas.Focused()
		if f == nil {
			s.Fatalf("nothing has the keyboard to write %q", text)
		}
		f.TypedRune(r)
	}
}

// shortcut sends a shortcut to whatever has the keyboard.
func (s *stage) shortcut(c fyne.Shortcut) {
	s.Helper()
	f, ok := s.canvas.Focused().(fyne.Shortcutable)
	if !ok {
		s.Fatal("nothing that takes shortcuts has the keyboard")
	}
	f.TypedShortcut(c)
}

// click taps at a place of the window.
func (s *stage) click(x, y float32) { test.TapCanvas(s.canvas, fyne.NewPos(x, y)) }

// hover moves the mouse to a place of the window.
func (s *stage) hover(x, y float32) { test.MoveMouse(s.canvas, fyne.NewPos(x, y)) }

// overlays counts what is open above the window.
func (s *stage) overlays() int { return len(s.canvas.Overlays().List()) }

// same reports whether two pictures are alike.
func same(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}

// diffStrings tells how two lists differ, or "".
func diffStrings(want, got []string) string {
	if diff := cmp.Diff(want, got); diff != "" {
		return "(-want +got):\n" + diff
	}
	return ""
}
