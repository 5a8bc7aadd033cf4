package review

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
)

// A life is a document with a random history, laid out so that any order of
// registering its records is possible.
type life struct {
	*world
	doc    plan.ID
	events []plan.Event
}

var lifeStart, lifeEnd = plan.NewDate(2006, 6, 1), plan.NewDate(2016, 6, 1)

func drawDay(t *rapid.T, name string) plan.Date {
	return lifeStart.AddDays(rapid.IntRange(0, lifeStart.DaysUntil(lifeEnd)).Draw(t, name))
}

// drawLife adds a document to a world and draws reviews and deviations of it,
// which are not stored yet.
func drawLife(t *rapid.T, tb testing.TB) life {
	w := newWorld(tb, rapid.SampledFrom([]string{"", "2007-01-01", "2009-01-01"}).Draw(t, "watch"))
	for range rapid.IntRange(0, 3).Draw(t, "meetings") {
		w.meeting(drawDay(t, "meeting").String(), "")
	}
	l := life{world: w}
	kind := rapid.SampledFrom([]plan.DocumentKind{plan.Strategy, plan.Policy, plan.AssignmentPlan}).Draw(t, "kind")
	f := plan.Filled{plan.KeyValidFrom: plan.Day(drawDay(t, "valid from"))}
	adopted := drawDay(t, "adopted")
	if kind == plan.AssignmentPlan {
		start := drawDay(t, "start")
		w.assignment("", start.String(), start.AddDays(rapid.IntRange(0, 2000).Draw(t, "length")).String())
		f[plan.KeyAssignment] = plan.Text("assignment")
	}
	if rapid.Bool().Draw(t, "expires") {
		f[plan.KeyValidity] = plan.Text(string(plan.ValidUntil))
		f[plan.KeyValidTo] = plan.Day(adopted.AddDays(rapid.IntRange(3000, 4000).Draw(t, "valid for")))
	}
	l.doc = w.inForce(kind, adopted.String(), f)
	if rapid.Bool().Draw(t, "revised") {
		adopted = adopted.AddDays(rapid.IntRange(0, 2000).Draw(t, "revised after"))
		w.adopt(l.doc, plan.Decision{Date: adopted})
	}
	if rapid.Bool().Draw(t, "repealed") {
		w.decide(l.doc, plan.Decision{Outcome: plan.Repealed, Date: adopted.AddDays(rapid.IntRange(0, 3000).Draw(t, "repealed after"))})
	}
	for range rapid.IntRange(0, 6).Draw(t, "records") {
		l.events = append(l.events, l.drawRecord(t))
	}
	return l
}

func (l life) drawRecord(t *rapid.T) plan.Event {
	e := plan.Event{ID: plan.NewID(), Kind: plan.EventDeviation, At: noon, Document: l.doc}
	day := drawDay(t, "day")
	if rapid.IntRange(0, 3).Draw(t, "deviates") == 0 {
		until := day.AddDays(rapid.IntRange(0, 400).Draw(t, "until"))
		e.Fields = plan.NewContent(plan.Filled{plan.KeyDecisionDate: plan.Day(day), plan.KeyUntil: plan.Day(until)})
		return e
	}
	e.Kind = plan.EventReview
	e.Fields = Review{
		Outcome:  rapid.SampledFrom([]string{plan.NoChange, plan.Revise, plan.CannotComplete}).Draw(t, "outcome"),
		Reviewer: "Chefen", Completed: day, NoFormalDecision: true, CountsAsYears: rapid.Bool().Draw(t, "ticked"),
		Concern: rapid.SampledFrom([]Concern{{}, first, second, {Year: 2008}, {Year: 2009}, {Year: 2010}, {Year: 2012}}).Draw(t, "concern"),
	}.fields()
	return e
}

func (l life) stored(es []plan.Event) plan.Register { return l.r.Apply(plan.Edit{Events: es}) }

