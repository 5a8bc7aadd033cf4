package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ledstjarna/assets"
)

const tagHeight = 22

// MultiSelect lets a person choose any number of values from a list. The chosen
// ones stand in the field as tags, in the order of the list.
type MultiSelect struct {
	control
	words       *Words
	box         box
	placeholder *line
	chevron     *picture
	choices     []Choice
	chosen      []string
	picked      func(values []string)
	list        *picker
	over        *overlay
	tags        []*tag
	cross       int // tag whose cross is under the mouse, or -1
}

var _ desktop.Hoverable = (*MultiSelect)(nil)

// NewMultiSelect returns a field with nothing chosen. Picked is called with all
// chosen values when a person changes them, not by SetValues.
func NewMultiSelect(words *Words, placeholder string, choices []Choice, picked func(values []string)) *MultiSelect {
	m := &MultiSelect{
		control: newControl(nil), words: words, box: newBox(), placeholder: newLine(placeholder, Body, ColorText2),
		chevron: newPicture(assets.IconChevronDown, 12, ColorText2), choices: choices, picked: picked, cross: -1,
	}
	m.press = m.open
	m.list = newPicker(func(i int) { m.toggle(m.choices[i].Value) })
	m.list.close = m.shut
	m.list.ticked = func(i int) bool { return slices.Contains(m.chosen, m.choices[i].Value) }
	m.over = newOverlay(newPanel(3, m.list))
	m.over.beside = m.shut
	m.over.where = func(room fyne.Size) (fyne.Position, fyne.Size) {
		size := m.over.panel.MinSize()
		size.Width = max(size.Width, m.Size().Width)
		return below(positionOf(m), m.Size().Height, size, room), size
	}
	m.extend(m)
	return m
}

// Values returns the chosen values.
func (m *MultiSelect) Values() []string { return slices.Clone(m.chosen) }

// SetValues chooses values.
func (m *MultiSelect) SetValues(values []string) {
	m.chosen = m.ordered(values)
	m.Refresh()
}

// SetChoices offers other values; chosen ones that are not among them are kept
// out of sight.
func (m *MultiSelect) SetChoices(choices []Choice) {
	m.choices = choices
	m.Refresh()
}

// ordered returns values in the order of the choices, unknown ones last.
func (m *MultiSelect) ordered(values []string) []string {
	place := func(v string) int {
		if i := slices.IndexFunc(m.choices, func(c Choice) bool { return c.Value == v }); i >= 0 {
			return i
		}
		return len(m.choices)
	}
	out := slices.Clone(values)
	slices.SortStableFunc(out, func(a, b string) int { return place(a) - place(b) })
	return out
}

func (m *MultiSelect) toggle(value string) {
	chosen := slices.Clone(m.chosen)
	if i := slices.Index(chosen, value); i >= 0 {
		chosen = slices.Delete(chosen, i, i+1)
	} else {
		chosen = append(chosen, value)
	}
	m.chosen = m.ordered(chosen)
	m.list.Refresh()
	m.Refresh()
	if m.picked != nil {
		m.picked(m.Values())
	}
}

func (m *MultiSelect) open() {
	c := canvasOf(m)
	if c == nil || m.over.isOpen() || len(m.choices) == 0 {
		return
	}
	focus(m)
	m.list.show(m.choices, 0)
	m.over.open(c, m.list)
}

func (m *MultiSelect) shut() {
	m.over.close()
	m.Refresh()
}

// TypedKey opens the list on the key down and takes the last tag away on
// Backspace.
func (m *MultiSelect) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		m.run()
	case fyne.KeyBackspace, fyne.KeyDelete:
		if shown := m.shown(); len(shown) > 0 && !m.Disabled() {
			m.toggle(shown[len(shown)-1].Value)
		}
	default:
		m.control.TypedKey(e)
	}
}

// Tapped takes a tag away by its cross, or opens the list.
func (m *MultiSelect) Tapped(e *fyne.PointEvent) {
	if m.Disabled() {
		return
	}
	for i, c := range m.shown() {
		if m.tags[i].crossAt(e.Position) {
			m.toggle(c.Value)
			return
		}
	}
	m.control.Tapped(e)
}

// MouseMoved says what a cross does while the mouse is on it.
func (m *MultiSelect) MouseMoved(e *desktop.MouseEvent) {
	shown := m.shown()
	at := slices.IndexFunc(m.tags[:min(len(m.tags), len(shown))], func(t *tag) bool { return t.crossAt(e.Position) })
	if at == m.cross {
		return
	}
	m.cross = at
	m.tip.leave()
	if at >= 0 {
		m.tip.enter(m, m.words.Remove+" "+shown[at].Label, e.AbsolutePosition)
	}
}

// shown are the chosen values that have a name.
func (m *MultiSelect) shown() []Choice {
	var out []Choice
	for _, c := range m.choices {
		if slices.Contains(m.chosen, c.Value) {
			out = append(out, c)
		}
	}
	return out
}

// CreateRenderer is called by the toolkit.
func (m *MultiSelect) CreateRenderer() fyne.WidgetRenderer {
	m.paint()
	return &multiSelectRenderer{drawing: drawing{of: m}, m: m}
}

// multiSelectRenderer has as many objects as there have been tags.
type multiSelectRenderer struct {
	drawing
	m *MultiSelect
}

func (r *multiSelectRenderer) Objects() []fyne.CanvasObject {
	m := r.m
	r.objects = append(r.objects[:0], m.box.parts()...)
	r.objects = append(r.objects, m.placeholder.Text, m.chevron.Image)
	for _, t := range m.tags {
		r.objects = append(r.objects, t.parts()...)
	}
	r.objects = append(r.objects, m.ring)
	return r.objects
}

func (m *MultiSelect) paint() {
	shown := m.shown()
	for len(m.tags) < len(shown) {
		m.tags = append(m.tags, newTag())
	}
	for i, t := range m.tags {
		if i < len(shown) {
			t.label.full = shown[i].Label
		}
		t.paint(i < len(shown))
	}
	m.box.paint(m.Disabled())
	m.placeholder.paint()
	m.placeholder.Hidden = len(shown) > 0
	m.chevron.paint()
	paintRing(m.ring, radiusField, m.focused || m.over.isOpen())
}

func (m *MultiSelect) measure() fyne.Size {
	return fyne.NewSize(px(120), m.HeightForWidth(max(px(120), m.Size().Width)))
}

// HeightForWidth follows the rows of tags.
func (m *MultiSelect) HeightForWidth(w float32) float32 {
	return m.flow(w, func(int, float32, float32, float32) {})
}

// flow gives every tag its place and returns the height.
func (m *MultiSelect) flow(w float32, place func(i int, x, y, w float32)) float32 {
	x, y, end := px(4), px(4), w-px(26)
	for i, c := range m.shown() {
		width := min(tagWidth(c.Label), end-px(4))
		if x > px(4) && x+width > end {
			x, y = px(4), y+px(tagHeight+4)
		}
		place(i, x, y, width)
		x += width + px(4)
	}
	return y + px(tagHeight+4)
}

func (m *MultiSelect) arrange(s fyne.Size) {
	m.box.put(s)
	put(m.ring, 0, 0, s.Width, s.Height)
	m.chevron.place(s.Width-px(22), 0, px(fieldHeight))
	m.placeholder.place(px(10), px(6), s.Width-px(38))
	m.flow(s.Width, func(i int, x, y, w float32) {
		if i < len(m.tags) {
			m.tags[i].place(x, y, w)
		}
	})
}
