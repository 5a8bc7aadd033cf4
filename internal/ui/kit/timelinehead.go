package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// timeHead draws the months, the week numbers and the marks over a timeline.
type timeHead struct {
	widget.BaseWidget
	of     *Timeline
	ground *canvas.Rectangle
	rule   *canvas.Rectangle
	titles [3]*line // of the columns and rows
	chart  *timeBody
	parts  []*line // of the months
	edges  []*canvas.Rectangle
	weeks  []*line
	ticks  []*canvas.Rectangle
	marks  []*line
	tags   []timeTag // where the marks' words stand
	stem   *canvas.Rectangle
	pill   *canvas.Rectangle
	today  *line
	ring   *canvas.Rectangle
}

// timeTag is where the words of a mark stand in the head.
type timeTag struct {
	mark     int
	from, to float32
}

func newTimeHead(t *Timeline) *timeHead {
	h := &timeHead{
		of: t, ground: newRect(), rule: newRect(), stem: newRect(), pill: newRect(), ring: newRect(),
		today: newLine(t.words.Today, CaptionStrong, ColorOnPrimary),
		titles: [3]*line{
			newLine(t.words.Names, CaptionStrong, ColorText2), newLine(t.words.Weeks, Caption, ColorText2), newLine(t.words.Marks, Caption, ColorDeviation),
		},
	}
	h.chart = newTimeBody(h.chartParts)
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer is called by the toolkit.
func (h *timeHead) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(h, h.ground, h.titles[0].Text, h.titles[1].Text, h.titles[2].Text, h.chart, h.rule)
}

func (h *timeHead) chartParts(out []fyne.CanvasObject) []fyne.CanvasObject {
	for _, e := range h.edges {
		out = append(out, e)
	}
	for _, e := range h.ticks {
		out = append(out, e)
	}
	for _, list := range [][]*line{h.parts, h.weeks, h.marks} {
		for _, l := range list {
			out = append(out, l.Text)
		}
	}
	return append(out, h.stem, h.pill, h.today.Text, h.ring)
}

// paint paints also what is not in sight now: it is shown again as it is.
func (h *timeHead) paint() {
	paintRect(h.ground, ColorSub, 0)
	corner := float32(0)
	if h.of.top {
		corner = px(radiusCard) - 1
	}
	h.ground.TopLeftCornerRadius, h.ground.TopRightCornerRadius = corner, corner
	paintRect(h.rule, ColorLine, 0)
	for _, list := range [][]*line{h.titles[:], h.parts, h.weeks, {h.today}} {
		for _, l := range list {
			l.paint()
		}
	}
	for _, list := range [][]*canvas.Rectangle{h.edges, h.ticks} {
		for _, r := range list {
			paintRect(r, ColorLine, 0)
		}
	}
	paintRect(h.pill, ColorPrimaryFill, 9)
	paintRect(h.stem, ColorPrimaryText, 0)
}

func (h *timeHead) measure() fyne.Size { return fyne.Size{} }
func (h *timeHead) arrange(fyne.Size)  {}

// place gives everything in the head its place.
func (h *timeHead) place(w, height float32) {
	names := h.of.nameWidth()
	scale, room := h.of.scale(), w-names-1
	weeks := scale.weeks()
	put(h.ground, 0, 0, w, height)
	put(h.rule, 0, height-1, w, 1)
	put(h.chart, names+1, 0, room, height-1)
	rows := [3]float32{0, px(timeHeadRow), height - px(timeHeadRow)}
	for i, l := range h.titles {
		setShown(l.Text, i != 1 || weeks)
		y, tall := rows[i], px(timeHeadRow)
		if i == 1 {
			tall = px(timeWeekRow)
		}
		l.place(px(gutter), y+round((tall-l.height())/2)+px(1), names-px(gutter+6))
	}
	h.placeToday(scale, height)
	h.placeParts(scale, room, height)
	h.placeWeeks(scale, room, weeks)
	h.placeMarks(scale, rows[2])
	canvas.Refresh(h.chart)
}

