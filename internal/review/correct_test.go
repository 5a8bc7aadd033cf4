package review

import (
	"errors"
	"testing"

	"ledstjarna/internal/plan"
)

// A corrected review counts in the place of the old one, and an annulled one
// leaves the duty open.
func TestCorrectedReviews(t *testing.T) {
	w := newWorld(t, "2009-01-01")
	doc := w.inForce(plan.Policy, "2008-01-01", nil)
	id := w.reviewed(doc, "2009-10-01", Concern{Year: 2009}, nil)
	on := w.day("2009-10-15")
	state := func() State { return Of(w.r, doc, on)[0].State }
	if got := state(); got != Done {
		t.Fatalf("reviewed, the duty is %s", got)
	}
	e, _ := w.r.Event(id)
	for name, tc := range map[string]struct {
		key   plan.Key
		value plan.Value
		want  error
	}{
		"nobody reviewed":   {plan.KeyReviewer, plan.Value{}, plan.ErrIncomplete},
		"tomorrow":          {plan.KeyCompleted, plan.Day(w.day("2009-10-16")), ErrFuture},
		"an unknown result": {plan.KeyOutcome, plan.Text("nice"), plan.ErrOutcome},
	} {
		if _, err := Correct(w.r, plan.Correction{Event: id, Fields: e.Fields.With(tc.key, tc.value), Reason: "Fel"}, "S", w.on("2009-10-15")); !errors.Is(err, tc.want) {
			t.Errorf("%s: %v, want %v", name, err, tc.want)
		}
	}
	w.apply(Correct(w.r, plan.Correction{Event: id, Fields: e.Fields.With(plan.KeyCompleted, plan.Day(w.day("2009-10-02"))), Reason: "Fel dag"}, "S", w.on("2009-10-15")))
	if got := Of(w.r, doc, on)[0]; got.State != Done || got.Met != w.day("2009-10-02") {
		t.Errorf("corrected: %s, met %s", got.State, got.Met)
	}
	last := Reviews(w.r, doc)[0]
	w.apply(Correct(w.r, plan.Correction{Event: last.ID, Annul: true, Reason: "Fel dokument"}, "S", w.on("2009-10-15")))
	if got := state(); got.Met() {
		t.Errorf("annulled, the duty is %s", got)
	}
}

// A corrected review must be able to meet what it is to concern.
func TestACorrectedReviewMustConcernADuty(t *testing.T) {
	w := newWorld(t, "2008-09-01")
	doc := w.inForce(plan.Policy, "2008-01-01", nil)
	id := w.reviewed(doc, "2009-10-01", Concern{Year: 2009}, nil)
	e, _ := w.r.Event(id)
	for name, tc := range map[string]struct {
		key   plan.Key
		value plan.Value
		want  error
	}{
		"another year that it can meet":    {plan.KeyConcernsYear, plan.Num(plan.Int(2008)), nil},
		"a year before the document":       {plan.KeyConcernsYear, plan.Num(plan.Int(2007)), ErrConcern},
		"the day before the window":        {plan.KeyCompleted, plan.Day(w.day("2009-08-31")), ErrNotOpen},
		"the first day of the window":      {plan.KeyCompleted, plan.Day(w.day("2009-09-01")), nil},
		"a day before it was in force":     {plan.KeyCompleted, plan.Day(w.day("2007-12-31")), ErrNotInForce},
		"other words of the same":          {plan.KeyObservations, plan.Text("Allt stämmer."), nil},
		"a mandate period that is not its": {plan.KeyConcernsPeriod, plan.Ref("2007–2010"), ErrConcern},
	} {
		_, err := Correct(w.r, plan.Correction{Event: id, Fields: e.Fields.With(tc.key, tc.value), Reason: "Fel"}, "S", w.on("2009-10-15"))
		if !errors.Is(err, tc.want) {
			t.Errorf("%s: %v, want %v", name, err, tc.want)
		}
	}
}

// What concerns a need goes on to concern it when its record is corrected.
func TestACorrectedNeedIsTheSameNeed(t *testing.T) {
	w := newWorld(t, "2009-09-01")
	doc := w.inForce(plan.Policy, "2008-01-01", nil)
	e, err := RecordNeed(w.r, Need{Document: doc, Reason: "ny lag", Date: w.day("2009-03-01")}, "S", w.on("2009-03-01"))
	w.apply(e, err)
	id := e.Events[0].ID
	w.reviewed(doc, "2009-04-01", Concern{Need: id}, nil)
	for _, reason := range []string{"ny språklag", "ny minoritetslag"} {
		last := w.r.EventsOf(doc, plan.EventNeed)[0]
		w.apply(Correct(w.r, plan.Correction{Event: last.ID, Fields: last.Fields.With(plan.KeyReason, plan.Text(reason)), Reason: "Fel"}, "S", w.on("2009-05-01")))
		if got := Of(w.r, doc, w.day("2009-05-01"))[1]; got.Concern.Need != id || got.Label != reason || got.State != Done {
			t.Errorf("corrected, it is %+v", got)
		}
	}
	last := w.r.EventsOf(doc, plan.EventNeed)[0]
	w.apply(Correct(w.r, plan.Correction{Event: last.ID, Annul: true, Reason: "Inget behov"}, "S", w.on("2009-05-01")))
	if got := briefs(Of(w.r, doc, w.day("2009-05-01"))); got != "2009 not-applicable 213 2009-11-30" {
		t.Errorf("annulled, there is %s", got)
	}
}

// A correction changes what was written, not what follows from it: an outcome that
// leads to a draft or a repeal is recorded, not corrected into.
func TestACorrectedOutcomeLeadsToNothing(t *testing.T) {
	w := newWorld(t, "2009-01-01")
	doc := w.inForce(plan.Policy, "2008-01-01", nil)
	unchanged := w.record(w.reviewOf(doc, "2009-10-01", plan.NoChange))
	revised := w.record(w.reviewOf(doc, "2009-10-02", plan.Revise))
	as := func(id plan.ID, outcome string, more plan.Filled) error {
		e, _ := w.r.Event(id)
		f := e.Fields.With(plan.KeyOutcome, plan.Text(outcome))
		for k, v := range more {
			f = f.With(k, v)
		}
		_, err := Correct(w.r, plan.Correction{Event: id, Fields: f, Reason: "Fel utfall"}, "S", w.on("2009-10-15"))
		return err
	}
	decided := plan.Filled{
		plan.KeyNoFormalDecision: {}, plan.KeyBody: plan.Ref(board), plan.KeyParagraph: plan.Text("§ 8"),
		plan.KeyDecisionDate: plan.Day(w.day("2009-10-01")),
	}
	for _, c := range []struct {
		name    string
		review  plan.ID
		outcome string
		more    plan.Filled
		want    error
	}{
		{"from no change to a revision", unchanged.ID, plan.Revise, nil, ErrOutcome},
		{"to an editorial change", unchanged.ID, plan.Editorial, nil, ErrOutcome},
		{"to a successor", unchanged.ID, plan.Supersede, nil, ErrOutcome},
		{"to a decided repeal", unchanged.ID, plan.Repeal, decided, ErrOutcome},
		{"to the proposal of a repeal", unchanged.ID, plan.Repeal, nil, nil},
		{"to what could not be completed", unchanged.ID, plan.CannotComplete, nil, nil},
		{"from a revision to no change", revised.ID, plan.NoChange, nil, nil},
		{"a revision stays one", revised.ID, plan.Revise, plan.Filled{plan.KeyConclusion: plan.Text("Se över igen.")}, nil},
	} {
		if err := as(c.review, c.outcome, c.more); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}
