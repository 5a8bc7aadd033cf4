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
