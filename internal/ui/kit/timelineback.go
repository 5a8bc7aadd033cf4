package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// timeBack draws what lies under and over the rows of a chart: the edges of the
// months, the bands, the lines of the marks, ties, and today.
type timeBack struct {
	of     *Timeline
	bands  []*canvas.Rectangle
	edges  []*canvas.Rectangle
	marks  []*dashed
	strong []*canvas.Rectangle // of marks that something hangs on, or that are moved
	ties   []*canvas.Rectangle
	dots   []*canvas.Rectangle
	today  *canvas.Rectangle
}

func newTimeBack(t *Timeline) *timeBack { return &timeBack{of: t, today: newRect()} }

func (b *timeBack) under(out []fyne.CanvasObject) []fyne.CanvasObject {
	for _, list := range [][]*canvas.Rectangle{b.edges, b.bands} {
		for _, r := range list {
			out = append(out, r)
		}
	}
	for _, d := range b.marks {
		out = append(out, d.Image)
	}
	for _, list := range [][]*canvas.Rectangle{b.strong, b.ties} {
		for _, r := range list {
			out = append(out, r)
		}
	}
	return out
}

func (b *timeBack) over(out []fyne.CanvasObject) []fyne.CanvasObject {
	out = append(out, b.today)
	for _, r := range b.dots {
		out = append(out, r)
	}
	return out
}

func (b *timeBack) paint() {
	paintRect(b.today, ColorPrimaryText, 0)
	for _, list := range [][]*canvas.Rectangle{b.edges} {
		for _, r := range list {
			paintRect(r, ColorLine, 0)
		}
	}
	for _, r := range b.bands {
		paintRect(r, ColorBand, 0)
	}
	for _, r := range append(b.ties, b.strong...) {
		paintRect(r, ColorDeviation, 0)
	}
	for _, r := range b.dots {
		paintRect(r, ColorDeviation, 4)
	}
}

// grown returns at least n rectangles in a colour; those after the first n are
// hidden.
func grown(list []*canvas.Rectangle, n int, token fyne.ThemeColorName, radius float32) []*canvas.Rectangle {
	for len(list) < n {
		r := newRect()
		paintRect(r, token, radius)
		list = append(list, r)
	}
	for i, r := range list {
		setShown(r, i < n)
	}
	return list
}

func (b *timeBack) arrange(room fyne.Size) {
	scale := b.of.scale()
	parts := scale.divisions(room.Width, b.of.words)
	b.edges = grown(b.edges, len(parts), ColorLine, 0)
	for i, p := range parts {
		put(b.edges[i], scale.x(p.day), 0, 1, room.Height)
		if i == 0 {
			setShown(b.edges[i], false)
		}
	}
	b.bands = grown(b.bands, len(b.of.bands), ColorBand, 0)
	for i, x := range b.of.bands {
		from, to := max(0, scale.x(x.From)), min(room.Width, scale.x(x.To+1))
		setShown(b.bands[i], to > from)
		put(b.bands[i], from, 0, to-from, px(5))
	}
	b.placeMarks(scale, room)
	mid := round((scale.x(b.of.today) + scale.x(b.of.today+1)) / 2)
	put(b.today, mid-px(1), 0, px(2), room.Height)
	b.placeTies(scale)
}

// placeMarks draws the lines of the marks; where they would lie closer than a few
// units, one stands for them.
func (b *timeBack) placeMarks(scale timeScale, room fyne.Size) {
	t := b.of
	shown, before, strong := 0, float32(-100), 0
	for i, m := range t.marks {
		day, held := m.Day, t.at == inHead && t.mark == i || t.tied(m.Day)
		if d := t.drag; d != nil && d.part == dragMark && d.mark == i {
			day, held = d.to, true
		}
		x := round((scale.x(day) + scale.x(day+1)) / 2)
		if x < 0 || x > room.Width {
			continue
		}
		if held {
			b.strong = grown(b.strong, strong+1, ColorDeviation, 0)
			put(b.strong[strong], x-px(1), 0, px(2), room.Height)
			strong++
			continue
		}
		if x-before < px(4) {
			continue
		}
		before = x
		if shown == len(b.marks) {
			b.marks = append(b.marks, newDashed(ColorDeviation, false))
		}
		setShown(b.marks[shown].Image, true)
		b.marks[shown].put(x, 0, 1, room.Height)
		shown++
	}
	for _, d := range b.marks[shown:] {
		setShown(d.Image, false)
	}
	b.strong = grown(b.strong, strong, ColorDeviation, 0)
}

// tied reports whether something selected hangs on a mark of the day.
func (t *Timeline) tied(day TimelineDay) bool {
	for _, x := range t.ties {
		if x.FromRow < 0 && x.FromDay == day {
			return true
		}
	}
	return false
}

// placeTies draws what hangs on what: from a mark straight to the thing, from
// another thing around its corner; a dot at the end that hangs.
func (b *timeBack) placeTies(scale timeScale) {
	t := b.of
	b.ties = grown(b.ties, 3*len(t.ties), ColorDeviation, 0)
	b.dots = grown(b.dots, len(t.ties), ColorDeviation, 4)
	for i, x := range t.ties {
		lines := b.ties[3*i : 3*i+3]
		y2, from, to := t.middle(x.ToRow), round((scale.x(x.FromDay)+scale.x(x.FromDay+1))/2), scale.x(x.ToDay)
		y1 := y2
		if x.FromRow >= 0 {
			y1, from = t.middle(x.FromRow), scale.x(x.FromDay+1)
		}
		bend := max(from, to-px(8))
		if to < from {
			bend = from + px(8)
		}
		across(lines[0], from, bend, y1)
		put(lines[1], bend-px(1), min(y1, y2)-px(1), px(2), max(y1, y2)-min(y1, y2)+px(2))
		across(lines[2], bend, to, y2)
		put(b.dots[i], to-px(4), y2-px(4), px(8), px(8))
	}
}

func across(r *canvas.Rectangle, from, to, y float32) {
	put(r, min(from, to), y-px(1), max(from, to)-min(from, to), px(2))
}

// middle is the height of a row's middle under the head.
func (t *Timeline) middle(row int) float32 {
	if row < 0 || row >= t.count() {
		return -100
	}
	top, h := t.rowTop(row), t.rowHeight(row)
	if t.source.Group(row) {
		top, h = top+px(8), px(timeRow)
	}
	return top + round(h/2)
}
