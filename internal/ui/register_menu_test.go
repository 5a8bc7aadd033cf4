package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/plan"
)

func TestARowOfTheLibraryHasAMenu(t *testing.T) {
	a := window(t)
	a.openExample()
	for _, l := range []plan.ListName{plan.ListPeriods, plan.ListMeetings, plan.ListAssignments} {
		a.open(place{room: roomLibrary, list: l})
		v := a.front.(*libraryView)
		v.table.rowMenu(0, fyne.NewPos(500, 200))
		picture(t, a, "row-menu-"+string(l))
		if n := len(a.window.Canvas().Overlays().List()); n != 1 {
			t.Fatalf("%s: %d menus are open", l, n)
		}
		closeDialogs(a)
		items, id := v.table.rowItems(0), v.table.model.rows[0].entry.ID
		items[0].Run()
		if v.entry != id {
			t.Errorf("%s: %q opens, want %q", l, v.entry, id)
		}
		a.open(place{room: roomLibrary, list: l})
		before := len(a.desk.register().Entries(l))
		items[2].Run() // asks first where something uses it
		if len(a.desk.register().Entries(l)) == before && a.window.Canvas().Overlays().Top() == nil {
			t.Errorf("%s: nothing is removed or asked", l)
		}
		closeDialogs(a)
	}
}
