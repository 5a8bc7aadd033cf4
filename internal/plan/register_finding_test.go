package plan

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// registerWith is a register with entries put in as a file may hold them, past
// the checks of AddEntry. The ID of each is its list and number: "periods-1".
func registerWith(l ListName, entries ...Filled) Register {
	var r Register
	for i, f := range entries {
		id := ID(fmt.Sprintf("%s-%d", l, i+1))
		if l == ListOrganisation {
			id = OrganisationID
		}
		e := Entry{ID: id, Position: i + 1, Fields: NewContent(f)}
		r = r.Apply(Edit{Changes: []Change{EntryChange{l, nil, &e}}})
	}
	return r
}

func days(t *testing.T, pairs ...any) Filled {
	t.Helper()
	f := Filled{}
	for i := 0; i < len(pairs); i += 2 {
		f[pairs[i].(Key)] = Day(day(t, pairs[i+1].(string)))
	}
	return f
}

func and(f Filled, k Key, v Value) Filled { f[k] = v; return f }

// Each rule has an example that breaks it and one, as near as can be, that does
// not.
func TestRegisterFindings(t *testing.T) {
	span := func(start, end string) Filled { return days(t, KeyStart, start, KeyEnd, end) }
	cycle := func(year int64, opens, closes string) Filled {
		return and(days(t, KeyOpens, opens, KeyCloses, closes), KeyYear, Num(Int(year)))
	}
	meeting := func(date string, more ...any) Filled {
		return and(days(t, append([]any{KeyDate, date}, more...)...), KeyBody, Ref("meetings-9"))
	}
	named := func(name string) Filled { return Filled{KeyName: Text(name)} }
	for _, tc := range []struct {
		rule      string
		list      ListName
		sev       Severity
		entry     ID
		bad, good []Filled
	}{
		{"missing", ListRoles, Error, "roles-1", []Filled{named(" ")}, []Filled{named("Kansliet")}},
		{"recommended", ListMembers, Hint, "members-1", []Filled{named("Ale")}, []Filled{and(named("Ale"), KeyPopulation, Num(Int(1)))}},
		{"out-of-bounds", ListMembers, Warning, "members-1", []Filled{and(named("Ale"), KeyPopulation, Num(Int(20_000_001)))}, []Filled{and(named("Ale"), KeyPopulation, Num(Int(20_000_000)))}},
		{"too-many-words", ListMessages, Warning, "messages-1", []Filled{{KeyText: Text(wordy(26))}}, []Filled{{KeyText: Text(wordy(25))}}},
		{"ends-before-start", ListAssignments, Error, "assignments-1", []Filled{and(span("2026-02-01", "2026-01-31"), KeyName, Text("x"))}, []Filled{span("2026-02-01", "2026-02-01")}},
		{"period-overlap", ListPeriods, Error, "periods-2", []Filled{span("2023-01-01", "2026-12-31"), span("2026-12-31", "2030-12-31")}, []Filled{span("2023-01-01", "2026-12-31"), span("2027-01-01", "2030-12-31")}},
		{"period-gap", ListPeriods, Warning, "periods-1", []Filled{span("2027-01-02", "2030-12-31"), span("2023-01-01", "2026-12-31")}, []Filled{span("2027-01-01", "2030-12-31"), span("2023-01-01", "2026-12-31")}},
		{"cycle-reversed", ListCycles, Error, "cycles-1", []Filled{cycle(2026, "2026-11-30", "2026-09-01")}, []Filled{cycle(2026, "2026-09-01", "2026-09-01")}},
		{"cycle-twice", ListCycles, Error, "cycles-2", []Filled{cycle(2026, "2026-09-01", "2026-10-01"), cycle(2026, "2026-09-01", "2026-11-01")}, []Filled{cycle(2026, "2026-09-01", "2026-10-01"), cycle(2027, "2027-09-01", "2027-11-01")}},
		{"cycle-year", ListCycles, Warning, "cycles-1", []Filled{cycle(2026, "2027-01-01", "2027-02-01")}, []Filled{cycle(2026, "2026-12-01", "2027-02-01")}},
		{"meeting-without-body", ListMeetings, Error, "meetings-1", []Filled{days(t, KeyDate, "2026-12-03")}, []Filled{meeting("2026-12-03")}},
		{"dangling", ListMeetings, Warning, "meetings-1", []Filled{and(days(t, KeyDate, "2026-12-03"), KeyBody, Ref("gone"))}, nil},
		{"meeting-twice", ListMeetings, Warning, "meetings-2", []Filled{meeting("2026-12-03"), meeting("2026-12-03")}, []Filled{meeting("2026-12-03"), and(meeting("2026-12-03"), KeyTime, Text("13.00"))}},
		{"deadline-after-meeting", ListMeetings, Error, "meetings-1", []Filled{meeting("2026-12-03", KeyStopDate, "2026-12-04")}, []Filled{meeting("2026-12-03", KeyStopDate, "2026-12-03", KeyDispatch, "2026-12-03")}},
		{"dispatch-before-stop", ListMeetings, Warning, "meetings-1", []Filled{meeting("2026-12-03", KeyStopDate, "2026-12-02", KeyDispatch, "2026-12-01")}, []Filled{meeting("2026-12-03", KeyStopDate, "2026-12-02", KeyDispatch, "2026-12-02")}},
		{"name-twice", ListMembers, Warning, "members-2", []Filled{named("Älvdalen"), named(" A\u0308LVDALEN ")}, []Filled{named("Älvdalen"), named("Alvdalen")}},
		{"name-twice", ListMessages, Warning, "messages-2", []Filled{{KeyText: Text("Ett")}, {KeyText: Text("ett")}}, []Filled{{KeyText: Text("Ett")}, {KeyText: Text("Två")}}},
		{"number-twice", ListAssignments, Warning, "assignments-2", []Filled{{KeyNo: Text("7")}, {KeyNo: Text("7")}}, []Filled{{}, {}}},
		{"size-class-differs", ListMembers, Hint, "members-1", []Filled{{KeyPopulation: Num(Int(15_000)), KeySizeClass: Text("under-15000")}}, []Filled{{KeyPopulation: Num(Int(14_999)), KeySizeClass: Text("under-15000")}}},
		{"colour", ListOrganisation, Warning, OrganisationID, []Filled{{KeyAccent: Text("mörkblå")}}, []Filled{{KeyAccent: Text("#0B4F6C")}}},
		{"cycle-missing", ListOrganisation, Warning, OrganisationID, []Filled{{KeyWindowOpens: Text("09-01"), KeyWindowEnds: Text("31 nov")}}, []Filled{{KeyWindowOpens: Text("09-01"), KeyWindowEnds: Text("11-30")}}},
	} {
		broken := func(entries []Filled) []RegisterFinding {
			return slices.DeleteFunc(RegisterFindings(registerWith(tc.list, entries...), day(t, "2026-11-22")), func(f RegisterFinding) bool { return f.Rule != tc.rule })
		}
		got := broken(tc.bad)
		if len(got) != 1 || got[0].Severity != tc.sev || got[0].Entry != tc.entry || got[0].List != tc.list {
			t.Errorf("%s: %+v", tc.rule, got)
		}
		if got := broken(tc.good); len(got) > 0 {
			t.Errorf("%s where there is none: %+v", tc.rule, got)
		}
		if !slices.Contains(RegisterFindingRules(), tc.rule) {
			t.Errorf("%s is not among the rules", tc.rule)
		}
	}
}

