package plan

import "testing"

func TestCycleOfYear(t *testing.T) {
	var r Register
	if c := r.Cycle(2026); c.Opens != day(t, "2026-09-01") || c.Closes != day(t, "2026-11-30") {
		t.Errorf("default window %v", c)
	}
	o := Entry{ID: OrganisationID, Position: 1, Fields: NewContent(Filled{KeyWindowOpens: Text("11-15"), KeyWindowEnds: Text("02-15")})}
	r = r.Apply(Edit{Changes: []Change{EntryChange{ListOrganisation, nil, &o}}})
	if c := r.Cycle(2026); c.Opens != day(t, "2026-11-15") || c.Closes != day(t, "2027-02-15") {
		t.Errorf("window across the new year %v", c)
	}
	e, _, err := r.AddEntry(ListCycles, NewContent(Filled{KeyYear: Num(Int(2026)), KeyOpens: Day(day(t, "2026-10-01")), KeyCloses: Day(day(t, "2026-10-31"))}))
	if err != nil {
		t.Fatal(err)
	}
	if c := r.Apply(e).Cycle(2026); c.Opens != day(t, "2026-10-01") {
		t.Errorf("a year's own window %v", c)
	}
}

func TestAHalfFilledCycleFallsBackToTheUsualWindow(t *testing.T) {
	for _, tc := range []struct{ opens, closes, wantOpens, wantCloses string }{
		{"2026-10-01", "", "2026-10-01", "2026-11-30"},
		{"", "2026-12-15", "2026-09-01", "2026-12-15"},
		{"", "", "2026-09-01", "2026-11-30"},
		{"2026-12-01", "", "2026-09-01", "2026-11-30"}, // would close before it opens
		{"", "2026-08-01", "2026-09-01", "2026-11-30"},
	} {
		f := Filled{KeyYear: Num(Int(2026))}
		if tc.opens != "" {
			f[KeyOpens] = Day(day(t, tc.opens))
		}
		if tc.closes != "" {
			f[KeyCloses] = Day(day(t, tc.closes))
		}
		e, x, err := Register{}.AddEntry(ListCycles, NewContent(f))
		if err != nil {
			t.Fatal(err)
		}
		want := Cycle{x.ID, 2026, day(t, tc.wantOpens), day(t, tc.wantCloses)}
		if got := (Register{}).Apply(e).Cycle(2026); got != want {
			t.Errorf("opens %q, closes %q: %v, want %v", tc.opens, tc.closes, got, want)
		}
	}
}
