package layout

import "ledstjarna/internal/report"

// wheelCaption sets the heading over a legend that begins at x.
func (b *builder) wheelCaption(words string, x float64) (draw func(*pen, float64), height float64) {
	if clean(words) == "" {
		return func(*pen, float64) {}, 0
	}
	st := captionStyle().bold()
	level, title := max(b.doc.Level, 1)+1, clean(words)
	lines := b.lines(b.words(report.Plain(words), st, b.headingNode(1+b.titled)), b.frame.right-x)
	return func(p *pen, y float64) {
		p.bookmark(level, title, y)
		p.column(lines, st, x, y)
	}, st.leading*float64(len(lines)) + 3
}

// wheelLegend sets what the signs of a wheel mean, each sign before its words.
func (b *builder) wheelLegend(entries []report.WheelEntry, x float64) (draw func(*pen, float64), height float64) {
	const indent, space = 14.5, 2.5
	st, list := labelStyle().in(ink), under(b.draft.node, L)
	var rows []slab
	for _, e := range entries {
		lines := b.lines(b.words(report.Plain(e.Text), st, under(under(list, LI), LBody)), b.frame.right-x-indent)
		rows = append(rows, slab{height: st.leading * float64(len(lines)), after: space, draw: func(p *pen, y float64) {
			k := &sketch{x: x, y: y + st.leading/2, k: 1, colour: ink}
			if e.Sign == report.WheelFill {
				k.colour = b.accent
			}
			k.sign(e.Sign, 4, 0)
			for _, item := range k.items {
				p.artifact(item) // the words carry the meaning
			}
			p.column(lines, st, x+indent, y)
		}})
	}
	return stacked(rows)
}

// sign draws a sign with its middle at x, y.
func (k *sketch) sign(s report.WheelSign, x, y float64) {
	switch s {
	case report.WheelFill:
		k.fill(polygon(x-4, y-4, x+4, y-4, x+4, y+4, x-4, y+4)...)
	case report.WheelToday:
		k.stroke(1.5, k.colour, move(x, y+4), to(x, y-1))
		k.fill(polygon(x, y-4.5, x+3.6, y+1, x-3.6, y+1)...)
	case report.WheelDiamond:
		k.stroke(1, k.colour, polygon(x, y-4, x+4, y, x, y+4, x-4, y)...)
	case report.WheelDot:
		k.fill(circle(x, y, 2.2)...)
	case report.WheelRing:
		k.stroke(0.9, k.colour, circle(x, y, 2)...)
	case report.WheelSquare:
		k.fill(polygon(x-2.1, y-2.1, x+2.1, y-2.1, x+2.1, y+2.1, x-2.1, y+2.1)...)
	case report.WheelFrame:
		k.stroke(0.9, k.colour, polygon(x-1.9, y-1.9, x+1.9, y-1.9, x+1.9, y+1.9, x-1.9, y+1.9)...)
	case report.WheelCross:
		k.stroke(1.2, k.colour, move(x-2, y-2), to(x+2, y+2), move(x-2, y+2), to(x+2, y-2))
	}
}
