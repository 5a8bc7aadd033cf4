package kit

import "fyne.io/fyne/v2"

// CreateRenderer is called by the toolkit.
func (e *cellEditor) CreateRenderer() fyne.WidgetRenderer {
	parts := append(e.box.parts(), e.input)
	if e.button != nil {
		parts = append(parts, e.button)
	}
	return newDrawing(e, append(parts, e.box.ring)...)
}

func (e *cellEditor) paint() {
	e.box.frame.radius = radiusSmall
	e.box.focused = true
	e.box.paint(false)
	paintRing(e.box.ring, radiusSmall, true)
	if e.box.bad {
		paintRing(e.box.ring, radiusSmall, false)
	}
}

func (e *cellEditor) measure() fyne.Size { return fyne.NewSize(px(60), px(32)) }

func (e *cellEditor) arrange(s fyne.Size) {
	e.box.put(s)
	w := s.Width - px(8)
	if e.button != nil {
		w -= px(24)
		put(e.button, s.Width-px(25), round((s.Height-px(22))/2), px(22), px(22))
	}
	h := e.input.MinSize().Height
	put(e.input, px(4), round((s.Height-h)/2), w, h)
}

// settle lays the field over its cell, wide enough to write in, within the grid.
func (e *cellEditor) settle(at fyne.Position, size, grid fyne.Size) {
	least := px(120)
	if e.column.Kind == DayCell {
		least = px(132)
	}
	w := min(max(size.Width+px(8), least), grid.Width)
	x := max(0, min(at.X-px(4), grid.Width-w))
	y := max(0, at.Y)
	put(e, x, y, w, max(size.Height, px(32)))
}
