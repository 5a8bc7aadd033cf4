package plan_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
)

func reviewed(id plan.ID, change plan.Filled) plan.Event {
	f := plan.Filled{
		plan.KeyTrigger: plan.Text("annual"), plan.KeyOutcome: plan.Text(plan.NoChange), plan.KeyReviewer: plan.Text("Chefen"),
		plan.KeyCompleted: plan.Day(plan.NewDate(2026, 10, 1)), plan.KeyConcernsYear: plan.Num(plan.Int(2026)),
	}
	for k, v := range change {
		f[k] = v
	}
	return plan.Event{ID: id, Kind: plan.EventReview, At: time.Unix(0, 0), Document: "doc", Fields: plan.NewContent(f)}
}

func facts(es ...plan.Event) []plan.ReviewFact {
	r := plan.Register{}.Apply(plan.Edit{Events: es})
	var out []plan.ReviewFact
	for f := range r.ReviewFacts("doc") {
		out = append(out, *f)
	}
	return out
}

func TestReviewFactsAreReadOfCompleteReviews(t *testing.T) {
	day, none := plan.NewDate(2026, 10, 1), plan.Value{}
	want := plan.ReviewFact{Event: "a", Year: 2026, Date: day, Outcome: plan.NoChange}
	if diff := cmp.Diff([]plan.ReviewFact{want}, facts(reviewed("a", nil))); diff != "" {
		t.Error(diff)
	}
	full := plan.ReviewFact{Event: "a", Period: "p", Year: 2026, Need: "n", Date: plan.NewDate(2026, 11, 3), Outcome: plan.Revise, CountsAsYears: true}
	got := facts(reviewed("a", plan.Filled{
		plan.KeyConcernsPeriod: plan.Ref("p"), plan.KeyConcernsNeed: plan.Text("n"), plan.KeyOutcome: plan.Text(plan.Revise),
		plan.KeyCountsAsYears: plan.Text(plan.Yes), plan.KeyBody: plan.Ref("board"), plan.KeyDnr: plan.Text("2026/7"),
		plan.KeyDecisionDate: plan.Day(plan.NewDate(2026, 11, 3)),
	}))
	if diff := cmp.Diff([]plan.ReviewFact{full}, got); diff != "" {
		t.Error(diff)
	}
	for name, change := range map[string]plan.Filled{
		"no outcome":                   {plan.KeyOutcome: none},
		"no reviewer":                  {plan.KeyReviewer: plan.Text(" ")},
		"no day":                       {plan.KeyCompleted: none},
		"a period's without decision":  {plan.KeyConcernsPeriod: plan.Ref("p")},
		"a period's without reference": {plan.KeyConcernsPeriod: plan.Ref("p"), plan.KeyBody: plan.Ref("board"), plan.KeyDecisionDate: plan.Day(day)},
	} {
		if got := facts(reviewed("a", change)); len(got) != 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if got := facts(plan.Event{ID: "n", Kind: plan.EventNeed, Document: "doc"}); len(got) != 0 {
		t.Errorf("a need is read as a review: %+v", got)
	}
}

func TestReviewFactsFollowCorrections(t *testing.T) {
	again := reviewed("b", plan.Filled{plan.KeyCompleted: plan.Day(plan.NewDate(2026, 12, 5))})
	again.Corrects = "a"
	annulled := reviewed("c", plan.Filled{plan.KeyAnnulled: plan.Text(plan.Yes)})
	annulled.Corrects = "b"
	restored := reviewed("d", nil)
	restored.Corrects = "c"
	other := reviewed("x", nil)
	for _, tc := range []struct {
		name   string
		events []plan.Event
		want   []plan.ID
	}{
		{"one and another", []plan.Event{reviewed("a", nil), other}, []plan.ID{"a", "x"}},
		{"corrected, in its place", []plan.Event{reviewed("a", nil), other, again}, []plan.ID{"b", "x"}},
		{"annulled", []plan.Event{reviewed("a", nil), other, again, annulled}, []plan.ID{"x"}},
		{"the annulment corrected", []plan.Event{reviewed("a", nil), other, again, annulled, restored}, []plan.ID{"x", "d"}},
	} {
		var got []plan.ID
		for _, f := range facts(tc.events...) {
			got = append(got, f.Event)
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s:\n%s", tc.name, diff)
		}
	}
	stop := 0
	for range (plan.Register{}).Apply(plan.Edit{Events: []plan.Event{reviewed("a", nil), other}}).ReviewFacts("doc") {
		stop++
		break
	}
	if stop != 1 {
		t.Error("they cannot be left early")
	}
}

func TestFirstOfAChainOfCorrections(t *testing.T) {
	b, c, stray := reviewed("b", nil), reviewed("c", nil), reviewed("s", nil)
	b.Corrects, c.Corrects, stray.Corrects = "a", "b", "gone"
	r := plan.Register{}.Apply(plan.Edit{Events: []plan.Event{reviewed("a", nil), b, c}})
	for e, want := range map[plan.ID]plan.ID{"a": "a", "b": "a", "c": "a"} {
		x, _ := r.Event(e)
		if got := r.First(x).ID; got != want {
			t.Errorf("the first of %s is %s", e, got)
		}
	}
	if got := r.First(stray).ID; got != "s" {
		t.Errorf("of what corrects nothing that is known, it is %s", got)
	}
	a, b := reviewed("a", nil), reviewed("b", nil)
	a.Corrects, b.Corrects = "b", "a"
	circle := plan.Register{}.Apply(plan.Edit{Events: []plan.Event{a, b}})
	if got := circle.First(a).ID; got != "a" && got != "b" {
		t.Errorf("of a circle it is %q", got)
	}
}
