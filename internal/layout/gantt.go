package layout

import (
	"strings"

	"ledstjarna/internal/report"
)

// Where the columns of a schedule stand, from the frame's left edge, and its rows.
const (
	ganttName    = 25.5
	ganttStatus  = 196.0
	ganttLast    = 262.0
	ganttChart   = 326.0
	ganttRow     = 26.0
	ganttYears   = 17.0 // row of the years, and of the label of today
	ganttParts   = 17.0
	ganttBar     = 9.0
	ganttClosest = 26.0 // of two labels of meetings on one row
)

// gantt is a schedule about to be set. Each page has a figure of its own, which
// says what stands there.
type gantt struct {
	report.Gantt
	b       *builder
	left    float64
	right   float64
	figures map[*Page]*Node
	labels  []meetingLabel
	tiers   int
}

// gantt sets caption, months and a row for each activity, with the meetings below.
func (b *builder) gantt(x report.Gantt) []slab {
	if len(x.Rows) == 0 {
		return nil
	}
	g := &gantt{Gantt: x, b: b, left: b.frame.left, right: b.frame.right, figures: map[*Page]*Node{}}
	g.labels, g.tiers = g.placeMeetings()
	out := b.figureCaption(x.Number, x.Caption)
	head := slab{height: ganttYears + ganttParts, before: 4, keep: true, draw: g.head}
	out = append(out, head)
	repeated := head
	for i, row := range x.Rows {
		lines := b.lines(b.words(report.Plain(row.Name), cellStyle(), nil), ganttStatus-ganttName-8)
		height := max(ganttRow, float64(len(lines))*cellStyle().leading+8)
		out = append(out, slab{height: height, head: &repeated, keep: i == 0 && len(x.Rows) > 1 || i == len(x.Rows)-1 && len(x.Meetings) > 0, draw: func(p *pen, y float64) {
			g.row(p, y, height, row, lines)
		}})
	}
	if len(x.Meetings) > 0 {
		height := 6 + 24*float64(g.tiers) + 4
		out = append(out, slab{height: height, head: &repeated, draw: func(p *pen, y float64) { g.meetings(p, y, height) }})
	}
	out[len(out)-1].after = 8
	return out
}

// figure returns the figure of the page, grown by the part between two heights.
func (g *gantt) figure(p *pen, y, height float64) *Node {
	node := g.figures[p.page]
	if node == nil {
		node = under(g.b.draft.node, Figure)
		node.Alt = clean(g.Lead)
		node.BBox = p.box(g.left, y, g.right-g.left, height)
		g.figures[p.page] = node
	}
	box := p.box(g.left, y, g.right-g.left, height)
	node.BBox[1], node.BBox[3] = min(node.BBox[1], box[1]), max(node.BBox[3], box[3])
	return node
}

// put marks the items of a sketch as part of the page's figure.
func (g *gantt) put(p *pen, k *sketch, y, height float64) {
	if p.repeat {
		for _, item := range k.items {
			p.artifact(item)
		}
		return
	}
	node := g.figure(p, y, height)
	for _, item := range k.items {
		p.mark(node, item)
	}
}

// x is where a share of the time stands, from the frame's left edge.
func (g *gantt) x(share float64) float64 {
	return ganttChart + share*(g.right-g.left-ganttChart)
}

