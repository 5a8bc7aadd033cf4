package plan

import (
	"slices"
	"time"
)

// Span is one stretch of days on the line of the mandate periods: a period, the
// days that two of them share, or the days that none has.
type Span struct {
	Start, End Date
	Period     ID // of a period; of an overlap or a gap the later period
	Earlier    ID // of an overlap or a gap the earlier period, "" for a period
	Gap        bool
}

// Days is how many days the span has, both ends included.
func (s Span) Days() int { return s.Start.DaysUntil(s.End) + 1 }

// PeriodSpans returns the periods in order, with the days that they share or
// leave out as spans of their own right after the period in which they show.
// Periods that end before they start are left out.
func PeriodSpans(periods []Period) []Span {
	ps := slices.DeleteFunc(slices.Clone(periods), func(p Period) bool { return p.End.Before(p.Start) })
	slices.SortStableFunc(ps, func(a, b Period) int { return a.Start.Compare(b.Start) })
	var out []Span
	var reach Period // the one that reaches furthest so far
	for i, p := range ps {
		out = append(out, Span{Start: p.Start, End: p.End, Period: p.ID})
		switch {
		case i == 0:
		case !p.Start.After(reach.End):
			out = append(out, Span{Start: p.Start, End: earlier(p.End, reach.End), Period: p.ID, Earlier: reach.ID})
		case p.Start.After(reach.End.AddDays(1)):
			out = append(out, Span{Start: reach.End.AddDays(1), End: p.Start.AddDays(-1), Period: p.ID, Earlier: reach.ID, Gap: true})
		}
		if i == 0 || p.End.After(reach.End) {
			reach = p
		}
	}
	return out
}

func earlier(a, b Date) Date {
	if b.Before(a) {
		return b
	}
	return a
}

// PeriodPreset is a usual rhythm of mandate periods of four years.
type PeriodPreset struct {
	Code  string
	year  int // one in which a term begins
	month time.Month
	day   int
}

// termMonths is the length of a mandate period.
const termMonths = 48

// PeriodPresets returns the usual rhythms, the default first: from 1 January of
// the year after the general election to 31 December, and from 15 October of the
// election year to 14 October, as municipal and regional councils serve.
func PeriodPresets() []PeriodPreset {
	return []PeriodPreset{{"january", 2023, time.January, 1}, {"october", 2022, time.October, 15}}
}

// On returns the first and last day of the preset's term that the day lies in.
func (p PeriodPreset) On(d Date) (start, end Date) {
	terms := (d.Year - p.year) / 4
	for start = (Date{p.year + 4*terms, p.month, p.day}); start.After(d); {
		start = start.AddMonths(-termMonths)
	}
	for !start.AddMonths(termMonths).After(d) {
		start = start.AddMonths(termMonths)
	}
	return start, start.AddMonths(termMonths).AddDays(-1)
}

// Next proposes the next mandate period: from the day after the last one in the
// register, so that there is neither gap nor overlap, to the end of the preset's
// term that the day lies in, or of the one after where less than a year of it is
// left. Without periods it is the term that today lies in.
func (p PeriodPreset) Next(periods []Period, today Date) (start, end Date) {
	if len(periods) == 0 {
		return p.On(today)
	}
	last := periods[0].End
	for _, x := range periods {
		if x.End.After(last) {
			last = x.End
		}
	}
	start = last.AddDays(1)
	if _, end = p.On(start); end.Before(start.AddMonths(12).AddDays(-1)) {
		_, end = p.On(end.AddDays(1))
	}
	return start, end
}
