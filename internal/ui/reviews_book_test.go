package ui

import (
	"reflect"
	"testing"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// The overview is worked out anew for the documents that an edit concerns, and left as it
// is after an edit that concerns none of its rows.
func TestTheOverviewFollowsEdits(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomReviews})
	v := reviewsOf(t, a)
	agrees := func(step string) {
		t.Helper()
		anew := outlook{a.desk.register(), a.desk.today(), &review.Ledger{}, &factBook{}, a.words}
		first, last := v.yearsNow()
		if got, want := v.model, overviewOf(a.words, anew, first, last); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %d rows are shown that are not those of %d", step, len(got.rows), len(want.rows))
		}
		if got, want := v.annual.model.rows, annualRows(anew, v.annual.year); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: of the year %d rows are shown that are not those of %d", step, len(got), len(want))
		}
	}
	do := func(changes ...plan.Change) {
		t.Helper()
		if !a.desk.do(editor.Op{Key: "op.set-field"}, plan.Edit{Changes: changes}, nil) {
			t.Fatal("it is not done")
		}
	}
	agrees("as it is opened")
	matrix, annual := v.model.rows, v.annual.model.rows
	made, draft := plan.NewDocument(plan.Policy, false, plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text("Aaa")}), bookMorning)
	role := a.desk.register().Entries(plan.ListRoles)[0]
	renamed := role
	renamed.Fields = role.Fields.With(plan.KeyName, plan.Text("Ny"))
	do(made.Changes...)
	do(plan.EntryChange{List: plan.ListRoles, Before: &role, After: &renamed})
	if _, there := a.desk.register().Document(draft.ID); !there || len(matrix) == 0 || !sameRows(matrix, v.model.rows) || !sameRows(annual, v.annual.model.rows) {
		t.Error("after edits that concern no row the rows are others")
	}
	agrees("other documents are edited")
	for _, rule := range []plan.Rule{plan.R0, plan.R2} {
		d, _ := a.desk.register().Document(v.annual.model.rows[0].duty.Document)
		after := d
		after.Rule = rule
		do(plan.DocumentChange{Before: &d, After: &after})
		agrees("the rule is " + string(rule))
	}
	if sameRows(matrix, v.model.rows) || sameRows(annual, v.annual.model.rows) {
		t.Error("after edits of a document that has some the rows are the same")
	}
	if err := a.file.Undo(); err != nil {
		t.Fatal(err)
	}
	agrees("the last is undone")
}
