package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

func (g *Grid) paint() {
	g.all = NoBox
	if marked := len(g.Marked()); !g.look.Locked && g.from.Rows() > 0 {
		g.all = Empty
		switch {
		case marked == g.from.Rows():
			g.all = Ticked
		case marked > 0:
			g.all = Mixed
		}
	}
	g.at = min(g.at, g.rows()-1)
	g.at = max(g.at, 0)
	g.Table.paint()
	paintRing(g.cell, radiusSmall, false)
	paintRect(g.gap, ColorPrimaryText, 1)
	if g.edit != nil {
		g.edit.Refresh()
	}
}

// place puts what lies over the rows.
func (g *Grid) place(s fyne.Size) {
	at, size, seen := g.cellBounds(g.at, g.column)
	put(g.cell, at.X, at.Y, size.Width, size.Height)
	g.cell.Hidden = !seen || !g.focused || g.edit != nil
	canvas.Refresh(g.cell)
	g.thumb.Hidden = g.across <= s.Width
	if !g.thumb.Hidden {
		w := max(px(32), s.Width*s.Width/g.across)
		put(g.thumb, (s.Width-w)*g.shift/max(1, g.across-s.Width), s.Height-g.footHeight()-px(scrollBar+2), w, px(scrollBar+2))
	}
	if g.edit != nil {
		at, size, _ := g.cellBounds(g.edit.row, g.edit.place)
		g.edit.settle(at, size, s)
	}
}

// cellBounds returns where a cell's ring lies, and whether all of it is in sight.
func (g *Grid) cellBounds(row, column int) (at fyne.Position, size fyne.Size, seen bool) {
	if column < 0 || column >= len(g.xs) || row < 0 {
		return at, size, false
	}
	h := g.rowHeight()
	at = fyne.NewPos(g.xs[column]-px(5), g.headHeight()+float32(row)*h-g.offset)
	size = fyne.NewSize(g.wide[column]+px(10), h-1)
	seen = at.Y >= g.headHeight()-1 && at.Y+size.Height <= g.headHeight()+g.room()+1 && at.X >= 0 && at.X+size.Width <= g.Size().Width+px(6)
	return at, size, seen
}

// revealColumn scrolls sideways until a column is in sight.
func (g *Grid) revealColumn(column int) {
	if column < 0 || column >= len(g.xs) {
		return
	}
	left, right := g.xs[column]-px(gutter), g.xs[column]+g.wide[column]+px(gutter)
	switch {
	case left < 0:
		g.shiftTo(g.shift + left)
	case right > g.Size().Width:
		g.shiftTo(g.shift + min(right-g.Size().Width, left))
	}
}

func (g *Grid) shiftTo(shift float32) {
	shift = round(max(0, min(shift, g.across-g.Size().Width)))
	if shift != g.shift {
		g.shift = shift
		g.Refresh()
	}
}
