package report

import (
	"slices"
	"strconv"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// The widths of the table's columns in mm; the first has what the others leave of
// the page.
const (
	statusPage     = 160.0
	statusInterval = 14.5
	statusNext     = 22.5
	statusState    = 40.5
	statusYear     = 8.5
)

// table has a row for each document: its interval, when it is due next, how it
// stands, and a column for each year.
func (p *statusPaper) table() Table {
	w := p.Words
	years := p.yearsWithContent()
	first := statusPage - statusInterval - statusNext - statusState - statusYear*float64(len(years))
	t := Table{Named: true, Summary: w.T("status-paper.summary"), Columns: []Column{
		{Head: w.T("column.document"), Width: first},
		{Head: w.T("column.interval"), Width: statusInterval},
		{Head: w.T("duty.next"), Width: statusNext},
		{Head: w.T("column.status"), Width: statusState},
	}}
	for _, i := range years {
		t.Columns = append(t.Columns, Column{Head: strconv.Itoa(p.o.Years[i]), Align: Centre, Width: statusYear})
	}
	for _, row := range p.rows {
		cells := []Cell{
			{Text: Plain(row.title)}, {Text: Plain(w.T("interval." + string(row.Rule)))}, {Text: Plain(p.iso(row.Next))}, p.stateCell(row),
		}
		for _, i := range years {
			cells = append(cells, Cell{Text: p.yearCell(row, i)})
		}
		t.Rows = append(t.Rows, TableRow{Cells: cells})
	}
	return t
}

// yearsWithContent returns the indices of the years in which some document
// applied.
func (p *statusPaper) yearsWithContent() []int {
	var out []int
	for i := p.years[0]; i <= p.years[1]; i++ {
		if slices.ContainsFunc(p.rows, func(row statusRow) bool { _, ok := spanOf(row, i); return ok }) {
			out = append(out, i)
		}
	}
	return out
}

func spanOf(row statusRow, year int) (review.Span, bool) {
	for _, s := range row.Spans {
		if s.From <= year && year <= s.To {
			return s, true
		}
	}
	return review.Span{}, false
}

// yearState is how the year of a row stands. A duty of several years has its
// state in the last of them that is shown.
func (p *statusPaper) yearState(row statusRow, year int) (review.Standing, bool) {
	s, ok := spanOf(row, year)
	switch {
	case !ok:
		return "", false
	case s.Idle || year < min(s.To, p.years[1]):
		return review.Standing(review.NotDue), true
	}
	return s.Duty.Standing(), true
}

func (p *statusPaper) yearCell(row statusRow, year int) Text {
	state, ok := p.yearState(row, year)
	if !ok {
		return nil
	}
	s := p.stateText(state)
	s.Alone = true
	return Text{s}
}

// stateCell says how the document stands, and since or until when.
func (p *statusPaper) stateCell(row statusRow) Cell {
	s := p.stateText(row.standing)
	state := row.standing.State()
	s.Bold = state == review.Late || state == review.Urgent
	if !row.Owes {
		return Cell{Text: Text{s}}
	}
	d := row.Shown
	c := Cell{Text: Text{s}}
	more := ""
	switch {
	case !d.Met.IsZero():
		more = " " + p.iso(d.Met)
	case d.State == review.Closed:
		more = " " + p.iso(d.Ended)
	case d.Rule == plan.R3:
		more = ", " + p.Words.N("days.open", d.Days)
	case d.State != review.NotDue:
		more = ", " + p.Words.N("count.days", d.Days)
	}
	if more != "" {
		c.Text = append(c.Text, Span{Text: more, Muted: true})
	}
	if d.State == review.Deviation && !d.Planned.IsZero() {
		c.Second = Plain(p.Words.T("status-paper.planned", "date", p.iso(d.Planned)))
	}
	return c
}

// legend explains every symbol of the table, the most severe last.
func (p *statusPaper) legend() Legend {
	used := map[review.Standing]bool{}
	for _, row := range p.rows {
		used[row.standing] = true
		for i := p.years[0]; i <= p.years[1]; i++ {
			if state, ok := p.yearState(row, i); ok {
				used[state] = true
			}
		}
	}
	var (
		out   Legend
		order []review.Standing
	)
	for _, state := range []review.State{
		review.Done, review.DoneLate, review.DoneByAdoption, review.Upcoming, review.Due, review.Urgent, review.Deviation, review.Late,
		review.NotDue, review.Closed,
	} {
		order = append(order, review.Standing(state))
	}
	for _, x := range append(order, review.Lapsed, review.Unwatched, review.Exempt) {
		if used[x] {
			out.Entries = append(out.Entries, Text{p.stateText(x)})
		}
	}
	return out
}

// needs lists the registered needs that nothing has handled yet.
func (p *statusPaper) needs() []Block {
	w := p.Words
	t := Table{Named: true, Columns: []Column{
		{Head: w.T("column.document")},
		{Head: w.T("status-paper.need")},
		{Head: w.T("status-paper.registered"), Fixed: true},
		{Head: w.T("column.status"), Fixed: true},
	}}
	for _, row := range p.rows {
		for _, need := range row.Needs {
			if !need.State.Open() {
				continue
			}
			state := Text{p.stateText(need.Standing()), {Text: ", " + w.N("days.open", need.Days), Muted: true}}
			t.Rows = append(t.Rows, TableRow{Cells: []Cell{
				{Text: Plain(row.title)}, {Text: Plain(need.Label)}, {Text: Plain(p.iso(need.Opens))}, {Text: state},
			}})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []Block{Heading{Level: 2, Text: w.T("status-paper.needs")}, t}
}
