package kit

import "slices"

// write begins to write the cell with the keyboard, from nothing or from what
// it holds, or opens its form. It reports whether the cell is now written.
func (g *Grid) write(anew bool) bool {
	c, ok := g.field(g.column)
	if !ok || !g.settled() {
		return false
	}
	if c.Kind == OpeningCell {
		g.openRow(c.ID)
		return false
	}
	if g.look.Locked || g.ask.Set == nil || c.Kind == FixedCell {
		return false
	}
	g.reveal()
	g.revealColumn(g.column)
	text, values := "", []string(nil)
	if g.at < g.from.Rows() {
		text, values = g.from.Text(g.at, c.ID), g.from.Values(g.at, c.ID)
	}
	g.edit = newCellEditor(g, c, text, values)
	g.Refresh()
	focus(g.edit.input)
	g.edit.begin(anew)
	return true
}

// settled ends what is being written, if it can be taken. It reports whether
// nothing is written any more.
func (g *Grid) settled() bool {
	if g.edit == nil {
		return true
	}
	if g.commit() {
		return true
	}
	focus(g.edit.input)
	return false
}

// leave drops what is being written.
func (g *Grid) leave() {
	if g.edit == nil {
		return
	}
	had := g.edit.input.focused
	g.edit.end()
	g.edit = nil
	g.Refresh()
	if had {
		focus(g)
	}
}

// commit takes what is written. It reports false where that cannot be, with the
// reason under the cell.
func (g *Grid) commit() bool {
	e := g.edit
	in, wrong := e.value()
	if wrong == "" && e.differs(in) {
		e.ending = true // what follows may take the keyboard away
		wrong = g.ask.Set(e.row, e.column.ID, in)
		e.ending = false
	}
	if wrong != "" {
		e.say(wrong)
		return false
	}
	g.leave()
	return true
}

// differs reports whether the input says something else than the cell did.
func (e *cellEditor) differs(in CellInput) bool {
	switch e.column.Kind {
	case ChoiceCell, SeveralCell:
		if !slices.Equal(in.Values, e.values) {
			return true
		}
		return len(in.Values) == 0 && in.Text != e.before
	case TextCell, NumberCell, DayCell, OpeningCell, FixedCell:
	}
	return in.Text != e.before
}