// The state of a duty moves forward only as the days pass, an unmet duty never
// goes away, and one that is closed stays as it was closed.
func TestDutiesOnlyMoveForward(t *testing.T) {
	rank := map[State]int{NotDue: 0, Upcoming: 1, Due: 2, Urgent: 3, Deviation: 4, Late: 5}
	rapid.Check(t, func(rt *rapid.T) {
		l := drawLife(rt, t)
		r := l.stored(l.events)
		day := drawDay(rt, "from")
		now := Of(r, l.doc, day)
		for range rapid.IntRange(1, 120).Draw(rt, "days") {
			next := day.AddDays(rapid.IntRange(1, 25).Draw(rt, "step"))
			then := Of(r, l.doc, next)
			for _, d := range now {
				i := slices.IndexFunc(then, func(x Duty) bool { return x.Concern == d.Concern })
				switch {
				case i < 0 && lapsed(r, d, next):
				case i < 0:
					rt.Fatalf("on %s %s is gone, on %s it was there", next, brief(d), day)
				case then[i].Due != d.Due || then[i].Opens != d.Opens:
					rt.Fatalf("%s moved to %s", brief(d), brief(then[i]))
				case !d.State.Open() && !cmp.Equal(d, then[i]):
					rt.Fatalf("closed on %s as\n%+v, it is on %s\n%+v", day, d, next, then[i])
				case d.State.Open() && then[i].State.Open() && rank[then[i].State] < rank[d.State] && !l.deviates(d, then[i]):
					rt.Fatalf("on %s %s, on %s %s", day, brief(d), next, brief(then[i]))
				case then[i].State.Met() && then[i].Met.Before(day.AddDays(1)) && d.State.Open():
					rt.Fatalf("met on %s but open on %s", then[i].Met, day)
				}
			}
			day, now = next, then
		}
	})
}

// deviates reports whether a duty went from late back to deviation, which takes
// a decision of its own.
func (l life) deviates(was, is Duty) bool { return was.State == Late && is.State == Deviation }

// The order in which records were registered does not matter.
func TestOrderOfRecordsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := drawLife(rt, t)
		day := drawDay(rt, "on")
		want := Of(l.stored(l.events), l.doc, day)
		if got := Of(l.stored(rapid.Permutation(l.events).Draw(rt, "order")), l.doc, day); !cmp.Equal(want, got) {
			rt.Fatal(cmp.Diff(want, got))
		}
	})
}

// When a duty is due follows from the document, the periods and the windows:
// records of reviews, of other documents and of other kinds leave it alone.
func TestDueDatesAreDerived(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := drawLife(rt, t)
		day := drawDay(rt, "on")
		before := Of(l.r, l.doc, day)
		for _, d := range before { // the next one to come is shown or not as others are met
			after := Of(l.stored(l.events), l.doc, day)
			i := slices.IndexFunc(after, func(x Duty) bool { return x.Concern == d.Concern })
			if i < 0 || after[i].Due != d.Due || after[i].Opens != d.Opens {
				rt.Fatalf("%s is, with reviews, among %s", brief(d), briefs(after))
			}
		}
		other := l.inForce(plan.Policy, "2008-01-01", nil)
		irrelevant := []plan.Event{
			{ID: "snooze", Kind: plan.EventSnooze, Document: l.doc, Fields: plan.NewContent(plan.Filled{plan.KeyUntil: plan.Day(day.AddDays(9))})},
			{ID: "export", Kind: plan.EventExport, Document: l.doc},
			{ID: "follow-up", Kind: plan.EventFollowUp, Document: l.doc},
		}
		for _, e := range l.events {
			e.ID, e.Document = plan.NewID(), other
			irrelevant = append(irrelevant, e)
		}
		if after := Of(l.stored(irrelevant), l.doc, day); !cmp.Equal(before, after) {
			rt.Fatal(cmp.Diff(before, after))
		}
	})
}

// Every duty is consistent in itself.
func TestDutiesAreConsistent(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := drawLife(rt, t)
		day := drawDay(rt, "on")
		var last plan.Date
		ds := Of(l.stored(l.events), l.doc, day)
		for i, d := range ds {
			ok := d.Days >= 0 && !d.Due.Before(d.Opens) && d.Due.After(last) && d.State.Met() == (d.MetBy != "") &&
				(d.State == Closed) == (d.Ending != plan.NotEnded) && (d.State == Deviation) == !d.Planned.IsZero() &&
				(d.State != Late && d.State != Deviation || d.Days == d.Due.DaysUntil(day)) && !d.Met.After(day) &&
				(!d.Opens.After(day) || i == len(ds)-1)
			if !ok {
				rt.Fatalf("on %s: %+v", day, d)
			}
			last = d.Due
		}
	})
}
