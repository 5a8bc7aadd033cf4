package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ledstjarna/assets"
)

// tableRow draws one row. Rows that have scrolled out are used again.
type tableRow struct {
	widget.BaseWidget
	table  *Table
	ground *canvas.Rectangle
	rule   *canvas.Rectangle
	ring   *canvas.Rectangle
	cells  []*tableCell
	group  *line // of a head of rows
	row    int   // whose cells are shown, or -1
	sum    bool  // the row of sums
	token  fyne.ThemeColorName
	// keyboard says that the keyboard stands on the row.
	keyboard bool
}

func newTableRow(t *Table) *tableRow {
	r := &tableRow{table: t, ground: newRect(), rule: newRect(), ring: newRect(), group: newLine("", CaptionStrong, ColorText2), row: -1, token: colorClear}
	r.ExtendBaseWidget(r)
	return r
}

// fill takes the cells of a row.
func (r *tableRow) fill(cell func(column string) Cell) {
	for len(r.cells) < len(r.table.columns) {
		r.cells = append(r.cells, newTableCell())
	}
	for i, c := range r.cells {
		if i < len(r.table.columns) {
			c.set(cell(r.table.columns[i].ID))
		} else {
			c.set(Cell{})
		}
	}
	r.Refresh()
}

// light gives the row its ground and the mark of the keyboard.
func (r *tableRow) light(token fyne.ThemeColorName, keyboard bool) {
	if token == r.token && keyboard == r.keyboard {
		return
	}
	r.token, r.keyboard = token, keyboard
	r.paintGround()
	canvas.Refresh(r.ground)
	canvas.Refresh(r.ring)
}

func (r *tableRow) paintGround() {
	paintRect(r.ground, r.token, 0)
	paintRing(r.ring, radiusSmall, r.keyboard)
	bottom := float32(0)
	if r.sum && r.table.bottom {
		bottom = px(radiusCard) - 1
	}
	r.ground.BottomLeftCornerRadius, r.ground.BottomRightCornerRadius = bottom, bottom
}

// CreateRenderer is called by the toolkit.
func (r *tableRow) CreateRenderer() fyne.WidgetRenderer {
	return &tableRowRenderer{drawing: drawing{of: r}, r: r}
}

type tableRowRenderer struct {
	drawing
	r *tableRow
}

func (d *tableRowRenderer) Objects() []fyne.CanvasObject {
	if want := 4 + cellParts*len(d.r.cells); len(d.objects) != want {
		d.objects = append(d.objects[:0], d.r.ground, d.r.rule, d.r.group.Text)
		for _, c := range d.r.cells {
			d.objects = append(d.objects, c.parts()...)
		}
		d.objects = append(d.objects, d.r.ring)
	}
	return d.objects
}

func (r *tableRow) paint() {
	r.paintGround()
	paintRect(r.rule, ColorLine, 0)
	r.group.paint()
	for _, c := range r.cells {
		c.paint()
	}
}

func (r *tableRow) measure() fyne.Size { return fyne.Size{} }

func (r *tableRow) arrange(s fyne.Size) {
	put(r.ground, 0, 0, s.Width, s.Height)
	y := s.Height - 1
	if r.sum {
		y = 0
	}
	put(r.rule, 0, y, s.Width, 1)
	put(r.ring, 1, 0, s.Width-2, s.Height-1)
	r.group.place(px(gutter), round((s.Height-1-r.group.height())/2), s.Width-px(2*gutter))
	for i, c := range r.cells {
		if i < len(r.table.xs) && i < len(r.table.columns) {
			c.place(r.table.xs[i], r.reach(i), s.Height, r.table.columns[i].End)
		}
	}
}

// reach is how wide a cell may be written: in a row of sums over the empty ones
// after it.
func (r *tableRow) reach(i int) float32 {
	w := r.table.wide[i]
	if c := r.cells[i]; c.what.Filled && c.what.Span > 1 {
		last := min(i+c.what.Span, len(r.table.xs), len(r.table.columns)) - 1
		return r.table.xs[last] + r.table.wide[last] - r.table.xs[i]
	}
	if !r.sum || r.table.columns[i].End {
		return w
	}
	for j := i + 1; j < min(len(r.cells), len(r.table.xs)) && r.cells[j].what == (Cell{}); j++ {
		w = r.table.xs[j] + r.table.wide[j] - r.table.xs[i]
	}
	return w
}

