package kit

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedKey moves between the cells, empties one or goes on to the next letter.
func (m *CodeMatrix) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		m.move(m.row, m.column-1)
	case fyne.KeyRight:
		m.move(m.row, m.column+1)
	case fyne.KeyUp:
		m.move(m.row-1, m.column)
	case fyne.KeyDown:
		m.move(m.row+1, m.column)
	case fyne.KeyHome:
		m.move(m.row, 0)
	case fyne.KeyEnd:
		m.move(m.row, len(m.columns)-1)
	case fyne.KeyDelete, fyne.KeyBackspace:
		m.write("")
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		m.write(m.following(m.value(m.row, m.column)))
	default:
		passKey(m, e)
	}
}

// TypedRune writes a letter into the cell; a dash empties it.
func (m *CodeMatrix) TypedRune(r rune) {
	if r == '-' || r == '–' {
		m.write("")
		return
	}
	for _, c := range m.codes {
		if strings.EqualFold(c.Letter, string(unicode.ToLower(r))) {
			m.write(c.Value)
			return
		}
	}
}

// Tapped moves to the cell under the mouse; in the cell that has the keyboard
// already it goes on to the next letter.
func (m *CodeMatrix) Tapped(e *fyne.PointEvent) {
	m.tip.leave()
	row, column := m.cellAt(e.Position)
	if m.Disabled() || row < 0 || column < 0 {
		return
	}
	again := m.focused && row == m.row && column == m.column || m.value(row, column) == ""
	focus(m)
	m.move(row, column)
	if again {
		m.write(m.following(m.value(row, column)))
	}
}

// MouseMoved tells in a tooltip what the cell under the mouse holds.
func (m *CodeMatrix) MouseMoved(e *desktop.MouseEvent) {
	row, column := m.cellAt(e.Position)
	if at := [2]int{row, column}; at != m.over {
		m.over = at
		m.tip.leave()
		if text := m.tell(row, column); text != "" {
			m.tip.enter(m, text, e.AbsolutePosition)
		}
		m.Refresh()
	}
}

// MouseOut takes light and tooltip away.
func (m *CodeMatrix) MouseOut() {
	m.over = [2]int{-1, -1}
	m.control.MouseOut()
}

// tell says what lies at a cell, at the name of a column or of a row.
func (m *CodeMatrix) tell(row, column int) string {
	switch {
	case row < 0 && column < 0:
		return ""
	case row < 0:
		return m.columns[column]
	case column < 0:
		return m.rows[row].Title
	}
	c, _ := m.code(m.value(row, column))
	return spoken(m.rows[row].Title, m.columns[column], c.Word)
}

// cellAt returns the row and column at a place; -1 for the heads and titles.
func (m *CodeMatrix) cellAt(at fyne.Position) (row, column int) {
	row, column = -1, -1
	for i := range m.columns {
		if x, w := m.across(i); at.X >= x && at.X < x+w {
			column = i
		}
	}
	for i := range m.rows {
		if y, h := m.down(i); at.Y >= y && at.Y < y+h {
			row = i
		}
	}
	return row, column
}

// AccessibilityLabel is the cell with the keyboard.
func (m *CodeMatrix) AccessibilityLabel() string {
	if m.empty() {
		return m.corner.full
	}
	return m.tell(m.row, m.column)
}

// AccessibilityRole is button.
func (m *CodeMatrix) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
