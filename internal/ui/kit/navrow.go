package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// NavItem is a place of the navigation.
type NavItem struct {
	ID     string
	Label  string
	Symbol Symbol
	Count  string // how much waits there; empty for none
}

// navRow is one place: symbol, label, count. Folded it is the symbol alone,
// with a tooltip.
type navRow struct {
	control
	item   NavItem
	on     bool
	folded bool
	frame  frame
	bar    *canvas.Rectangle
	icon   *picture
	label  *line
	count  *line
	step   func(by int)
}

func newNavRow(item NavItem, press func(), step func(by int)) *navRow {
	r := &navRow{
		control: newControl(press), item: item, frame: newFrame(radiusField), bar: newRect(),
		icon:  newPicture(item.Symbol, 18, ColorText2),
		label: newLine(item.Label, Body, ColorText), count: newLine(item.Count, Dense, ColorText2), step: step,
	}
	r.text = r.tooltip
	r.extend(r)
	return r
}

func (r *navRow) set(item NavItem) {
	if item == r.item {
		return
	}
	r.item = item
	r.icon.symbol = item.Symbol
	r.label.full, r.count.full = item.Label, item.Count
	r.Refresh()
}

func (r *navRow) tooltip() string {
	if r.folded && r.item.Count != "" {
		return r.item.Label + " (" + r.item.Count + ")"
	}
	if r.folded || r.label.cut {
		return r.item.Label
	}
	return ""
}

// TypedKey moves between the places with the arrows.
func (r *navRow) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		r.step(-1)
	case fyne.KeyDown:
		r.step(1)
	default:
		r.control.TypedKey(e)
	}
}

// CreateRenderer is called by the toolkit.
func (r *navRow) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(r, r.frame.group, r.bar, r.icon.Image, r.label.Text, r.count.Text, r.ring)
}

func (r *navRow) paint() {
	r.label.style, r.icon.ink, r.count.style, r.count.ink = Body, ColorText2, Dense, ColorText2
	switch {
	case r.on:
		r.frame.paint(ColorNavOn, ColorLine)
		r.label.style, r.icon.ink, r.count.style, r.count.ink = BodyStrong, ColorPrimaryText, DenseStrong, ColorPrimaryText
	case r.lit():
		r.frame.paint(ColorHover, ColorHover)
	}
	r.frame.setShown(r.on || r.lit())
	paintRect(r.bar, ColorPrimaryText, 1)
	r.bar.Hidden = !r.on
	r.icon.paint()
	r.label.paint()
	r.count.paint()
	setShown(r.label.Text, !r.folded)
	setShown(r.count.Text, !r.folded)
	paintRing(r.ring, radiusField, r.focused)
}

func (r *navRow) measure() fyne.Size { return fyne.NewSize(px(40), px(32)) }

func (r *navRow) arrange(s fyne.Size) {
	r.frame.put(0, 0, s.Width, s.Height)
	put(r.ring, 0, 0, s.Width, s.Height)
	put(r.bar, 0, px(7), px(3), s.Height-px(14))
	if r.folded {
		r.icon.place(round((s.Width-px(18))/2), 0, s.Height)
		return
	}
	r.icon.place(px(10), 0, s.Height)
	end := s.Width - px(10)
	end -= r.count.placeEnd(px(38), round((s.Height-r.count.height())/2), end-px(38)) + px(8)
	r.label.place(px(38), round((s.Height-r.label.height())/2), end-px(38))
}
