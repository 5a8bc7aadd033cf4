package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Tapped chooses the row under the mouse, opens a row that is clicked twice, folds a
// group, or goes to what is out of sight.
func (t *Timeline) Tapped(e *fyne.PointEvent) {
	focus(t)
	t.tip.leave()
	h := t.hit(e.Position)
	if h.mark >= 0 {
		t.at, t.mark = inHead, h.mark
		t.arrange(t.Size())
		if t.tell.Mark != nil {
			t.tell.Mark(h.mark)
		}
		return
	}
	if h.row < 0 {
		return
	}
	if t.source.Group(h.row) && e.Position.X < px(30) {
		t.moveTo(h.row)
		t.fold(h.row)
		return
	}
	if t.toAway(h) {
		return
	}
	now := t.clock()
	twice := h.row == t.at && now.Sub(t.clicked) < doubleClick
	t.clicked = now
	t.moveTo(h.row)
	if twice {
		t.open(h.row)
		return
	}
	t.choose(h.row)
}

// toAway scrolls to the thing of a row that is out of sight, where its arrow was
// pressed.
func (t *Timeline) toAway(h timeHit) bool {
	r, ok := t.shown(h.row)
	if !ok || !r.away.Visible() || h.x <= 0 {
		return false
	}
	at := r.away.Position().X
	if h.x < at-px(4) || h.x > at+px(18) {
		return false
	}
	t.moveTo(h.row)
	t.Reveal(r.what.Item.From, r.what.Item.To)
	return true
}

// TappedSecondary chooses a row and asks for its menu.
func (t *Timeline) TappedSecondary(e *fyne.PointEvent) {
	focus(t)
	h := t.hit(e.Position)
	if h.row < 0 || t.tell.Menu == nil {
		return
	}
	t.moveTo(h.row)
	t.tell.Menu(h.row, e.AbsolutePosition)
}

// Scrolled moves the rows, with Shift the time, and with the command key brings it
// closer.
func (t *Timeline) Scrolled(e *fyne.ScrollEvent) {
	switch {
	case commandIs(t.ctrl) && t.tell.Zoom != nil:
		if e.Scrolled.DY > 0 {
			t.tell.Zoom(1)
		} else if e.Scrolled.DY < 0 {
			t.tell.Zoom(-1)
		}
	case shiftIs(t.shift) && e.Scrolled.DX == 0:
		t.scrollAlong(-float64(e.Scrolled.DY) / t.scale().per)
	default:
		if e.Scrolled.DX != 0 {
			t.scrollAlong(-float64(e.Scrolled.DX) / t.scale().per)
		}
		t.scrollTo(t.offset - e.Scrolled.DY)
	}
}

// MouseIn is MouseMoved.
func (t *Timeline) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved lights the row under the mouse and tells what lies there.
func (t *Timeline) MouseMoved(e *desktop.MouseEvent) {
	if t.drag != nil {
		return
	}
	h := t.hit(e.Position)
	before := t.lit
	t.lit = h
	if h.row != t.over {
		t.over = h.row
		t.arrange(t.Size())
	}
	if h.row != before.row || h.mark != before.mark || (h.part == dragPan) != (before.part == dragPan) || (h.x > 0) != (before.x > 0) {
		t.tip.leave()
		if text := t.tooltip(h); text != "" {
			t.tip.enter(t, text, e.AbsolutePosition)
		}
	}
}

// tooltip is the whole name where it is cut, and all about a thing.
func (t *Timeline) tooltip(h timeHit) string {
	r, ok := t.shown(h.row)
	switch {
	case h.mark >= 0:
		return t.marks[h.mark].Tip
	case !ok:
	case h.x <= 0 && r.title.cut:
		return r.what.Title
	case h.x > 0 && (h.part != dragPan || r.what.Item.Shape == TimelineSign):
		return r.what.Tip
	}
	return ""
}

// MouseOut puts the light and the tooltip out.
func (t *Timeline) MouseOut() {
	t.over, t.lit = -1, noHit()
	t.tip.leave()
	t.arrange(t.Size())
}
