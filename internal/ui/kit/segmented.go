package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// Segmented lets a person choose one of a few values that all stand in sight.
type Segmented struct {
	control
	edge     *canvas.Rectangle
	outline  outline
	choices  []Choice
	parts    []*segment
	value    string
	optional bool
	over     int // segment under the mouse, or -1
	picked   func(value string)
}

// segment is one of the choices.
type segment struct {
	ground *canvas.Rectangle
	icon   *picture
	label  *line
}

var _ desktop.Hoverable = (*Segmented)(nil)

// NewSegmented returns the choices with one of them, or "" for none, active.
// Picked is called when a person chooses another, not by SetValue.
func NewSegmented(choices []Choice, value string, picked func(value string)) *Segmented {
	s := &Segmented{control: newControl(nil), edge: newRect(), outline: newOutline(), choices: choices, value: value, picked: picked, over: -1}
	for _, c := range choices {
		s.parts = append(s.parts, &segment{
			ground: newRect(), icon: newPicture(c.Symbol, 16, ColorText), label: newLine(c.Label, Dense, ColorText),
		})
	}
	s.extend(s)
	return s
}

// The values of a yes-no choice.
const (
	Yes           = "yes"
	No            = "no"
	NotApplicable = "na"
)

// NewYesNo returns the choice between yes, no and not applicable, in the
// caller's words, with nothing chosen. Choosing what is chosen takes it back,
// which is told as "".
func NewYesNo(yes, no, na string, picked func(value string)) *Segmented {
	s := NewSegmented([]Choice{{Value: Yes, Label: yes}, {Value: No, Label: no}, {Value: NotApplicable, Label: na}}, "", picked)
	s.optional = true
	return s
}

// Optional lets a person take back what is chosen by choosing it again, which is
// told as "", and returns the choices.
func (s *Segmented) Optional() *Segmented {
	s.optional = true
	return s
}

// Value returns the active value, or "".
func (s *Segmented) Value() string { return s.value }

// SetValue makes another value active.
func (s *Segmented) SetValue(value string) {
	if s.value == value {
		return
	}
	s.value = value
	s.Refresh()
}

func (s *Segmented) index() int {
	return slices.IndexFunc(s.choices, func(c Choice) bool { return c.Value == s.value })
}

func (s *Segmented) choose(i int) {
	if s.Disabled() || i < 0 || i >= len(s.choices) {
		return
	}
	value := s.choices[i].Value
	if value == s.value {
		if !s.optional {
			return
		}
		value = ""
	}
	s.value = value
	s.Refresh()
	if s.picked != nil {
		s.picked(value)
	}
}

// TypedKey moves to the value beside; Backspace takes an optional one back.
func (s *Segmented) TypedKey(e *fyne.KeyEvent) {
	at := s.index()
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		if at != 0 {
			s.choose(max(at, 1) - 1)
		}
	case fyne.KeyRight, fyne.KeyDown:
		if at < len(s.choices)-1 {
			s.choose(at + 1)
		}
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if at < 0 {
			s.choose(0)
		}
	case fyne.KeyBackspace, fyne.KeyDelete:
		if s.optional && at >= 0 {
			s.choose(at)
		}
	default:
		passKey(s, e)
	}
}

// Tapped chooses the segment under the mouse.
func (s *Segmented) Tapped(e *fyne.PointEvent) {
	focus(s)
	s.choose(s.at(e.Position.X))
}

// MouseMoved lights the segment under the mouse.
func (s *Segmented) MouseMoved(e *desktop.MouseEvent) {
	if i := s.at(e.Position.X); i != s.over {
		s.over = i
		s.Refresh()
	}
}

// MouseOut puts the light out.
func (s *Segmented) MouseOut() {
	s.over = -1
	s.control.MouseOut()
}

func (s *Segmented) at(x float32) int {
	return slices.IndexFunc(s.parts, func(p *segment) bool { return x < p.ground.Position().X+p.ground.Size().Width+1 })
}

// CreateRenderer is called by the toolkit.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	parts := []fyne.CanvasObject{s.edge}
	for _, p := range s.parts {
		parts = append(parts, p.ground, p.icon.Image, p.label.Text)
	}
	parts = append(parts, s.outline.parts()...)
	return newDrawing(s, append(parts, s.ring)...)
}

func (s *Segmented) paint() {
	paintRect(s.edge, ColorControlBorder, radiusField)
	s.outline.paint(ColorControlBorder, true)
	at := s.index()
	for i, p := range s.parts {
		fill, ink := ColorCard, ColorText
		p.label.style = Dense
		switch {
		case i == at:
			fill, ink = ColorSelection, ColorPrimaryText
			p.label.style = DenseStrong
		case s.Disabled():
			ink = ColorText2
		case i == s.over:
			fill = ColorHover
		}
		p.label.ink, p.icon.ink = ink, ink
		paintRect(p.ground, fill, 0)
		left, right := float32(0), float32(0)
		if i == 0 {
			left = px(radiusField) - 1
		}
		if i == len(s.parts)-1 {
			right = px(radiusField) - 1
		}
		p.ground.TopLeftCornerRadius, p.ground.BottomLeftCornerRadius = left, left
		p.ground.TopRightCornerRadius, p.ground.BottomRightCornerRadius = right, right
		p.label.paint()
		p.icon.paint()
	}
	paintRing(s.ring, radiusField, s.focused)
}

// width is that of a segment whether it is active or not.
func (s *Segmented) width(i int) float32 {
	w := DenseStrong.width(s.choices[i].Label) + px(24)
	if s.choices[i].Symbol != nil {
		w += px(16 + 7)
	}
	return w
}

func (s *Segmented) measure() fyne.Size {
	w := float32(1)
	for i := range s.choices {
		w += s.width(i) + 1
	}
	return fyne.NewSize(w, px(fieldHeight))
}

func (s *Segmented) arrange(size fyne.Size) {
	own := s.measure().Width
	put(s.edge, 0, 0, own, size.Height)
	s.outline.put(0, 0, fyne.NewSize(own, size.Height), px(radiusField))
	put(s.ring, 0, 0, own, size.Height)
	x := float32(1)
	for i, p := range s.parts {
		w := s.width(i)
		put(p.ground, x, 1, w, size.Height-2)
		inner := p.label.width()
		if s.choices[i].Symbol != nil {
			inner += px(16 + 7)
		}
		at := x + round((w-inner)/2)
		if s.choices[i].Symbol != nil {
			p.icon.place(at, 0, size.Height)
			at += px(16 + 7)
		}
		p.label.place(at, round((size.Height-p.label.height())/2), w)
		x += w + 1
	}
}
