package kit

import (
	"slices"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
)

// Select lets a person choose one of several values from a list that drops
// down.
type Select struct {
	control
	frame       frame
	label       *line
	chevron     *picture
	placeholder string
	choices     []Choice
	value       string
	prefix      string
	compact     bool
	most        float32 // designed width, with a prefix; 0 for any
	picked      func(value string)
	list        *picker
	over        *overlay
	ahead       typeahead
}

// NewSelect returns a select with nothing chosen, which shows the placeholder.
// Picked is called when a person chooses another value, not by SetValue.
func NewSelect(placeholder string, choices []Choice, picked func(value string)) *Select {
	s := &Select{
		control: newControl(nil), frame: newFrame(radiusField), label: newLine(placeholder, Body, ColorText2),
		chevron: newPicture(assets.IconChevronDown, 12, ColorText2), placeholder: placeholder, choices: choices, picked: picked,
	}
	s.press = s.open
	s.text = func() string {
		if s.label.cut {
			return s.label.full
		}
		return ""
	}
	s.list = newPicker(s.choose)
	s.list.close = s.shut
	s.over = newOverlay(newPanel(3, s.list))
	s.over.beside = s.shut
	s.over.where = s.where
	s.extend(s)
	return s
}

// Compact makes the select 26 high with dense text, for tables, and returns it.
func (s *Select) Compact() *Select {
	s.compact = true
	s.label.style = Dense
	return s
}

// WithPrefix puts words before the chosen label, as in "Status: alla", and
// returns the select. The select is then as wide as its words.
func (s *Select) WithPrefix(prefix string) *Select {
	s.prefix = prefix
	s.show()
	return s
}

// AtMost keeps a select with a prefix from being wider than a designed width, and
// returns it. Longer words are cut and told in the tooltip.
func (s *Select) AtMost(width float32) *Select {
	s.most = width
	return s
}

// Value returns the chosen value, or "" for none.
func (s *Select) Value() string { return s.value }

// SetValue chooses a value; one that is not among the choices leaves the
// placeholder.
func (s *Select) SetValue(value string) {
	if s.value == value {
		return
	}
	s.value = value
	s.Refresh()
}

// SetChoices offers other values.
func (s *Select) SetChoices(choices []Choice) {
	s.choices = choices
	s.Refresh()
}

func (s *Select) index() int {
	return slices.IndexFunc(s.choices, func(c Choice) bool { return c.Value == s.value })
}

func (s *Select) show() {
	s.label.full, s.label.ink = s.placeholder, ColorText2
	if i := s.index(); i >= 0 {
		s.label.full, s.label.ink = s.prefix+s.choices[i].Label, ColorText
	}
	if s.Disabled() {
		s.label.ink = ColorText2
	}
}

func (s *Select) open() {
	c := canvasOf(s)
	if c == nil || s.over.isOpen() || len(s.choices) == 0 {
		return
	}
	focus(s)
	s.list.show(s.choices, s.index())
	s.over.open(c, s.list)
}

func (s *Select) shut() {
	s.over.close()
	s.Refresh()
}

func (s *Select) where(room fyne.Size) (fyne.Position, fyne.Size) {
	size := s.over.panel.MinSize()
	size.Width = max(size.Width, s.Size().Width)
	return below(positionOf(s), s.Size().Height, size, room), size
}

func (s *Select) choose(i int) {
	s.shut()
	s.set(s.choices[i].Value)
}

func (s *Select) set(value string) {
	if value == s.value {
		return
	}
	s.value = value
	s.Refresh()
	if s.picked != nil {
		s.picked(value)
	}
}

// TypedKey opens the list on Space, Return and the arrows up and down.
func (s *Select) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown, fyne.KeyUp:
		s.run()
	default:
		s.control.TypedKey(e)
	}
}

// TypedRune chooses the next value that begins with what was typed.
func (s *Select) TypedRune(r rune) {
	if s.Disabled() || r == ' ' {
		return
	}
	if i, ok := s.ahead.next(r, s.choices, s.index()); ok {
		s.set(s.choices[i].Value)
	}
}

// CreateRenderer is called by the toolkit.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(s, s.frame.group, s.label.Text, s.chevron.Image, s.ring)
}

func (s *Select) paint() {
	s.show()
	fill, edge := ColorCard, ColorControlBorder
	if s.lit() {
		fill = ColorHover
	}
	if s.Disabled() {
		edge = ColorLine
	}
	s.frame.paint(fill, edge)
	s.label.paint()
	s.chevron.paint()
	paintRing(s.ring, radiusField, s.focused || s.over.isOpen())
}

func (s *Select) measure() fyne.Size {
	s.show()
	h := px(fieldHeight)
	if s.compact {
		h = px(26)
	}
	w := px(80)
	if s.prefix != "" {
		w = s.label.width() + px(10+6+12+10)
	}
	if s.most > 0 {
		w = min(w, px(s.most))
	}
	return fyne.NewSize(w, h)
}

func (s *Select) arrange(size fyne.Size) {
	s.frame.put(0, 0, size.Width, size.Height)
	put(s.ring, 0, 0, size.Width, size.Height)
	s.chevron.place(size.Width-px(22), 0, size.Height)
	s.label.place(px(10), round((size.Height-s.label.height())/2), size.Width-px(10+6+22))
}