func wordy(n int) string {
	s := ""
	for range n {
		s += "ord "
	}
	return s
}

func TestFindingsTellHowLong(t *testing.T) {
	span := func(start, end string) Filled { return days(t, KeyStart, start, KeyEnd, end) }
	r := registerWith(ListPeriods, span("2015-01-01", "2018-12-31"), span("2019-02-01", "2022-12-31"), span("2022-12-30", "2026-12-31"))
	want := []RegisterFinding{
		{Warning, "period-gap", ListPeriods, "periods-2", KeyStart, "periods-1", day(t, "2019-01-01"), day(t, "2019-01-31"), 31},
		{Error, "period-overlap", ListPeriods, "periods-3", KeyStart, "periods-2", day(t, "2022-12-30"), day(t, "2022-12-31"), 2},
	}
	got := RegisterFindings(r, day(t, "2026-11-22"))
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if one := FindingsOf(got, ListPeriods, "periods-2"); len(one) != 1 || one[0].Rule != "period-gap" {
		t.Errorf("of one entry: %v", one)
	}
}

// A meeting that has been is not asked for a time and a place any more.
func TestWhatHasBeenIsNotAskedFor(t *testing.T) {
	r := registerWith(ListMeetings, and(days(t, KeyDate, "2026-11-21"), KeyBody, Ref("meetings-1")))
	for on, want := range map[string]bool{"2026-11-21": true, "2026-11-22": false} {
		got := slices.ContainsFunc(RegisterFindings(r, day(t, on)), func(f RegisterFinding) bool { return f.Rule == "recommended" })
		if got != want {
			t.Errorf("on %s: %v", on, got)
		}
	}
}

