package plan_test

import (
	"testing"

	"ledstjarna/internal/plan"
)

func TestAWeekAsksForWhatIsLateAndWhatIsDueInIt(t *testing.T) {
	week := plan.WeekOf(date(t, "2026-11-22")) // a Sunday
	if week != (plan.DueSpan{From: date(t, "2026-11-16"), To: date(t, "2026-11-22")}) || plan.WeekOf(date(t, "2026-11-16")) != week {
		t.Errorf("the week is %v", week)
	}
	for _, c := range []struct {
		start, end, status string
		want               bool
	}{
		{"2026-10-01", "2026-11-15", "planned", true},
		{"2026-10-01", "2026-11-15", "", true},
		{"2026-10-01", "2026-11-15", "done", false},
		{"2026-10-01", "2026-11-15", "paused", false},
		{"2026-10-01", "2026-11-16", "done", true},
		{"2026-11-22", "", "planned", true},
		{"2026-11-22", "2026-11-23", "planned", false},
		{"2026-11-23", "", "planned", false},
		{"", "", "planned", false},
	} {
		a := plan.Activity{Status: c.status}
		if c.start != "" {
			a.Start = date(t, c.start)
		}
		if c.end != "" {
			a.End = date(t, c.end)
		}
		if got := week.Holds(a); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
