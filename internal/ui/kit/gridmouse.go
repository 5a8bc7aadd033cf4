package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// MouseDown remembers what is held with the mouse.
func (g *Grid) MouseDown(e *desktop.MouseEvent) { g.held = e.Modifier }

// MouseUp does nothing.
func (g *Grid) MouseUp(*desktop.MouseEvent) {}

// Tapped moves the keyboard to a cell; a second click there begins to write.
// Boxes mark, with Shift all rows from the last one.
func (g *Grid) Tapped(e *fyne.PointEvent) {
	row, column := g.rowAt(e.Position.Y), g.columnAt(e.Position.X)
	g.tip.leave()
	if !g.settled() {
		return
	}
	focus(g)
	if e.Position.Y < g.headHeight() {
		if column >= 0 && g.columns[column].Check {
			g.markAll(g.all != Ticked)
		} else {
			g.headTapped(column)
		}
		return
	}
	if row < 0 || column < 0 {
		return
	}
	g.run = -1
	switch {
	case g.columns[column].ID == markColumn || g.held&fyne.KeyModifierShortcutDefault != 0:
		if g.held&fyne.KeyModifierShift != 0 && g.anchor >= 0 {
			g.markSpan(g.anchor, row)
		} else {
			g.flip(row)
		}
		g.at = row
		g.place(g.Size())
	case g.columns[column].ID == openColumn:
		g.goTo(row, g.column)
		g.openRow("")
	case g.held&fyne.KeyModifierShift != 0:
		g.markSpan(g.at, row)
	default:
		now := g.clock()
		twice := row == g.at && column == g.column && now.Sub(g.clicked) < doubleClick
		g.clicked = now
		g.anchor = -1
		g.goTo(row, column)
		if twice {
			g.write(false)
		}
	}
}

// TappedSecondary opens the menu of the row.
func (g *Grid) TappedSecondary(e *fyne.PointEvent) {
	row, column := g.rowAt(e.Position.Y), g.columnAt(e.Position.X)
	if row < 0 || !g.settled() {
		return
	}
	focus(g)
	if _, ok := g.field(column); !ok {
		column = g.column
	}
	g.goTo(row, column)
	g.RowMenu(e.AbsolutePosition)
}

// Scrolled moves the rows with the wheel, sideways with Shift.
func (g *Grid) Scrolled(e *fyne.ScrollEvent) {
	if e.Scrolled.DX != 0 {
		g.shiftTo(g.shift - e.Scrolled.DX)
	}
	g.Table.Scrolled(e)
}

// rowDrag is the moving of rows with the mouse.
type rowDrag struct {
	rows []int
	to   int // the row before which they will stand
}

// Dragged moves rows that are taken by their box or first cell.
func (g *Grid) Dragged(e *fyne.DragEvent) {
	if g.look.Locked || g.ask.Move == nil {
		return
	}
	if g.drag == nil {
		start := e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY)
		row, column := g.rowAt(start.Y), g.columnAt(start.X)
		if row < 0 || row >= g.from.Rows() || column < 0 || column > g.firstCell() || !g.settled() {
			return
		}
		g.drag = &rowDrag{rows: []int{row}}
		if rows := g.Marked(); slices.Contains(rows, row) {
			g.drag.rows = rows
		}
	}
	h := g.rowHeight()
	y := e.Position.Y - g.headHeight()
	switch { // near an edge the rows scroll
	case y < h/2:
		g.scrollTo(g.offset - h/2)
	case y > g.room()-h/2:
		g.scrollTo(g.offset + h/2)
	}
	g.drag.to = max(0, min(int((y+g.offset)/h+0.5), g.from.Rows()))
	g.gap.Hidden = false
	put(g.gap, px(4), g.headHeight()+float32(g.drag.to)*h-g.offset-2, g.Size().Width-px(8), 3)
	canvas.Refresh(g.gap)
}

// DragEnd puts the rows where the line showed.
func (g *Grid) DragEnd() {
	d := g.drag
	g.drag, g.gap.Hidden = nil, true
	canvas.Refresh(g.gap)
	if d == nil {
		return
	}
	to := d.to
	for _, row := range d.rows {
		if row < d.to {
			to--
		}
	}
	if len(d.rows) == 1 && to == d.rows[0] {
		return
	}
	g.moveRows(d.rows, to)
}
