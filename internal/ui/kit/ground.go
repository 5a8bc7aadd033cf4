package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Ground is a colour under content.
type Ground struct {
	widget.BaseWidget
	fill    *canvas.Rectangle
	token   fyne.ThemeColorName
	content fyne.CanvasObject
}

// NewGround lays content on a token.
func NewGround(token fyne.ThemeColorName, content fyne.CanvasObject) *Ground {
	g := &Ground{fill: newRect(), token: token, content: content}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer is called by the toolkit.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer { return newDrawing(g, g.fill, g.content) }

// HeightForWidth is the content's.
func (g *Ground) HeightForWidth(w float32) float32 { return heightFor(g.content, w) }

func (g *Ground) paint()             { paintRect(g.fill, g.token, 0) }
func (g *Ground) measure() fyne.Size { return g.content.MinSize() }

func (g *Ground) arrange(s fyne.Size) {
	put(g.fill, 0, 0, s.Width, s.Height)
	put(g.content, 0, 0, s.Width, s.Height)
}

// Divider is a line of one unit, lying or standing as its room is.
type Divider struct {
	widget.BaseWidget
	rect *canvas.Rectangle
}

// NewDivider returns a line.
func NewDivider() *Divider {
	d := &Divider{rect: newRect()}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer is called by the toolkit.
func (d *Divider) CreateRenderer() fyne.WidgetRenderer { return newDrawing(d, d.rect) }

func (d *Divider) paint()              { paintRect(d.rect, ColorLine, 0) }
func (d *Divider) measure() fyne.Size  { return fyne.NewSize(1, 1) }
func (d *Divider) arrange(s fyne.Size) { put(d.rect, 0, 0, s.Width, s.Height) }
