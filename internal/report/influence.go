package report

import (
	"strconv"
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// audiences prints the map of influence and interest beside the list of audiences
// with their steps, and below what they need.
func (p *paper) audiences(f plan.Field, v plan.Value, caption string) []Block {
	w := p.Words
	out := p.influence(f, v, []plan.Key{plan.KeyLadderNow, plan.KeyLadderWanted})
	t := p.newTable(caption, Column{Head: w.T("column.nr"), Fixed: true}, Column{Head: p.word(f, plan.KeyName)}, Column{Head: p.word(f, plan.KeyNeeds)},
		Column{Head: p.word(f, plan.KeyObstacles)}, Column{Head: p.word(f, plan.KeyChannels)}, Column{Head: p.word(f, plan.KeyContact)})
	t.Hanging = true
	for i, r := range v.Rows() {
		second := []string{p.said(f, plan.KeyCategory, r), p.said(f, plan.KeyPriority, r)}
		if len(out) == 0 {
			second = append(second, p.steps(f, r))
			for _, k := range []plan.Key{plan.KeyInfluence, plan.KeyInterest} {
				if s := p.said(f, k, r); s != "" {
					second = append(second, p.word(f, k)+": "+s)
				}
			}
		}
		t.Rows = append(t.Rows, TableRow{Cells: []Cell{
			{Text: Plain(strconv.Itoa(i + 1))},
			{Text: Plain(r.Cells.Text(plan.KeyName)), Second: Plain(joined(", ", second...))},
			{Text: Plain(p.said(f, plan.KeyNeeds, r))},
			{Text: Plain(p.said(f, plan.KeyObstacles, r))},
			{Text: Plain(p.said(f, plan.KeyChannels, r))},
			{Text: Plain(p.said(f, plan.KeyContact, r))},
		}})
	}
	return append(out, t)
}

// stakeholders prints their map, and below what is said of each.
func (p *paper) stakeholders(f plan.Field, v plan.Value, caption string) []Block {
	out := p.influence(f, v, []plan.Key{"attitude"})
	keys := p.usedColumns(f, v)
	t := p.newTable(caption, Column{Head: p.Words.T("column.nr"), Fixed: true})
	t.Hanging = true
	for _, k := range keys {
		col, _ := plan.FieldIn(f.Columns, k)
		t.Columns = append(t.Columns, p.column(f, col))
	}
	for i, r := range v.Rows() {
		row := TableRow{Cells: []Cell{{Text: Plain(strconv.Itoa(i + 1))}}}
		for _, k := range keys {
			col, _ := plan.FieldIn(f.Columns, k)
			row.Cells = append(row.Cells, Cell{Text: p.cell(f, col, r)})
		}
		t.Rows = append(t.Rows, row)
	}
	return append(out, t)
}

// steps is the way of an audience on the ladder: "Kunskap → delta".
func (p *paper) steps(f plan.Field, r plan.Row) string {
	return joined(" → ", p.said(f, plan.KeyLadderNow, r), strings.ToLower(p.said(f, plan.KeyLadderWanted, r)))
}

// influence draws rows by influence and interest, with a list beside the field
// that names them and tells the columns of keys; nothing where none is placed.
func (p *paper) influence(f plan.Field, v plan.Value, keys []plan.Key) []Block {
	w := p.Words
	grid := Grid{
		Number: "", Caption: w.T("print.influence"), X: w.T("map.interest"), Y: w.T("map.influence"), Cross: 3,
		Corners: [4]string{w.T("map.keep-satisfied"), w.T("map.manage-closely"), w.T("map.monitor"), w.T("map.keep-informed")},
		Areas:   []GridArea{{3, 3, 5.5, 5.5}},
	}
	list := Table{Columns: []Column{{Head: w.T("column.nr"), Fixed: true}, {Head: w.T("print.name-and-step")}}}
	alt := []string{w.T("print.influence-alt")}
	seen := map[GridShape]bool{}
	for i, r := range v.Rows() {
		name, n := plan.RowName(f, r), strconv.Itoa(i+1)
		x, y := scale(r.Cells.Get(plan.KeyInterest)), scale(r.Cells.Get(plan.KeyInfluence))
		second := ""
		for _, k := range keys {
			second = joined(" → ", second, p.said(f, k, r))
		}
		if len(keys) > 1 {
			second = p.steps(f, r)
		}
		cell := Span{Text: n, Bold: true}
		if x > 0 && y > 0 {
			shape := shapeOf(r.Cells.Text(plan.KeyPriority))
			seen[shape] = true
			cell.Symbol = shapeSymbols[shape]
			grid.Marks = append(grid.Marks, GridMark{x, y, n, shape})
			alt = append(alt, w.T("print.influence-at", "n", n, "name", name, "influence", y, "interest", x))
		} else {
			second = joined(". ", second, i18n.Capital(w.T("map.unplaced")))
		}
		list.Rows = append(list.Rows, TableRow{Cells: []Cell{{Text: Text{cell}}, {Text: Plain(name), Second: Plain(second)}}})
	}
	if len(grid.Marks) == 0 {
		return nil
	}
	grid.Number, grid.Alt = p.figure(), strings.Join(alt, " ")
	left := []Block{grid}
	if _, ok := plan.FieldIn(f.Columns, plan.KeyPriority); ok {
		left = append(left, p.priorities(f, seen))
	}
	return []Block{Columns{Left: left, Right: []Block{list}, Bare: true}}
}

// priorities explains the shapes of a map's marks.
func (p *paper) priorities(f plan.Field, seen map[GridShape]bool) Legend {
	var l Legend
	for _, code := range []string{"primary", "secondary", "intermediary"} {
		if shape := shapeOf(code); seen[shape] {
			words := p.Words.First(plan.ChoiceWords(p.scope(), column(plan.PathTo(f.Key), plan.KeyPriority), code)...)
			l.Entries = append(l.Entries, Text{{Text: words, Symbol: shapeSymbols[shape]}})
		}
	}
	return l
}

func shapeOf(priority string) GridShape {
	switch priority {
	case "primary":
		return GridDisc
	case "intermediary":
		return GridSquare
	}
	return GridCircle
}

var shapeSymbols = map[GridShape]Symbol{GridDisc: Disc, GridCircle: Ring, GridSquare: Square}
