package review

import (
	"fmt"
	"strings"
	"testing"

	"ledstjarna/internal/plan"
)

var (
	first  = Concern{Period: "2007–2010"}
	second = Concern{Period: "2011–2014"}
)

// brief is a duty in one line: label, state, days, due.
func brief(d Duty) string { return fmt.Sprintf("%s %s %d %s", d.Label, d.State, d.Days, d.Due) }

func briefs(ds []Duty) string {
	var out []string
	for _, d := range ds {
		out = append(out, brief(d))
	}
	return strings.Join(out, "; ")
}

// strategy2009 and the like set up what a group of vectors is about.
func strategy2009(w *world) plan.ID { return w.seedStrategy("2009-05-18") }

func policy(adopted string) func(*world) plan.ID {
	return func(w *world) plan.ID { return w.inForce(plan.Policy, adopted, nil) }
}

// TestVectors holds the agreed examples of the rules, each with the days on
// either side of its boundaries. All days are spelled out.
func TestVectors(t *testing.T) {
	const p1, c9 = "2007-01-01", "2009-09-01"
	type ask struct{ on, want string }
	for _, tc := range []struct {
		name  string
		watch string
		given func(*world) plan.ID
		asks  []ask
	}{
		{"T1–T6 a strategy adopted late and never reviewed", p1, strategy2009, []ask{
			{"2009-05-17", ""}, // not adopted yet
			{"2009-05-18", "2007–2010 not-applicable 592 2010-12-31"},
			{"2009-06-01", "2007–2010 not-applicable 578 2010-12-31"},
			{"2009-12-30", "2007–2010 not-applicable 366 2010-12-31"},
			{"2009-12-31", "2007–2010 upcoming 365 2010-12-31"},
			{"2010-01-01", "2007–2010 upcoming 364 2010-12-31"},
			{"2010-06-29", "2007–2010 upcoming 185 2010-12-31"},
			{"2010-06-30", "2007–2010 due 184 2010-12-31"},
			{"2010-07-01", "2007–2010 due 183 2010-12-31"},
			{"2010-10-31", "2007–2010 due 61 2010-12-31"},
			{"2010-11-01", "2007–2010 urgent 60 2010-12-31"},
			{"2010-11-02", "2007–2010 urgent 59 2010-12-31"},
			{"2010-12-30", "2007–2010 urgent 1 2010-12-31"},
			{"2010-12-31", "2007–2010 urgent 0 2010-12-31"},
			{"2011-01-01", "2007–2010 late 1 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31"},
			{"2011-01-02", "2007–2010 late 2 2010-12-31; 2011–2014 not-applicable 1459 2014-12-31"},
			{"2015-01-01", "2007–2010 late 1462 2010-12-31; 2011–2014 late 1 2014-12-31; 2023–2026 not-applicable 4382 2026-12-31"},
		}},
		{"T6 the same, no longer in force", p1, func(w *world) plan.ID {
			id := w.draft(plan.Strategy, plan.Filled{
				plan.KeyValidFrom: plan.Day(w.day("2007-01-01")), plan.KeyValidTo: plan.Day(w.day("2010-12-31")),
				plan.KeyValidity: plan.Text(string(plan.ValidUntil)),
			})
			w.adopt(id, plan.Decision{Date: w.day("2009-05-18")})
			return id
		}, []ask{
			{"2010-12-31", "2007–2010 urgent 0 2010-12-31"},
			{"2011-01-01", "2007–2010 late 1 2010-12-31"},
			{"2013-01-01", "2007–2010 late 732 2010-12-31"},
		}},
		{"T7 reviewed without change", p1, func(w *world) plan.ID {
			id := strategy2009(w)
			w.reviewed(id, "2010-09-15", first, nil)
			return id
		}, []ask{
			{"2010-09-14", "2007–2010 due 108 2010-12-31"},
			{"2010-09-15", "2007–2010 done 0 2010-12-31; 2011–2014 not-applicable 1568 2014-12-31"},
			{"2011-01-01", "2007–2010 done 0 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31"},
		}},
		{"T8 adopted in the last six months", p1, func(w *world) plan.ID { return w.seedStrategy("2010-09-01") }, []ask{
			{"2010-08-31", ""},
			{"2010-09-01", "2007–2010 met-by-adoption 0 2010-12-31; 2011–2014 not-applicable 1582 2014-12-31"},
			{"2010-12-01", "2007–2010 met-by-adoption 0 2010-12-31; 2011–2014 not-applicable 1491 2014-12-31"},
		}},
		{"T8 adopted on the first day of the last six months", p1, func(w *world) plan.ID { return w.seedStrategy("2010-06-30") }, []ask{
			{"2010-06-30", "2007–2010 met-by-adoption 0 2010-12-31; 2011–2014 not-applicable 1645 2014-12-31"},
		}},
		{"T8 adopted the day before", p1, func(w *world) plan.ID { return w.seedStrategy("2010-06-29") }, []ask{
			{"2010-12-01", "2007–2010 urgent 30 2010-12-31"},
		}},
		{"T8 adopted on the period's last day", p1, func(w *world) plan.ID { return w.seedStrategy("2010-12-31") }, []ask{
			{"2011-01-01", "2007–2010 met-by-adoption 0 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31"},
		}},
		{"T8 adopted the day after", p1, func(w *world) plan.ID { return w.seedStrategy("2011-01-01") }, []ask{
			{"2011-01-01", "2011–2014 not-applicable 1460 2014-12-31"},
		}},
		{"T9 a policy through its window", c9, policy("2008-03-01"), []ask{
			{"2009-08-01", "2009 not-applicable 121 2009-11-30"},
			{"2009-08-02", "2009 upcoming 120 2009-11-30"},
			{"2009-08-03", "2009 upcoming 119 2009-11-30"},
			{"2009-08-31", "2009 upcoming 91 2009-11-30"},
			{"2009-09-01", "2009 due 90 2009-11-30"},
			{"2009-09-02", "2009 due 89 2009-11-30"},
			{"2009-11-08", "2009 due 22 2009-11-30"},
			{"2009-11-09", "2009 urgent 21 2009-11-30"},
			{"2009-11-10", "2009 urgent 20 2009-11-30"},
			{"2009-11-30", "2009 urgent 0 2009-11-30"},
			{"2009-12-01", "2009 late 1 2009-11-30; 2010 not-applicable 364 2010-11-30"},
			{"2010-08-01", "2009 late 244 2009-11-30; 2010 not-applicable 121 2010-11-30"},
			{"2010-08-02", "2009 late 245 2009-11-30; 2010 upcoming 120 2010-11-30"},
		}},
		{"T10 a policy adopted inside the window", c9, policy("2009-10-10"), []ask{
			{"2009-11-15", "2010 not-applicable 380 2010-11-30"},
			{"2010-09-01", "2010 due 90 2010-11-30"},
		}},
		{"T10 on the day the window opens", c9, policy("2009-09-01"), []ask{{"2009-11-15", "2010 not-applicable 380 2010-11-30"}}},
		{"T10 the day before", c9, policy("2009-08-31"), []ask{{"2009-11-15", "2009 urgent 15 2009-11-30"}}},
		{"T10 on the day it closes", c9, policy("2009-11-30"), []ask{{"2009-12-01", "2010 not-applicable 364 2010-11-30"}}},
		{"T10 the day after", c9, policy("2009-12-01"), []ask{{"2009-12-01", "2010 not-applicable 364 2010-11-30"}}},
		{"T11 a policy adopted shortly before the window", c9, policy("2009-07-15"), []ask{{"2009-09-02", "2009 due 89 2009-11-30"}}},
		{"T12 reviewed after the window", c9, func(w *world) plan.ID {
			id := policy("2008-03-01")(w)
			w.reviewed(id, "2009-12-04", Concern{Year: 2009}, nil)
			return id
		}, []ask{
			{"2009-12-03", "2009 late 3 2009-11-30; 2010 not-applicable 362 2010-11-30"},
			{"2009-12-04", "2009 done-late 4 2009-11-30; 2010 not-applicable 361 2010-11-30"},
			{"2009-12-05", "2009 done-late 4 2009-11-30; 2010 not-applicable 360 2010-11-30"},
		}},
		{"T13 reviewed long before the window, not ticked", c9, func(w *world) plan.ID {
			id := policy("2008-03-01")(w)
			w.reviewed(id, "2009-03-10", Concern{Year: 2009}, nil)
			return id
		}, []ask{{"2009-09-01", "2009 due 90 2009-11-30"}}},
		{"T14 a plan whose assignment ended before the window", c9, func(w *world) plan.ID {
			a := w.assignment("2008-02-01", "2008-03-01", "2009-06-30")
			return w.inForce(plan.AssignmentPlan, "2008-03-01", plan.Filled{plan.KeyAssignment: plan.Ref(a)})
		}, []ask{{"2009-08-15", ""}, {"2009-09-01", ""}, {"2010-09-01", ""}}},
		{"T15 a deviation", p1, func(w *world) plan.ID {
			id := strategy2009(w)
			w.deviate(id, "2010-12-20", "2011-03-01")
			return id
		}, []ask{
			{"2010-12-19", "2007–2010 urgent 12 2010-12-31"},
			{"2010-12-31", "2007–2010 urgent 0 2010-12-31"},
			{"2011-01-01", "2007–2010 deviation 1 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31"},
			{"2011-01-15", "2007–2010 deviation 15 2010-12-31; 2011–2014 not-applicable 1446 2014-12-31"},
			{"2011-03-01", "2007–2010 deviation 60 2010-12-31; 2011–2014 not-applicable 1401 2014-12-31"},
			{"2011-03-02", "2007–2010 late 61 2010-12-31; 2011–2014 not-applicable 1400 2014-12-31"},
		}},
		{"T16 a period plan", "2023-01-01", func(w *world) plan.ID { return w.inForce(plan.PeriodPlan, "2023-03-01", nil) }, []ask{
			{"2026-11-22", "2023–2026 urgent 39 2026-12-31"},
		}},
		{"T16 a policy", "2026-09-01", policy("2020-03-01"), []ask{{"2026-11-22", "2026 urgent 8 2026-11-30"}}},
		{"T19 reviewed in the next period", p1, func(w *world) plan.ID {
			id := strategy2009(w)
			w.reviewed(id, "2011-02-10", first, nil)
			return id
		}, []ask{
			{"2011-02-09", "2007–2010 late 40 2010-12-31; 2011–2014 not-applicable 1421 2014-12-31"},
			{"2011-02-10", "2007–2010 done-late 41 2010-12-31; 2011–2014 not-applicable 1420 2014-12-31"},
			{"2011-02-11", "2007–2010 done-late 41 2010-12-31; 2011–2014 not-applicable 1419 2014-12-31"},
		}},
		{"T20 adopted for the coming period", "2023-01-01", func(w *world) plan.ID {
			w.entry(plan.ListPeriods, "2027–2030", plan.Filled{
				plan.KeyStart: plan.Day(w.day("2027-01-01")), plan.KeyEnd: plan.Day(w.day("2030-12-31")),
			})
			return w.inForce(plan.PeriodPlan, "2026-12-03", plan.Filled{plan.KeyValidFrom: plan.Day(w.day("2027-01-01"))})
		}, []ask{
			{"2026-12-02", ""},
			{"2026-12-10", "2027–2030 not-applicable 1482 2030-12-31"},
			{"2027-01-01", "2027–2030 not-applicable 1460 2030-12-31"},
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld(t, tc.watch)
			id := tc.given(w)
			for _, a := range tc.asks {
				if got := briefs(Of(w.r, id, w.day(a.on))); got != a.want {
					t.Errorf("on %s:\n got %s\nwant %s", a.on, got, a.want)
				}
			}
		})
	}
}

