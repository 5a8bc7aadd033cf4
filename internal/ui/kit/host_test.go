package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/ui/kit"
)

// undrawn is a program in which nothing has been drawn yet, so that the toolkit does
// not know which window a widget lies in.
type undrawn struct{ fyne.App }

func (u undrawn) Driver() fyne.Driver { return undrawnDriver{u.App.Driver()} }

type undrawnDriver struct{ fyne.Driver }

func (undrawnDriver) CanvasForObject(fyne.CanvasObject) fyne.Canvas { return nil }

// A key that comes before what has just got the keyboard is drawn is not lost.
func TestAKeyBeforeTheFirstDrawingReachesTheWindow(t *testing.T) {
	s := on(t, kit.NewButton(kit.Outlined, "Öppna", nil), 300, 100)
	s.tab()
	drawn := fyne.CurrentApp()
	fyne.SetCurrentApp(undrawn{drawn})
	t.Cleanup(func() { fyne.SetCurrentApp(drawn) })
	s.press(fyne.KeyF6)
	if len(s.keys) != 1 || s.keys[0] != fyne.KeyF6 {
		t.Errorf("the window got %v", s.keys)
	}
}
