package spreadsheet

import (
	"slices"
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// columnRole is what a column is for.
type columnRole uint8

const (
	columnField columnRole = iota // holds a field
	columnID                      // tells the entry
	columnPlan                    // tells the plan of an activity
)

// Column is one column of a table.
type Column struct {
	Field plan.Field // unless it tells the entry or the plan
	role  columnRole
	scope string
	path  plan.Path
}

// columnsOf are the columns of a list, with one for the plan where its rows are of
// several.
func columnsOf(l plan.ListName, withPlan bool) []Column {
	out := []Column{{role: columnID}}
	if l != Activities {
		for _, f := range plan.ListFields(l) {
			out = append(out, Column{Field: f, scope: string(l), path: plan.PathTo(f.Key)})
		}
		return out
	}
	if withPlan {
		out = append(out, Column{role: columnPlan})
	}
	list, _ := plan.FieldIn(plan.FieldsOf(plan.AssignmentPlan), plan.KeyActivities)
	for _, f := range list.Columns {
		out = append(out, Column{Field: f, scope: string(plan.AssignmentPlan), path: plan.PathTo(plan.KeyActivities).In("", f.Key)})
	}
	return out
}

// title heads the column in the language.
func (c Column) title(w *i18n.Printer) string {
	switch c.role {
	case columnID:
		return w.T("sheet.id")
	case columnPlan:
		return w.T("register.plan")
	case columnField:
	}
	return w.First(plan.FieldWords(c.scope, c.path)...)
}

func (c Column) choice(w *i18n.Printer, code string) string {
	return w.First(plan.ChoiceWords(c.scope, c.path, code)...)
}

// spellings are the words by which a head names the column, the label's first.
func (c Column) spellings(w *i18n.Printer) []string {
	title := c.title(w)
	out := []string{title}
	if short, _, ok := strings.Cut(title, " ("); ok { // "Budget" for "Budget (kr)"
		out = append(out, short)
	}
	switch c.role {
	case columnPlan:
		out = append(out, w.T("column.document"), "plan")
	case columnField:
		out = append(out, string(c.Field.Key))
	case columnID:
	}
	return out
}

// titleKeys are the fields without which an entry of the list cannot be told from
// others.
func titleKeys(l plan.ListName) []plan.Key {
	switch l {
	case Activities:
		return []plan.Key{plan.KeyActivity}
	case plan.ListMessages:
		return []plan.Key{plan.KeyText}
	case plan.ListMeetings:
		return []plan.Key{plan.KeyBody, plan.KeyDate}
	case plan.ListCycles:
		return []plan.Key{plan.KeyYear}
	case plan.ListPeriods:
		return []plan.Key{plan.KeyStart, plan.KeyEnd}
	default:
		return []plan.Key{plan.KeyName}
	}
}

// Heads returns the names of the columns without which nothing tells what a row of the
// list is about.
func Heads(l plan.ListName, w *i18n.Printer) []string {
	var out []string
	for _, c := range columnsOf(l, false) {
		if c.role == columnField && slices.Contains(titleKeys(l), c.Field.Key) {
			out = append(out, c.title(w))
		}
	}
	return out
}
