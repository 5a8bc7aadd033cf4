package plan

import (
	"fmt"
	"testing"
	"time"
)

// state is a register in a form that can be compared.
func (r Register) state() string {
	s := fmt.Sprint(r.Documents(), r.Relations())
	for _, l := range ListNames() {
		s += fmt.Sprint(l, r.Entries(l))
	}
	for k := range r.byKind {
		s += fmt.Sprint(k, len(r.byKind[k]))
	}
	return s
}

// Edits of one register that are applied side by side do not disturb each other, nor
// the register.
func TestApplyingChangesNoOtherRegister(t *testing.T) {
	at := time.Date(2026, 1, 2, 8, 0, 0, 0, time.UTC)
	e := Start("Förbundet", func(s string) string { return s }, DateOf(at))
	var docs []Document
	for i := range 3 {
		made, d := NewDocument(PeriodPlan, false, NewContent(Filled{KeyTitle: Text("Plan")}), at.Add(time.Duration(i)*time.Hour))
		e, docs = e.Then(made), append(docs, d)
	}
	e.Changes = append(e.Changes, RelationChange{Relation: Relation{Kind: Governs, From: docs[0].ID, To: docs[1].ID}})
	base := Register{}.Apply(e)
	before := base.state()
	edits := []Edit{
		{Changes: []Change{DocumentChange{Before: &docs[0]}, RelationChange{Relation: Relation{Kind: Governs, From: docs[0].ID, To: docs[1].ID}, Removed: true}}},
		{Changes: []Change{RelationChange{Relation: Relation{Kind: Governs, From: docs[1].ID, To: docs[2].ID}}}},
	}
	added, _, err := base.AddEntry(ListRoles, NewContent(Filled{KeyName: Text("Kommunikatör")}))
	if err != nil {
		t.Fatal(err)
	}
	edits = append(edits, added)
	made, _ := NewDocument(Strategy, false, NewContent(Filled{KeyTitle: Text("Strategi")}), at.Add(30*time.Minute))
	edits = append(edits, made)
	var alone []string
	for _, e := range edits {
		alone = append(alone, base.Apply(e).state())
	}
	if base.state() != before {
		t.Fatal("applying an edit changed the register")
	}
	first := base.Apply(edits[1])
	for i, e := range edits {
		one, two := base.Apply(e), base.Apply(e)
		_ = one.Apply(edits[3])
		if one.state() != alone[i] || two.state() != alone[i] {
			t.Errorf("edit %d gives another register the second time", i)
		}
		back := base.Apply(e).Apply(e.Inverse())
		if len(back.Documents()) != 3 || len(back.Relations()) != 1 {
			t.Errorf("edit %d is not taken back", i)
		}
	}
	if first.state() != alone[1] {
		t.Error("a later edit changed an earlier register")
	}
}
