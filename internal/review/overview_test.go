package review

import (
	"fmt"
	"strings"
	"testing"

	"ledstjarna/internal/plan"
)

// drawn writes a row as one character a year: a letter for the state, continued
// with a tilde, "-" where nothing was owed, a blank where it did not apply.
func drawn(row OverviewRow, years int) string {
	letters := map[State]string{
		NotDue: "n", Upcoming: "k", Due: "d", Urgent: "u", Deviation: "a", Late: "L", Done: "G", DoneLate: "S", DoneByAdoption: "F", Closed: "x",
	}
	out := strings.Split(strings.Repeat(" ", years), "")
	for _, s := range row.Spans {
		for i := s.From; i <= s.To; i++ {
			switch {
			case s.Idle:
				out[i] = "-"
			case i == s.From:
				out[i] = letters[s.Duty.State]
			default:
				out[i] = "~"
			}
		}
	}
	return strings.Join(out, "")
}

func TestOverview(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	statutes := w.inForce(plan.Statutes, "2006-03-01", nil)
	strategy := strategy2009(w)
	old := policy("2006-03-01")(w)
	w.reviewed(old, "2007-10-01", Concern{Year: 2007}, nil)
	w.reviewed(old, "2008-12-05", Concern{Year: 2008}, nil)
	inside := policy("2008-10-01")(w)
	w.draft(plan.Policy, nil)
	repealed := policy("2006-03-01")(w)
	w.decide(repealed, plan.Decision{Outcome: plan.Repealed, Date: w.day("2009-03-01")})
	o := OverviewOf(w.r, 2006, 2011, w.day("2010-10-01"))
	if fmt.Sprint(o.Years) != "[2006 2007 2008 2009 2010 2011]" {
		t.Errorf("years %v", o.Years)
	}
	want := map[plan.ID]string{
		statutes: "------",
		strategy: "   d~-",
		old:      "-GSLd-",
		inside:   "  -Ld-",
		repealed: "-xx-  ", // the repeal closed what was open; in 2009 it applied until March
	}
	if len(o.Rows) != len(want) {
		t.Errorf("%d rows, want %d: drafts have none", len(o.Rows), len(want))
	}
	for _, row := range o.Rows {
		if got := drawn(row, len(o.Years)); got != want[row.Document] {
			t.Errorf("row of %s: %q, want %q", w.doc(row.Document).Kind, got, want[row.Document])
		}
		for i, s := range row.Spans {
			if s.From > s.To || i > 0 && s.From <= row.Spans[i-1].To {
				t.Errorf("spans overlap: %v", row.Spans)
			}
		}
	}
	if row := o.Rows[2]; row.Last != w.day("2008-12-05") || row.Next != w.day("2009-11-30") || row.Shown.State != Late {
		t.Errorf("last %s, next %s, %s", row.Last, row.Next, row.Shown.State)
	}
}

// Mandate periods that change within a year share it; the earlier one has it.
func TestPeriodsThatShareAYear(t *testing.T) {
	w := newWorld(t, "2010-01-01")
	w.r = plan.Register{}
	w.entry(plan.ListBodies, board, plan.Filled{plan.KeyName: plan.Text("Styrelsen")})
	for _, p := range [][2]string{{"2018-10-15", "2022-10-14"}, {"2022-10-15", "2026-10-14"}} {
		w.entry(plan.ListPeriods, plan.ID(p[0]), plan.Filled{plan.KeyStart: plan.Day(w.day(p[0])), plan.KeyEnd: plan.Day(w.day(p[1]))})
	}
	w.inForce(plan.Strategy, "2018-10-20", nil)
	on := w.day("2024-01-01")
	first, last := YearsShown(w.r, on)
	o := OverviewOf(w.r, first-4, last, on)
	if got := drawn(o.Rows[0], len(o.Years)); got != "L~~~~n~~~-" {
		t.Errorf("from %d: %q", o.Years[0], got)
	}
}

func TestYearsShown(t *testing.T) {
	w := newWorld(t, "")
	for on, want := range map[string]string{"2024-05-01": "2023 2027", "2026-12-31": "2023 2027", "2027-01-01": "2024 2028"} {
		if first, last := YearsShown(w.r, w.day(on)); fmt.Sprint(first, last) != want {
			t.Errorf("on %s: %d %d, want %s", on, first, last, want)
		}
	}
}
