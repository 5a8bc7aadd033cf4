package kit

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

const (
	menuRow  = 28
	menuRule = 9
)

// menuList is an open menu.
type menuList struct {
	widget.BaseWidget
	items []MenuItem
	rows  []*menuLine
	at    int // highlighted, or -1
	close func()
	// beside is called with -1 or +1 for the arrows left and right; nil where
	// there is no menu beside.
	beside func(step int)
}

var (
	_ fyne.Focusable    = (*menuList)(nil)
	_ fyne.Tappable     = (*menuList)(nil)
	_ desktop.Hoverable = (*menuList)(nil)
)

func newMenuList() *menuList {
	m := &menuList{at: -1}
	m.ExtendBaseWidget(m)
	return m
}

// show fills the menu; nothing is highlighted.
func (m *menuList) show(items []MenuItem) {
	m.items, m.at = items, -1
	for len(m.rows) < len(items) {
		m.rows = append(m.rows, newMenuLine())
	}
	m.Refresh()
}

func (m *menuList) usable(i int) bool {
	return i >= 0 && i < len(m.items) && !m.items[i].divides() && !m.items[i].Off
}

// move highlights the next command that can be run, round the ends.
func (m *menuList) move(from, step int) {
	n := len(m.items)
	for i := range n {
		to := ((from+step*(i+1))%n + n) % n
		if m.usable(to) {
			m.at = to
			break
		}
	}
	m.Refresh()
}

// run closes the menu and runs a command.
func (m *menuList) run(i int) {
	if !m.usable(i) {
		return
	}
	do := m.items[i].Run
	m.close()
	if do != nil {
		do()
	}
}

// TypedKey moves, runs and closes.
func (m *menuList) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		m.move(m.at, 1)
	case fyne.KeyUp:
		m.move(max(m.at, 0), -1)
	case fyne.KeyHome:
		m.move(-1, 1)
	case fyne.KeyEnd:
		m.move(len(m.items), -1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		m.run(m.at)
	case fyne.KeyEscape, fyne.KeyTab, fyne.KeyF10:
		m.close()
	case fyne.KeyLeft:
		m.step(-1)
	case fyne.KeyRight:
		m.step(1)
	}
}

func (m *menuList) step(by int) {
	if m.beside != nil {
		m.beside(by)
	}
}

// TypedRune runs the command whose mnemonic was typed.
func (m *menuList) TypedRune(r rune) {
	for i, item := range m.items {
		if item.Mnemonic != 0 && unicode.ToLower(item.Mnemonic) == unicode.ToLower(r) && m.usable(i) {
			m.run(i)
			return
		}
	}
}

// AcceptsTab lets Tab close the menu.
func (m *menuList) AcceptsTab() bool { return true }

// FocusGained does nothing; the highlight shows where the keyboard is.
func (m *menuList) FocusGained() {}

// FocusLost does nothing.
func (m *menuList) FocusLost() {}

// MouseIn is MouseMoved.
func (m *menuList) MouseIn(e *desktop.MouseEvent) { m.MouseMoved(e) }

// MouseMoved highlights the command under the mouse.
func (m *menuList) MouseMoved(e *desktop.MouseEvent) {
	i := m.rowAt(e.Position.Y)
	if !m.usable(i) {
		i = -1
	}
	if i != m.at {
		m.at = i
		m.Refresh()
	}
}

// MouseOut takes the highlight away.
func (m *menuList) MouseOut() {
	m.at = -1
	m.Refresh()
}

// Tapped runs the command under the mouse.
func (m *menuList) Tapped(e *fyne.PointEvent) { m.run(m.rowAt(e.Position.Y)) }

func (m *menuList) rowAt(y float32) int {
	for i := range m.items {
		h := m.height(i)
		if y < h {
			return i
		}
		y -= h
	}
	return -1
}

func (m *menuList) height(i int) float32 {
	if m.items[i].divides() {
		return px(menuRule)
	}
	return px(menuRow)
}

// CreateRenderer is called by the toolkit.
func (m *menuList) CreateRenderer() fyne.WidgetRenderer {
	m.paint()
	return &menuListRenderer{drawing: drawing{of: m}, m: m}
}

// menuListRenderer has as many objects as the longest menu shown so far asks
// for.
type menuListRenderer struct {
	drawing
	m *menuList
}

func (r *menuListRenderer) Objects() []fyne.CanvasObject {
	r.objects = r.objects[:0]
	for _, row := range r.m.rows {
		r.objects = append(r.objects, row.parts()...)
	}
	return r.objects
}

func (m *menuList) paint() {
	for i, row := range m.rows {
		if i < len(m.items) {
			row.set(m.items[i], i == m.at)
		}
		row.paint(i < len(m.items))
	}
}

func (m *menuList) measure() fyne.Size {
	label, keys, h := float32(0), float32(0), float32(0)
	for i, item := range m.items {
		label = max(label, Body.width(item.Label))
		keys = max(keys, Caption.width(item.Shortcut))
		h += m.height(i)
	}
	if keys > 0 {
		keys += px(32)
	}
	return fyne.NewSize(max(px(180), px(28+16)+label+keys), h)
}

func (m *menuList) arrange(s fyne.Size) {
	y := float32(0)
	for i := range m.items {
		h := m.height(i)
		m.rows[i].place(y, s.Width, h)
		y += h
	}
}
