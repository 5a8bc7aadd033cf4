package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// dragPart is what of a timeline is dragged.
type dragPart int

const (
	dragPan dragPart = iota // the chart itself
	dragWhole
	dragStart
	dragEnd
	dragMark
	dragNothing // it was cancelled, or cannot be moved
)

// timeHit is what lies under the mouse.
type timeHit struct {
	row  int // or -1
	mark int // or -1
	part dragPart
	x    float32 // in the chart; 0 outside it
}

func noHit() timeHit { return timeHit{row: -1, mark: -1, part: dragNothing} }

// timeDrag is a thing on its way.
type timeDrag struct {
	timeHit
	was      [2]TimelineDay
	from, to TimelineDay
	grip     float64 // the day where it was taken hold of
}

// moves reports whether days are dragged, not the chart.
func (d *timeDrag) moves() bool { return d.part >= dragWhole && d.part <= dragMark }

// hit tells what lies at a place of the timeline.
func (t *Timeline) hit(p fyne.Position) timeHit {
	out := noHit()
	head, names := t.headHeight(), t.nameWidth()+1
	x := p.X - names
	if x >= 0 {
		out.x, out.part = x, dragPan
	}
	if p.Y < head {
		for _, tag := range t.head.tags {
			if x >= tag.from && x < tag.to && p.Y >= head-px(timeHeadRow) {
				out.mark, out.part = tag.mark, dragMark
			}
		}
		return out
	}
	out.row = t.rowAtY(p.Y - head)
	if out.row < 0 || x < 0 {
		return out
	}
	r, ok := t.shown(out.row)
	if !ok {
		return out
	}
	out.part = r.hit(t.scale(), x)
	return out
}

// hit tells what of the row's thing lies at a place of the chart. Short bars have
// no ends to take hold of.
func (r *timeLine) hit(scale timeScale, x float32) dragPart {
	i := r.what.Item
	left, right, grip := scale.x(i.From), scale.x(i.To+1), px(5)
	switch i.Shape {
	case TimelinePoint:
		if mid := (scale.x(i.To) + scale.x(i.To+1)) / 2; x >= mid-px(8) && x < mid+px(8) {
			return dragWhole
		}
	case TimelineBar:
		right = max(right, left+px(4))
		switch {
		case x < left-grip || x >= right+grip:
		case right-left < 4*grip && x >= left && x < right:
			return dragWhole
		case x < left+grip:
			return dragStart
		case x >= right-grip:
			return dragEnd
		default:
			return dragWhole
		}
	case TimelineNothing, TimelineSign:
	}
	return dragPan
}

// Dragged moves what was taken hold of, or the chart.
func (t *Timeline) Dragged(e *fyne.DragEvent) {
	if t.drag == nil {
		t.begin(e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY))
	}
	d, scale := t.drag, t.scale()
	x := e.Position.X - t.nameWidth() - 1
	if d.moves() {
		t.follow(x)
		scale = t.scale()
	}
	by := TimelineDay(math.Round(scale.at(x) - d.grip))
	switch d.part {
	case dragNothing:
		return
	case dragPan:
		t.scrollTo(t.offset - e.Dragged.DY)
		t.scrollAlong(-float64(e.Dragged.DX) / scale.per)
		return
	case dragWhole, dragMark:
		d.from, d.to = d.was[0]+by, d.was[1]+by
	case dragStart:
		d.from = min(d.was[0]+by, d.was[1])
	case dragEnd:
		d.to = max(d.was[1]+by, d.was[0])
	}
	t.arrange(t.Size())
}

// begin takes hold of what lies at a place.
func (t *Timeline) begin(p fyne.Position) {
	t.tip.leave()
	focus(t)
	d := &timeDrag{timeHit: t.hit(p), grip: t.scale().at(p.X - t.nameWidth() - 1)}
	t.drag = d
	switch {
	case d.part == dragMark:
		d.was = [2]TimelineDay{t.marks[d.mark].Day, t.marks[d.mark].Day}
		if t.locked || t.tell.MoveMark == nil {
			d.part = dragNothing
		}
	case d.moves():
		i := t.line(d.row).what.Item
		d.was = [2]TimelineDay{i.From, i.To}
		if t.locked || i.Fixed || t.tell.Move == nil {
			d.part = dragNothing
			t.refuse(d.row)
		}
	case d.part == dragNothing && p.X < t.nameWidth():
		d.part = dragPan
	}
	d.from, d.to = d.was[0], d.was[1]
}

// follow scrolls the chart while something is dragged to its edges.
func (t *Timeline) follow(x float32) {
	edge := px(20)
	switch {
	case x < edge:
		t.scrollAlong(-t.shownDays() / 60)
	case x > t.room().Width-edge:
		t.scrollAlong(t.shownDays() / 60)
	}
}

func (t *Timeline) refuse(row int) {
	if t.tell.Refused != nil {
		t.tell.Refused(row)
	}
}

// DragEnd tells the new days.
func (t *Timeline) DragEnd() {
	d := t.drag
	t.drag = nil
	if d == nil {
		return
	}
	changed := d.from != d.was[0] || d.to != d.was[1]
	switch {
	case !d.moves() || !changed:
	case d.part == dragMark:
		t.tell.MoveMark(d.mark, d.to)
	default:
		t.tell.Move(d.row, d.from, d.to, false)
	}
	t.arrange(t.Size())
}

// cancel leaves what is dragged where it was, and reports whether anything was.
func (t *Timeline) cancel() bool {
	if t.drag == nil || !t.drag.moves() {
		return false
	}
	t.drag.part = dragNothing
	t.arrange(t.Size())
	return true
}

// Cursor shows what can be taken hold of.
func (t *Timeline) Cursor() desktop.Cursor {
	fixed := t.locked
	if r, ok := t.shown(t.lit.row); ok {
		fixed = fixed || r.what.Item.Fixed
	}
	switch t.lit.part {
	case dragStart, dragEnd:
		if !fixed {
			return desktop.HResizeCursor
		}
	case dragWhole, dragMark:
		return desktop.PointerCursor
	case dragPan, dragNothing:
	}
	return desktop.DefaultCursor
}
