package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// timeBody clips a part of a timeline; what it draws the timeline places.
type timeBody struct {
	widget.BaseWidget
	parts func([]fyne.CanvasObject) []fyne.CanvasObject
}

func newTimeBody(parts func([]fyne.CanvasObject) []fyne.CanvasObject) *timeBody {
	b := &timeBody{parts: parts}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is called by the toolkit.
func (b *timeBody) CreateRenderer() fyne.WidgetRenderer {
	return &timeBodyRenderer{drawing: drawing{of: b}, b: b}
}

type timeBodyRenderer struct {
	drawing
	b *timeBody
}

// IsClip tells the toolkit to cut at the edges.
func (r *timeBodyRenderer) IsClip() {}

func (r *timeBodyRenderer) Objects() []fyne.CanvasObject {
	r.objects = r.b.parts(r.objects[:0])
	return r.objects
}

func (b *timeBody) paint()             {}
func (b *timeBody) measure() fyne.Size { return fyne.Size{} }
func (b *timeBody) arrange(fyne.Size)  {}

// CreateRenderer is called by the toolkit.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	return &timelineRenderer{drawing: drawing{of: t}, t: t}
}

// timelineRenderer follows a change of foot.
type timelineRenderer struct {
	drawing
	t *Timeline
}

func (r *timelineRenderer) Objects() []fyne.CanvasObject {
	t := r.t
	r.objects = append(r.objects[:0], t.names, t.chart, t.edge, t.head, t.ground, t.rule, t.along, t.down, t.label, t.ring)
	if t.foot != nil {
		r.objects = append(r.objects, t.foot)
	}
	return r.objects
}

func (t *Timeline) nameParts(out []fyne.CanvasObject) []fyne.CanvasObject {
	for _, r := range t.rows {
		out = r.nameParts(out)
	}
	return out
}

func (t *Timeline) chartParts(out []fyne.CanvasObject) []fyne.CanvasObject {
	for _, r := range t.rows {
		out = append(out, r.lit)
	}
	out = t.back.under(out)
	for _, r := range t.rows {
		out = r.chartParts(out)
	}
	return t.back.over(out)
}

func (t *Timeline) paint() {
	t.stale = true
	paintRect(t.edge, ColorLine, 0)
	paintRect(t.rule, ColorLine, 0)
	paintRect(t.ground, ColorSub, 0)
	corner := float32(0)
	if t.bottom {
		corner = px(radiusCard) - 1
	}
	t.ground.BottomLeftCornerRadius, t.ground.BottomRightCornerRadius = corner, corner
	t.back.paint()
	t.head.Refresh()
}

func (t *Timeline) measure() fyne.Size {
	return fyne.NewSize(px(timeNamesLow+200), px(2*timeHeadRow+4*timeRow))
}

func (t *Timeline) arrange(s fyne.Size) {
	if s.Width <= 0 || s.Height <= 0 {
		return
	}
	t.offset = round(max(0, min(t.offset, t.full()-t.body())))
	head, names, foot := t.headHeight(), t.nameWidth(), t.footHeight()
	room := fyne.NewSize(t.room().Width, s.Height-head-foot)
	put(t.head, 0, 0, s.Width, head)
	put(t.edge, names, 0, 1, s.Height-foot)
	put(t.ground, 0, s.Height-foot, s.Width, foot)
	put(t.rule, 0, s.Height-foot, s.Width, 1)
	if t.foot != nil {
		h := heightFor(t.foot, s.Width-px(2*gutter))
		put(t.foot, px(gutter), s.Height-foot+round((foot-h)/2), s.Width-px(2*gutter), h)
	}
	put(t.names, 0, head, names, room.Height)
	put(t.chart, names+1, head, room.Width, room.Height)
	t.arrangeRows(names, room)
	t.back.arrange(room)
	t.head.place(s.Width, head)
	t.placeThumbs(names, head, room)
	here := t.focused && t.at == -1
	paintRing(t.ring, radiusSmall, here)
	setShown(t.ring, here)
	put(t.ring, 1, 1, s.Width-2, s.Height-2)
	t.placeLabel()
	canvas.Refresh(t.names)
	canvas.Refresh(t.chart)
}

// arrangeRows gives every row in sight a place. A row keeps its drawing while it is
// scrolled; only what comes into sight is filled, or all where the rows are stale.
func (t *Timeline) arrangeRows(names float32, room fyne.Size) {
	most := int(room.Height/px(timeRow)) + 2
	for len(t.rows) < most {
		t.rows = append(t.rows, newTimeLine(t))
		t.stale = true
	}
	first := max(0, t.rowAtY(0))
	scale := t.scale()
	used := map[*timeLine]bool{}
	for n := first; n < t.count() && t.rowTop(n) < room.Height; n++ {
		r := t.line(n)
		if used[r] {
			break
		}
		used[r] = true
		if t.stale || r.row != n {
			r.row = n
			r.fill(t.source.Row(n))
		}
		r.place(scale, names, room)
	}
	for _, r := range t.rows {
		r.show(used[r])
		if !used[r] {
			r.row = -1
		}
	}
	t.stale = false
}

// line is the drawing of a row while it is in sight.
func (t *Timeline) line(row int) *timeLine { return t.rows[row%len(t.rows)] }

// shown returns the drawing of a row that is in sight.
func (t *Timeline) shown(row int) (*timeLine, bool) {
	if row < 0 || len(t.rows) == 0 {
		return nil, false
	}
	r := t.line(row)
	return r, r.row == row
}

func (t *Timeline) placeThumbs(names, head float32, room fyne.Size) {
	full := t.full()
	t.down.Hidden = full <= room.Height
	if !t.down.Hidden {
		h := max(px(32), room.Height*room.Height/full)
		put(t.down, names+1+room.Width-px(scrollBar+4), head+(room.Height-h)*t.offset/max(1, full-room.Height), px(scrollBar+4), h)
	}
	span, shown := float64(t.last-t.first), t.shownDays()
	t.along.Hidden = span <= shown
	if !t.along.Hidden {
		w := max(px(32), room.Width*float32(shown/span))
		at := float32(max(0, min(1, (t.left-float64(t.first))/(span-shown))))
		put(t.along, names+1+(room.Width-w)*at, head+room.Height-px(scrollBar+2), w, px(scrollBar+2))
	}
}
