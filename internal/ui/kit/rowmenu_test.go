package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ledstjarna/internal/ui/kit"
)

// The key for menus opens that of the row which has the keyboard, under the row.
func TestTheMenuKeyOpensTheRowsMenu(t *testing.T) {
	at, asked := fyne.Position{}, -1
	table := kit.NewTable(activityColumns(), activities(4), kit.TableLook{}, kit.TableEvents{
		Menu: func(row int, where fyne.Position) { asked, at = row, where },
	})
	s := on(t, table, 600, 300)
	s.canvas.Focus(table)
	s.press(desktop.KeyMenu)
	if asked != -1 || len(s.keys) != 1 {
		t.Errorf("without a row the menu of row %d opens; the window got %v", asked, s.keys)
	}
	s.press(fyne.KeyDown, fyne.KeyDown, desktop.KeyMenu)
	if asked != 1 || at.Y <= 60 || at.Y > 110 || len(s.keys) != 1 {
		t.Errorf("the menu of row %d opens at %v; the window got %v", asked, at, s.keys)
	}
	s.press(fyne.KeyF10) // without Shift it is the menu bar's
	if len(s.keys) != 2 {
		t.Errorf("the window got %v", s.keys)
	}
}

func TestTheMenuKeyOpensOtherMenus(t *testing.T) {
	_, s := gridOn(t, newSheet("a", "b"), nil)
	s.press(fyne.KeyDown, desktop.KeyMenu)
	if s.overlays() != 1 {
		t.Error("a grid has no menu")
	}
	asked := 0
	row := kit.NewTwoLineRow(kit.TwoLine{Title: "a", Open: func() {}, Menu: func(fyne.Position) { asked++ }})
	entry := kit.NewEntry(swedish(), "", nil)
	s = on(t, kit.Column(0, row, entry), 400, 200)
	s.tab()
	s.press(desktop.KeyMenu)
	if asked != 1 {
		t.Errorf("the row was asked %d times for its menu", asked)
	}
	s.tab()
	s.press(desktop.KeyMenu)
	if s.overlays() != 1 {
		t.Error("a field has no menu")
	}
}

func TestTheMenuKeyOpensAnItemsMenu(t *testing.T) {
	asked := ""
	a := kit.NewAgenda(kit.AgendaWords{}, kit.AgendaEvents{Menu: func(id string, _ fyne.Position) { asked = id }})
	a.SetLines([]kit.AgendaLine{{ID: "a", Title: "A"}, {ID: "b", Title: "B"}}, "")
	s := on(t, a, 600, 200)
	a.Focus("b")
	s.press(desktop.KeyMenu)
	if asked != "b" {
		t.Errorf("the menu of %q opens", asked)
	}
	if got := a.LineAt(fyne.NewPos(100, 40)); got != "a" {
		t.Errorf("%q is at the first line", got)
	}
	if got := a.LineAt(fyne.NewPos(100, 5)); got != "" {
		t.Errorf("%q is at the head", got)
	}
}
