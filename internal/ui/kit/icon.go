package kit

import (
	"bytes"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Symbol is a picture in one colour: SVG that is filled with #000 or drawn in
// currentColor. Its Go value tells it from other symbols, so it must be
// comparable.
type Symbol interface {
	SVG() []byte
}

// picture is a symbol inside a widget.
type picture struct {
	*canvas.Image
	symbol Symbol
	ink    fyne.ThemeColorName
	size   float32 // designed
	drawn  tinted
}

// tinted is what a picture was last drawn from.
type tinted struct {
	symbol Symbol
	colour color.Color
}

func newPicture(s Symbol, size float32, ink fyne.ThemeColorName) *picture {
	p := &picture{Image: &canvas.Image{FillMode: canvas.ImageFillContain}, symbol: s, size: size, ink: ink}
	p.Hidden = s == nil
	return p
}

// paint draws the symbol again if it or its colour changed.
func (p *picture) paint() {
	if p.symbol == nil {
		p.Hidden = true
		return
	}
	now := tinted{symbol: p.symbol, colour: theme.Color(p.ink)}
	if p.drawn == now {
		return
	}
	p.drawn = now
	p.Resource = tint(p.symbol, now.colour)
	p.Refresh()
}

// place puts the picture with its middle at the middle of the given height.
func (p *picture) place(x, y, h float32) {
	side := px(p.size)
	put(p.Image, x, y+round((h-side)/2), side, side)
}

// tint returns the symbol in a colour. The name tells symbol and colour,
// because the toolkit keeps drawn pictures by name.
func tint(s Symbol, c color.Color) fyne.Resource {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	hex := fmt.Sprintf("#%02x%02x%02x", n.R, n.G, n.B)
	svg := bytes.ReplaceAll(s.SVG(), []byte("currentColor"), []byte(hex))
	svg = bytes.ReplaceAll(svg, []byte(`"#000"`), []byte(`"`+hex+`"`))
	return fyne.NewStaticResource(fmt.Sprintf("%T-%v-%s.svg", s, s, hex[1:]), svg)
}

// Icon is a symbol that stands alone. With a tip it explains itself.
type Icon struct {
	widget.BaseWidget
	picture *picture
	text    string
	tip     tip
}

var _ desktop.Hoverable = (*Icon)(nil)

// NewIcon returns a symbol at a designed size in an ink.
func NewIcon(s Symbol, size float32, ink fyne.ThemeColorName) *Icon {
	i := &Icon{picture: newPicture(s, size, ink)}
	i.ExtendBaseWidget(i)
	return i
}

// WithTip gives the icon a tooltip and returns it.
func (i *Icon) WithTip(text string) *Icon {
	i.text = text
	return i
}

// Set shows another symbol in another ink.
func (i *Icon) Set(s Symbol, ink fyne.ThemeColorName) {
	i.picture.symbol, i.picture.ink = s, ink
	i.picture.Hidden = s == nil
	i.Refresh()
}

// CreateRenderer is called by the toolkit.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer { return newDrawing(i, i.picture.Image) }

func (i *Icon) paint() { i.picture.paint() }

func (i *Icon) measure() fyne.Size {
	side := px(i.picture.size)
	return fyne.NewSize(side, side)
}

func (i *Icon) arrange(s fyne.Size) {
	i.picture.place(round((s.Width-px(i.picture.size))/2), 0, s.Height)
}

// MouseIn shows the tooltip after a while.
func (i *Icon) MouseIn(e *desktop.MouseEvent) {
	if i.text != "" {
		i.tip.enter(i, i.text, e.AbsolutePosition)
	}
}

// MouseMoved does nothing; the tooltip stays where it came.
func (i *Icon) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the tooltip away.
func (i *Icon) MouseOut() { i.tip.leave() }