func (w *world) deviate(doc plan.ID, decided, until string) {
	w.event(plan.EventDeviation, doc, plan.Filled{
		plan.KeyReason: plan.Text("valår"), plan.KeyDecidedBy: plan.Text("Styrelsen"),
		plan.KeyDecisionDate: plan.Day(w.day(decided)), plan.KeyUntil: plan.Day(w.day(until)),
	})
}

// T11: the one-step confirmation is offered from the day the review is due, for
// adoptions in the ninety days before.
func TestRecentlyAdopted(t *testing.T) {
	for _, tc := range []struct {
		adopted, on string
		want        bool
	}{
		{"2009-07-15", "2009-08-31", false},
		{"2009-07-15", "2009-09-01", true},
		{"2009-07-15", "2009-09-02", true},
		{"2009-06-02", "2009-09-02", false},
		{"2009-06-03", "2009-09-02", true},
		{"2009-06-04", "2009-09-02", true},
		{"2009-08-31", "2009-09-02", true},
	} {
		w := newWorld(t, "2009-09-01")
		id := policy(tc.adopted)(w)
		if got := Of(w.r, id, w.day(tc.on))[0].Recent; got != tc.want {
			t.Errorf("adopted %s, on %s: offered %v, want %v", tc.adopted, tc.on, got, tc.want)
		}
	}
}

