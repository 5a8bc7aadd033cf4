package ui

import (
	"testing"

	"ledstjarna/internal/plan"
)

// Every list of the register opens, and so does an entry of each.
func TestEveryRegisterOpens(t *testing.T) {
	a := window(t)
	a.openExample()
	for _, l := range libraryLists() {
		a.open(place{room: roomLibrary, list: l})
		v, ok := a.front.(*libraryView)
		if !ok || v.table == nil || v.table.Rows() != len(a.desk.register().Entries(l)) {
			t.Errorf("%s is not shown", l)
		}
		picture(t, a, "register-"+string(l))
		for i, e := range a.desk.register().Entries(l) {
			if i > 0 {
				break
			}
			a.open(place{room: roomLibrary, list: l, entry: e.ID})
			if v.table != nil || v.entry != e.ID {
				t.Errorf("%s: the entry does not open", l)
			}
			picture(t, a, "register-entry-"+string(l))
		}
	}
	a.open(place{room: roomLibrary, list: plan.ListMembers})
}
