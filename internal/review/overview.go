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

// Standing is how the document stands as a person is told.
func (row OverviewRow) Standing() Standing {
	switch {
	case row.Owes:
		return row.Shown.Standing()
	case row.Rule == plan.R0:
		return Exempt
	}
	return Unwatched
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
	o := Overview{On: on, Years: yearsOf(first, last)}
	c := newCalendar(r, on)
	docs := r.Documents()
	o.Rows = make([]OverviewRow, 0, len(docs))
	for _, d := range docs {
		if row, ok := c.overviewRow(d, c.duties(d), o.Years); ok {
			o.Rows = append(o.Rows, row)
		}
	}
	return o
}

func yearsOf(first, last int) []int {
	var out []int
	for y := first; y <= last; y++ {
		out = append(out, y)
	}
	return out
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

// overviewRow is the row of a document that has the duties; false where nothing is
// adopted.
func (c *calendar) overviewRow(d plan.Document, all []Duty, years []int) (OverviewRow, bool) {
	row := OverviewRow{Document: d.ID, Rule: c.ruleOf(d)}
	as := c.r.Adoptions(d.ID)
	if len(as) == 0 || as[0].Date.After(c.on) {
		return row, false
	}
	scheduled := slices.IndexFunc(all, func(x Duty) bool { return x.Rule == plan.R3 })
	if scheduled < 0 {
		scheduled = len(all)
	} else {
		row.Needs = all[scheduled:]
	}
	if next := slices.IndexFunc(all[:scheduled], func(x Duty) bool { return x.State.Open() }); next >= 0 {
		row.Next = all[next].Due
	}
	row.Shown, row.Owes = Shown(all)
	row.Last, _ = c.lastReviewed(d.ID, as)
	if len(years) > 0 {
		row.Spans = spans(all[:scheduled], c.r.ForceBy(d.ID, c.on), years, row.Rule == plan.R0)
	}
	return row, true
}

// spans gives each duty its years, where two periods share one, the earlier of
// them, and fills those in which the document applied and owed nothing; joined
// tells to make one of a run of these.
func spans(duties []Duty, f plan.Force, years []int, joined bool) []Span {
	out := make([]Span, 0, len(years))
	next := 0 // index of the first year of which nothing is said yet
	idle := func(until int) {
		for ; next < until; next++ {
			n := len(out) - 1
			switch {
			case !f.Overlaps(plan.NewDate(years[next], 1, 1), plan.NewDate(years[next], 12, 31)):
			case joined && n >= 0 && out[n].Idle && out[n].To == next-1:
				out[n].To = next
			default:
				out = append(out, Span{From: next, To: next, Idle: true})
			}
		}
	}
	for i := range duties {
		from, to := duties[i].years()
		from, to = max(from-years[0], next), min(to-years[0], len(years)-1)
		if from > to {
			continue
		}
		idle(from)
		out = append(out, Span{From: from, To: to, Duty: duties[i]})
		next = to + 1
	}
	idle(len(years))
	return out
}

// years are those that the duty stands for.
func (d *Duty) years() (from, to int) {
	if d.Rule == plan.R1 {
		return d.Opens.Year, d.Due.Year
	}
	return d.Concern.Year, d.Concern.Year
}
