package layout

import "ledstjarna/internal/report"

// Of a field of one to five: its side, how far the values stand apart and from the
// edge, and the marks.
const (
	fieldSide  = 210.0
	fieldStep  = 42.0
	fieldEdge  = fieldStep / 2
	fieldTicks = 18.0 // room for numbers left of the field
	markSize   = 16.0
	markStep   = 19.0
)

// gridFigure sets the field with its caption above.
func (b *builder) gridFigure(x report.Grid) []slab {
	node := under(b.draft.node, Figure)
	node.Alt = clean(x.Alt)
	out := b.figureCaption(x.Number, x.Caption)
	label := labelStyle().in(ink)
	high := label.leading + 3 + fieldSide + 2*label.leading + 6
	left := b.frame.text
	return kept(append(out, slab{height: high, after: 6, before: 4, draw: func(p *pen, y float64) {
		node.BBox = p.box(left, y, fieldTicks+fieldSide, high)
		k := &sketch{x: left, y: y, k: 1, colour: ink}
		b.drawField(k, x)
		for _, item := range k.items {
			p.mark(node, item)
		}
	}}))
}

// figureCaption sets the line above a figure.
func (b *builder) figureCaption(number, words string) []slab {
	st := captionStyle()
	lines := b.lines(b.words(b.captionText(number, words), st, under(b.draft.node, P)), min(112*mm, b.frame.full()))
	out := textSlabs(lines, st, b.frame.text)
	for i := range out {
		out[i].keep = true
	}
	return out
}

// drawField draws the axes, areas, quarters and marks.
func (b *builder) drawField(k *sketch, x report.Grid) {
	label, top := labelStyle(), labelStyle().leading+3
	at := func(v float64) float64 { return fieldEdge + (v-1)*fieldStep }
	k.say(b, x.Y, text(Semibold, 9, 12, ink), 0, 0)
	k.colour = tint
	for _, a := range x.Areas {
		x1, x2 := fieldTicks+at(a.X1), fieldTicks+at(a.X2)
		y1, y2 := top+fieldSide-at(a.Y1), top+fieldSide-at(a.Y2)
		k.fill(polygon(x1, y1, x2, y1, x2, y2, x1, y2)...)
	}
	if x.Cross > 0 {
		h, v := top+fieldSide-at(x.Cross), fieldTicks+at(x.Cross)
		k.stroke(0.75, ink, move(fieldTicks, h), to(fieldTicks+fieldSide, h))
		k.stroke(0.75, ink, move(v, top), to(v, top+fieldSide))
	}
	k.stroke(1, ink, polygon(fieldTicks, top, fieldTicks+fieldSide, top, fieldTicks+fieldSide, top+fieldSide, fieldTicks, top+fieldSide)...)
	for i, words := range x.Corners {
		cx, cy := fieldTicks+6, top+0.5
		if i%2 == 1 {
			cx = fieldTicks + fieldSide - 6 - b.m.Width(clean(words), label.font)
		}
		if i >= 2 {
			cy = top + fieldSide - 1.5 - label.leading
		}
		k.say(b, words, label, cx, cy)
	}
	for v := 1; v <= 5; v++ {
		tick, n := at(float64(v)), label.in(ink)
		k.stroke(0.75, ink, move(fieldTicks-3, top+fieldSide-tick), to(fieldTicks, top+fieldSide-tick))
		k.stroke(0.75, ink, move(fieldTicks+tick, top+fieldSide), to(fieldTicks+tick, top+fieldSide+3))
		k.say(b, itoa(v), n, fieldTicks-5-b.m.Width(itoa(v), n.font), top+fieldSide-tick-n.leading/2)
		k.say(b, itoa(v), n, fieldTicks+tick-b.m.Width(itoa(v), n.font)/2, top+fieldSide+4)
	}
	bold := text(Semibold, 9, 12, ink)
	k.say(b, x.X, bold, fieldTicks+fieldSide-b.m.Width(clean(x.X), bold.font), top+fieldSide+4+label.leading)
	for _, m := range placedMarks(x.Marks) {
		b.gridMark(k, m, fieldTicks+at(float64(m.X))+m.dx, top+fieldSide-at(float64(m.Y))+m.dy)
	}
}

// placedGridMark is a mark with how far it stands from the middle of its cell.
type placedGridMark struct {
	report.GridMark
	dx, dy float64
}

// placedMarks puts marks of the same cell side by side, from three on in a block;
// the step shrinks where the block would leave the cell. More than nine stand on
// their neighbours: the list beside the field names them all.
func placedMarks(marks []report.GridMark) []placedGridMark {
	inCell := map[[2]int]int{}
	for _, m := range marks {
		inCell[[2]int{m.X, m.Y}]++
	}
	seen := map[[2]int]int{}
	var out []placedGridMark
	for _, m := range marks {
		cell := [2]int{m.X, m.Y}
		n, i := inCell[cell], seen[cell]
		seen[cell]++
		columns := min(n, 2)
		for columns*columns < n && columns < 5 {
			columns++
		}
		rows := (n + columns - 1) / columns
		step := min(markStep, (fieldStep-markSize)/float64(max(columns-1, 1)), (fieldStep-markSize)/float64(max(rows-1, 1)))
		if n <= 2 {
			step = markStep
		}
		out = append(out, placedGridMark{
			m, (float64(i%columns) - float64(columns-1)/2) * step, (float64(i/columns) - float64(rows-1)/2) * step,
		})
	}
	return out
}

// gridMark draws a mark with its number around x, y.
func (b *builder) gridMark(k *sketch, m placedGridMark, x, y float64) {
	const r = markSize / 2
	number := text(Semibold, 9, 12, ink)
	shape := circle(x, y, r-0.5)
	if m.Shape == report.GridSquare {
		shape = polygon(x-r+0.5, y-r+0.5, x+r-0.5, y-r+0.5, x+r-0.5, y+r-0.5, x-r+0.5, y+r-0.5)
	}
	if m.Shape == report.GridDisc {
		k.colour, number.colour = b.accent, white
		k.fill(circle(x, y, r)...)
		k.stroke(0.75, white, circle(x, y, r)...)
	} else {
		k.colour = white
		k.fill(shape...)
		k.stroke(1, ink, shape...)
	}
	k.say(b, m.Label, number, x-b.m.Width(clean(m.Label), number.font)/2, y-number.leading/2)
}

// say writes words with the upper left corner of their line at x, y.
func (k *sketch) say(b *builder, words string, st style, x, y float64) {
	words = clean(words)
	if words == "" {
		return
	}
	k.items = append(k.items, Run{
		X: k.x + x, Y: k.y + y + st.baseline(), Text: words + " ", Font: st.font, Colour: st.colour, Width: b.m.Width(words, st.font),
	})
}
