package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// flip marks a row or takes its mark away.
func (g *Grid) flip(row int) {
	if g.look.Locked || row < 0 || row >= g.from.Rows() {
		return
	}
	id := g.from.ID(row)
	if g.marks[id] {
		delete(g.marks, id)
	} else {
		g.marks[id] = true
	}
	g.anchor = row
	g.Refresh()
	g.changed()
}

// markSpan marks exactly the rows between two.
func (g *Grid) markSpan(from, to int) {
	if g.look.Locked {
		return
	}
	clear(g.marks)
	for i := min(from, to); i <= max(from, to) && i < g.from.Rows(); i++ {
		g.marks[g.from.ID(i)] = true
	}
	g.Refresh()
	g.changed()
}

func (g *Grid) markAll(on bool) {
	if g.look.Locked {
		return
	}
	clear(g.marks)
	for i := range g.from.Rows() {
		if on {
			g.marks[g.from.ID(i)] = true
		}
	}
	g.Refresh()
	g.changed()
}

func (g *Grid) unmark() {
	g.anchor = -1
	clear(g.marks)
	g.Refresh()
	g.changed()
}

// chosen are the rows that a command for rows is about: the marked ones, or
// else the one with the keyboard.
func (g *Grid) chosen() []int {
	if rows := g.Marked(); len(rows) > 0 {
		return rows
	}
	if g.at >= 0 && g.at < g.from.Rows() {
		return []int{g.at}
	}
	return nil
}

// shiftRows moves the chosen rows by one.
func (g *Grid) shiftRows(by int) {
	rows := g.chosen()
	if g.look.Locked || g.ask.Move == nil || len(rows) == 0 {
		return
	}
	to := rows[0] + by
	if to < 0 || to > g.from.Rows()-len(rows) {
		return
	}
	g.moveRows(rows, to)
}

// moveRows asks for the move and keeps the keyboard on its row.
func (g *Grid) moveRows(rows []int, to int) {
	id := ""
	if g.at < g.from.Rows() {
		id = g.from.ID(g.at)
	}
	g.ask.Move(rows, to)
	g.Refresh()
	for i := range g.from.Rows() {
		if g.from.ID(i) == id {
			g.goTo(i, g.column)
		}
	}
}

func (g *Grid) remove() {
	rows := g.chosen()
	if g.look.Locked || g.ask.Remove == nil || len(rows) == 0 {
		return
	}
	clear(g.marks)
	g.ask.Remove(rows)
	g.Refresh()
	g.goTo(min(rows[0], g.rows()-1), g.column)
}

func (g *Grid) insertRow() {
	if g.look.Locked || g.ask.Insert == nil {
		return
	}
	at := min(g.at, g.from.Rows())
	g.ask.Insert(at)
	g.Refresh()
	g.goTo(at, g.firstCell())
}

// clear empties the cell, or removes the rows where some are marked.
func (g *Grid) clear() {
	if len(g.Marked()) > 0 {
		g.remove()
		return
	}
	c, ok := g.field(g.column)
	if !ok || g.look.Locked || g.ask.Set == nil || g.at >= g.from.Rows() || c.Kind == OpeningCell || c.Kind == FixedCell {
		return
	}
	if g.from.Text(g.at, c.ID) == "" {
		return
	}
	g.ask.Set(g.at, c.ID, CellInput{})
	g.Refresh()
}

func (g *Grid) openRow(column string) {
	if g.ask.Open != nil && g.at < g.from.Rows() {
		g.ask.Open(g.at, column)
	}
}

// menu are the commands for rows, with their keys.
func (g *Grid) menu() []MenuItem {
	w, rows := g.words, g.chosen()
	free := !g.look.Locked
	keys := func(key fyne.KeyName, mod fyne.KeyModifier) string {
		return w.KeysText(&desktop.CustomShortcut{KeyName: key, Modifier: mod})
	}
	const ctrl, alt = fyne.KeyModifierShortcutDefault, fyne.KeyModifierAlt
	return []MenuItem{
		{Label: w.OpenRow, Shortcut: keys(fyne.KeyReturn, ctrl), Off: g.ask.Open == nil || len(rows) == 0, Run: func() { g.openRow("") }},
		{},
		{Label: w.Cut, Shortcut: keys(fyne.KeyX, ctrl), Off: !free || len(rows) == 0, Run: g.cut},
		{Label: w.CopyRows, Shortcut: keys(fyne.KeyC, ctrl), Off: len(rows) == 0, Run: g.copyRows},
		{Label: w.Paste, Shortcut: keys(fyne.KeyV, ctrl), Off: !free || g.ask.Paste == nil, Run: func() { g.paste(clipboard().Content()) }},
		{},
		{Label: w.InsertRow, Shortcut: keys(fyne.KeyPlus, ctrl), Off: !free || g.ask.Insert == nil, Run: g.insertRow},
		{Label: w.MoveUp, Shortcut: keys(fyne.KeyUp, alt), Off: !free || g.ask.Move == nil || len(rows) == 0, Run: func() { g.shiftRows(-1) }},
		{Label: w.MoveDown, Shortcut: keys(fyne.KeyDown, alt), Off: !free || g.ask.Move == nil || len(rows) == 0, Run: func() { g.shiftRows(1) }},
		{Label: w.RemoveRows, Shortcut: keys(fyne.KeyDelete, ctrl), Off: !free || g.ask.Remove == nil || len(rows) == 0, Run: g.remove},
	}
}

// RowMenu opens the commands for rows at a place on the canvas.
func (g *Grid) RowMenu(at fyne.Position) {
	if c := canvasOf(g); c != nil {
		PopUpMenu(c, at, g.menu())
	}
}
