package i18n_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"ledstjarna/internal/i18n"
)

func TestDates(t *testing.T) {
	sv, en := printer(t, i18n.Swedish), printer(t, i18n.English)
	d := i18n.Day{Year: 2026, Month: time.December, Day: 3}
	for _, c := range []struct{ got, want string }{
		{sv.ISO(d), "2026-12-03"},
		{en.ISO(d), "2026-12-03"},
		{sv.Date(d), "3 december 2026"},
		{en.Date(d), "3 December 2026"},
		{sv.DateInText(d), "den 3 december 2026"},
		{en.DateInText(d), "3 December 2026"},
		{sv.DayMonth(d), "3 december"},
		{sv.DayMonthShort(d), "3 dec"},
		{en.DayMonthShort(d), "3 Dec"},
		{sv.Weekday(d), "torsdag 3 december"},
		{en.Weekday(d), "Thursday 3 December"},
		{sv.WeekdayDate(d), "torsdag 3 december 2026"},
		{sv.MonthYear(d), "december 2026"},
		{sv.Week(d), "vecka 49"},
		{en.Week(d), "week 49"},
		{sv.Week(i18n.Day{Year: 2026, Month: time.November, Day: 22}), "vecka 47"},
		{sv.Week(i18n.Day{Year: 2027, Month: time.January, Day: 3}), "vecka 53"},
		{sv.MonthName(time.May), "maj"},
		{en.MonthShort(time.September), "Sep"},
		{sv.WeekdayName(time.Sunday), "söndag"},
		{sv.WeekdayShort(time.Saturday), "lör"},
		{sv.Clock(time.Date(2026, 11, 22, 14, 32, 59, 0, time.UTC)), "14:32"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestSpans(t *testing.T) {
	sv := printer(t, i18n.Swedish)
	day := func(y int, m time.Month, d int) i18n.Day { return i18n.Day{Year: y, Month: m, Day: d} }
	for _, c := range []struct{ got, want string }{
		{sv.Span(day(2026, 11, 16), day(2026, 11, 22)), "16–22 november 2026"},
		{sv.Span(day(2026, 9, 28), day(2026, 10, 4)), "28 september–4 oktober 2026"},
		{sv.Span(day(2026, 12, 28), day(2027, 1, 3)), "28 december 2026–3 januari 2027"},
		{sv.Span(day(2026, 11, 16), day(2026, 11, 16)), "16 november 2026"},
		{sv.SpanInYear(day(2026, 11, 16), day(2026, 11, 22)), "16–22 november"},
		{sv.SpanInYear(day(2026, 9, 28), day(2026, 10, 4)), "28 september–4 oktober"},
		{sv.SpanInYear(day(2026, 12, 28), day(2027, 1, 3)), "28 december 2026–3 januari 2027"},
		{printer(t, i18n.English).Span(day(2026, 11, 16), day(2026, 11, 22)), "16–22 November 2026"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestNoDayIsWrittenAsNothing(t *testing.T) {
	p := printer(t, i18n.Swedish)
	for _, write := range []func(i18n.Day) string{
		p.ISO, p.Date, p.DateInText, p.DayMonth, p.DayMonthShort, p.Weekday, p.WeekdayDate, p.MonthYear, p.Week,
	} {
		if got := write(i18n.Day{}); got != "" {
			t.Errorf("no day is written as %q", got)
		}
	}
}

func TestEveryDayIsComplete(t *testing.T) {
	printers := []*i18n.Printer{printer(t, i18n.Swedish), printer(t, i18n.English)}
	rapid.Check(t, func(t *rapid.T) {
		at := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 40000).Draw(t, "days"))
		d := i18n.DayOf(at)
		for _, p := range printers {
			if got := p.ISO(d); got != at.Format(time.DateOnly) {
				t.Fatalf("ISO = %q, want %q", got, at.Format(time.DateOnly))
			}
			for _, s := range []string{p.DateInText(d), p.Weekday(d), p.WeekdayDate(d), p.DayMonthShort(d), p.Week(d), p.WeekdayShort(at.Weekday())} {
				if s == "" || i18n.Incomplete(s) {
					t.Fatalf("%s is written as %q", d.Month, s)
				}
			}
		}
	})
}
