package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// ButtonKind is how much weight a button has.
type ButtonKind int

// The kinds of buttons.
const (
	Outlined   ButtonKind = iota
	Primary               // filled; at most one in a view or card
	Quiet                 // on a soft ground
	Link                  // words only
	LinkStrong            // bold words only
)

// Button is words that do something, with a symbol before or after them.
type Button struct {
	control
	kind  ButtonKind
	small bool
	frame frame
	icon  *picture
	label *line
	after *picture
	sign  bool // the icon keeps its own ink
	// veiled leaves the button where it is but shows nothing of it.
	veiled bool
	hint   string
}

var _ desktop.Cursorable = (*Button)(nil)

// NewButton returns a button 30 high, or a link as high as its text.
func NewButton(kind ButtonKind, label string, press func()) *Button {
	style := DenseStrong
	if kind == Link {
		style = Dense
	}
	b := &Button{
		control: newControl(press), kind: kind, frame: newFrame(radiusField),
		icon: newPicture(nil, 16, ColorText), label: newLine(label, style, ColorText), after: newPicture(nil, 12, ColorText),
	}
	b.text = b.tooltip
	b.extend(b)
	return b
}

// Small makes the button 26 high, for card heads and rows, and returns it.
func (b *Button) Small() *Button {
	b.small = true
	return b
}

// WithIcon puts a symbol before the words, in their colour, and returns the
// button.
func (b *Button) WithIcon(s Symbol) *Button {
	b.icon.symbol, b.icon.Hidden = s, s == nil
	return b
}

// WithChevron puts a symbol after the words and returns the button.
func (b *Button) WithChevron(s Symbol) *Button {
	b.after.symbol, b.after.Hidden = s, s == nil
	return b
}

// WithTip gives the button a tooltip and returns it.
func (b *Button) WithTip(text string) *Button {
	b.hint = text
	return b
}

// SetSign puts a state's symbol before the words, in the family's colour; nil
// takes it away.
func (b *Button) SetSign(s Symbol, f Family) {
	b.sign = s != nil
	b.icon.symbol, b.icon.ink, b.icon.size = s, f.Ink(), 12
	b.icon.Hidden = s == nil
	b.Refresh()
}

// SetPress lets the button do something else.
func (b *Button) SetPress(press func()) { b.press = press }

// SetLabel shows other words.
func (b *Button) SetLabel(label string) {
	if label == b.label.full {
		return
	}
	b.label.full = label
	b.Refresh()
}

// Label returns the words.
func (b *Button) Label() string { return b.label.full }

// CreateRenderer is called by the toolkit.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(b, b.frame.group, b.icon.Image, b.label.Text, b.after.Image, b.ring)
}

// Cursor is a hand over links.
func (b *Button) Cursor() desktop.Cursor {
	if b.isLink() && !b.Disabled() {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (b *Button) isLink() bool { return b.kind == Link || b.kind == LinkStrong }

func (b *Button) tooltip() string {
	if b.hint == "" && b.label.cut {
		return b.label.full
	}
	return b.hint
}

func (b *Button) paint() {
	ink := b.paintGround()
	if b.Disabled() && b.kind != Primary {
		ink = ColorText2
	}
	b.label.ink, b.after.ink = ink, ink
	if !b.sign {
		b.icon.ink = ink
	}
	b.label.paint()
	b.label.TextStyle.Underline = b.isLink() && b.lit()
	b.icon.paint()
	b.after.paint()
	paintRing(b.ring, radiusField, b.focused)
	b.paintVeil()
}

func (b *Button) paintVeil() {
	if b.veiled {
		b.frame.setShown(false)
	}
	setShown(b.label.Text, !b.veiled)
	setShown(b.icon.Image, !b.veiled && b.icon.symbol != nil)
	setShown(b.after.Image, !b.veiled && b.after.symbol != nil)
}

// paintGround colours what lies under the words and returns their ink.
func (b *Button) paintGround() fyne.ThemeColorName {
	b.frame.setShown(!b.isLink())
	switch b.kind {
	case Primary:
		if b.Disabled() {
			b.frame.paint(ColorButton, ColorLine)
			return ColorText2
		}
		b.frame.paint(ColorPrimaryFill, ColorPrimaryFill)
		return ColorOnPrimary
	case Quiet:
		fill := ColorButton
		if b.lit() {
			fill = ColorSelection
		}
		b.frame.paint(fill, fill)
	case Outlined:
		fill, edge := ColorCard, ColorControlBorder
		if b.lit() {
			fill = ColorHover
		}
		if b.Disabled() {
			edge = ColorLine
		}
		b.frame.paint(fill, edge)
	case Link, LinkStrong:
		return ColorPrimaryText
	}
	return ColorText
}

func (b *Button) height() float32 {
	switch {
	case b.isLink():
		return px(20)
	case b.small:
		return px(26)
	}
	return px(fieldHeight)
}

// pad is the room beside the words, border included.
func (b *Button) pad() float32 {
	switch {
	case b.isLink():
		return 0
	case b.small:
		return px(11)
	}
	return px(13)
}

// afterGap is the room between the words and the symbol after them.
func (b *Button) afterGap() float32 {
	if b.isLink() {
		return px(3)
	}
	return px(6)
}

func (b *Button) measure() fyne.Size {
	w := 2*b.pad() + b.label.width()
	if b.icon.symbol != nil {
		w += px(b.icon.size) + px(7)
	}
	if b.after.symbol != nil {
		w += px(b.after.size) + b.afterGap()
	}
	return fyne.NewSize(w, b.height())
}

// putRing keeps the ring off what it would not show against: the words of a
// link, the fill of a primary button.
func (b *Button) putRing(s fyne.Size) {
	switch {
	case b.isLink():
		put(b.ring, -px(4), 0, s.Width+px(8), s.Height)
	case b.kind == Primary:
		put(b.ring, -2, -2, s.Width+4, s.Height+4)
	default:
		put(b.ring, 0, 0, s.Width, s.Height)
	}
}

func (b *Button) arrange(s fyne.Size) {
	b.frame.put(0, 0, s.Width, s.Height)
	b.putRing(s)
	spare := max(0, s.Width-b.measure().Width)
	x := b.pad()
	if !b.isLink() {
		x += round(spare / 2)
	}
	end := s.Width - b.pad()
	if b.icon.symbol != nil {
		b.icon.place(x, 0, s.Height)
		x += px(b.icon.size) + px(7)
	}
	if b.after.symbol != nil {
		end -= px(b.after.size) + b.afterGap()
	}
	x += b.label.place(x, round((s.Height-b.label.height())/2), end-x)
	b.after.place(x+b.afterGap(), 0, s.Height)
}
