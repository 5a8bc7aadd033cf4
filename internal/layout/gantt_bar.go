package layout

import (
	"strings"

	"ledstjarna/internal/report"
)

// narrowestBar is how wide the bar of a single day is at least.
const narrowestBar = 3.0

// bar draws the time of an activity with its middle at y.
func (g *gantt) bar(k *sketch, bar report.GanttBar, y float64) {
	if bar.Kind == report.GanttNone {
		return
	}
	from := min(g.x(bar.From), g.x(1)-narrowestBar)
	to := max(g.x(bar.To), from+narrowestBar)
	drawBarKind(k, bar.Kind, [3]float64{from, to, g.x(bar.Done)}, y, g.b.accent)
}

// drawBarKind draws a bar between two places; the third is how far it is filled.
func drawBarKind(k *sketch, kind report.GanttKind, at [3]float64, y float64, accent RGB) {
	from, end, done := at[0], at[1], at[2]
	top, bottom := y-ganttBar/2, y+ganttBar/2
	box := func(a, b float64) []Step { return polygon(a, top, b, top, b, bottom, a, bottom) }
	frame := func(a, b float64) []Step {
		return polygon(a+0.45, top+0.45, b-0.45, top+0.45, b-0.45, bottom-0.45, a+0.45, bottom-0.45)
	}
	was := k.colour
	defer func() { k.colour = was }()
	switch kind {
	case report.GanttDone:
		k.colour = accent
		k.fill(box(from, end)...)
	case report.GanttPlanned, report.GanttOngoing:
		k.colour = white
		k.fill(box(from, end)...)
		if kind == report.GanttOngoing && done > from {
			k.colour = accent
			k.fill(box(from, min(done, end))...)
		}
		k.stroke(0.9, accent, frame(from, end)...)
	case report.GanttLate:
		k.colour = accent
		k.fill(box(from, end)...)
		if done > end+2 {
			k.colour = white
			k.fill(box(end, done)...)
			k.hatch(end, done, top, bottom)
			k.stroke(0.9, ink, frame(end, done)...)
		}
	case report.GanttPaused:
		k.colour = white
		k.fill(box(from, end)...)
		k.dashed(from+0.45, end-0.45, top+0.45, bottom-0.45)
	case report.GanttCancelled:
		k.stroke(1.1, ink, move(from, y), to(end, y))
		k.stroke(1.1, ink, move(from+0.5, y-3.5), to(from+0.5, y+3.5))
		k.stroke(1.1, ink, move(end-0.5, y-3.5), to(end-0.5, y+3.5))
	case report.GanttNone:
	}
}

// hatch fills a box with slanted lines that stay inside it.
func (k *sketch) hatch(left, right, top, bottom float64) {
	high := bottom - top
	var steps []Step
	for at := left - high; at < right; at += 3 {
		x1, y1, x2, y2 := at, bottom, at+high, top
		if x1 < left {
			x1, y1 = left, bottom-(left-at)
		}
		if x2 > right {
			x2, y2 = right, top+(at+high-right)
		}
		if x2 > x1 {
			steps = append(steps, move(x1, y1), to(x2, y2))
		}
	}
	if len(steps) > 0 {
		k.stroke(0.8, ink, steps...)
	}
}

// dashed strokes the frame of a box in dashes.
func (k *sketch) dashed(left, right, top, bottom float64) {
	var steps []Step
	for _, y := range []float64{top, bottom} {
		for x := left; x < right; x += 5 {
			steps = append(steps, move(x, y), to(min(x+3, right), y))
		}
	}
	for _, x := range []float64{left, right} {
		for y := top; y < bottom; y += 5 {
			steps = append(steps, move(x, y), to(x, min(y+3, bottom)))
		}
	}
	k.stroke(0.9, ink, steps...)
}

// dashes strokes an upright line in dashes.
func (k *sketch) dashes(width float64, colour RGB, x, top, bottom float64) {
	var steps []Step
	for y := top; y < bottom; y += 4 {
		steps = append(steps, move(x, y), to(x, min(y+2, bottom)))
	}
	k.stroke(width, colour, steps...)
}

// meetingLabel is where the label of a meeting stands.
type meetingLabel struct {
	x    float64
	tier int // row of labels, -1 where there is no room
}

// mostTiers is how many rows of labels there are at most.
const mostTiers = 3

