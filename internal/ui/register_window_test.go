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

// A form says that a document's field is needed before a decision; one of a
// register or a record is needed at all.
func TestWhatAFormNeeds(t *testing.T) {
	a := window(t)
	f := looseForm(t, a)
	if f.needWords() != "need.mandatory" {
		t.Errorf("in a document: %s", f.needWords())
	}
	entry := newForm(a.desk, &entrySource{desk: a.desk, list: plan.ListMeetings})
	if entry.needWords() != "need.required" {
		t.Errorf("in a register: %s", entry.needWords())
	}
}

// What cannot be read of the organisation is told in the settings.
func TestTheSettingsTellWhatToMend(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomSettings})
	rows := func() int { return len(organisationFindings(a.desk.register(), a.desk.today())) }
	if rows() != 0 {
		t.Fatalf("the example has %d findings", rows())
	}
	src := &entrySource{desk: a.desk, list: plan.ListOrganisation, id: plan.OrganisationID}
	p := plan.PathTo(plan.KeyName)
	src.set(newForm(a.desk, src).op(p), p, plan.Value{}, false)
	a.open(place{room: roomSettings})
	if rows() != 1 {
		t.Errorf("%d findings of an organisation without a name", rows())
	}
	picture(t, a, "settings-finding")
}
