package review

import (
	"testing"

	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
)

func TestNextChange(t *testing.T) {
	w := newWorld(t, "2009-01-01")
	strategy2009(w)
	policy("2008-03-01")(w)
	for _, tc := range [][2]string{
		{"2009-06-01", "2009-09-01"},
		{"2009-08-31", "2009-09-01"},
		{"2009-09-01", "2009-11-09"},
		{"2009-11-09", "2009-12-01"},
		{"2009-12-01", "2010-06-30"},
		{"2010-06-30", "2010-09-01"},
		{"2010-09-01", "2010-11-01"},
		{"2010-11-30", "2010-12-01"},
	} {
		if got, ok := NextChange(w.r, w.day(tc[0])); !ok || got != w.day(tc[1]) {
			t.Errorf("after %s: %s, want %s", tc[0], got, tc[1])
		}
	}
	if got, ok := NextChange(plan.Register{}, w.day("2009-01-01")); ok {
		t.Errorf("an empty register changes on %s", got)
	}
}

// Until the day that is told nothing becomes more pressing, and on it something
// does.
func TestNothingChangesBeforeTheNextChange(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := newWorld(t, "2008-01-01")
		w.inForce(plan.Strategy, "2009-05-18", nil)
		id := policy("2008-03-01")(w)
		if rapid.Bool().Draw(rt, "reviewed") {
			w.reviewed(id, "2009-10-01", Concern{Year: 2009}, nil)
		}
		if rapid.Bool().Draw(rt, "meeting") {
			w.meeting("2010-10-20", "")
		}
		if rapid.Bool().Draw(rt, "deviates") {
			w.deviate(id, "2010-12-01", "2011-02-01")
		}
		on := w.day("2008-03-01").AddDays(rapid.IntRange(0, 1400).Draw(rt, "day"))
		rank := func(day plan.Date) map[Concern]int {
			out := map[Concern]int{}
			for _, d := range Duties(w.r, day) {
				out[d.Concern] = max(0, d.State.severity()-Upcoming.severity())
			}
			return out
		}
		more := func(a, b map[Concern]int) bool {
			for c, n := range b {
				if n > a[c] {
					return true
				}
			}
			return false
		}
		next, ok := NextChange(w.r, on)
		for day := on; !ok && day.Before(on.AddDays(200)) || ok && day.AddDays(1).Before(next); day = day.AddDays(1) {
			if more(rank(day), rank(day.AddDays(1))) {
				rt.Fatalf("after %s it changes on %s, not first on %s", on, day.AddDays(1), next)
			}
		}
	})
}