// placeParts writes the months. The first one's name stays at the edge, and each
// gives way to the pill of today.
func (h *timeHead) placeParts(scale timeScale, room, height float32) {
	parts := scale.divisions(room, h.of.words)
	for len(h.parts) < len(parts) {
		l, edge := newLine("", CaptionStrong, ColorText2), newRect()
		l.paint()
		paintRect(edge, ColorLine, 0)
		h.parts, h.edges = append(h.parts, l), append(h.edges, edge)
	}
	pill := [2]float32{h.pill.Position().X - px(4), h.pill.Position().X + h.pill.Size().Width + px(4)}
	for i, l := range h.parts {
		setShown(l.Text, i+1 < len(parts))
		setShown(h.edges[i], i+1 < len(parts) && i > 0)
		if i+1 >= len(parts) {
			continue
		}
		x, end := max(0, scale.x(parts[i].day)), scale.x(parts[i+1].day)
		l.full = parts[i].words
		put(h.edges[i], scale.x(parts[i].day), 0, 1, height)
		at := x + px(7)
		if wide := l.width(); at+wide > pill[0] && at < pill[1] {
			at = pill[1]
		}
		if end-at-px(4) < l.width() {
			setShown(l.Text, false)
			continue
		}
		l.place(at, round((px(timeHeadRow)-l.height())/2)+px(1), end-at-px(4))
	}
}

func (h *timeHead) placeWeeks(scale timeScale, room float32, shown bool) {
	var days []TimelineDay
	if shown {
		days = scale.mondays(room)
	}
	for len(h.weeks) < len(days) {
		l, tick := newLine("", Caption, ColorText2), newRect()
		l.paint()
		paintRect(tick, ColorLine, 0)
		h.weeks, h.ticks = append(h.weeks, l), append(h.ticks, tick)
	}
	for i, l := range h.weeks {
		setShown(l.Text, i < len(days))
		setShown(h.ticks[i], i < len(days))
		if i >= len(days) {
			continue
		}
		_, week := days[i].time().ISOWeek()
		l.full = strconv.Itoa(week)
		if h.of.words.Week != nil {
			l.full = h.of.words.Week(week)
		}
		x, end := scale.x(days[i]), scale.x(days[i]+7)
		put(h.ticks[i], x, px(timeHeadRow), 1, px(timeWeekRow))
		l.placeMid(x+px(1), px(timeHeadRow)+round((px(timeWeekRow)-l.height())/2), end-x-px(2))
	}
}

// placeToday puts a pill over the line of today.
func (h *timeHead) placeToday(scale timeScale, height float32) {
	mid := (scale.x(h.of.today) + scale.x(h.of.today+1)) / 2
	h.today.full = h.of.words.Today
	wide := h.today.width() + px(20)
	put(h.pill, round(mid-wide/2), px(5), wide, px(18))
	h.today.placeMid(round(mid-wide/2), px(5)+round((px(18)-h.today.height())/2), wide)
	put(h.stem, round(mid)-px(1), px(22), px(2), height-px(22))
}

// placeMarks writes the marks' words, those that have room before the next.
func (h *timeHead) placeMarks(scale timeScale, y float32) {
	t := h.of
	h.tags = h.tags[:0]
	shown, free := 0, float32(-1e6)
	room := t.room().Width
	for i, m := range t.marks {
		day := m.Day
		if d := t.drag; d != nil && d.part == dragMark && d.mark == i {
			day = d.to
		}
		x := round((scale.x(day) + scale.x(day+1)) / 2)
		if x < -px(60) || x > room+px(60) {
			continue
		}
		if shown == len(h.marks) {
			h.marks = append(h.marks, newLine("", Caption, ColorDeviation))
		}
		l := h.marks[shown]
		l.full = m.Words
		wide := l.width()
		held := t.at == inHead && t.mark == i
		if x-wide/2 < free && !held {
			continue
		}
		l.style = Caption
		l.paint()
		setShown(l.Text, true)
		l.place(round(x-wide/2), y+round((px(timeHeadRow)-l.height())/2), wide)
		h.tags = append(h.tags, timeTag{i, x - wide/2 - px(3), x + wide/2 + px(3)})
		free = x + wide/2 + px(4)
		shown++
	}
	for _, l := range h.marks[shown:] {
		setShown(l.Text, false)
	}
	h.placeRing(y)
}

// placeRing puts the mark of the keyboard around the words of a mark.
func (h *timeHead) placeRing(y float32) {
	shown := false
	for _, tag := range h.tags {
		if h.of.focused && h.of.at == inHead && tag.mark == h.of.mark {
			shown = true
			put(h.ring, tag.from-px(2), y+px(3), tag.to-tag.from+px(4), px(timeHeadRow-7))
		}
	}
	paintRing(h.ring, radiusSmall, shown)
	setShown(h.ring, shown)
}
