package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// menued has a menu of its own, which the keyboard opens where it stands. openMenu
// reports whether there was one.
type menued interface{ openMenu() bool }

var (
	_ menued = (*Table)(nil)
	_ menued = (*Grid)(nil)
	_ menued = (*agendaRow)(nil)
	_ menued = (*TwoLineRow)(nil)
	_ menued = (*input)(nil)
)

// asksMenu reports whether a key asks for the menu of what has the keyboard: the key
// for that, or Shift+F10.
func asksMenu(e *fyne.KeyEvent) bool {
	return e.Name == desktop.KeyMenu || e.Name == fyne.KeyF10 && shiftIs(false)
}

// underRow is where the menu of a row opens.
func (t *Table) underRow() fyne.Position {
	return positionOf(t).AddXY(px(gutter), t.headHeight()+float32(t.at+1)*t.rowHeight()-t.offset)
}

func (t *Table) openMenu() bool {
	if t.at < 0 || t.at >= t.rows() || t.tell.Menu == nil {
		return false
	}
	t.tell.Menu(t.at, t.underRow())
	return true
}

func (g *Grid) openMenu() bool {
	if g.at < 0 || g.at >= g.rows() || !g.settled() {
		return false
	}
	g.RowMenu(g.underRow())
	return true
}

func (r *agendaRow) openMenu() bool {
	if r.what.ID == "" || r.agenda.tell.Menu == nil {
		return false
	}
	r.agenda.tell.Menu(r.what.ID, positionOf(r).AddXY(px(agendaText), r.Size().Height))
	return true
}

func (r *TwoLineRow) openMenu() bool {
	if r.what.Menu == nil {
		return false
	}
	r.what.Menu(positionOf(r).AddXY(px(gutter), r.Size().Height))
	return true
}

func (i *input) openMenu() bool {
	at := fyne.NewPos(px(gutter), min(i.Size().Height, px(fieldHeight)))
	i.TappedSecondary(&fyne.PointEvent{Position: at, AbsolutePosition: positionOf(i).Add(at)})
	return true
}
