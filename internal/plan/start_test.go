package plan

import "testing"

func TestMandatePeriodOn(t *testing.T) {
	for _, tc := range []struct{ on, start, end string }{
		{"2022-12-31", "2019-01-01", "2022-12-31"},
		{"2023-01-01", "2023-01-01", "2026-12-31"},
		{"2026-12-31", "2023-01-01", "2026-12-31"},
		{"2027-01-01", "2027-01-01", "2030-12-31"},
		{"2019-06-01", "2019-01-01", "2022-12-31"},
		{"2010-06-01", "2007-01-01", "2010-12-31"},
	} {
		start, end := MandatePeriodOn(day(t, tc.on))
		if start.String() != tc.start || end.String() != tc.end {
			t.Errorf("on %s: %s–%s, want %s–%s", tc.on, start, end, tc.start, tc.end)
		}
	}
}

func TestStart(t *testing.T) {
	e := Start("Förbundet", func(code string) string { return "«" + code + "»" }, day(t, "2026-11-22"))
	r := Register{}.Apply(e)
	if got := r.Organisation().Text(KeyName); got != "Förbundet" {
		t.Errorf("organisation %q", got)
	}
	if p, ok := r.PeriodOn(day(t, "2026-11-22")); !ok || p.Name != "2023–2026" {
		t.Errorf("period %v", p)
	}
	as := r.Entries(ListAudiences)
	if len(as) != len(CoreAudiences()) || as[0].Fields.Text(KeyName) != "«board-chair»" {
		t.Errorf("audiences %v", as)
	}
}
