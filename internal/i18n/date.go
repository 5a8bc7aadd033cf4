package i18n

import (
	"fmt"
	"strings"
	"time"
)

// Day is a calendar day. Other types of the same shape convert to it:
// Day(date). The zero Day is no day and is written as nothing.
type Day struct {
	Year  int
	Month time.Month
	Day   int
}

// DayOf returns the day of t in t's own zone.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day{y, m, d}
}

func (d Day) time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// ISO writes a day as tables and metadata do, in every language: 2026-12-03.
func (p *Printer) ISO(d Day) string {
	if d == (Day{}) {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Date writes a day as headings do: "3 december 2026", "3 December 2026".
func (p *Printer) Date(d Day) string { return p.day("date.long", d) }

// DateInText writes a day as running text does: "den 3 december 2026",
// "3 December 2026". Its spaces are ordinary ones.
func (p *Printer) DateInText(d Day) string { return p.day("date.in-text", d) }

// DayMonth writes a day of a known year: "3 december", "3 December".
func (p *Printer) DayMonth(d Day) string { return p.day("date.day-month", d) }

// DayMonthShort writes a day of a known year where space is scarce: "3 dec".
func (p *Printer) DayMonthShort(d Day) string { return p.day("date.day-month-short", d) }

// Weekday writes a day near at hand: "torsdag 3 december".
func (p *Printer) Weekday(d Day) string { return p.day("date.weekday", d) }

// WeekdayDate writes a day in full: "torsdag 3 december 2026".
func (p *Printer) WeekdayDate(d Day) string { return p.day("date.weekday-long", d) }

// MonthYear writes the month of a day: "december 2026", "December 2026".
func (p *Printer) MonthYear(d Day) string { return p.day("date.month-year", d) }

// Week writes the ISO 8601 week of a day: "vecka 47", "week 47".
func (p *Printer) Week(d Day) string {
	if d == (Day{}) {
		return ""
	}
	_, week := d.time().ISOWeek()
	return p.T("date.week", "week", week)
}

// Span writes the days from one to another, both included, without repeating
// what they share: "16–22 november 2026", "28 september–4 oktober 2026".
func (p *Printer) Span(from, to Day) string { return p.span(from, to, p.Date) }

// SpanInYear is Span without the year where both days lie in one:
// "16–22 november".
func (p *Printer) SpanInYear(from, to Day) string {
	if from.Year != to.Year {
		return p.Span(from, to)
	}
	return p.span(from, to, p.DayMonth)
}

func (p *Printer) span(from, to Day, last func(Day) string) string {
	switch {
	case from == to:
		return last(to)
	case from.Year != to.Year:
		return p.Date(from) + "–" + last(to)
	case from.Month != to.Month:
		return p.DayMonth(from) + "–" + last(to)
	}
	return fmt.Sprint(from.Day) + "–" + last(to)
}

// Clock writes the time of day of t in t's own zone: "14:32".
func (p *Printer) Clock(t time.Time) string { return t.Format("15:04") }

// MonthName returns a month's name, in lower case where the language has it so.
func (p *Printer) MonthName(m time.Month) string {
	return p.T("month." + strings.ToLower(m.String()))
}

// MonthShort returns a month's name in three or four letters.
func (p *Printer) MonthShort(m time.Month) string {
	return p.T("month-short." + strings.ToLower(m.String()))
}

// WeekdayName returns a weekday's name.
func (p *Printer) WeekdayName(w time.Weekday) string {
	return p.T("weekday." + strings.ToLower(w.String()))
}

// WeekdayShort returns a weekday's name in two or three letters, for the head
// of a calendar.
func (p *Printer) WeekdayShort(w time.Weekday) string {
	return p.T("weekday-short." + strings.ToLower(w.String()))
}

// day fills the pattern of the key.
func (p *Printer) day(key string, d Day) string {
	if d == (Day{}) {
		return ""
	}
	return p.T(key,
		"day", d.Day, "month", p.MonthName(d.Month), "month-short", p.MonthShort(d.Month),
		"year", d.Year, "weekday", p.WeekdayName(d.time().Weekday()))
}
