package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained is called by the toolkit.
func (g *Grid) FocusGained() {
	g.shifts = false
	g.Table.FocusGained()
	g.place(g.Size())
	if g.style.Whole {
		announce(g.cell)
	}
	g.changed()
}

// FocusLost is called by the toolkit.
func (g *Grid) FocusLost() {
	g.Table.FocusLost()
	g.place(g.Size())
	g.changed()
}

// AcceptsTab lets Tab move between cells; after the last it leaves the grid.
func (g *Grid) AcceptsTab() bool { return true }

// KeyDown is called by the toolkit.
func (g *Grid) KeyDown(e *fyne.KeyEvent) { g.shifts = g.shifts || isShift(e.Name) }

// KeyUp is called by the toolkit.
func (g *Grid) KeyUp(e *fyne.KeyEvent) { g.shifts = g.shifts && !isShift(e.Name) }

// TypedRune begins to write the cell with a letter; a space marks the row.
func (g *Grid) TypedRune(r rune) {
	if r == ' ' {
		g.flip(g.at)
		return
	}
	if c, ok := g.field(g.column); ok && c.Kind != OpeningCell && g.write(true) {
		g.edit.input.TypedRune(r)
	}
}

// TypedKey moves, begins to write, marks and clears.
func (g *Grid) TypedKey(e *fyne.KeyEvent) {
	shift := shiftIs(g.shifts)
	page := max(1, int(g.room()/g.rowHeight())-1)
	switch e.Name {
	case fyne.KeyDown:
		g.step(1, shift)
	case fyne.KeyUp:
		g.step(-1, shift)
	case fyne.KeyPageDown:
		g.step(page, shift)
	case fyne.KeyPageUp:
		g.step(-page, shift)
	case fyne.KeyLeft:
		g.sidestep(-1)
	case fyne.KeyRight:
		g.sidestep(1)
	case fyne.KeyHome:
		g.goTo(g.at, g.firstCell())
	case fyne.KeyEnd:
		g.goTo(g.at, g.lastCell())
	case fyne.KeyTab:
		g.tab(shift)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		g.write(false)
	case fyne.KeyDelete, fyne.KeyBackspace:
		g.clear()
	case fyne.KeyEscape:
		if len(g.marks) == 0 {
			passKey(g, e)
			return
		}
		g.unmark()
	case fyne.KeySpace: // comes as a letter too
	default:
		passKey(g, e)
	}
}

// TypedShortcut copies, pastes, moves and removes rows; what it does not know
// belongs to the window.
func (g *Grid) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		g.copy()
	case *fyne.ShortcutCut:
		g.cut()
	case *fyne.ShortcutPaste:
		g.paste(s.Clipboard.Content())
	case *fyne.ShortcutSelectAll:
		g.markAll(true)
	case *desktop.CustomShortcut:
		if !g.byKeys(s.KeyName, s.Modifier) {
			passShortcut(g, s)
		}
	default:
		passShortcut(g, s)
	}
}

// byKeys answers a key with Ctrl or Alt and reports whether it did.
func (g *Grid) byKeys(key fyne.KeyName, mod fyne.KeyModifier) bool {
	switch mod {
	case fyne.KeyModifierAlt:
		switch key {
		case fyne.KeyUp:
			g.shiftRows(-1)
		case fyne.KeyDown:
			g.shiftRows(1)
		default:
			return false
		}
		return true
	case fyne.KeyModifierShortcutDefault:
		switch key {
		case fyne.KeyHome:
			g.goTo(0, g.firstCell())
		case fyne.KeyEnd:
			g.goTo(g.rows()-1, g.lastCell())
		case fyne.KeyDelete, fyne.KeyMinus:
			g.remove()
		case fyne.KeyPlus, fyne.KeyInsert:
			g.insertRow()
		case fyne.KeyReturn, fyne.KeyEnter:
			g.openRow("")
		case fyne.KeyTab:
			g.out(false)
		default:
			return false
		}
		return true
	case fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift:
		if key == fyne.KeyTab {
			g.out(true)
			return true
		}
	}
	return false
}

// out leaves the grid for the control after or before it.
func (g *Grid) out(back bool) {
	c := canvasOf(g)
	switch {
	case c == nil:
	case back:
		c.FocusPrevious()
	default:
		c.FocusNext()
	}
}

func (g *Grid) firstCell() int {
	return slices.IndexFunc(g.columns, func(c TableColumn) bool { return c.ID != markColumn })
}

func (g *Grid) lastCell() int {
	last := len(g.columns) - 1
	if last >= 0 && g.columns[last].ID == openColumn {
		last--
	}
	return last
}

// step moves by rows; with Shift it marks from where it began.
func (g *Grid) step(by int, marking bool) {
	from := g.at
	if marking && g.anchor < 0 {
		g.anchor = from
	}
	g.run = -1
	g.goTo(g.at+by, g.column)
	if !marking {
		g.anchor = -1
		return
	}
	g.markSpan(g.anchor, g.at)
}

func (g *Grid) sidestep(by int) {
	g.run = -1
	g.goTo(g.at, max(g.firstCell(), min(g.column+by, g.lastCell())))
}

// tab moves to the next cell, after the last of a row to the next row; over the
// ends of the grid it leaves it.
func (g *Grid) tab(back bool) {
	if g.run < 0 {
		g.run = g.column
	}
	row, column, by := g.at, g.column, 1
	if back {
		by = -1
	}
	for column += by; ; column += by { // what is only read is passed over
		switch {
		case column > g.lastCell():
			row, column = row+1, g.firstCell()
		case column < g.firstCell():
			row, column = row-1, g.lastCell()
		}
		if c, _ := g.field(column); c.Kind != FixedCell || row < 0 || row >= g.rows() {
			break
		}
	}
	if row < 0 || row >= g.rows() {
		g.out(back)
		return
	}
	if row != g.at {
		g.run = -1
	}
	g.goTo(row, column)
}

// down goes to the row beneath, to the column in which a run of Tab began.
func (g *Grid) down() {
	column := g.column
	if g.run >= 0 {
		column = g.run
	}
	g.run = -1
	g.goTo(g.at+1, column)
}

// goTo puts the keyboard on a cell and brings it into sight.
func (g *Grid) goTo(row, column int) {
	g.at = max(0, min(row, g.rows()-1))
	g.column = max(0, min(column, len(g.columns)-1))
	g.reveal()
	g.revealColumn(g.column)
	g.arrange(g.Size())
	if g.style.Whole && g.focused {
		announce(g.cell)
	}
	g.changed()
}

func (g *Grid) changed() {
	if g.ask.Changed != nil {
		g.ask.Changed()
	}
}
