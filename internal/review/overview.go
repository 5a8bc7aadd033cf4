package review

import (
	"slices"

	"ledstjarna/internal/plan"
)

// Overview is how the reviews of all documents stand, year by year.
type Overview struct {
	On    plan.Date
	Years []int // consecutive, oldest first
	Rows  []OverviewRow
}

// OverviewRow is one document. A document on which nothing is adopted has none.
type OverviewRow struct {
	Document plan.ID
	Rule     plan.Rule
	Shown    Duty      // the duty that stands for it; not read where Owes is false
	Owes     bool      // it has duties at all
	Last     plan.Date // last reviewed; no date: never
	Next     plan.Date // next review is due; no date: none is owed
	Spans    []Span    // oldest first, not overlapping; years without one are blank
	Needs    []Duty    // that were registered, handled ones too
}

// Span is one or more years of a row, both inclusive.
type Span struct {
	From, To int // indices into Years
	// Duty stands for these years: a period's for all of its years, a window's for
	// its own. Not read where Idle is set.
	Duty Duty
	Idle bool // the document applied in these years and owed no review
}

// OverviewOf returns the overview of the years as it stands on the day, the
// documents in the order of the register. The years run from the first to the
// last, both inclusive.
func OverviewOf(r plan.Register, first, last int, on plan.Date) Overview {
	o := Overview{On: on}
	for y := first; y <= last; y++ {
		o.Years = append(o.Years, y)
	}
	c := newCalendar(r, on)
	for _, d := range r.Documents() {
		if as := r.Adoptions(d.ID); len(as) == 0 || as[0].Date.After(on) {
			continue
		}
		o.Rows = append(o.Rows, c.overviewRow(d, o.Years))
	}
	return o
}

// YearsShown returns the years that an overview shows by itself: those of the
// mandate period of the day and the year after, or where there is none, the
// three years before the day's to the one after.
func YearsShown(r plan.Register, on plan.Date) (first, last int) {
	if p, ok := r.PeriodOn(on); ok {
		return p.Start.Year, p.End.Year + 1
	}
	return on.Year - 3, on.Year + 1
}

func (c *calendar) overviewRow(d plan.Document, years []int) OverviewRow {
	row := OverviewRow{Document: d.ID, Rule: c.ruleOf(d)}
	var scheduled []Duty
	for _, x := range c.duties(d) {
		if x.Rule == plan.R3 {
			row.Needs = append(row.Needs, x)
			continue
		}
		scheduled = append(scheduled, x)
		if row.Next.IsZero() && x.State.Open() {
			row.Next = x.Due
		}
	}
	row.Shown, row.Owes = Shown(append(slices.Clip(scheduled), row.Needs...))
	row.Last, _ = LastReviewed(c.r, d.ID, c.on)
	if len(years) == 0 {
		return row
	}
	row.Spans = spans(scheduled, years)
	return idle(row.Spans, c.r.ForceOf(d.ID), years, row)
}

// spans gives each duty its years; where two periods share one, it is the
// earlier one's.
func spans(duties []Duty, years []int) []Span {
	var out []Span
	taken := years[0] - 1
	for _, d := range duties {
		from, to := d.Concern.Year, d.Concern.Year
		if d.Rule == plan.R1 {
			from, to = d.Opens.Year, d.Due.Year
		}
		from, to = max(from, taken+1), min(to, years[len(years)-1])
		if from > to {
			continue
		}
		out = append(out, Span{From: from - years[0], To: to - years[0], Duty: d})
		taken = to
	}
	return out
}

// idle fills the years in which the document applied and owed nothing, runs of
// them joined for documents that owe nothing at all.
func idle(duties []Span, f plan.Force, years []int, row OverviewRow) OverviewRow {
	row.Spans = nil
	next := 0
	fill := func(until int) {
		for ; next < until; next++ {
			y := years[next]
			applies := f.Overlaps(plan.NewDate(y, 1, 1), plan.NewDate(y, 12, 31))
			if !applies {
				continue
			}
			if n := len(row.Spans) - 1; n >= 0 && row.Spans[n].Idle && row.Spans[n].To == next-1 && row.Rule == plan.R0 {
				row.Spans[n].To = next
				continue
			}
			row.Spans = append(row.Spans, Span{From: next, To: next, Idle: true})
		}
	}
	for _, s := range duties {
		fill(s.From)
		row.Spans = append(row.Spans, s)
		next = s.To + 1
	}
	fill(len(years))
	return row
}
