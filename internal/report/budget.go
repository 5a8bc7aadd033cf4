package report

import (
	"math"

	"ledstjarna/internal/plan"
)

// budget prints the rows with their sums, each amount beside a bar of its share
// of the whole.
func (p *paper) budget(f plan.Field, v plan.Value, caption string) []Block {
	t := p.table(f, v, caption, shape{columns: p.usedColumns(f, v)})
	var total float64
	rows := v.Rows()
	for _, r := range rows {
		n := r.Cells.Get(plan.KeyAmount).Number().Float()
		if n < 0 {
			return []Block{t} // what is taken away has no share
		}
		total += n
	}
	if total == 0 || len(rows) < 2 {
		return []Block{t}
	}
	t.Columns = append(t.Columns, Column{Head: p.Words.T("print.share"), Fixed: true, Width: 37})
	for i, r := range rows {
		cell := Cell{}
		if !r.Cells.Get(plan.KeyAmount).IsZero() {
			share := r.Cells.Get(plan.KeyAmount).Number().Float() / total
			cell = Cell{Bar: &Bar{Share: share}, Text: Plain(p.Words.Percent(math.Round(share * 100)))}
		}
		t.Rows[i].Cells = append(t.Rows[i].Cells, cell)
	}
	if t.Sum != nil {
		t.Sum.Cells = append(t.Sum.Cells, Cell{})
	}
	return []Block{t}
}