// T18: a day is moved only where it does not exist.
func TestThresholdsOfAPeriod(t *testing.T) {
	w := newWorld(t, "")
	for _, tc := range []struct{ end, upcoming, ready, urgent string }{
		{"2028-02-29", "2027-02-28", "2027-08-29", "2027-12-31"},
		{"2027-02-28", "2026-02-28", "2026-08-28", "2026-12-30"},
		{"2010-12-31", "2009-12-31", "2010-06-30", "2010-11-01"},
	} {
		p := periodTerm(plan.Period{ID: "p", Start: w.day("2007-01-01"), End: w.day(tc.end)})
		if got := fmt.Sprint(p.upcoming, p.ready, p.urgent); got != fmt.Sprint(w.day(tc.upcoming), w.day(tc.ready), w.day(tc.urgent)) {
			t.Errorf("period ending %s: %s, want %v", tc.end, got, tc)
		}
	}
	w.entry(plan.ListPeriods, "leap", plan.Filled{plan.KeyStart: plan.Day(w.day("2027-01-01")), plan.KeyEnd: plan.Day(w.day("2028-02-29"))})
	id := w.inForce(plan.Strategy, "2027-01-01", nil)
	for on, want := range map[string]State{"2027-02-27": NotDue, "2027-02-28": Upcoming, "2027-03-01": Upcoming} {
		if d := Of(w.r, id, w.day(on)); len(d) != 1 || d[0].State != want {
			t.Errorf("on %s: %s, want %s", on, briefs(d), want)
		}
	}
}