// placeMeetings gives each meeting's label a row in which it stands free of the
// ones before.
func (g *gantt) placeMeetings() (labels []meetingLabel, tiers int) {
	st := labelStyle().in(ink)
	var ends [mostTiers]float64
	for _, m := range g.Meetings {
		width := max(g.b.m.Width(clean(m.Body), st.font), g.b.m.Width(clean(m.Day), st.font), ganttClosest-4)
		x := min(g.x(m.At)-width/2, g.right-g.left-width)
		l := meetingLabel{g.x(m.At), -1}
		for tier := range ends {
			if x >= ends[tier] {
				l.tier, ends[tier] = tier, x+width+4
				tiers = max(tiers, tier+1)
				break
			}
		}
		labels = append(labels, l)
	}
	return labels, tiers
}

// meetings draws the diamonds below the rows, with their labels.
func (g *gantt) meetings(p *pen, y, height float64) {
	k := &sketch{x: g.left, y: y, k: 1, colour: ink}
	st := labelStyle().in(ink)
	k.say(g.b, g.Beside, text(Semibold, 9, 12, ink), ganttName, 2)
	for i, m := range g.Meetings {
		l := g.labels[i]
		k.fill(polygon(l.x, 2, l.x+4, 6, l.x, 10, l.x-4, 6)...)
		if l.tier < 0 {
			continue
		}
		for n, words := range []string{m.Body, m.Day} {
			wide := g.b.m.Width(clean(words), st.font)
			x := min(max(l.x-wide/2, ganttChart-30), g.right-g.left-wide)
			k.say(g.b, words, st, x, 10+24*float64(l.tier)+11*float64(n))
		}
	}
	g.put(p, k, y, height)
	node := g.figure(p, y, height)
	words := []string{g.Beside + ":"}
	for _, m := range g.Meetings {
		words = append(words, m.Body+" "+m.Day+",")
	}
	node.Alt = strings.TrimSpace(node.Alt + " " + clean(strings.TrimSuffix(strings.Join(words, " "), ",")+"."))
}

// ganttLegend sets each kind of bar before its word, as the page is wide.
func (b *builder) ganttLegend(x report.GanttLegend) []slab {
	const swatch, gap = 28.0, 16.0
	st := labelStyle().in(ink)
	list := under(b.draft.node, L)
	var draws []func(*pen, float64)
	at, row := b.frame.text, 0
	add := func(words string, drawn func(k *sketch, x float64)) {
		lines := b.lines(b.words(report.Plain(words), st, under(under(list, LI), LBody)), b.frame.full())
		if len(lines) == 0 {
			return
		}
		wide := swatch + 5 + lines[0].width()
		if at+wide > b.frame.right && at > b.frame.text {
			at, row = b.frame.text, row+1
		}
		x, below := at, float64(row)*15
		draws = append(draws, func(p *pen, y float64) {
			k := &sketch{x: x, y: y + below, k: 1, colour: ink}
			drawn(k, 0)
			for _, item := range k.items {
				p.artifact(item) // the words carry the meaning
			}
			p.column(lines[:1], st, x+swatch+5, y+below)
		})
		at += wide + gap
	}
	for _, e := range x.Entries {
		add(e.Word, func(k *sketch, at float64) {
			places := [3]float64{at, at + swatch, at + swatch/2}
			if e.Kind == report.GanttLate {
				places = [3]float64{at, at + swatch/2, at + swatch}
			}
			drawBarKind(k, e.Kind, places, 6, b.accent)
		})
	}
	if x.Meeting != "" {
		add(x.Meeting, func(k *sketch, at float64) {
			k.fill(polygon(at+swatch/2, 2, at+swatch/2+4, 6, at+swatch/2, 10, at+swatch/2-4, 6)...)
		})
	}
	if len(draws) == 0 {
		return nil
	}
	out := []slab{{height: float64(row+1) * 15, before: 6, after: 4, keep: x.Note != "", draw: func(p *pen, y float64) {
		for _, draw := range draws {
			draw(p, y)
		}
	}}}
	if x.Note != "" {
		note := labelStyle()
		out = append(out, textSlabs(b.lines(b.words(report.Plain(x.Note), note, under(b.draft.node, P)), 112*mm), note, b.frame.text)...)
	}
	return out
}
