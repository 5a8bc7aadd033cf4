package kit_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/ui/kit"
)

// What gets the keyboard is scrolled into sight by the box that it lies in, and by no
// other whose content would reach as far if it were not cut.
func TestOnlyTheBoxAroundTheKeyboardScrolls(t *testing.T) {
	var rows []fyne.CanvasObject
	for i := range 20 {
		rows = append(rows, kit.NewOneLineRow(kit.OneLine{Title: fmt.Sprint(i), Open: func() {}}))
	}
	box := kit.NewScrollBox(kit.Pad(kit.Around(10), kit.NewRows(true, rows...)))
	under := kit.NewOneLineRow(kit.OneLine{Title: "under", Open: func() {}})
	s := on(t, kit.NewRoot(kit.Pad(kit.Around(10), kit.Dock(kit.Edges{Bottom: under}, box))), 600, 300)
	if s.canvas.Focus(under); box.Offset() != 0 {
		t.Errorf("what lies beneath the box scrolls it to %g", box.Offset())
	}
	if s.canvas.Focus(rows[15].(fyne.Focusable)); box.Offset() == 0 {
		t.Error("a row that is out of sight is not scrolled into it")
	}
}
