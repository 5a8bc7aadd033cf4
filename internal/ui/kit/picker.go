package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

const (
	pickerRow  = 30
	pickerRows = 10 // shown at most; the rest is scrolled to
)

// picker is a list to pick from: under a select, under a field with
// suggestions. It draws only the rows in sight.
type picker struct {
	widget.BaseWidget
	items  []Choice
	typed  string           // letters to show bold
	ticked func(i int) bool // nil where only one can be chosen
	empty  string           // said where there is nothing to choose
	enter  string           // said beside the highlighted row; may be empty
	at     int              // highlighted, or -1
	first  int              // topmost row in sight
	pick   func(i int)
	close  func()
	// down is called as the mouse goes down on a row, before the click takes
	// the keyboard from a field that shows the list, and out as the mouse
	// leaves the list; both are nil under a select.
	down, out func()
	ahead     typeahead

	rows  []*pickerLine
	thumb *canvas.Rectangle
}

var (
	_ fyne.Focusable    = (*picker)(nil)
	_ fyne.Tappable     = (*picker)(nil)
	_ fyne.Scrollable   = (*picker)(nil)
	_ desktop.Hoverable = (*picker)(nil)
	_ desktop.Mouseable = (*picker)(nil)
)

func newPicker(pick func(i int)) *picker {
	p := &picker{pick: pick, at: -1, thumb: newRect()}
	for range pickerRows {
		p.rows = append(p.rows, newPickerLine())
	}
	p.ExtendBaseWidget(p)
	return p
}

// show fills the list and highlights one row.
func (p *picker) show(items []Choice, at int) {
	p.items, p.at, p.first = items, at, 0
	p.reveal()
	p.Refresh()
}

func (p *picker) inSight() int { return min(len(p.items), pickerRows) }

// reveal scrolls so that the highlighted row is in sight.
func (p *picker) reveal() {
	if p.at >= 0 {
		p.first = max(p.at-pickerRows+1, min(p.first, p.at))
	}
	p.first = max(0, min(p.first, len(p.items)-pickerRows))
}

// move highlights another row.
func (p *picker) move(to int) {
	if len(p.items) == 0 {
		return
	}
	p.at = max(0, min(to, len(p.items)-1))
	p.reveal()
	p.Refresh()
}

// take picks the highlighted row.
func (p *picker) take() {
	if p.at >= 0 && p.at < len(p.items) {
		p.pick(p.at)
	}
}

// TypedKey moves, picks and closes.
func (p *picker) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		p.move(p.at + 1)
	case fyne.KeyUp:
		p.move(p.at - 1)
	case fyne.KeyPageDown:
		p.move(p.at + pickerRows)
	case fyne.KeyPageUp:
		p.move(p.at - pickerRows)
	case fyne.KeyHome:
		p.move(0)
	case fyne.KeyEnd:
		p.move(len(p.items) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.take()
	case fyne.KeyEscape, fyne.KeyTab:
		p.close()
	}
}

// TypedRune highlights the next row that begins with what was typed.
func (p *picker) TypedRune(r rune) {
	if i, ok := p.ahead.next(r, p.items, p.at); ok {
		p.move(i)
	}
}

// AcceptsTab lets Tab close the list.
func (p *picker) AcceptsTab() bool { return true }

// FocusGained does nothing; the highlight shows where the keyboard is.
func (p *picker) FocusGained() {}

// FocusLost does nothing.
func (p *picker) FocusLost() {}

func (p *picker) rowAt(y float32) int {
	i := p.first + int(y/px(pickerRow))
	if y < 0 || i >= len(p.items) {
		return -1
	}
	return i
}

// MouseIn is MouseMoved.
func (p *picker) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved highlights the row under the mouse.
func (p *picker) MouseMoved(e *desktop.MouseEvent) {
	if i := p.rowAt(e.Position.Y); i >= 0 && i != p.at {
		p.at = i
		p.Refresh()
	}
}

// MouseOut leaves the highlight where it is.
func (p *picker) MouseOut() {
	if p.out != nil {
		p.out()
	}
}

// MouseDown tells that a row is about to be picked.
func (p *picker) MouseDown(e *desktop.MouseEvent) {
	if p.down != nil && p.rowAt(e.Position.Y) >= 0 {
		p.down()
	}
}

// MouseUp does nothing.
func (p *picker) MouseUp(*desktop.MouseEvent) {}

// Tapped picks the row under the mouse.
func (p *picker) Tapped(e *fyne.PointEvent) {
	if i := p.rowAt(e.Position.Y); i >= 0 {
		p.at = i
		p.take()
	}
}

// Scrolled moves the rows by whole ones.
func (p *picker) Scrolled(e *fyne.ScrollEvent) {
	step := 1
	if e.Scrolled.DY > 0 {
		step = -1
	}
	p.first = max(0, min(p.first+step, len(p.items)-pickerRows))
	p.Refresh()
}

// CreateRenderer is called by the toolkit.
func (p *picker) CreateRenderer() fyne.WidgetRenderer {
	var parts []fyne.CanvasObject
	for _, row := range p.rows {
		parts = append(parts, row.parts()...)
	}
	return newDrawing(p, append(parts, p.thumb)...)
}

func (p *picker) paint() {
	for i, row := range p.rows {
		n := p.first + i
		switch {
		case n < len(p.items):
			row.set(p.items[n], p.typed)
			row.on, row.enter.full = n == p.at, ""
			if row.on {
				row.enter.full = p.enter
			}
			row.tickable = p.ticked != nil
			row.ticked = row.tickable && p.ticked(n)
			row.paint(true)
		case i == 0 && p.empty != "":
			row.set(Choice{Label: p.empty}, "")
			row.on, row.tickable, row.enter.full = false, false, ""
			row.paint(true)
			row.label.ink = ColorText2
			row.label.paint()
		default:
			row.paint(false)
		}
	}
	paintRect(p.thumb, ColorControlBorder, 2)
	p.thumb.Hidden = len(p.items) <= pickerRows
}

func (p *picker) measure() fyne.Size {
	w := float32(0)
	for _, c := range p.items {
		w = max(w, Dense.width(c.Label)+Caption.width(c.Hint))
	}
	rows := max(1, p.inSight())
	return fyne.NewSize(min(px(420), w+px(48)), px(pickerRow)*float32(rows))
}

func (p *picker) arrange(s fyne.Size) {
	for i, row := range p.rows {
		row.place(px(pickerRow)*float32(i), s.Width)
	}
	if n := float32(len(p.items)); n > pickerRows {
		h := s.Height * pickerRows / n
		put(p.thumb, s.Width-px(4), s.Height*float32(p.first)/n, px(3), h)
	}
}
