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
		{"2009-12-01", "2010-01-01"}, // the next period lacks a programme
		{"2010-01-01", "2010-06-30"},
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

// What the register will lack is told on the day on which it will.
func TestNextChangeTellsOfWhatTheRegisterWillLack(t *testing.T) {
	for name, c := range map[string]struct {
		given    func(*world)
		on, want string
	}{
		"no mandate period follows":  {func(*world) {}, "2025-01-01", "2025-12-31"},
		"a period's programme":       {func(w *world) { w.nextPeriod() }, "2025-01-01", "2026-01-01"},
		"an assignment is described": {func(w *world) { w.assignment("2024-02-01", "2024-03-01", "2024-06-30") }, "2024-01-05", "2024-02-01"},
		"its plan is not evaluated": {func(w *world) {
			w.inForce(plan.AssignmentPlan, "2024-02-10", plan.Filled{plan.KeyAssignment: plan.Ref(w.assignment("2024-02-01", "2024-03-01", "2024-06-30"))})
		}, "2024-06-15", "2024-07-01"},
		"a programme ends": {func(w *world) {
			w.inForce(plan.Programme, "2023-03-01", plan.Filled{
				plan.KeyPeriod: plan.Ref("2023–2026"), plan.KeyValidity: plan.Text(string(plan.ValidUntil)), plan.KeyValidTo: plan.Day(w.day("2024-05-31")),
			})
		}, "2024-01-05", "2024-06-01"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, "2023-01-01")
			c.given(w)
			if got, _ := NextChange(w.r, w.day(c.on)); got != w.day(c.want) {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func (w *world) nextPeriod() {
	w.entry(plan.ListPeriods, "next", plan.Filled{plan.KeyStart: plan.Day(w.day("2027-01-01")), plan.KeyEnd: plan.Day(w.day("2030-12-31"))})
}

// On every day on which the register comes to lack something more, that day was
// told as a change.
func TestNoPromptComesUntold(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := newWorld(t, "2023-01-01")
		day := func(name string) plan.Date {
			return w.day("2023-06-01").AddDays(rapid.IntRange(0, 1500).Draw(rt, name))
		}
		if rapid.Bool().Draw(rt, "a coming period") {
			w.nextPeriod()
		}
		f := plan.Filled{plan.KeyPeriod: plan.Ref("2023–2026")}
		if rapid.Bool().Draw(rt, "ends") {
			f[plan.KeyValidity], f[plan.KeyValidTo] = plan.Text(string(plan.ValidUntil)), plan.Day(day("programme ends"))
		}
		w.inForce(plan.Programme, "2023-03-01", f)
		start := day("described")
		a := w.assignment(start.String(), start.AddDays(20).String(), start.AddDays(20+rapid.IntRange(1, 300).Draw(rt, "long")).String())
		if rapid.Bool().Draw(rt, "planned") {
			w.inForce(plan.AssignmentPlan, "2023-04-01", plan.Filled{plan.KeyAssignment: plan.Ref(a)})
		}
		on := w.day("2023-05-01").AddDays(rapid.IntRange(0, 1500).Draw(rt, "on"))
		next, ok := NextChange(w.r, on)
		for d := on; !ok && d.Before(on.AddDays(300)) || ok && d.AddDays(1).Before(next); d = d.AddDays(1) {
			before := lacks(w.r, d)
			for x := range lacks(w.r, d.AddDays(1)) {
				if !before[x] {
					rt.Fatalf("after %s %v comes on %s, not first on %s", on, x, d.AddDays(1), next)
				}
			}
		}
	})
}
