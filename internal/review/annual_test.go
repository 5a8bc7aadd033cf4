package review

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
)

func TestAnnualReview(t *testing.T) {
	w := newWorld(t, "2009-09-01")
	strategy2009(w)
	var policies []plan.ID
	for range 4 {
		policies = append(policies, policy("2008-03-01")(w))
	}
	policy("2009-10-10")(w) // first adopted in the window: owes nothing yet
	w.record(w.reviewOf(policies[3], "2009-10-01", plan.NoChange))
	a := Annual{Year: 2009, Except: policies[:1], Review: Review{Reviewer: "Kommunikationschef", Completed: w.day("2009-11-10")}}
	if _, err := RecordAnnual(w.r, a, w.on("2009-08-31")); !errors.Is(err, ErrNothingDue) {
		t.Errorf("before the window: %v", err)
	}
	if _, err := RecordAnnual(w.r, a, w.on("2009-10-11")); !errors.Is(err, ErrFuture) {
		t.Errorf("before its day: %v", err)
	}
	e, err := RecordAnnual(w.r, a, w.on("2009-11-20"))
	w.apply(e, err)
	if len(e.Events) != 2 {
		t.Errorf("%d records, want those of two policies", len(e.Events))
	}
	states := map[plan.ID]State{}
	for _, d := range OfYear(w.r, 2009, w.day("2009-11-20")) {
		states[d.Document] = d.State
	}
	want := map[plan.ID]State{policies[0]: Urgent, policies[1]: Done, policies[2]: Done, policies[3]: Done}
	if diff := cmp.Diff(want, states); diff != "" {
		t.Error(diff)
	}
	if _, err := RecordAnnual(w.r, a, w.on("2009-11-20")); !errors.Is(err, ErrNothingDue) {
		t.Errorf("a second time: %v", err)
	}
	a.Except = []plan.ID{"x"}
	if _, err := RecordAnnual(w.r, a, w.on("2009-11-20")); !errors.Is(err, plan.ErrDocument) {
		t.Errorf("an unknown exception: %v", err)
	}
	a.Except, a.Review.Completed = nil, w.day("2009-08-31")
	var of *DocumentError
	if _, err := RecordAnnual(w.r, a, w.on("2009-11-20")); !errors.Is(err, ErrNotOpen) || !errors.As(err, &of) || of.Document != policies[0] {
		t.Errorf("made before the window: %v", err)
	}
	a.Review.Outcome = plan.Revise
	if _, err := RecordAnnual(w.r, a, w.on("2009-11-20")); !errors.Is(err, plan.ErrOutcome) {
		t.Errorf("another outcome: %v", err)
	}
}

// What a review found stands in the way of one that says nothing changed, until
// it is handled.
func TestAnnualReviewOfWhatCouldNotBeCompleted(t *testing.T) {
	w := newWorld(t, "2009-09-01")
	whole, part := policy("2008-03-01")(w), policy("2008-03-01")(w)
	found := w.record(w.reviewOf(part, "2009-10-01", plan.CannotComplete))
	on := w.day("2009-11-20")
	duty := func(id plan.ID) Duty {
		d, _ := Shown(Of(w.r, id, on))
		return d
	}
	if d := duty(part); d.Unfinished != found.ID || d.Collective() || !d.State.Open() {
		t.Errorf("what could not be completed is %+v", d)
	}
	if d := duty(whole); d.Unfinished != "" || !d.Collective() {
		t.Errorf("the other is %+v", d)
	}
	a := Annual{Year: 2009, Review: Review{Reviewer: "Kommunikationschef", Completed: on}}
	var of *DocumentError
	if _, err := RecordAnnual(w.r, a, w.on("2009-11-20")); !errors.Is(err, ErrUnfinished) || !errors.As(err, &of) || of.Document != part {
		t.Errorf("together with the others: %v", err)
	}
	a.Except = []plan.ID{part}
	e, err := RecordAnnual(w.r, a, w.on("2009-11-20"))
	w.apply(e, err)
	if got := duty(whole); len(e.Events) != 1 || got.State != Done {
		t.Errorf("%d records; the other is %s", len(e.Events), got.State)
	}
	w.record(w.reviewOf(part, "2009-11-25", plan.NoChange))
	on = w.day("2009-11-25")
	if d := duty(part); d.State != Done || d.Unfinished != "" {
		t.Errorf("completed after all, it is %+v", d)
	}
}

func TestAVersionHandlesWhatAReviewFound(t *testing.T) {
	for _, c := range []struct {
		name    string
		officer string // who decides an editorial change
		handled bool
	}{{"a revised version", "", true}, {"an editorial one", "Direktören", false}} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t, "2009-09-01")
			id := policy("2008-03-01")(w)
			w.record(w.reviewOf(id, "2009-10-01", plan.CannotComplete))
			w.adopt(id, plan.Decision{Date: w.day("2009-10-20"), Officer: c.officer})
			d, _ := Shown(Of(w.r, id, w.day("2009-11-20")))
			if (d.Unfinished == "") != c.handled {
				t.Errorf("unfinished: %q", d.Unfinished)
			}
		})
	}
}
