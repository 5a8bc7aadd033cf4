package report

import (
	"strconv"
	"strings"

	"ledstjarna/internal/plan"
)

// shape is how a list with many columns is printed: which of them are columns
// of the table. The rest of a row stands under its first text, label by label.
type shape struct {
	columns []plan.Key
	wide    bool
	records bool // each row as a heading with facts, no table
}

var shapes = map[plan.Key]shape{
	plan.KeyChannels:   {columns: []plan.Key{plan.KeyChannel, plan.KeyMode, plan.KeyPurpose, plan.KeyAudiences, plan.KeyResponsible}},
	plan.KeyMilestones: {columns: []plan.Key{plan.KeyYear, plan.KeyQuarter, plan.KeyDate, plan.KeyText, plan.KeyActivity, plan.KeyDirection, plan.KeyResponsible, plan.KeyStatus}},
	plan.KeyAudiences:  {records: true},
}

const tooManyColumns = 6 // for a portrait table without a shape

// list returns the blocks of a list: nothing where it is empty.
func (p *paper) list(f plan.Field, v plan.Value, caption string) []Block {
	if v.IsZero() {
		return nil
	}
	if f.Kind == plan.Checklist {
		return p.checklist(f, v, caption)
	}
	if sole, ok := soleColumn(f); ok {
		return p.bullets(f, sole, v, caption)
	}
	if blocks, ok := p.special(f, v, caption); ok {
		return blocks
	}
	s, ok := shapes[f.Key]
	used := p.usedColumns(f, v)
	switch {
	case s.records && len(used) > tooManyColumns:
		return p.records(f, v, caption)
	case !ok || s.records || len(used) <= tooManyColumns && !s.wide:
		s.columns = used
	}
	return []Block{p.table(f, v, caption, s)}
}

func soleColumn(f plan.Field) (plan.Field, bool) {
	if len(f.Columns) == 1 {
		return f.Columns[0], true
	}
	return plan.Field{}, false
}

// usedColumns are the columns that some row has a value in.
func (p *paper) usedColumns(f plan.Field, v plan.Value) []plan.Key {
	var out []plan.Key
	for _, col := range f.Columns {
		if col.Kind == plan.Derived {
			out = append(out, col.Key)
			continue
		}
		for _, r := range v.Rows() {
			if !r.Cells.Get(col.Key).IsZero() && !unsaid(col) {
				out = append(out, col.Key)
				break
			}
		}
	}
	return out
}

// unsaid reports whether a column is for the app alone.
func unsaid(col plan.Field) bool { return col.Recorded || col.Key == plan.KeyOrigin }

func (p *paper) bullets(f, col plan.Field, v plan.Value, caption string) []Block {
	var items Items
	path := column(plan.PathTo(f.Key), col.Key)
	for _, r := range v.Rows() {
		if t := p.value(col, path, r.Cells.Get(col.Key)); len(t) > 0 {
			items.Items = append(items.Items, Item{Text: t})
		}
	}
	return []Block{Heading{Level: 2, Text: caption}, items}
}

// records prints each row as a heading with its values as facts.
func (p *paper) records(f plan.Field, v plan.Value, _ string) []Block {
	var out []Block
	for _, r := range v.Rows() {
		name := plan.RowName(f, r)
		out = append(out, Heading{Level: 2, Text: name})
		var facts Facts
		var tables []Block
		for _, col := range f.Columns {
			x := r.Cells.Get(col.Key)
			path := column(plan.PathTo(f.Key), col.Key)
			switch {
			case x.IsZero() || x.Text() == name || unsaid(col):
			case col.Kind == plan.List:
				tables = append(tables, p.table(col, x, p.label(path)+", "+name, shape{columns: p.usedColumns(col, x)}))
			default:
				facts.Pairs = append(facts.Pairs, Pair{p.label(path), p.value(col, path, x)})
			}
		}
		if len(facts.Pairs) > 0 {
			out = append(out, facts)
		}
		out = append(out, tables...)
	}
	return out
}

