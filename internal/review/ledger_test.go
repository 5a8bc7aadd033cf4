package review

import (
	"fmt"
	"iter"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
)

// A ledger that follows a register through any edits, days and returns to earlier
// states answers as if everything were worked out each time.
func TestALedgerAgreesWithTheWholeComputation(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := drawRegisters(rt, t)
		var l Ledger
		on := drawDay(rt, "day")
		states := []plan.Register{x.r}
		for range rapid.IntRange(1, 8).Draw(rt, "steps") {
			switch rapid.IntRange(0, 9).Draw(rt, "step") {
			case 0:
				on = drawDay(rt, "another day")
			case 1:
				x.r = rapid.SampledFrom(states).Draw(rt, "earlier state")
			default:
				x.r = x.r.Apply(drawEdit(rt, x))
			}
			states = append(states, x.r)
			if rapid.Bool().Draw(rt, "look") {
				agreesWhole(rt, &l, x.r, on)
			}
		}
		agreesWhole(rt, &l, x.r, on)
	})
}

// What one document has to do with another, and with what the register lacks, is seen
// whichever of them changes.
func TestALedgerSeesWhatChangesElsewhere(t *testing.T) {
	w := newWorld(t, "")
	var l Ledger
	on := w.day("2026-11-22")
	look := func(step string) {
		t.Helper()
		for name, diff := range map[string]string{
			"duties":   cmp.Diff(Duties(w.r, on), l.Duties(w.r, on), cmpopts.EquateEmpty()),
			"prompts":  cmp.Diff(Prompts(w.r, on), l.Prompts(w.r, on), cmpopts.EquateEmpty()),
			"overview": cmp.Diff(OverviewOf(w.r, 2023, 2027, on), l.OverviewOf(w.r, 2023, 2027, on), cmpopts.EquateEmpty()),
		} {
			if diff != "" {
				t.Errorf("%s: %s (-whole +ledger):\n%s", step, name, diff)
			}
		}
	}
	old := w.inForce(plan.Policy, "2023-02-01", nil)
	heir := w.draft(plan.Policy, nil)
	w.apply(plan.Edit{Changes: []plan.Change{plan.RelationChange{Relation: plan.Relation{Kind: plan.Supersedes, From: heir, To: old}}}}, nil)
	programme := w.draft(plan.Programme, plan.Filled{plan.KeyPeriod: plan.Ref("2023–2026")})
	w.assignment("2026-01-10", "2026-01-10", "2027-12-31")
	look("as it began")
	w.adopt(heir, plan.Decision{Date: w.day("2026-05-01")})
	look("what supersedes was adopted")
	d := w.doc(programme)
	w.apply(plan.Edit{Changes: []plan.Change{plan.ContentChange{
		Kind: d.Kind, Document: d.ID, Version: d.Latest().ID, After: plan.Seal(plan.NewContent(plan.Filled{
			plan.KeyPeriod: plan.Ref("2007–2010"), plan.KeyValidity: plan.Text(string(plan.ValidUntilSuperseded)),
		})),
	}}}, nil)
	look("the draft of the programme is for another period")
	w.apply(plan.Edit{Events: []plan.Event{{
		ID: plan.NewID(), Kind: plan.EventNoPlanNeeded, At: noon, Assignment: "assignment",
		Fields: plan.NewContent(plan.Filled{plan.KeyReason: plan.Text("Litet"), plan.KeyDate: plan.Day(w.day("2026-02-01"))}),
	}}}, nil)
	look("the assignment needs no plan")
}

func agreesWhole(rt *rapid.T, l *Ledger, r plan.Register, on plan.Date) {
	empty := cmpopts.EquateEmpty()
	// the order in which they are asked does not matter
	ask := map[string]func() string{
		"duties":   func() string { return cmp.Diff(Duties(r, on), l.Duties(r, on), empty) },
		"prompts":  func() string { return cmp.Diff(Prompts(r, on), l.Prompts(r, on), empty) },
		"overview": func() string { return cmp.Diff(OverviewOf(r, 2008, 2012, on), l.OverviewOf(r, 2008, 2012, on), empty) },
		"rows":     func() string { return rowsAgree(rt, l, r, on) },
		"pressing": func() string { return cmp.Diff(len(Pressing(Duties(r, on))), l.Pressing(r, on)) },
		"each":     func() string { return cmp.Diff(Duties(r, on), yielded(l.Each(r, on)), empty) },
		"urging":   func() string { return cmp.Diff(Pressing(Duties(r, on)), yielded(l.EachPressing(r, on)), empty) },
	}
	for _, name := range rapid.Permutation([]string{"duties", "prompts", "overview", "pressing", "each", "urging"}).Draw(rt, "order") {
		if diff := ask[name](); diff != "" {
			rt.Fatalf("%s on %s (-whole +ledger):\n%s", name, on, diff)
		}
	}
	for id := range r.DocumentIDs() {
		if diff := cmp.Diff(Of(r, id, on), l.Of(r, id, on), empty); diff != "" {
			rt.Fatalf("duties of %s (-whole +ledger):\n%s", id, diff)
		}
	}
}

