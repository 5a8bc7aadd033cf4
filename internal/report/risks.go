package report

import (
	"strconv"
	"strings"

	"ledstjarna/internal/plan"
)

// grave is the product of likelihood and consequence from which a risk is to be
// acted on first.
const grave = 12

// risks prints the field of likelihood and consequence and the table of risks,
// numbered alike.
func (p *paper) risks(f plan.Field, v plan.Value, caption string) []Block {
	w := p.Words
	grid := Grid{Caption: w.T("print.risks"), X: p.word(f, plan.KeyConsequence), Y: p.word(f, plan.KeyLikelihood)}
	for y := 1; y <= 5; y++ {
		for x := 1; x <= 5; x++ {
			if x*y >= grave {
				grid.Areas = append(grid.Areas, GridArea{float64(x) - 0.5, float64(y) - 0.5, float64(x) + 0.5, float64(y) + 0.5})
			}
		}
	}
	shown := []plan.Key{plan.KeyRisk, plan.KeyLikelihood, plan.KeyConsequence, plan.KeyRiskValue, plan.KeyAction, plan.KeyResponsible}
	t := p.newTable(caption, Column{Head: w.T("column.nr"), Fixed: true})
	t.Hanging = true
	for _, k := range shown {
		col, _ := plan.FieldIn(f.Columns, k)
		t.Columns = append(t.Columns, p.column(f, col))
	}
	alt := []string{w.T("print.risks-alt", "n", grave)}
	for i, r := range v.Rows() {
		n := strconv.Itoa(i + 1)
		row := TableRow{Cells: []Cell{{Text: Plain(n)}}}
		for _, k := range shown {
			col, _ := plan.FieldIn(f.Columns, k)
			row.Cells = append(row.Cells, Cell{Text: p.cell(f, col, r)})
		}
		row.Cells[1].Second = p.rest(f, r, shown)
		t.Rows = append(t.Rows, row)
		x, y := scale(r.Cells.Get(plan.KeyConsequence)), scale(r.Cells.Get(plan.KeyLikelihood))
		if x == 0 || y == 0 {
			continue
		}
		shape := GridCircle
		if x*y >= grave {
			shape = GridDisc
		}
		grid.Marks = append(grid.Marks, GridMark{x, y, n, shape})
		alt = append(alt, w.T("print.risk-at", "n", n, "name", r.Cells.Text(plan.KeyRisk), "likelihood", y, "consequence", x))
	}
	if len(grid.Marks) == 0 {
		return []Block{t}
	}
	grid.Number, grid.Alt = p.figure(), strings.Join(alt, " ")
	return []Block{t, grid, Legend{Entries: []Text{
		{{Text: w.T("print.risk-grave", "n", grave), Symbol: Disc}}, {{Text: w.T("print.risk-other"), Symbol: Ring}},
	}}}
}