// head draws the years, the parts and the label of today.
func (g *gantt) head(p *pen, y float64) {
	k := &sketch{x: g.left, y: y, k: 1, colour: ink}
	bold, label := text(Semibold, 9, 12, ink), labelStyle().in(ink)
	for i, at := range []float64{0, ganttName, ganttStatus, ganttLast} {
		k.say(g.b, g.Heads[i], bold, at, ganttYears+2)
	}
	g.bands(k, ganttYears, ganttYears+ganttParts)
	tag := g.b.m.Width(clean(g.TodayTag), bold.font) + 10
	today := min(max(g.x(g.Today)-tag/2, ganttChart), g.right-g.left-tag)
	for i, part := range g.Parts {
		at := g.x(part.At)
		if part.Year != "" {
			k.stroke(0.5, ink, move(at, 0), to(at, ganttYears+ganttParts))
			if wide := g.b.m.Width(part.Year, label.font); g.Today < 0 || at+4+wide+4 < today || at+4 > today+tag+4 {
				k.say(g.b, part.Year, label, at+4, 2)
			}
		}
		if g.b.m.Width(part.Label, label.font)+5 <= g.end(i)-at {
			k.say(g.b, part.Label, label, at+4, ganttYears+2)
		}
	}
	k.stroke(1, ink, move(0, ganttYears+ganttParts), to(g.right-g.left, ganttYears+ganttParts))
	if g.Today >= 0 {
		k.colour = ink
		k.fill(polygon(today, 0.5, today+tag, 0.5, today+tag, 15.5, today, 15.5)...)
		k.say(g.b, g.TodayTag, text(Semibold, 9, 12, white), today+5, 2)
		k.stroke(1.5, ink, move(g.x(g.Today), 15.5), to(g.x(g.Today), ganttYears+ganttParts))
	}
	g.put(p, k, y, ganttYears+ganttParts)
}

// end is where the part with the index ends.
func (g *gantt) end(i int) float64 {
	if i+1 < len(g.Parts) {
		return g.x(g.Parts[i+1].At)
	}
	return g.right - g.left
}

// bands tints every other part between two heights.
func (g *gantt) bands(k *sketch, top, bottom float64) {
	k.colour = RGB{0xF3, 0xF6, 0xF7}
	for i, part := range g.Parts {
		if i%2 == 1 {
			k.fill(polygon(g.x(part.At), top, g.end(i), top, g.end(i), bottom, g.x(part.At), bottom)...)
		}
	}
	k.colour = ink
}

// row draws an activity.
func (g *gantt) row(p *pen, y, height float64, row report.GanttRow, lines []line) {
	k := &sketch{x: g.left, y: y, k: 1, colour: ink}
	g.bands(k, 0.5, height-0.5) // clear of the rules
	for _, part := range g.Parts {
		if part.Year != "" {
			k.stroke(0.5, ink, move(g.x(part.At), 0), to(g.x(part.At), height))
		}
	}
	for _, m := range g.Meetings {
		k.dashes(0.6, RGB{0x6C, 0x76, 0x7D}, g.x(m.At), 0, height)
	}
	cell := cellStyle()
	top := (height - cell.leading*float64(max(len(lines), 1))) / 2
	k.say(g.b, row.Number, cell.bold(), 0, (height-cell.leading)/2)
	for i, l := range lines {
		k.say(g.b, wordsOf(l), cell, ganttName, top+float64(i)*cell.leading)
	}
	g.status(k, row.Status, (height-cell.leading)/2)
	k.say(g.b, row.Last, cell, ganttLast, (height-cell.leading)/2)
	g.bar(k, row.Bar, height/2)
	if g.Today >= 0 {
		k.stroke(1.5, ink, move(g.x(g.Today), 0), to(g.x(g.Today), height))
	}
	k.stroke(0.5, hairline, move(0, height-0.25), to(g.right-g.left, height-0.25))
	g.put(p, k, y, height)
	node := g.figure(p, y, height)
	node.Alt = strings.TrimSpace(node.Alt + " " + clean(row.Alt))
}

func wordsOf(l line) string {
	var s strings.Builder
	for _, w := range l.words {
		s.WriteString(w.String())
		if w.space > 0 {
			s.WriteByte(' ')
		}
	}
	return strings.TrimSpace(s.String())
}

// status draws the symbol and word of a row.
func (g *gantt) status(k *sketch, t report.Text, y float64) {
	at, st := ganttStatus, cellStyle()
	for _, span := range t {
		voice := st
		if span.Bold {
			voice = st.bold()
		}
		if span.Symbol != report.NoSymbol {
			k.items = append(k.items, drawSymbol(span.Symbol, k.x+at, k.y+y+2.4, symbolSize, ink)...)
			at += symbolSize + symbolGap
		}
		k.say(g.b, span.Text, voice, at, y)
		at += g.b.m.Width(clean(span.Text), voice.font)
	}
}
