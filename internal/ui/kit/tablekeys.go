package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained is called by the toolkit.
func (t *Table) FocusGained() {
	t.focused = true
	t.turn()
	t.announceRow()
}

// announceRow brings the row that the keyboard stands on into sight where the
// table scrolls with its page.
func (t *Table) announceRow() {
	if t.style.Whole && t.focused && t.at >= 0 && len(t.body.rows) > 0 {
		announce(t.body.row(t.at))
	}
}

// FocusLost is called by the toolkit.
func (t *Table) FocusLost() {
	t.focused = false
	t.turn()
}

// turn shows whether the table has the keyboard.
func (t *Table) turn() {
	paintRing(t.ring, radiusSmall, t.focused && t.at < 0)
	canvas.Refresh(t.ring)
	t.body.arrange(t.body.Size())
}

// TypedRune does nothing.
func (t *Table) TypedRune(rune) {}

// TypedKey moves, opens and ticks.
func (t *Table) TypedKey(e *fyne.KeyEvent) {
	page := max(1, int(t.room()/t.rowHeight())-1)
	switch e.Name {
	case fyne.KeyDown:
		t.moveTo(t.at + 1)
	case fyne.KeyUp:
		t.moveTo(max(t.at, 1) - 1)
	case fyne.KeyPageDown:
		t.moveTo(max(t.at, 0) + page)
	case fyne.KeyPageUp:
		t.moveTo(t.at - page)
	case fyne.KeyHome:
		t.moveTo(0)
	case fyne.KeyEnd:
		t.moveTo(t.rows() - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if !t.choose(t.at, -1) {
			t.open(t.at)
		}
	case fyne.KeySpace:
		t.flip(t.at)
	default:
		passKey(t, e)
	}
}

// TypedShortcut ticks all rows with Ctrl+A, or empties them when all are; what it does
// not know belongs to the window.
func (t *Table) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutSelectAll); ok && t.tell.TickAll != nil && t.all != NoBox {
		t.tell.TickAll(t.all != Ticked)
		return
	}
	passShortcut(t, s)
}

// moveTo puts the keyboard on a row and tells.
func (t *Table) moveTo(row int) {
	if t.rows() == 0 {
		return
	}
	before := t.at
	t.Select(t.besideGroups(max(0, min(row, t.rows()-1))))
	t.announceRow()
	if t.at != before && t.tell.Selected != nil {
		t.tell.Selected(t.at)
	}
}

func (t *Table) open(row int) {
	if _, head := t.groupAt(row); !head && row >= 0 && row < t.rows() && t.tell.Open != nil {
		t.tell.Open(row)
	}
}

// choose tells that a choice of the row is pressed: the one in the column, or for
// -1 the row's only one.
func (t *Table) choose(row, column int) bool {
	if _, head := t.groupAt(row); head || row < 0 || row >= t.rows() || t.tell.Choose == nil {
		return false
	}
	for i, c := range t.columns {
		if column >= 0 && column != i || !t.source.Cell(row, c.ID).Choice || i >= len(t.xs) {
			continue
		}
		t.moveTo(row)
		under := t.headHeight() + float32(row+1)*t.rowHeight() - t.offset
		t.tell.Choose(row, c.ID, positionOf(t).AddXY(t.xs[i], under))
		return true
	}
	return false
}

// flip ticks or empties a row's box.
func (t *Table) flip(row int) {
	if row < 0 || row >= t.rows() || t.tell.Tick == nil {
		return
	}
	for _, c := range t.columns {
		if !c.Check {
			continue
		}
		if tick := t.source.Cell(row, c.ID).Tick; tick != NoBox {
			t.tell.Tick(row, tick != Ticked)
		}
	}
}

// Tapped selects a row, ticks its box, sorts by a head, or opens a row that is
// clicked twice.
func (t *Table) Tapped(e *fyne.PointEvent) {
	focus(t)
	t.tip.leave()
	row, column := t.rowAt(e.Position.Y), t.columnAt(e.Position.X)
	if e.Position.Y < t.headHeight() {
		t.headTapped(column)
		return
	}
	if _, head := t.groupAt(row); head || row < 0 {
		return
	}
	if column >= 0 && t.columns[column].Check {
		t.moveTo(row)
		t.flip(row)
		return
	}
	if t.choose(row, column) {
		return
	}
	now := t.clock()
	twice := row == t.at && now.Sub(t.clicked) < doubleClick
	t.clicked = now
	t.moveTo(row)
	if twice || t.style.Once {
		t.open(row)
	}
}

func (t *Table) headTapped(column int) {
	if column < 0 {
		return
	}
	c := t.columns[column]
	switch {
	case c.Check && t.tell.TickAll != nil:
		t.tell.TickAll(t.all != Ticked)
	case c.Sort && t.tell.Sort != nil:
		t.tell.Sort(c.ID, t.sorted == c.ID && !t.down)
	}
}

// TappedSecondary selects a row and asks for its menu.
func (t *Table) TappedSecondary(e *fyne.PointEvent) {
	focus(t)
	row := t.rowAt(e.Position.Y)
	if _, head := t.groupAt(row); head || row < 0 || t.tell.Menu == nil {
		return
	}
	t.moveTo(row)
	t.tell.Menu(row, e.AbsolutePosition)
}

// Scrolled moves the rows with the wheel.
func (t *Table) Scrolled(e *fyne.ScrollEvent) { t.scrollTo(t.offset - e.Scrolled.DY) }

// MouseIn is MouseMoved.
func (t *Table) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved lights the row under the mouse and shows what is cut in a cell
// or title.
func (t *Table) MouseMoved(e *desktop.MouseEvent) {
	row, column := t.rowAt(e.Position.Y), t.columnAt(e.Position.X)
	if row != t.over {
		t.over = row
		t.body.arrange(t.body.Size())
	}
	cell, text := [2]int{row, column}, t.body.cutText
	if e.Position.Y < t.headHeight() {
		cell[0], text = inTableHead, t.head.cutText
	}
	if cell != t.tipped {
		t.tipped = cell
		t.tip.leave()
		if text := text(row, column); text != "" {
			t.tip.enter(t, text, e.AbsolutePosition)
		}
	}
}

// inTableHead is the row of a title under the mouse.
const inTableHead = -2

// MouseOut puts the light and the tooltip out.
func (t *Table) MouseOut() {
	t.over, t.tipped = -1, [2]int{-1, -1}
	t.tip.leave()
	t.body.arrange(t.body.Size())
}
