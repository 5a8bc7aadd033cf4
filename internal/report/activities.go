package report

import (
	"slices"

	"ledstjarna/internal/plan"
)

// activities prints the activity plan on landscape pages: a row each with the code
// of its goal, and the sums of hours, budget and cost.
func (p *paper) activities(f plan.Field, v plan.Value, caption string) []Block {
	keys := []plan.Key{
		plan.KeyNo, plan.KeyActivity, plan.KeyAudience, plan.KeyChannel, plan.KeyGoal, plan.KeyResponsible,
		plan.KeyStart, plan.KeyEnd, plan.KeyStatus, plan.KeyHours, plan.KeyBudget, plan.KeyCost,
	}
	t := p.newTable(caption)
	t.Wide, t.Hanging = true, true
	var cols []plan.Field
	for _, k := range keys {
		col, _ := plan.FieldIn(f.Columns, k)
		cols = append(cols, col)
		c := p.column(f, col)
		if k == plan.KeyGoal {
			c.Head, c.Fixed = p.Words.T("print.goal"), true
		}
		t.Columns = append(t.Columns, c)
	}
	shown := append(slices.Clone(keys), plan.KeyMode)
	goals := p.goalCodes()
	for _, r := range v.Rows() {
		row := TableRow{}
		for _, col := range cols {
			cell := Cell{Text: p.cell(f, col, r)}
			switch col.Key {
			case plan.KeyActivity:
				cell.Second = p.rest(f, r, shown)
			case plan.KeyChannel:
				cell.Second = Plain(p.said(f, plan.KeyMode, r))
			case plan.KeyGoal:
				cell.Text = Plain(goals[r.Cells.Get(plan.KeyGoal).ID()])
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	if sum := p.sum(cols, v); sum != nil && summed(sum) {
		sum.Cells[0].Text, sum.Cells[1].Text = nil, sum.Cells[0].Text
		for i := range cols {
			if i > 1 && !slices.ContainsFunc(t.Rows, func(r TableRow) bool { return len(r.Cells[i].Text) > 0 }) {
				sum.Cells[i].Text = nil // the column is left out
			}
		}
		t.Sum = sum
	}
	return []Block{t}
}

// goalCodes are the codes of the plan's goals by row.
func (p *paper) goalCodes() map[plan.ID]string {
	out := map[plan.ID]string{}
	for i, r := range p.subject.Content.Get(plan.KeyGoals).Rows() {
		out[r.ID] = goalCode(r, i)
	}
	return out
}

// summed reports whether a row of sums has any that is not nothing.
func summed(sum *TableRow) bool {
	for _, c := range sum.Cells[1:] {
		if s := c.Text.String(); s != "" && s != "0" {
			return true
		}
	}
	return false
}
