package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/plan"
)

// Members are entered by the keyboard alone, one after the other.
func TestARegisterIsWrittenByKeyboard(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomLibrary, list: plan.ListMembers})
	v := a.front.(*libraryView)
	grid := v.table.grid
	if grid == nil {
		t.Fatal("the members are not written in place")
	}
	n := v.table.Rows()
	press := func(k fyne.KeyName) { a.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k}) }
	write := func(s string) {
		for _, r := range s { // the first one moves the keyboard into the cell
			a.window.Canvas().Focused().TypedRune(r)
		}
	}
	grid.Go(n, "name")
	grid.Focus()
	write("Zinkgruvan")
	press(fyne.KeyReturn)
	if v.table.Rows() != n+1 || !grid.Focused() {
		t.Fatalf("%d rows, focused %v", v.table.Rows(), grid.Focused())
	}
	grid.Go(n, "population")
	write("12 500")
	press(fyne.KeyReturn)
	last := v.table.model.rows[n].entry.Fields
	if last.Text(plan.KeyName) != "Zinkgruvan" || last.Get(plan.KeyPopulation).Number() != plan.Int(12_500) || !grid.Focused() {
		t.Errorf("%s has %s inhabitants, focused %v", last.Text(plan.KeyName), last.Get(plan.KeyPopulation).Number(), grid.Focused())
	}
	grid.Go(n, "population")
	write("många")
	press(fyne.KeyReturn)
	if !grid.Writing() {
		t.Error("what is no number was taken")
	}
	picture(t, a, "register-wrong-cell")
}
