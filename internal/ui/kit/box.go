package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// box is the border around a field.
type box struct {
	frame   frame
	ring    *canvas.Rectangle
	focused bool
	bad     bool
}

func newBox() box { return box{frame: newFrame(radiusField), ring: newRect()} }

func (b *box) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.frame.group}
}

func (b *box) paint(disabled bool) {
	edge := ColorControlBorder
	switch {
	case b.bad:
		edge = ColorLate
	case disabled:
		edge = ColorLine
	}
	b.frame.paint(ColorCard, edge)
	paintRing(b.ring, radiusField, b.focused)
}

func (b *box) put(s fyne.Size) {
	b.frame.put(0, 0, s.Width, s.Height)
	put(b.ring, 0, 0, s.Width, s.Height)
}
