package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// tableThumb is dragged to scroll a table.
type tableThumb struct {
	widget.BaseWidget
	table *Table
	rect  *canvas.Rectangle
}

var _ fyne.Draggable = (*tableThumb)(nil)

func newTableThumb(t *Table) *tableThumb {
	b := &tableThumb{table: t, rect: newRect()}
	b.ExtendBaseWidget(b)
	return b
}

// Dragged scrolls in proportion.
func (b *tableThumb) Dragged(e *fyne.DragEvent) {
	t := b.table
	t.scrollTo(t.offset + e.Dragged.DY*(t.full()-t.room())/max(1, t.room()-b.Size().Height))
}

// DragEnd does nothing.
func (b *tableThumb) DragEnd() {}

// CreateRenderer is called by the toolkit.
func (b *tableThumb) CreateRenderer() fyne.WidgetRenderer { return newDrawing(b, b.rect) }

func (b *tableThumb) paint()             { paintRect(b.rect, ColorControlBorder, 3) }
func (b *tableThumb) measure() fyne.Size { return fyne.Size{} }

func (b *tableThumb) arrange(s fyne.Size) {
	put(b.rect, s.Width-px(scrollBar), px(2), px(scrollBar-2), s.Height-px(4))
}
