package ui

import (
	"cmp"
	"slices"
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// registerArrangement is how a person has a list of the register arranged; the zero
// value is the usual order and all entries.
type registerArrangement struct {
	text string // all its words stand in the row
	by   string // a column
	down bool
}

// arrange sorts the rows by the column and leaves out those without the words. What is
// empty comes last both ways.
func (m *registerModel) arrange(p *i18n.Printer, a registerArrangement) {
	if i := slices.IndexFunc(m.columns, func(c registerColumn) bool { return c.id == a.by }); i >= 0 {
		c := m.columns[i]
		slices.SortStableFunc(m.rows, func(x, y registerRow) int {
			if d := cmp.Compare(btoi(c.blank(x)), btoi(c.blank(y))); d != 0 {
				return d
			}
			d := c.compare(p, x, y)
			if a.down {
				return -d
			}
			return d
		})
	}
	words := strings.Fields(plan.Folded(a.text))
	m.hidden = map[plan.ID]bool{}
	m.rows = slices.DeleteFunc(m.rows, func(x registerRow) bool {
		if x.holds(words) {
			return false
		}
		m.hidden[x.entry.ID] = true
		return true
	})
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// holds reports whether all the folded words stand in the row.
func (x registerRow) holds(words []string) bool {
	var all strings.Builder
	for _, c := range x.cells {
		all.WriteString(plan.Folded(c.Text+" "+c.State.Word+" "+c.State.Detail) + "\n")
	}
	for _, w := range words {
		if !strings.Contains(all.String(), w) {
			return false
		}
	}
	return true
}

// said is what the row says in the column.
func (c registerColumn) said(x registerRow) string {
	cell := x.cells[c.id]
	return cell.Text + cell.State.Word
}

func (c registerColumn) blank(x registerRow) bool { return c.said(x) == "" }

// compare orders two rows that both say something in the column: by the days and
// numbers behind what is said, else as the language orders letters.
func (c registerColumn) compare(p *i18n.Printer, x, y registerRow) int {
	a, b := x.entry.Fields, y.entry.Fields
	switch {
	case c.id == columnLength:
		return cmp.Compare(lengthOf(x.entry), lengthOf(y.entry))
	case c.id == columnDeadline:
		return a.Get(plan.KeyDate).Date().Compare(b.Get(plan.KeyDate).Date())
	case c.field.Kind == plan.Decimal:
		return cmp.Compare(a.Get(c.field.Key).Number(), b.Get(c.field.Key).Number())
	case c.field.Kind == plan.DateField:
		return a.Get(c.field.Key).Date().Compare(b.Get(c.field.Key).Date())
	}
	return p.Compare(c.said(x), c.said(y))
}
