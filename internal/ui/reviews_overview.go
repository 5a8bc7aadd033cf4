package ui

import (
	"cmp"
	"iter"
	"strconv"
	"strings"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// overviewModel is the matrix of documents and years.
type overviewModel struct {
	words *i18n.Printer
	today plan.Date
	years []int
	rows  []overviewLine
}

// overviewLine is a document in it.
type overviewLine struct {
	title string
	row   *review.OverviewRow // shared, not to be changed
	kind  int
	order i18n.SortKey
}

const columnDocument = "document"

// overviewOf makes the matrix of the years, the documents by kind and title.
func overviewOf(p *i18n.Printer, k outlook, first, last int) overviewModel {
	return overviewModel{words: p, today: k.today, years: yearsFrom(first, last), rows: overviewRows(k, first, last)}
}

func yearsFrom(first, last int) []int {
	var out []int
	for y := first; y <= last; y++ {
		out = append(out, y)
	}
	return out
}

func overviewRows(k outlook, first, last int) []overviewLine {
	return k.book.overview.follow(k, [2]int{first, last}, reviewRowKind[overviewLine]{
		of:       overviewLinesOf,
		document: func(l overviewLine) plan.ID { return l.row.Document },
		compare: func(a, b overviewLine) int {
			return cmp.Or(a.kind-b.kind, a.order.Compare(b.order), cmp.Compare(a.row.Document, b.row.Document))
		},
	})
}

func overviewLinesOf(k outlook, years [2]int, documents iter.Seq[plan.ID]) []overviewLine {
	at := map[plan.DocumentKind]int{}
	for i, kind := range overviewKinds() {
		at[kind] = i
	}
	var out []overviewLine
	for row := range k.ledger.RowsOf(k.register, k.today, years, documents) {
		x := k.facts(row.Document)
		out = append(out, overviewLine{x.shown.Head.Title, row, at[x.kind], x.order})
	}
	return out
}

// overviewKinds go from what the others rest on to the plans.
func overviewKinds() []plan.DocumentKind {
	return []plan.DocumentKind{
		plan.Statutes, plan.Programme, plan.Strategy, plan.PeriodPlan, plan.Policy, plan.Agreement, plan.Other, plan.AssignmentPlan,
	}
}

func (m overviewModel) columns() []kit.TableColumn {
	out := []kit.TableColumn{{ID: columnDocument, Title: m.words.T("column.document"), Width: 276}}
	for _, y := range m.years {
		out = append(out, kit.TableColumn{ID: strconv.Itoa(y), Title: strconv.Itoa(y), Min: 60, Strong: y == m.today.Year})
	}
	return out
}

// Rows counts the documents.
func (m overviewModel) Rows() int { return len(m.rows) }

// Cell is a document's name, or what a year says of it.
func (m overviewModel) Cell(row int, column string) kit.Cell {
	l := m.rows[row]
	if column == columnDocument {
		return kit.Cell{Text: l.title}
	}
	year, _ := strconv.Atoi(column)
	for _, s := range l.row.Spans {
		if m.years[s.From] == year {
			return kit.Cell{State: m.span(s), Filled: true, Span: s.To - s.From + 1}
		}
	}
	return kit.Cell{}
}

// span is a bar's state: of a long one with the due date, of a met one with its
// day only, since the symbol says the rest.
func (m overviewModel) span(s review.Span) kit.State {
	if s.Idle {
		return kit.State{Symbol: assets.StateDash, Family: kit.Neutral, Detail: m.words.T("review." + string(review.NotDue))}
	}
	state := dutyState(m.words, s.Duty)
	words, short := state.Word, ""
	switch long := s.To > s.From; {
	case s.Duty.State == review.Done && !long:
		words = m.words.DayMonthShort(i18n.Day(s.Duty.Met))
	case s.Duty.State.Met() && long:
		words += " " + m.words.ISO(i18n.Day(s.Duty.Met))
	case long && s.Duty.State.Open():
		short = strings.TrimSpace(words + " " + state.Detail)
		words = short + ", " + m.words.T("duty.due", "date", m.words.ISO(i18n.Day(s.Duty.Due)))
	case s.Duty.State.Open() && state.Detail != "":
		short = m.words.N("days.count", s.Duty.Days)
		words += " " + short
	case s.Duty.State == review.DoneLate:
		short = m.words.DayMonthShort(i18n.Day(s.Duty.Met))
	case s.Duty.Ending == review.AssignmentEnded:
		short = m.words.T("review.ended")
	}
	return kit.State{Symbol: state.Symbol, Family: state.Family, Detail: words, Short: short}
}

// legend is every state that the matrix shows, with its symbol.
func (m overviewModel) legend() []kit.State {
	found, last := map[review.Standing]bool{}, review.Standing("") // as a rule there are runs of one
	for _, l := range m.rows {
		for i := range l.row.Spans {
			s := &l.row.Spans[i]
			is := review.Standing(review.NotDue)
			if !s.Idle {
				is = s.Duty.Standing()
			}
			if is != last {
				found[is], last = true, is
			}
		}
	}
	var out []kit.State
	for _, s := range review.Standings() {
		if look := dutyLooks[s.State()]; found[s] {
			out = append(out, kit.State{Symbol: look.symbol, Family: look.family, Detail: m.words.T("review." + string(s))})
		}
	}
	return out
}
