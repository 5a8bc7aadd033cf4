package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained is called by the toolkit.
func (t *Timeline) FocusGained() {
	t.focused, t.ctrl, t.shift = true, false, false
	t.turn()
	t.tellFocus(true)
}

// FocusLost is called by the toolkit.
func (t *Timeline) FocusLost() {
	t.focused, t.ctrl, t.shift = false, false, false
	t.turn()
	t.tellFocus(false)
}

func (t *Timeline) tellFocus(on bool) {
	if t.tell.Focused != nil {
		t.tell.Focused(on)
	}
}

func (t *Timeline) turn() {
	t.arrange(t.Size())
	canvas.Refresh(t.ring)
}

// KeyDown is called by the toolkit.
func (t *Timeline) KeyDown(e *fyne.KeyEvent) { t.hold(e.Name, true) }

// KeyUp is called by the toolkit.
func (t *Timeline) KeyUp(e *fyne.KeyEvent) { t.hold(e.Name, false) }

func (t *Timeline) hold(k fyne.KeyName, down bool) {
	switch {
	case isShift(k):
		t.shift = down
	case isCommand(k):
		t.ctrl = down
	}
}

// TypedRune does nothing; letters mean nothing here.
func (t *Timeline) TypedRune(rune) {}

// TypedKey moves among rows, and among the marks over them, opens and folds.
func (t *Timeline) TypedKey(e *fyne.KeyEvent) {
	page := max(1, int(t.body()/px(timeRow))-1)
	switch e.Name {
	case fyne.KeyDown:
		t.step(1)
	case fyne.KeyUp:
		t.step(-1)
	case fyne.KeyPageDown:
		t.moveTo(max(t.at, 0) + page)
	case fyne.KeyPageUp:
		t.moveTo(max(t.at, 0) - page)
	case fyne.KeyHome:
		t.moveTo(0)
	case fyne.KeyEnd:
		t.moveTo(t.count() - 1)
	case fyne.KeyLeft:
		t.sideways(-1)
	case fyne.KeyRight:
		t.sideways(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		t.open(t.at)
	case fyne.KeySpace:
		t.choose(t.at)
	case fyne.KeyEscape:
		if t.cancel() || t.tell.Leave != nil && t.tell.Leave() {
			return
		}
		passKey(t, e)
	default:
		passKey(t, e)
	}
}

// step goes to the next or the last row; over the first are the marks.
func (t *Timeline) step(by int) {
	switch {
	case t.at == inHead && by > 0:
		t.moveTo(0)
	case t.at == inHead:
	case t.at == 0 && by < 0 && len(t.marks) > 0:
		t.at = inHead
		if t.mark < 0 {
			t.mark = t.nearest()
		}
		t.toMark()
	default:
		t.moveTo(max(t.at, -1) + by)
	}
}

// nearest is the first mark in sight.
func (t *Timeline) nearest() int {
	for i, m := range t.marks {
		if float64(m.Day) >= t.left {
			return i
		}
	}
	return 0
}

func (t *Timeline) toMark() {
	d := t.marks[t.mark].Day
	t.Reveal(d, d)
	t.arrange(t.Size())
	if t.tell.Selected != nil {
		t.tell.Selected(-1)
	}
}

// sideways goes to another mark; closes and opens groups; goes from a thing to its
// group, or to where it is.
func (t *Timeline) sideways(by int) {
	switch {
	case t.at == inHead:
		t.mark = max(0, min(t.mark+by, len(t.marks)-1))
		t.toMark()
	case t.at < 0:
	case t.source.Group(t.at):
		if r := t.source.Row(t.at); r.Open == (by < 0) {
			t.fold(t.at)
		}
	case by < 0:
		for n := t.at; n >= 0; n-- {
			if t.source.Group(n) {
				t.moveTo(n)
				return
			}
		}
	default:
		if i := t.source.Row(t.at).Item; i.Shape != TimelineNothing {
			t.Reveal(i.From, i.To)
		}
	}
}

// moveTo puts the keyboard on a row and tells.
func (t *Timeline) moveTo(row int) {
	if t.count() == 0 {
		return
	}
	before := t.at
	t.Select(max(0, min(row, t.count()-1)))
	if t.at != before && t.tell.Selected != nil {
		t.tell.Selected(t.at)
	}
}

func (t *Timeline) open(row int) {
	switch {
	case row == inHead && t.tell.Mark != nil:
		t.tell.Mark(t.mark)
	case row >= 0 && row < t.count() && t.tell.Open != nil:
		t.tell.Open(row)
	}
}

func (t *Timeline) choose(row int) {
	if row >= 0 && row < t.count() && t.tell.Chosen != nil {
		t.tell.Chosen(row)
	}
}

func (t *Timeline) fold(row int) {
	if t.tell.Fold != nil {
		t.tell.Fold(row, !t.source.Row(row).Open)
	}
}

// TypedShortcut moves what the keyboard stands on: with Alt by a day or a week,
// with Shift and Alt its end. What it does not know belongs to the window.
func (t *Timeline) TypedShortcut(s fyne.Shortcut) {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || !t.byKeys(c.KeyName, c.Modifier) {
		passShortcut(t, s)
	}
}

func (t *Timeline) byKeys(key fyne.KeyName, mod fyne.KeyModifier) bool {
	by := TimelineDay(0)
	switch key {
	case fyne.KeyLeft:
		by = -1
	case fyne.KeyRight:
		by = 1
	case fyne.KeyUp:
		by = -7
	case fyne.KeyDown:
		by = 7
	}
	stretch := mod == fyne.KeyModifierAlt|fyne.KeyModifierShift
	if by == 0 || mod != fyne.KeyModifierAlt && !stretch {
		return false
	}
	t.nudge(by, stretch)
	return true
}

// nudge moves what the keyboard stands on, or only its end.
func (t *Timeline) nudge(by TimelineDay, stretch bool) {
	if t.at == inHead {
		if !t.locked && t.tell.MoveMark != nil && !stretch {
			t.tell.MoveMark(t.mark, t.marks[t.mark].Day+by)
		}
		return
	}
	if t.at < 0 || t.tell.Move == nil {
		return
	}
	i := t.source.Row(t.at).Item
	switch {
	case i.Shape != TimelineBar && i.Shape != TimelinePoint:
	case t.locked || i.Fixed:
		t.refuse(t.at)
	case stretch:
		if !i.Rigid {
			t.tell.Move(t.at, i.From, max(i.From, i.To+by), true)
		}
	default:
		t.tell.Move(t.at, i.From+by, i.To+by, true)
	}
}

// AccessibilityLabel is what the keyboard stands on.
func (t *Timeline) AccessibilityLabel() string {
	switch {
	case t.at == inHead && t.mark >= 0 && t.mark < len(t.marks):
		return t.marks[t.mark].Tip
	case t.at >= 0 && t.at < t.count():
		return t.source.Row(t.at).Tip
	}
	return t.words.Names
}

// AccessibilityRole is button: what the keyboard stands on can be pressed.
func (t *Timeline) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