// rowsAgree compares the rows of some documents, and one that is not there.
func rowsAgree(rt *rapid.T, l *Ledger, r plan.Register, on plan.Date) string {
	some, years := []plan.ID{"gone"}, [2]int{2008, rapid.IntRange(2008, 2012).Draw(rt, "last")}
	for id := range r.DocumentIDs() {
		if rapid.Bool().Draw(rt, "asked for") {
			some = append(some, id)
		}
	}
	var got, want []OverviewRow
	for row := range l.RowsOf(r, on, years, slices.Values(some)) {
		got = append(got, *row)
	}
	for _, row := range OverviewOf(r, years[0], years[1], on).Rows {
		if slices.Contains(some, row.Document) {
			want = append(want, row)
		}
	}
	return cmp.Diff(want, got, cmpopts.EquateEmpty())
}

func yielded(each iter.Seq[*Duty]) []Duty {
	var out []Duty
	for d := range each {
		out = append(out, *d)
	}
	return out
}

// drawEdit is an edit of any kind that duties, prompts or the overview may depend on.
func drawEdit(t *rapid.T, x *registers) plan.Edit {
	change := func(c plan.Change) plan.Edit { return plan.Edit{Changes: []plan.Change{c}} }
	docs := x.r.Documents()
	doc := rapid.SampledFrom(docs).Draw(t, "document")
	switch rapid.IntRange(0, 7).Draw(t, "edit") {
	case 0, 1:
		x.drawRecord(t)
		e := x.records[len(x.records)-1]
		if _, ok := x.r.Event(e.ID); ok {
			return plan.Edit{}
		}
		return plan.Edit{Events: []plan.Event{e}}
	case 2:
		f := plan.Filled{plan.KeyValidTo: plan.Day(drawDay(t, "valid to")), plan.KeyTitle: plan.Text(fmt.Sprint(len(x.records)))}
		f[plan.KeyAssignment] = rapid.SampledFrom([]plan.Value{{}, plan.Ref("assignment")}).Draw(t, "assignment")
		f[plan.KeyPeriod] = rapid.SampledFrom([]plan.Value{{}, plan.Ref(first.Period), plan.Ref("period 0")}).Draw(t, "period")
		return change(plan.ContentChange{Kind: doc.Kind, Document: doc.ID, Version: doc.Latest().ID, After: plan.Seal(plan.NewContent(f))})
	case 3:
		return change(plan.RelationChange{
			Relation: plan.Relation{Kind: rapid.SampledFrom([]plan.RelationKind{plan.Supersedes, plan.Contains}).Draw(t, "relation"), From: doc.ID, To: rapid.SampledFrom(docs).Draw(t, "to").ID},
			Removed:  rapid.Bool().Draw(t, "removed"),
		})
	case 4:
		if len(docs) > 1 && rapid.IntRange(0, 3).Draw(t, "gone") == 0 {
			return change(plan.DocumentChange{Before: &doc})
		}
		after := doc
		after.Rule = rapid.SampledFrom([]plan.Rule{"", plan.R0, plan.R1, plan.R2}).Draw(t, "rule")
		return change(plan.DocumentChange{Before: &doc, After: &after})
	case 5:
		kind := rapid.SampledFrom([]plan.DocumentKind{plan.Programme, plan.AssignmentPlan, plan.PeriodPlan}).Draw(t, "kind")
		e, made := plan.NewDocument(kind, false, plan.NewContent(plan.Filled{plan.KeyAssignment: plan.Ref("assignment"), plan.KeyPeriod: plan.Ref(first.Period)}), noon)
		if rapid.Bool().Draw(t, "adopted") {
			e.Events = append(e.Events, plan.Event{ID: plan.NewID(), Kind: plan.EventDecision, At: noon, Document: made.ID, Version: made.Latest().ID, Fields: plan.NewContent(plan.Filled{
				plan.KeyOutcome: plan.Text(plan.Adopted), plan.KeyDecisionDate: plan.Day(drawDay(t, "decided")),
			})})
		}
		return e
	case 6:
		return plan.Edit{Events: []plan.Event{{ID: plan.NewID(), Kind: plan.EventNoPlanNeeded, At: noon, Assignment: "assignment", Fields: plan.NewContent(plan.Filled{
			plan.KeyReason: plan.Text("Litet"), plan.KeyDate: plan.Day(drawDay(t, "no plan from")),
		})}}}
	}
	return drawEntryEdit(t, x)
}

// drawEntryEdit changes or removes an entry of the register.
func drawEntryEdit(t *rapid.T, x *registers) plan.Edit {
	l := rapid.SampledFrom([]plan.ListName{plan.ListPeriods, plan.ListMeetings, plan.ListAssignments, plan.ListOrganisation, plan.ListBodies, plan.ListCycles}).Draw(t, "list")
	entries := x.r.Entries(l)
	if len(entries) == 0 {
		return plan.Edit{}
	}
	before := rapid.SampledFrom(entries).Draw(t, "entry")
	c := plan.EntryChange{List: l, Before: &before}
	if l == plan.ListOrganisation || rapid.Bool().Draw(t, "changed") {
		after := before
		for _, k := range []plan.Key{plan.KeyStart, plan.KeyEnd, plan.KeyDate, plan.KeyDescribed, plan.KeyOpens, plan.KeyWatchFrom} {
			if _, ok := plan.FieldIn(plan.ListFields(l), k); ok && rapid.Bool().Draw(t, string(k)) {
				after.Fields = after.Fields.With(k, plan.Day(drawDay(t, "on")))
			}
		}
		c.After = &after
	}
	return plan.Edit{Changes: []plan.Change{c}}
}
