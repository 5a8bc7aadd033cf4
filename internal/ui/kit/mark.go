package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// mark is the program's symbol on a filled square.
type mark struct {
	widget.BaseWidget
	side   float32 // designed
	ground *canvas.Rectangle
	symbol *picture
}

// NewMark returns the program's mark: its symbol on a square of a designed side.
func NewMark(symbol Symbol, side float32) fyne.CanvasObject {
	m := &mark{side: side, ground: newRect(), symbol: newPicture(symbol, side/2, ColorOnPrimary)}
	m.ExtendBaseWidget(m)
	return m
}

// CreateRenderer is called by the toolkit.
func (m *mark) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(m, m.ground, m.symbol.Image)
}

func (m *mark) paint() {
	paintRect(m.ground, ColorPrimaryFill, radiusCard)
	m.symbol.paint()
}

func (m *mark) measure() fyne.Size { return fyne.NewSize(px(m.side), px(m.side)) }

func (m *mark) arrange(s fyne.Size) {
	put(m.ground, 0, 0, s.Width, s.Height)
	m.symbol.place(round((s.Width-px(m.side)/2)/2), 0, s.Height)
}