// tableCell draws one cell.
type tableCell struct {
	what   Cell
	symbol *picture
	text   *line
	pill   pillShape
	box    tickBox
	under  *fyne.Container // of the few cells that are choices, their field
	field  *choiceField    // nil until there is one
}

// choiceField is drawn around a choice.
type choiceField struct {
	frame frame
	drop  *picture
}

func newTableCell() *tableCell {
	return &tableCell{
		symbol: newPicture(nil, 12, ColorText2), text: newLine("", Dense, ColorText), pill: newPillShape(), box: newTickBox(),
		under: &fyne.Container{},
	}
}

// cellParts is how many objects a cell has.
const cellParts = 9

func (c *tableCell) parts() []fyne.CanvasObject {
	parts := append([]fyne.CanvasObject{c.under, c.symbol.Image, c.text.Text}, c.pill.parts()...)
	return append(parts, c.box.parts()...)
}

func (c *tableCell) set(what Cell) {
	c.what = what
	c.text.full, c.text.style, c.text.ink = what.Text, Dense, what.Ink
	if what.Bold {
		c.text.style = DenseStrong
	}
	if what.Ink == "" {
		c.text.ink = ColorText
	}
	c.symbol.symbol, c.symbol.ink = what.Symbol, what.SymbolInk
	c.symbol.Hidden = what.Symbol == nil
	c.pill.set(what.State)
	if what.Choice && c.field == nil {
		c.field = &choiceField{newFrame(radiusField), newPicture(assets.IconChevronDown, 12, ColorText2)}
		c.under.Objects = []fyne.CanvasObject{c.field.frame.group, c.field.drop.Image}
	}
	setShown(c.under, what.Choice)
	c.pill.radius, c.pill.pad = radiusPill, 9
	if what.Filled {
		c.pill.radius, c.pill.pad = radiusSmall, 4
	}
	c.box.set(what.Tick)
	c.paint()
}

func (c *tableCell) paint() {
	c.symbol.paint()
	c.text.paint()
	c.pill.paint()
	c.box.paint()
	if c.field != nil {
		c.field.frame.paint(ColorCard, ColorControlBorder)
		c.field.drop.paint()
	}
}

// place gives the cell its place in a row that is h high with the line under it.
func (c *tableCell) place(x, w, h float32, end bool) {
	if c.what.Filled {
		out := px(tableGap/2 - 2) // the gaps between bars are narrower than those between texts
		c.pill.place(x-out, round((h-1-px(20))/2), w+2*out)
		return
	}
	h--
	c.box.place(x, round((h-px(16))/2))
	c.pill.place(x, round((h-px(20))/2), min(w, c.pill.width()))
	if c.what.Choice {
		put(c.under, 0, 0, x+w, h)
		c.field.frame.put(x, px(3), w, h-px(5))
		c.field.drop.place(x+w-px(20), 0, h)
		x, w = x+px(10), w-px(34)
	}
	if c.what.Symbol != nil {
		c.symbol.place(x, 0, h)
		x, w = x+px(18), w-px(18)
	}
	y := round((h - c.text.height()) / 2)
	if end {
		c.text.placeEnd(x, y, w)
		return
	}
	c.text.place(x, y, w)
}

// cutText returns the whole text where it is cut, or "".
func (c *tableCell) cutText() string {
	switch {
	case c.text.cut:
		return c.text.full
	case c.pill.cut():
		return c.pill.full()
	}
	return ""
}

// tickBox is a box inside a row.
type tickBox struct {
	frame frame
	mark  *picture
	tick  Tick
}

func newTickBox() tickBox {
	return tickBox{frame: newFrame(radiusSmall), mark: newPicture(nil, 12, ColorCheckGlyph)}
}

func (b *tickBox) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.frame.group, b.mark.Image}
}

func (b *tickBox) set(t Tick) {
	b.tick = t
	b.mark.symbol = assets.IconCheck
	if t == Mixed {
		b.mark.symbol = assets.StateDash
	}
}

func (b *tickBox) paint() {
	fill, edge := ColorCard, ColorControlBorder
	if b.tick == Ticked || b.tick == Mixed {
		fill, edge = ColorCheckFill, ColorCheckFill
	}
	b.frame.paint(fill, edge)
	b.frame.setShown(b.tick != NoBox)
	if b.mark.symbol != nil {
		b.mark.paint()
	}
	setShown(b.mark.Image, b.tick == Ticked || b.tick == Mixed)
}

func (b *tickBox) place(x, y float32) {
	b.frame.put(x, y, px(16), px(16))
	b.mark.place(x+px(2), y, px(16))
}
