package ui

import (
	"cmp"
	"iter"

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
	rows   []*annualLine    // shared, not to be changed
	chosen map[plan.ID]bool // documents whose box was ticked
}

// annualLine is one document in it.
type annualLine struct {
	duty    review.Duty // of the year
	shown   review.Duty // that stands for the document
	title   string
	version string
	last    plan.Date
	outcome string // of the review that met it
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
	return annualModel{words: p, year: year, closes: o.register.Cycle(year).Closes, rows: annualRows(o, year), chosen: ticked}
}

// annualRows are the documents of the year's review, those that are open first, by title.
func annualRows(o outlook, year int) []*annualLine {
	return o.book.annual.follow(o, [2]int{year, year}, reviewRowKind[*annualLine]{
		of:       annualLinesOf,
		document: func(l *annualLine) plan.ID { return l.duty.Document },
		compare: func(a, b *annualLine) int {
			switch {
			case a.duty.State.Open() == b.duty.State.Open():
				return cmp.Or(a.order.Compare(b.order), cmp.Compare(a.duty.Document, b.duty.Document))
			case a.duty.State.Open():
				return -1
			}
			return 1
		},
	})
}

func annualLinesOf(o outlook, years [2]int, documents iter.Seq[plan.ID]) []*annualLine {
	var out []*annualLine
	for id := range documents {
		all := o.ledger.Of(o.register, id, o.today)
		for i := range all {
			d := &all[i]
			if d.State == review.Closed || d.Rule != plan.R2 || d.Concern.Year != years[0] {
				continue
			}
			x := o.facts(id)
			l := &annualLine{
				duty: *d, title: x.shown.Head.Title, version: o.versionNumber(id), order: x.order, last: o.lastReviewed(id), outcome: metOutcome(o.register, d),
			}
			l.shown, _ = review.Shown(all)
			out = append(out, l)
		}
	}
	return out
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

// isTicked reports whether the box of a line is ticked; it has none where nothing is owed.
func (m annualModel) isTicked(l *annualLine) bool {
	return l.duty.Collective() && m.chosen[l.duty.Document]
}

// ticked are the documents whose box is ticked.
func (m annualModel) ticked() []plan.ID {
	var out []plan.ID
	for _, l := range m.rows {
		if m.isTicked(l) {
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
		case m.isTicked(l):
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

func (m annualTable) outcome(l *annualLine) kit.Cell {
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
