package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// tableThumb is dragged to scroll a table, down or sideways.
type tableThumb struct {
	widget.BaseWidget
	rect    *canvas.Rectangle
	lying   bool // it scrolls sideways
	dragged func(by float32)
}

var _ fyne.Draggable = (*tableThumb)(nil)

// newTableThumb returns a thumb that tells how far along its way it was dragged.
func newTableThumb(lying bool, dragged func(by float32)) *tableThumb {
	b := &tableThumb{rect: newRect(), lying: lying, dragged: dragged}
	b.ExtendBaseWidget(b)
	return b
}

// Dragged scrolls in proportion.
func (b *tableThumb) Dragged(e *fyne.DragEvent) {
	if b.lying {
		b.dragged(e.Dragged.DX)
		return
	}
	b.dragged(e.Dragged.DY)
}

// DragEnd does nothing.
func (b *tableThumb) DragEnd() {}

// CreateRenderer is called by the toolkit.
func (b *tableThumb) CreateRenderer() fyne.WidgetRenderer { return newDrawing(b, b.rect) }

func (b *tableThumb) paint()             { paintRect(b.rect, ColorControlBorder, 3) }
func (b *tableThumb) measure() fyne.Size { return fyne.Size{} }

func (b *tableThumb) arrange(s fyne.Size) {
	if b.lying {
		put(b.rect, px(2), s.Height-px(scrollBar), s.Width-px(4), px(scrollBar-2))
		return
	}
	put(b.rect, s.Width-px(scrollBar), px(2), px(scrollBar-2), s.Height-px(4))
}
