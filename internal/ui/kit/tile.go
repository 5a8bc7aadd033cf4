package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Start is something to begin with, as a Tile shows it.
type Start struct {
	Symbol         Symbol
	Title, Caption string
	Keys           string // at the right; may be empty
	Filled         bool   // the first of several
	Press          func()
}

// Tile is a large button, 64 high, with a symbol, a title and what it is about.
type Tile struct {
	control
	what    Start
	frame   frame
	square  *canvas.Rectangle
	symbol  *picture
	title   *line
	caption *line
	keys    *line
}

const tileHeight = 64

// NewTile returns a tile.
func NewTile(what Start) *Tile {
	t := &Tile{
		control: newControl(what.Press), what: what, frame: newFrame(radiusCard), square: newRect(), symbol: newPicture(what.Symbol, 20, ColorPrimaryText),
		title: newLine(what.Title, BodyStrong, ColorText), caption: newLine(what.Caption, Caption, ColorText2), keys: newLine(what.Keys, Caption, ColorText2),
	}
	if what.Filled {
		t.symbol.ink, t.title.ink, t.caption.ink, t.keys.ink = ColorOnPrimary, ColorOnPrimary, ColorOnPrimary, ColorOnPrimary
	}
	t.text = func() string { return cutOf(t.title, t.caption) }
	t.extend(t)
	return t
}

// CreateRenderer is called by the toolkit.
func (t *Tile) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(t, t.frame.group, t.square, t.symbol.Image, t.title.Text, t.caption.Text, t.keys.Text, t.ring)
}

func (t *Tile) paint() {
	fill, edge := ColorCard, ColorLine
	switch {
	case t.what.Filled:
		fill, edge = ColorPrimaryFill, ColorPrimaryFill
	case t.lit():
		fill = ColorHover
	}
	t.frame.paint(fill, edge)
	paintRect(t.square, ColorButton, radiusField)
	if t.what.Filled {
		white := color.NRGBAModel.Convert(theme.Color(ColorOnPrimary)).(color.NRGBA)
		t.square.FillColor = translucent(white, 0x29)
	}
	t.symbol.paint()
	for _, l := range []*line{t.title, t.caption, t.keys} {
		l.paint()
	}
	paintRing(t.ring, radiusCard+2, t.focused)
}

func (t *Tile) measure() fyne.Size { return fyne.NewSize(px(240), px(tileHeight)) }

func (t *Tile) arrange(s fyne.Size) {
	t.frame.put(0, 0, s.Width, s.Height)
	put(t.ring, -px(2), -px(2), s.Width+px(4), s.Height+px(4))
	put(t.square, px(14), round((s.Height-px(36))/2), px(36), px(36))
	t.symbol.place(px(14+8), 0, s.Height)
	end := s.Width - px(16)
	if t.what.Keys != "" {
		end -= t.keys.placeEnd(0, round((s.Height-t.keys.height())/2), end) + px(12)
	}
	x := px(14 + 36 + 14)
	top := round((s.Height - t.title.height() - t.caption.height()) / 2)
	t.title.place(x, top, end-x)
	t.caption.place(x, top+t.title.height(), end-x)
}

// AccessibilityLabel is the title and what it is about.
func (t *Tile) AccessibilityLabel() string { return spoken(t.what.Title, t.what.Caption) }

// AccessibilityRole is button.
func (t *Tile) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