// The spans of periods cover every day between the first and the last: a day
// that one period has is in a period's span, one that none has in a gap's, one
// that several have in an overlap's.
func TestSpansCoverEveryDay(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		from := NewDate(2020, 1, 1)
		var periods []Period
		for i := range rapid.IntRange(0, 6).Draw(rt, "periods") {
			start := from.AddDays(rapid.IntRange(0, 60).Draw(rt, "start"))
			periods = append(periods, Period{ID(fmt.Sprint(i)), "", start, start.AddDays(rapid.IntRange(-1, 25).Draw(rt, "days"))})
		}
		spans := PeriodSpans(periods)
		for i := range 95 {
			d, many := from.AddDays(i), 0
			var before, after bool
			for _, p := range periods {
				if p.End.Before(p.Start) {
					continue
				}
				if d.In(p.Start, p.End) {
					many++
				}
				before, after = before || p.End.Before(d), after || p.Start.After(d)
			}
			var in, shared, gap bool
			for _, s := range spans {
				switch {
				case !d.In(s.Start, s.End):
				case s.Gap:
					gap = true
				case s.Earlier != "":
					shared = true
				default:
					in = true
				}
			}
			if in != (many > 0) || shared != (many > 1) || gap != (many == 0 && before && after) {
				rt.Fatalf("%s is in %d periods: in %v, shared %v, gap %v of %v", d, many, in, shared, gap, spans)
			}
		}
	})
}

func TestPeriodPresets(t *testing.T) {
	period := func(start, end string) Period { return Period{Start: day(t, start), End: day(t, end)} }
	for _, tc := range []struct {
		preset     int
		periods    []Period
		today      string
		start, end string
	}{
		{0, nil, "2026-11-22", "2023-01-01", "2026-12-31"},
		{0, nil, "2022-12-31", "2019-01-01", "2022-12-31"},
		{1, nil, "2026-10-14", "2022-10-15", "2026-10-14"},
		{1, nil, "2026-10-15", "2026-10-15", "2030-10-14"},
		{0, []Period{period("2023-01-01", "2026-12-31"), period("2019-01-01", "2022-12-31")}, "2026-11-22", "2027-01-01", "2030-12-31"},
		{1, []Period{period("2022-10-15", "2026-10-14")}, "2026-11-22", "2026-10-15", "2030-10-14"},
		{1, []Period{period("2023-01-01", "2026-12-31")}, "2026-11-22", "2027-01-01", "2030-10-14"},
		{0, []Period{period("2022-10-15", "2026-10-14")}, "2026-11-22", "2026-10-15", "2030-12-31"}, // not the eleven weeks that are left of 2026
		{0, []Period{period("2007-01-01", "2009-12-31")}, "2026-11-22", "2010-01-01", "2010-12-31"}, // exactly a year
	} {
		p := PeriodPresets()[tc.preset]
		start, end := p.Next(tc.periods, day(t, tc.today))
		if start != day(t, tc.start) || end != day(t, tc.end) {
			t.Errorf("%s after %v: %s–%s, want %s–%s", p.Code, tc.periods, start, end, tc.start, tc.end)
		}
	}
}

// What is proposed can always be added, and leaves no gap.
func TestProposedPeriodsJoin(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var r Register
		today := NewDate(2026, 11, 22).AddDays(rapid.IntRange(-9000, 9000).Draw(rt, "today"))
		for range 6 {
			p := rapid.SampledFrom(PeriodPresets()).Draw(rt, "preset")
			start, end := p.Next(r.Periods(), today)
			e, _, err := r.AddEntry(ListPeriods, NewContent(Filled{KeyStart: Day(start), KeyEnd: Day(end)}))
			if err != nil {
				rt.Fatal(err)
			}
			if n := start.DaysUntil(end); n < 364 || n > 365*5+1 {
				rt.Fatalf("%s–%s is no mandate period", start, end)
			}
			r = r.Apply(e)
		}
		if fs := RegisterFindings(r, today); len(fs) > 0 {
			rt.Fatalf("%v", fs)
		}
	})
}
