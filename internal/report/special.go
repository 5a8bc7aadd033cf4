package report

import (
	"strconv"

	"ledstjarna/internal/plan"
)

// special returns the blocks of a list that is printed in a way of its own; false
// where it is a table like others.
func (p *paper) special(f plan.Field, v plan.Value, caption string) ([]Block, bool) {
	switch f.Key {
	case plan.KeyGoals:
		return p.goals(f, v, caption), true
	case plan.KeyAudiences:
		if _, ok := plan.FieldIn(f.Columns, plan.KeyInfluence); ok && p.subject.Document.Kind == plan.PeriodPlan {
			return p.audiences(f, v, caption), true
		}
	case "stakeholders":
		return p.stakeholders(f, v, caption), true
	case plan.KeyActivities:
		return p.activities(f, v, caption), true
	case plan.KeyRisks:
		return p.risks(f, v, caption), true
	case plan.KeyRaci:
		return p.raci(f, v, caption)
	case plan.KeyBudget:
		return p.budget(f, v, caption), true
	}
	return nil, false
}

// figure numbers the next figure: "Figur 2."
func (p *paper) figure() string {
	p.figures++
	return p.Words.T("print.figure", "n", strconv.Itoa(p.figures))
}

// word is the label of a column of a list.
func (p *paper) word(f plan.Field, k plan.Key) string {
	return p.label(column(plan.PathTo(f.Key), k))
}

// said is what a cell of a row says.
func (p *paper) said(f plan.Field, k plan.Key, r plan.Row) string {
	col, ok := plan.FieldIn(f.Columns, k)
	if !ok {
		return ""
	}
	return p.value(col, column(plan.PathTo(f.Key), k), r.Cells.Get(k)).String()
}

// scale reads a value from 1 to 5; 0 where there is none or it lies outside.
func scale(v plan.Value) int {
	n := int(v.Number().Round())
	if n < 1 || n > 5 || v.Number() != plan.Int(int64(n)) {
		return 0
	}
	return n
}
