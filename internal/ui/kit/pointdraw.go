package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

const (
	mapHeight  = 320
	mapAside   = 228 // the names beside the field
	mapBeside  = 560 // the least width at which they stand beside it
	mapLeft    = 20  // the numbers at the left
	mapTop     = 22  // the word over the field
	mapFoot    = 40  // numbers and word under it
	legendLine = 28
)

// CreateRenderer is called by the toolkit.
func (m *PointMap) CreateRenderer() fyne.WidgetRenderer {
	return newChanging(m, func() []fyne.CanvasObject { return m.parts })
}

func (m *PointMap) collect() {
	m.parts = []fyne.CanvasObject{m.field.group, m.quarter}
	for _, g := range m.grid {
		m.parts = append(m.parts, g)
	}
	for _, l := range m.quarters {
		m.parts = append(m.parts, l.Text)
	}
	for axis := range m.axes {
		m.parts = append(m.parts, m.axes[axis].Text)
		for _, t := range m.ticks[axis] {
			m.parts = append(m.parts, t.Text)
		}
	}
	for _, n := range m.names {
		m.parts = append(m.parts, n.Text)
	}
	m.parts = append(m.parts, m.legend.parts()...)
	for _, k := range m.marks {
		m.parts = append(m.parts, k)
	}
}

func (m *PointMap) paint() {
	m.field.paint(ColorCard, ColorControlBorder)
	paintRect(m.quarter, ColorActiveTint, 0)
	for i, g := range m.grid {
		token := ColorLine
		if i >= 2*(steps-1) {
			token = ColorControlBorder
		}
		paintRect(g, token, 0)
	}
	for _, l := range m.quarters {
		l.paint()
	}
	for axis := range m.axes {
		m.axes[axis].paint()
		for _, t := range m.ticks[axis] {
			t.paint()
		}
	}
	for _, n := range m.names {
		n.paint()
	}
	m.legend.paint()
	for _, k := range m.marks {
		k.Refresh()
	}
}

func (m *PointMap) beside(w float32) bool { return w >= px(mapBeside) }

// room is the size of the field in a width.
func (m *PointMap) room(w float32) fyne.Size {
	w -= px(mapLeft)
	if m.beside(w) {
		w -= px(mapAside + gutter)
	}
	return fyne.NewSize(max(px(100), round(w)), px(mapHeight))
}

func (m *PointMap) measure() fyne.Size {
	return fyne.NewSize(px(240), m.HeightForWidth(max(px(240), m.Size().Width)))
}

// HeightForWidth is that of the field, with the names under it where there is
// no room beside it.
func (m *PointMap) HeightForWidth(w float32) float32 {
	h := px(mapTop + mapHeight + mapFoot)
	names := px(legendLine) * float32(len(m.points))
	if m.beside(w - px(mapLeft)) {
		return max(h, px(mapTop)+names)
	}
	return h + px(8) + names
}

func (m *PointMap) arrange(s fyne.Size) {
	room, at := m.room(s.Width), fyne.NewPos(px(mapLeft), px(mapTop))
	m.field.put(at.X, at.Y, room.Width, room.Height)
	m.arrangeGrid(at, room)
	r := px(markSide) / 2
	centres := spread(m.points, room, r)
	m.arrangeNames(at, room, centres, r)
	left, top, wide := at.X+room.Width+px(gutter), at.Y, s.Width-at.X-room.Width-px(gutter)
	if !m.beside(s.Width - px(mapLeft)) {
		left, top, wide = 0, at.Y+room.Height+px(mapFoot+8), s.Width
	}
	m.legend.put(left, top, wide)
	for i, k := range m.marks {
		c := centres[i].Add(at)
		if !m.points[i].placed() {
			c = fyne.NewPos(left+r, top+px(legendLine)*(float32(i)+0.5))
		}
		put(k, round(c.X-r), round(c.Y-r), 2*r, 2*r)
	}
}

func (m *PointMap) arrangeGrid(at fyne.Position, room fyne.Size) {
	put(m.quarter, at.X+round(room.Width/2), at.Y+1, round(room.Width/2)-1, round(room.Height/2)-1)
	line := func(r *canvas.Rectangle, part float32, standing bool) {
		if standing {
			put(r, at.X+round(room.Width*part), at.Y+1, 1, room.Height-2)
			return
		}
		put(r, at.X+1, at.Y+round(room.Height*part), room.Width-2, 1)
	}
	for i := 1; i < steps; i++ {
		line(m.grid[2*(i-1)], float32(i)/steps, true)
		line(m.grid[2*(i-1)+1], float32(i)/steps, false)
	}
	line(m.grid[2*(steps-1)], 0.5, true)
	line(m.grid[2*(steps-1)+1], 0.5, false)
	for i, q := range m.quarterAreas(room) {
		m.quarters[i].place(at.X+q.at.X, at.Y+q.at.Y, q.size.Width)
	}
	m.axes[1].place(0, 0, room.Width)
	m.axes[0].placeEnd(at.X, at.Y+room.Height+px(22), room.Width)
	for i := range steps {
		mid := middleOf(i+1, i+1, room)
		m.ticks[0][i].placeMid(at.X+mid.X-px(10), at.Y+room.Height+px(4), px(20))
		m.ticks[1][i].placeMid(0, at.Y+mid.Y-m.ticks[1][i].height()/2, px(mapLeft-4))
	}
}

// quarterAreas are where the words of the quarters stand: in their outer
// corners.
func (m *PointMap) quarterAreas(room fyne.Size) [4]area {
	var out [4]area
	for i, l := range m.quarters {
		w := min(l.width(), room.Width/2-px(16))
		p := fyne.NewPos(px(8), px(4))
		if i%2 == 1 {
			p.X = room.Width - px(8) - w
		}
		if i >= 2 {
			p.Y = room.Height - px(4) - l.height()
		}
		out[i] = area{p, fyne.NewSize(w, l.height())}
	}
	return out
}

func (m *PointMap) arrangeNames(at fyne.Position, room fyne.Size, centres []fyne.Position, r float32) {
	sizes := make([]fyne.Size, len(m.names))
	for i, n := range m.names {
		sizes[i] = fyne.NewSize(min(n.width(), px(140)), n.height())
	}
	quarters := m.quarterAreas(room)
	cross := []area{
		{fyne.NewPos(0, round(room.Height/2)), fyne.NewSize(room.Width, 1)}, {fyne.NewPos(round(room.Width/2), 0), fyne.NewSize(1, room.Height)},
	}
	places, ok := label(centres, sizes, append(cross, quarters[:]...), room, r)
	for i, n := range m.names {
		setShown(n.Text, ok[i])
		if ok[i] {
			n.place(at.X+round(places[i].X), at.Y+round(places[i].Y), sizes[i].Width)
		}
	}
}
