package ui

import (
	"strconv"
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// documentRow is a row of the table: the head of a group, or a line.
type documentRow struct {
	head string        // "" for a line
	line *documentLine // nil for a head
}

// documentRows are the rows of what the filter lets through; without heads where the
// list is not grouped. Shown is how many lines there are.
func documentRows(groups []documentGroup, f documentFilter) (rows []documentRow, shown int) {
	words := strings.Fields(plan.Folded(f.text))
	for _, g := range groups {
		head := len(rows)
		if g.title != "" {
			rows = append(rows, documentRow{})
		}
		first := len(rows)
		for _, l := range g.lines {
			if f.lets(l, words) {
				rows = append(rows, documentRow{line: l})
			}
		}
		n := len(rows) - first
		switch {
		case n == 0:
			rows = rows[:head]
		case head < first:
			rows[head].head = g.title + " · " + strconv.Itoa(n)
		}
		shown += n
	}
	return rows, shown
}

// documentTable gives the table its rows.
type documentTable struct {
	words *i18n.Printer
	o     outlook
	rows  []documentRow
}

var _ kit.TableGroups = documentTable{}

// Rows counts heads and lines.
func (t documentTable) Rows() int { return len(t.rows) }

// Group returns the words of a head.
func (t documentTable) Group(row int) (words string, is bool) {
	return t.rows[row].head, t.rows[row].head != ""
}

// Cell is what a line shows in a column.
func (t documentTable) Cell(row int, column string) kit.Cell {
	l := t.rows[row].line
	switch column {
	case listsTitle:
		return kit.Cell{Text: l.title, Bold: l.kind == plan.PeriodPlan}
	case listsVersion:
		d, ok := t.o.register.Document(l.document)
		if v, there := d.Version(l.version); ok && there {
			return kit.Cell{Text: versionWords(t.words, t.o.register, d, v)}
		}
	case listsState:
		return kit.Cell{State: statusState(t.words, l.status)}
	case listsOwner:
		return kit.Cell{Text: l.owner}
	case listsReview:
		return t.review(l)
	case listsTouched:
		return kit.Cell{Text: plan.DateOf(l.touched.Local()).String()}
	}
	return kit.Cell{}
}

// review says how the review stands where that asks for something or has been made,
// else the day that it is for.
func (t documentTable) review(l *documentLine) kit.Cell {
	switch {
	case l.standing() == "":
		return kit.Cell{Text: "–", Ink: kit.ColorText2}
	case l.duty.State == review.NotDue:
		return kit.Cell{Text: l.due().String()}
	}
	return kit.Cell{State: dutyState(t.words, l.duty)}
}

// documentColumns are the columns of a list of documents.
func documentColumns(p *i18n.Printer) []kit.TableColumn {
	return []kit.TableColumn{
		{ID: listsTitle, Title: p.T("documents.column.title"), Min: 200, Sort: true},
		{ID: listsVersion, Title: p.T("column.version"), Width: 74},
		{ID: listsState, Title: p.T("column.status"), Width: 142, Sort: true},
		{ID: listsOwner, Title: p.T("documents.column.owner"), Width: 136, Sort: true},
		{ID: listsReview, Title: p.T("documents.column.review"), Width: 176, Sort: true},
		{ID: listsTouched, Title: p.T("documents.column.touched"), Width: 76, Sort: true},
	}
}
