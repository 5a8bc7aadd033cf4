package kit

import "fyne.io/fyne/v2"

// IconButton is a bare symbol that does something; its tooltip says what.
type IconButton struct {
	control
	frame frame
	icon  *picture
	side  float32
	on    bool
}

// NewIconButton returns a button of a designed side around a symbol of 16, with
// a tooltip that says what it does.
func NewIconButton(s Symbol, side float32, tip string, press func()) *IconButton {
	b := &IconButton{control: newControl(press), frame: newFrame(radiusField), icon: newPicture(s, 16, ColorText2), side: side}
	b.text = func() string { return tip }
	b.extend(b)
	return b
}

// SetOn shows the button as switched on.
func (b *IconButton) SetOn(on bool) {
	if b.on == on {
		return
	}
	b.on = on
	b.Refresh()
}

// SetIcon shows another symbol.
func (b *IconButton) SetIcon(s Symbol) {
	b.icon.symbol = s
	b.Refresh()
}

// CreateRenderer is called by the toolkit.
func (b *IconButton) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(b, b.frame.group, b.icon.Image, b.ring)
}

func (b *IconButton) paint() {
	fill := ColorHover
	b.icon.ink = ColorText2
	if b.on {
		fill, b.icon.ink = ColorSelection, ColorPrimaryText
	}
	b.frame.paint(fill, fill)
	b.frame.setShown(b.lit() || b.on)
	b.icon.paint()
	b.icon.Translucency = 0
	if b.Disabled() {
		b.icon.Translucency = 0.6
	}
	paintRing(b.ring, radiusField, b.focused)
}

func (b *IconButton) measure() fyne.Size { return fyne.NewSize(px(b.side), px(b.side)) }

func (b *IconButton) arrange(s fyne.Size) {
	b.frame.put(0, 0, s.Width, s.Height)
	put(b.ring, 0, 0, s.Width, s.Height)
	b.icon.place(round((s.Width-px(b.icon.size))/2), 0, s.Height)
}
