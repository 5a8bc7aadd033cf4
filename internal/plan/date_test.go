package plan_test

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

func date(t testing.TB, s string) plan.Date {
	t.Helper()
	d, err := plan.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParseDateRefusesWhatIsNoDay(t *testing.T) {
	for _, s := range []string{
		"", "2026", "2026-11", "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-04-01", "2026-4-1",
		" 2026-04-01", "2026-04-01 ", "2026/04/01", "2026-04-01T10:00:00Z", "i morgon", "-026-04-01",
	} {
		if d, err := plan.ParseDate(s); !errors.Is(err, plan.ErrDate) {
			t.Errorf("%q is read as %v, %v; want ErrDate", s, d, err)
		}
	}
	if d := date(t, "2028-02-29"); d.String() != "2028-02-29" {
		t.Errorf("the leap day is %s", d)
	}
}

func TestAddMonthsMovesOnlyDaysThatDoNotExist(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2027-02-28", -6, "2026-08-28"},
		{"2028-02-29", -12, "2027-02-28"},
		{"2026-08-31", -6, "2026-02-28"},
		{"2026-12-31", 6, "2027-06-30"},
		{"2026-01-31", 1, "2026-02-28"},
		{"2027-11-30", 3, "2028-02-29"},
		{"2026-11-22", 0, "2026-11-22"},
		{"2026-01-15", -13, "2024-12-15"},
		{"2026-12-01", 48, "2030-12-01"},
	} {
		if got := date(t, c.from).AddMonths(c.months).String(); got != c.want {
			t.Errorf("%s and %d months is %s, want %s", c.from, c.months, got, c.want)
		}
	}
}

func TestDatesKeepTheirLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := plantest.RandomDate(t)
		n := rapid.IntRange(-100_000, 100_000).Draw(t, "n")
		e := d.AddDays(n)
		if got := d.DaysUntil(e); got != n {
			t.Fatalf("%s until %s is %d days, want %d", d, e, got, n)
		}
		if e.AddDays(-n) != d {
			t.Fatalf("%s and back is %s", d, e.AddDays(-n))
		}
		if d.Before(e) != (n > 0) || d.After(e) != (n < 0) || d.Compare(e) != -e.Compare(d) {
			t.Fatalf("%s and %s do not compare", d, e)
		}
		if got, err := plan.ParseDate(d.String()); err != nil || got != d {
			t.Fatalf("%s is read back as %s, %v", d, got, err)
		}
		if got := plan.DateOf(d.Time()); got != d {
			t.Fatalf("%s is the day of its own midnight: %s", d, got)
		}
		if m := d.AddMonths(n / 1000); m.Day > d.Day {
			t.Fatalf("%s and %d months is %s", d, n/1000, m)
		}
	})
}

func TestDateInIncludesBothEnds(t *testing.T) {
	from, to := date(t, "2026-09-01"), date(t, "2026-11-30")
	for s, want := range map[string]bool{
		"2026-08-31": false, "2026-09-01": true, "2026-10-10": true, "2026-11-30": true, "2026-12-01": false,
	} {
		if got := date(t, s).In(from, to); got != want {
			t.Errorf("%s in the window: %v", s, got)
		}
	}
}

func TestDateIsOfItsOwnZone(t *testing.T) {
	stockholm := time.FixedZone("CET", 3600)
	if got := plan.DateOf(time.Date(2026, 11, 22, 0, 30, 0, 0, stockholm)).String(); got != "2026-11-22" {
		t.Errorf("half past midnight in Stockholm is on %s", got)
	}
}

func TestDateAsText(t *testing.T) {
	var d plan.Date
	if err := d.UnmarshalText([]byte("2026-11-22")); err != nil || d.String() != "2026-11-22" {
		t.Errorf("read %s, %v", d, err)
	}
	if err := d.UnmarshalText(nil); err != nil || !d.IsZero() || d.String() != "" {
		t.Errorf("nothing is read as %q, %v", d, err)
	}
	if err := d.UnmarshalText([]byte("2026-02-30")); !errors.Is(err, plan.ErrDate) {
		t.Errorf("30 February: %v", err)
	}
}
