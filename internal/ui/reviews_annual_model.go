package ui

import (
	"slices"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// annualModel is the year's review of all documents that owe it.
type annualModel struct {
	words  *i18n.Printer
	year   int
	closes plan.Date
	rows   []annualLine
}

// annualLine is one document in it.
type annualLine struct {
	duty    review.Duty // of the year
	shown   review.Duty // that stands for the document
	title   string
	version string
	last    plan.Date
	outcome string // of the review that met it
	ticked  bool
	order   i18n.SortKey
}

// The columns of the table.
const (
	columnTick    = "tick"
	columnVersion = "version"
	columnLast    = "last"
	columnOutcome = "outcome"
	columnState   = "state"
)

// annualYear is the year whose review is in front: of the latest window that has
// opened or is about to.
func annualYear(o outlook) int {
	r, today := o.register, o.today
	year := today.Year
	if opens := r.Cycle(year).Opens; !opens.IsZero() && today.Before(opens.AddDays(-30)) {
		year--
		for d := range o.ledger.Each(r, today) {
			if d.Rule == plan.R2 && d.Concern.Year == year && d.State.Open() {
				return year
			}
		}
		return year + 1
	}
	return year
}

// annualOf makes the table of the year. What is ticked stays ticked as long as it
// is owed.
func annualOf(p *i18n.Printer, o outlook, year int, ticked map[plan.ID]bool) annualModel {
	r, today := o.register, o.today
	m := annualModel{words: p, year: year, closes: r.Cycle(year).Closes}
	var lines []*annualLine
	for d := range o.ledger.Each(r, today) {
		if d.State == review.Closed || d.Rule != plan.R2 || d.Concern.Year != year {
			continue
		}
		x := o.facts(d.Document)
		l := &annualLine{
			duty: *d, title: x.shown.Head.Title, version: o.versionNumber(d.Document), ticked: ticked[d.Document] && d.Collective(),
			order: x.order, last: o.lastReviewed(d.Document), outcome: metOutcome(r, d),
		}
		l.shown, _ = review.Shown(o.ledger.Of(r, d.Document, today))
		lines = append(lines, l)
	}
	slices.SortStableFunc(lines, func(a, b *annualLine) int {
		switch {
		case a.duty.State.Open() == b.duty.State.Open():
			return a.order.Compare(b.order)
		case a.duty.State.Open():
			return -1
		}
		return 1
	})
	m.rows = make([]annualLine, len(lines))
	for i, l := range lines {
		m.rows[i] = *l
	}
	return m
}

// metOutcome is what the review that met the duty came to; "" where it is open or
// a revised version met it.
func metOutcome(r plan.Register, d *review.Duty) string {
	if d.MetBy == "" {
		return ""
	}
	for f := range r.ReviewFacts(d.Document) {
		if f.Event == d.MetBy {
			return f.Outcome
		}
	}
	return ""
}

func (m annualModel) done() int {
	n := 0
	for _, l := range m.rows {
		if l.duty.State.Met() {
			n++
		}
	}
	return n
}

// ticked are the documents whose box is ticked.
func (m annualModel) ticked() []plan.ID {
	var out []plan.ID
	for _, l := range m.rows {
		if l.ticked {
			out = append(out, l.duty.Document)
		}
	}
	return out
}

func (m annualModel) columns() []kit.TableColumn {
	t := m.words.T
	return []kit.TableColumn{
		{ID: columnTick, Check: true},
		{ID: columnDocument, Title: t("column.document"), Min: 180},
		{ID: columnVersion, Title: t("column.version"), Width: 60},
		{ID: columnLast, Title: t("column.last-reviewed"), Width: 110},
		{ID: columnOutcome, Title: t("column.outcome"), Width: 224},
		{ID: columnState, Title: t("column.status"), Width: 180},
	}
}

// annualTable gives the table its cells.
type annualTable struct {
	annualModel
	today plan.Date
}

// Rows counts the documents.
func (m annualTable) Rows() int { return len(m.rows) }

// Cell is what the table shows.
func (m annualTable) Cell(row int, column string) kit.Cell {
	l := m.rows[row]
	switch column {
	case columnTick:
		switch {
		case l.ticked:
			return kit.Cell{Tick: kit.Ticked}
		case l.duty.Collective():
			return kit.Cell{Tick: kit.Empty}
		}
	case columnDocument:
		return kit.Cell{Text: l.title}
	case columnVersion:
		return kit.Cell{Text: l.version, Ink: kit.ColorText2}
	case columnLast:
		return kit.Cell{Text: m.words.ISO(i18n.Day(l.last)), Ink: kit.ColorText2}
	case columnOutcome:
		return m.outcome(l)
	case columnState:
		return kit.Cell{State: dutyState(m.words, l.shown)}
	}
	return kit.Cell{}
}

func (m annualTable) outcome(l annualLine) kit.Cell {
	switch {
	case l.outcome != "":
		return kit.Cell{Text: m.words.First(outcomeWords(l.outcome)...)}
	case l.duty.State.Met():
		return kit.Cell{Text: m.words.T("review.by-version")}
	case l.duty.State.Pressing() && l.duty.Unfinished != "":
		return kit.Cell{Text: m.words.First(outcomeWords(plan.CannotComplete)...), Choice: true}
	case l.duty.Collective():
		return kit.Cell{Text: m.words.T("review.choose-outcome"), Ink: kit.ColorText2, Choice: true}
	}
	return kit.Cell{Text: m.words.T("duty.opens", "date", m.words.ISO(i18n.Day(l.duty.Opens))), Ink: kit.ColorText2}
}

func outcomeWords(code string) []string {
	return plan.ChoiceWords(string(plan.EventReview), plan.PathTo(plan.KeyOutcome), code)
}
