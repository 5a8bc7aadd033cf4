package plan

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// What the trail of a register tells is never less than what looking at all of it does.
func TestTheTrailOfARegisterMissesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var r Register
		states := []Register{r}
		n, trailed := 0, 0
		for range rapid.IntRange(1, 24).Draw(t, "edits") {
			var e Edit
			for range rapid.IntRange(0, 3).Draw(t, "parts") {
				n++
				e = e.Then(drawPart(t, r.Apply(e), n))
			}
			if rapid.IntRange(0, 7).Draw(t, "back") == 0 {
				r = rapid.SampledFrom(states).Draw(t, "state")
			}
			r = r.Apply(e)
			for _, old := range states {
				if old.mark != nil {
					if _, ok := r.mark.since(old.mark.is); ok {
						trailed++
					}
				}
				holdsAll(t, r, old)
			}
			if len(r.mark.trail) > trailSteps {
				t.Fatalf("%d steps are kept", len(r.mark.trail))
			}
			states = append(states, r)
		}
		if len(states) > 3 && trailed == 0 {
			t.Fatal("no trail was followed")
		}
	})
}

func holdsAll(t *rapid.T, r, old Register) {
	got, want := r.Since(old), r.compared(old)
	for _, l := range want.Lists {
		if !slices.Contains(got.Lists, l) {
			t.Fatalf("list %s is missed", l)
		}
	}
	for _, id := range want.Documents {
		if !slices.Contains(got.Documents, id) && !sameAbout(r, old, id) {
			t.Fatalf("document %s is missed", id)
		}
		if slices.Contains(got.Written, id) && !slices.Contains(want.Written, id) && !sameRelated(r, old, id) {
			t.Fatalf("of document %s more differs than its versions", id)
		}
	}
	if want.Loose && !got.Loose {
		t.Fatal("what is registered about no document is missed")
	}
	for _, id := range got.Written {
		if !slices.Contains(got.Documents, id) && !sameAbout(r, old, id) {
			t.Fatalf("%s is written and not named", id)
		}
	}
}

// sameAbout reports whether nothing about the document differs. Looking at all names also
// those of which the relations only stand in another order among the others.
func sameAbout(r, old Register, id ID) bool {
	a, ok := r.documents[id]
	b, had := old.documents[id]
	return ok == had && sameDocument(a, b) && sameSlice(r.byDoc[id], old.byDoc[id]) && sameRelated(r, old, id)
}

func sameRelated(r, old Register, id ID) bool {
	for _, k := range RelationKinds() {
		if !slices.Equal(r.Objects(id, k), old.Objects(id, k)) || !slices.Equal(r.Subjects(id, k), old.Subjects(id, k)) {
			return false
		}
	}
	return sameSlice(r.byDoc[id], old.byDoc[id])
}

func drawPart(t *rapid.T, r Register, n int) Edit {
	change := func(c Change) Edit { return Edit{Changes: []Change{c}} }
	docs := r.Documents()
	if len(docs) < 2 || rapid.IntRange(0, 5).Draw(t, "new") == 0 {
		e, _ := NewDocument(Policy, false, NewContent(Filled{KeyTitle: Text(fmt.Sprint(n))}), time.Date(2026, 1, 1, 0, 0, n, 0, time.UTC))
		return e
	}
	d := rapid.SampledFrom(docs).Draw(t, "document")
	switch rapid.IntRange(0, 6).Draw(t, "part") {
	case 0:
		after := d
		after.Rule = rapid.SampledFrom([]Rule{R0, R1, R2}).Draw(t, "rule")
		return change(DocumentChange{Before: &d, After: &after})
	case 1:
		return change(DocumentChange{Before: &d})
	case 2:
		return change(ContentChange{Kind: d.Kind, Document: d.ID, Version: d.Latest().ID, After: Seal(NewContent(Filled{KeyTitle: Text(fmt.Sprint(n))}))})
	case 3:
		return change(RelationChange{Relation: Relation{Kind: Supersedes, From: d.ID, To: rapid.SampledFrom(docs).Draw(t, "to").ID}, Removed: rapid.Bool().Draw(t, "removed")})
	case 4:
		x := Entry{ID: ID(fmt.Sprint("entry-", n)), Fields: NewContent(Filled{KeyName: Text("x")})}
		return change(EntryChange{List: rapid.SampledFrom([]ListName{ListBodies, ListRoles}).Draw(t, "list"), After: &x})
	}
	e := Event{ID: ID(fmt.Sprint("event-", n)), Kind: EventReview, Document: rapid.SampledFrom([]ID{d.ID, ""}).Draw(t, "about")}
	if events := r.Events(); len(events) > 0 && rapid.Bool().Draw(t, "corrects") {
		e.Corrects = rapid.SampledFrom(events).Draw(t, "corrected").ID
	}
	return Edit{Events: []Event{e}}
}
