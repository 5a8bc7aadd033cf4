package kit

import (
	"maps"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// narrowest is the designed width that a column can be dragged to.
const narrowest = 40

// KeepWidths lets the person drag the borders between columns. Own are the designed
// widths by column that were given before, nil for none; changed, which may be nil, is
// told all of them after a drag and owns what it is told. What a narrower window has no
// room for is taken from these widths first.
func (t *Table) KeepWidths(own map[string]float32, changed func(own map[string]float32)) {
	t.own = map[string]float32{}
	for id, w := range own {
		if w >= narrowest && w <= math.MaxInt16 { // a settings file can say anything, even what is no number
			t.own[id] = w
		}
	}
	t.resized = func(own map[string]float32) {
		if changed != nil {
			changed(own)
		}
	}
	t.Refresh()
}

// Widths returns the designed widths that the person gave columns.
func (t *Table) Widths() map[string]float32 { return maps.Clone(t.own) }

// owned is what each column gets of its own width beyond its least, and what then
// is left of the room for all.
func (t *Table) owned(left float32) (given []float32, rest float32) {
	given = make([]float32, len(t.columns))
	all := float32(0)
	for i, c := range t.columns {
		if own, ok := t.own[c.ID]; ok && !c.Check {
			given[i] = max(0, px(own)-t.least(c))
			all += given[i]
		}
	}
	if all == 0 || left <= 0 {
		return make([]float32, len(t.columns)), left
	}
	part, rest := min(1, left/all), left
	for i := range given {
		given[i] = float32(math.Floor(float64(given[i] * part)))
		rest -= given[i]
	}
	return given, rest
}

// placeGrips puts a grip on every border that can be dragged.
func (t *Table) placeGrips(s fyne.Size) {
	n := 0
	for i := range t.columns {
		if t.resized == nil || i >= len(t.xs) || !t.borders(i) {
			continue
		}
		x := t.xs[i] + t.wide[i]
		if x < 0 || x > s.Width-px(tableGap) {
			continue // scrolled out
		}
		if n == len(t.grips.Objects) {
			t.grips.Add(newTableGrip(t))
		}
		g, _ := t.grips.Objects[n].(*tableGrip)
		g.column = i
		setShown(g, true)
		put(g, x, 0, px(tableGap), t.headHeight())
		n++
	}
	for _, o := range t.grips.Objects[n:] {
		setShown(o, false)
	}
	put(t.grips, 0, 0, s.Width, t.headHeight())
}

// borders reports whether there is a border to drag after the column.
func (t *Table) borders(i int) bool {
	if t.columns[i].Check {
		return false
	}
	if t.scrolls() {
		return t.columns[i].Title != ""
	}
	return i+1 < len(t.columns) && !t.columns[i+1].Check && t.columns[i+1].Title != ""
}

// scrolls reports whether the columns take more room than there is, so that one can
// grow without another.
func (t *Table) scrolls() bool { return t.sideways && t.across > t.Size().Width }

// sharing returns how many columns take the room that is left, and whether one does:
// those that were not dragged, before those that were.
func (t *Table) sharing() (n int, is func(TableColumn) bool) {
	free := 0
	for _, c := range t.columns {
		if c.Check || c.Width > 0 {
			continue
		}
		n++
		if t.own[c.ID] == 0 {
			free++
		}
	}
	if free == 0 {
		return n, func(c TableColumn) bool { return c.Width == 0 }
	}
	return free, func(c TableColumn) bool { return c.Width == 0 && t.own[c.ID] == 0 }
}

// resize gives the column before a border a width, within what both sides can give,
// and the one after it the rest of what they had together.
func (t *Table) resize(i int, before, both float32) {
	least := px(narrowest)
	if t.scrolls() {
		t.own[t.columns[i].ID] = max(least, before) / factor()
	} else {
		before = round(max(least, min(before, both-least)))
		t.own[t.columns[i].ID], t.own[t.columns[i+1].ID] = before/factor(), (both-before)/factor()
	}
	t.Refresh()
}

// both is the width of the columns on both sides of a border.
func (t *Table) both(i int) float32 {
	if i+1 < len(t.wide) {
		return t.wide[i] + t.wide[i+1]
	}
	return t.wide[i]
}

// natural is the width in which the column's title and its cells in sight are whole.
func (t *Table) natural(i int) float32 {
	c := t.columns[i]
	w := CaptionStrong.width(c.Title)
	if c.Sort {
		w += px(14)
	}
	for _, row := range t.body.rows {
		if row.Visible() && i < len(row.cells) {
			w = max(w, row.cells[i].natural())
		}
	}
	return ceil(w) + 1
}

// natural is the width in which nothing of the cell is cut.
func (c *tableCell) natural() float32 {
	w := max(c.text.width(), c.pill.width())
	if c.what.Symbol != nil {
		w += px(18)
	}
	if c.what.Choice {
		w += px(34)
	}
	return w
}

// tableGrip is a border between two columns, in the head.
type tableGrip struct {
	widget.BaseWidget
	table  *Table
	column int // before it
	rule   *canvas.Rectangle
	lit    bool
	drag   bool
	from   float32 // width of the column, had it no limits
	both   float32 // of the columns on both sides, when the drag began
}

var (
	_ fyne.Draggable      = (*tableGrip)(nil)
	_ fyne.DoubleTappable = (*tableGrip)(nil)
	_ fyne.Tappable       = (*tableGrip)(nil)
	_ desktop.Hoverable   = (*tableGrip)(nil)
	_ desktop.Cursorable  = (*tableGrip)(nil)
)

func newTableGrip(t *Table) *tableGrip {
	g := &tableGrip{table: t, rule: newRect()}
	g.ExtendBaseWidget(g)
	return g
}

// Cursor shows that the border can be moved sideways.
func (g *tableGrip) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// Dragged follows the mouse.
func (g *tableGrip) Dragged(e *fyne.DragEvent) {
	if !g.drag {
		g.drag, g.from, g.both = true, g.table.wide[g.column], g.table.both(g.column)
		g.Refresh()
	}
	g.from += e.Dragged.DX
	g.table.resize(g.column, g.from, g.both)
}

// DragEnd tells the new widths.
func (g *tableGrip) DragEnd() {
	g.drag = false
	g.Refresh()
	g.table.resized(g.table.Widths())
}

// Tapped does nothing: a click beside the title does not sort.
func (g *tableGrip) Tapped(*fyne.PointEvent) {}

// DoubleTapped makes the column as wide as what is in it.
func (g *tableGrip) DoubleTapped(*fyne.PointEvent) {
	g.table.resize(g.column, g.table.natural(g.column), g.table.both(g.column))
	g.table.resized(g.table.Widths())
}

// MouseIn lights the border.
func (g *tableGrip) MouseIn(*desktop.MouseEvent) {
	g.lit = true
	g.Refresh()
}

// MouseMoved does nothing.
func (g *tableGrip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the border's light out.
func (g *tableGrip) MouseOut() {
	g.lit = false
	g.Refresh()
}

// CreateRenderer is called by the toolkit.
func (g *tableGrip) CreateRenderer() fyne.WidgetRenderer { return newDrawing(g, g.rule) }

func (g *tableGrip) paint() {
	token := colorClear
	if g.lit || g.drag {
		token = ColorPrimaryText
	}
	paintRect(g.rule, token, 0)
}

func (g *tableGrip) measure() fyne.Size { return fyne.Size{} }

func (g *tableGrip) arrange(s fyne.Size) {
	put(g.rule, round(s.Width/2)-1, px(6), 2, s.Height-px(12))
}