func (p *paper) checklist(f plan.Field, v plan.Value, caption string) []Block {
	t := p.newTable(caption, Column{Head: p.Words.T("print.question")}, Column{Head: p.Words.First("field.answer"), Fixed: true},
		Column{Head: p.Words.First("field.note")})
	path := plan.PathTo(f.Key)
	for _, id := range f.Fixed {
		r, _, ok := v.Row(id)
		if !ok || r.Cells.Len() == 0 {
			continue
		}
		answer, _ := plan.FieldIn(f.Columns, plan.KeyAnswer)
		t.Rows = append(t.Rows, TableRow{Cells: []Cell{
			{Text: Plain(p.Words.T(plan.CheckWords(f.Key, id)))},
			{Text: p.value(answer, column(path, plan.KeyAnswer), r.Cells.Get(plan.KeyAnswer))},
			{Text: Plain(r.Cells.Text(plan.KeyNote))},
		}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []Block{t}
}

func (p *paper) newTable(caption string, columns ...Column) Table {
	p.tables++
	return Table{Caption: caption, Number: p.Words.T("print.table", "n", strconv.Itoa(p.tables)), Columns: columns}
}

// table prints the rows with the shape's columns; what else a row holds stands
// under its first text column.
func (p *paper) table(f plan.Field, v plan.Value, caption string, s shape) Table {
	t := p.newTable(caption)
	t.Wide = s.wide
	var cols []plan.Field
	main := -1
	for _, k := range s.columns {
		col, ok := plan.FieldIn(f.Columns, k)
		if !ok {
			continue
		}
		if main < 0 && (col.Kind == plan.Line || col.Kind == plan.Reference) && k != plan.KeyCode && k != plan.KeyNo {
			main = len(cols)
		}
		cols = append(cols, col)
		t.Columns = append(t.Columns, p.column(f, col))
	}
	t.Hanging = len(cols) > 0 && (cols[0].Key == plan.KeyNo || cols[0].Key == plan.KeyCode)
	for _, r := range v.Rows() {
		row := TableRow{}
		for _, col := range cols {
			row.Cells = append(row.Cells, Cell{Text: p.cell(f, col, r)})
		}
		if main >= 0 {
			row.Cells[main].Second = p.rest(f, r, s.columns)
		}
		t.Rows = append(t.Rows, row)
	}
	if f.Key == plan.KeyBudget {
		t.Sum = p.sum(cols, v)
	}
	return t
}

func (p *paper) column(f, col plan.Field) Column {
	c := Column{Head: p.label(column(plan.PathTo(f.Key), col.Key))}
	switch col.Kind {
	case plan.Decimal:
		c.Align, c.Fixed = Decimal, true
	case plan.DateField:
		c.Fixed = true
	case plan.Choice:
		c.Fixed = col.Key == plan.KeyStatus || col.Key == plan.KeyMode
	case plan.Derived:
		c.Align, c.Fixed = Right, true
	default:
		c.Fixed = col.Key == plan.KeyNo || col.Key == plan.KeyCode
	}
	if col.Key == plan.KeyYear || col.Key == plan.KeyQuarter {
		c.Align = Left
	}
	return c
}

func (p *paper) cell(f, col plan.Field, r plan.Row) Text {
	if col.Key == plan.KeyRiskValue {
		l, k := r.Cells.Get(plan.KeyLikelihood).Number(), r.Cells.Get(plan.KeyConsequence).Number()
		if l == 0 || k == 0 {
			return nil
		}
		return Plain(p.Words.Number(l.Float() * k.Float()))
	}
	if f.Key == plan.KeyActivities && col.Key == plan.KeyStatus {
		if t, late := p.late(r); late {
			return t
		}
	}
	return p.value(col, column(plan.PathTo(f.Key), col.Key), r.Cells.Get(col.Key))
}

// late is the status of an activity that should have been done.
func (p *paper) late(r plan.Row) (Text, bool) {
	as := plan.Activities(plan.NewContent(plan.Filled{plan.KeyActivities: plan.Rows(r)}))
	if !as[0].Late(p.Today) {
		return nil, false
	}
	return Text{{Text: p.Words.T("activity.late"), Bold: true, Symbol: Diamond}}, true
}

// rest writes the values of a row that have no column of their own.
func (p *paper) rest(f plan.Field, r plan.Row, shown []plan.Key) Text {
	var parts []string
	for _, col := range f.Columns {
		x := r.Cells.Get(col.Key)
		if x.IsZero() || has(shown, col.Key) || unsaid(col) {
			continue
		}
		path := column(plan.PathTo(f.Key), col.Key)
		parts = append(parts, p.label(path)+": "+p.value(col, path, x).String())
	}
	return Plain(strings.Join(parts, ". "))
}

func has(keys []plan.Key, k plan.Key) bool {
	for _, x := range keys {
		if x == k {
			return true
		}
	}
	return false
}

func (p *paper) sum(cols []plan.Field, v plan.Value) *TableRow {
	row := &TableRow{Cells: make([]Cell, len(cols))}
	if len(cols) == 0 || cols[0].Kind == plan.Decimal && cols[0].Key != plan.KeyYear {
		return nil
	}
	row.Cells[0].Text = Plain(p.Words.T("print.sum"))
	for i, col := range cols {
		if col.Kind != plan.Decimal || i == 0 {
			continue
		}
		var total plan.Number
		for _, r := range v.Rows() {
			total += r.Cells.Get(col.Key).Number()
		}
		row.Cells[i].Text = Plain(p.Words.Number(total.Float()))
	}
	return row
}
