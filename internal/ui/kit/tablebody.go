package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// tableBody holds the rows in sight.
type tableBody struct {
	widget.BaseWidget
	table *Table
	rows  []*tableRow
	first int
	stale bool // the source may have changed
}

func newTableBody(t *Table) *tableBody {
	b := &tableBody{table: t}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is called by the toolkit.
func (b *tableBody) CreateRenderer() fyne.WidgetRenderer {
	return &tableBodyRenderer{drawing: drawing{of: b}, b: b}
}

type tableBodyRenderer struct {
	drawing
	b *tableBody
}

// IsClip tells the toolkit to cut at the edges.
func (r *tableBodyRenderer) IsClip() {}

func (r *tableBodyRenderer) Objects() []fyne.CanvasObject {
	if len(r.objects) != len(r.b.rows) {
		r.objects = r.objects[:0]
		for _, row := range r.b.rows {
			r.objects = append(r.objects, row)
		}
	}
	return r.objects
}

func (b *tableBody) paint()             {}
func (b *tableBody) measure() fyne.Size { return fyne.Size{} }

// arrange gives every row in sight a place. A row keeps its drawing while it is
// scrolled; only what comes into sight is filled, or all where the rows are
// stale.
func (b *tableBody) arrange(s fyne.Size) {
	t := b.table
	h := t.rowHeight()
	if h <= 0 || s.Width <= 0 {
		return
	}
	b.first = int(t.offset / h)
	need := max(0, min(t.rows()-b.first, int(s.Height/h)+2))
	if len(b.rows) < need {
		b.stale = true
		for len(b.rows) < need {
			b.rows = append(b.rows, newTableRow(t))
		}
	}
	for i := range b.rows {
		row := b.row(b.first + i)
		setShown(row, i < need)
		if i >= need {
			row.row = -1
			continue
		}
		n := b.first + i
		put(row, 0, float32(n)*h-t.offset, s.Width, h)
		if b.stale || row.row != n {
			row.row = n
			words, head := t.groupAt(n)
			row.group.full = words
			row.fill(func(column string) Cell {
				if head {
					return Cell{}
				}
				return t.source.Cell(n, column)
			})
		}
		row.light(b.ground(n), n == t.at && t.focused && t.lit == nil)
	}
	b.stale = false
}

// row is the drawing of row n while it is in sight.
func (b *tableBody) row(n int) *tableRow { return b.rows[n%len(b.rows)] }

func (b *tableBody) ground(row int) fyne.ThemeColorName {
	if b.table.lit != nil {
		return b.table.lit(row)
	}
	if _, head := b.table.groupAt(row); head {
		return ColorSub
	}
	switch row {
	case b.table.at:
		return ColorSelection
	case b.table.over:
		return ColorHover
	}
	return colorClear
}

// cutText returns the whole text of a cell that is cut, or "".
func (b *tableBody) cutText(row, column int) string {
	if row < 0 || column < 0 || len(b.rows) == 0 {
		return ""
	}
	r := b.row(row)
	if r.row != row || column >= len(r.cells) {
		return ""
	}
	for i := range column { // one that reaches over several columns
		if c := r.cells[i]; c.what.Filled && i+c.what.Span > column {
			return c.cutText()
		}
	}
	return r.cells[column].cutText()
}
