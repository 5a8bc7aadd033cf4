package ui

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// The lines of a list of months are by day, of one day the meetings first and else as they
// came, however few or far apart they are.
func TestTheLinesOfMonthsAreInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := rapid.Custom(func(t *rapid.T) calendarDay {
			year := rapid.SampledFrom([]int{1, 1999, 2026, 2027, 9999}).Draw(t, "year")
			return calendarDayOf(plan.NewDate(year, 1, 1).AddDays(rapid.IntRange(0, 364).Draw(t, "day")))
		})
		some := rapid.SliceOfN(day, 1, 4).Draw(t, "days")
		n := rapid.IntRange(0, 30).Draw(t, "lines")
		lines, months := make([]calendarLine, n), map[calendarDay]bool{}
		for i := range lines {
			lines[i] = calendarLine{
				day: rapid.SampledFrom(some).Draw(t, "of"), other: int32(i), kind: rapid.SampledFrom([]calendarLineKind{lineOfThing, lineOfMeeting, lineOfPaper}).Draw(t, "kind"),
			}
			months[lines[i].day/100] = true
		}
		got, heads := linesByDay(lines)
		slices.SortStableFunc(lines, func(a, b calendarLine) int {
			if a.day != b.day {
				return int(a.day - b.day)
			}
			return map[bool]int{true: 0, false: 1}[a.kind == lineOfMeeting] - map[bool]int{true: 0, false: 1}[b.kind == lineOfMeeting]
		})
		if !slices.Equal(got, lines) || heads != len(months) {
			t.Fatalf("%v of %d months\nwant %v of %d", got, heads, lines, len(months))
		}
	})
}

// In a column of plans a name is told without the words that plans are named with, and
// whole where nothing else would be left or it has others.
func TestAPlanIsNamedShortlyWhereItSaysThatItIsOne(t *testing.T) {
	words, err := i18n.New(i18n.Swedish)
	if err != nil {
		t.Fatal(err)
	}
	m := &calendarModel{words: words}
	for title, want := range map[string]string{
		"Kommunikationsplan Nära vård": "Nära vård", "Kommunikationsplan 2023–2026": "2023–2026",
		"Kommunikationsplan": "Kommunikationsplan", "Kommunikationsplan ": "Kommunikationsplan ", "Snabbplan": "Snabbplan", "": "",
	} {
		if got := m.nameOf(&calendarPlan{title: title}); got != want {
			t.Errorf("%q is told as %q, want %q", title, got, want)
		}
	}
}
