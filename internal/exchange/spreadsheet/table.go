package spreadsheet

import (
	"fmt"
	"time"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// Table is a list as it is written out.
type Table struct {
	Title   string
	Columns []Column
	Heads   []string
	Rows    [][]Cell
	Choices [][]string // for each column what is offered to choose from
	Strict  []bool     // for each column whether nothing else can stand there
	words   *i18n.Printer
	now     time.Time
}

// Table returns the list as a table: of the activities those of the plan, or those of
// all plans where doc is empty. now is written into a workbook as the time at which it
// was made.
func (b Book) Table(l plan.ListName, doc plan.ID, now time.Time) (Table, error) {
	groups, title, err := b.groups(l, doc)
	if err != nil {
		return Table{}, err
	}
	t := Table{Title: title, Columns: columnsOf(l, doc == ""), words: b.words, now: now}
	titles := planNames(groups)
	for _, g := range groups {
		for _, x := range g.things {
			row := make([]Cell, len(t.Columns))
			for i, c := range t.Columns {
				switch c.role {
				case columnID:
					row[i] = Cell{Text: string(x.id)}
				case columnPlan:
					row[i] = Cell{Text: clean(titles.label(g.doc.ID))}
				case columnField:
					row[i] = g.cell(b.words, c, x.shown.Get(c.Field.Key))
				}
			}
			t.Rows = append(t.Rows, row)
		}
	}
	for _, c := range t.Columns {
		offered, strict := b.offered(c, groups, titles)
		t.Heads, t.Choices, t.Strict = append(t.Heads, c.title(b.words)), append(t.Choices, offered), append(t.Strict, strict)
	}
	return t, nil
}

// groups are what the list's rows are about, and what the list is called.
func (b Book) groups(l plan.ListName, doc plan.ID) ([]*group, string, error) {
	if l != Activities {
		for _, known := range Lists() {
			if known == l {
				return []*group{b.registerGroup(l)}, b.words.T("register." + string(l)), nil
			}
		}
		return nil, "", fmt.Errorf("list %s: %w", l, plan.ErrEntry)
	}
	groups, err := b.planGroups(doc)
	title := b.words.T("field.activities")
	if err == nil && doc != "" {
		title += " " + groups[0].title
	}
	return groups, title, err
}

// planNames are what the plans are called.
func planNames(groups []*group) *names {
	var all []named
	for _, g := range groups {
		all = append(all, named{g.doc.ID, g.title})
	}
	return newNames(all)
}

// offered is what a column's cells can be chosen from, and whether nothing else can
// stand there. Rows of several plans have no references in common.
func (b Book) offered(c Column, groups []*group, titles *names) ([]string, bool) {
	var out []string
	switch {
	case c.role == columnPlan:
		for _, g := range groups {
			out = append(out, clean(titles.label(g.doc.ID)))
		}
		return out, true
	case c.role == columnID:
	case c.Field.Kind == plan.Choice:
		for _, code := range c.Field.Choices {
			out = append(out, c.choice(b.words, code))
		}
		return out, true
	case c.Field.Kind == plan.Reference && (len(groups) == 1 || c.Field.Target.List != "") && len(groups) > 0:
		return b.words.Sorted(groups[0].names(c.Field.Target).all()), true
	case c.Field.Suggest != "":
		for _, e := range b.Register.Entries(c.Field.Suggest) {
			if name := clean(b.Register.EntryName(c.Field.Suggest, e)); name != "" {
				out = append(out, name)
			}
		}
	}
	return out, false
}

// all returns every label.
func (n *names) all() []string {
	var out []string
	for _, l := range n.labels {
		out = append(out, clean(l))
	}
	return out
}
