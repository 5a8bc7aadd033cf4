package layout

import "ledstjarna/internal/report"

const (
	bulletIndent = 12.0
	numberIndent = 18.0
	itemSpace    = 3.75
)

// list sets a bulleted or numbered list.
func (b *builder) list(x report.Items) []slab {
	out := b.points(x, under(b.draft.node, L), 0)
	if len(out) > 0 {
		out[0].snap = onGrid
		out[len(out)-1].after = half
	}
	return out
}

// points sets the points of a list that is indented by indent.
func (b *builder) points(x report.Items, node *Node, indent float64) []slab {
	node.Number = "Disc"
	if x.Numbered {
		node.Number = "Decimal"
	}
	step := bulletIndent
	if x.Numbered {
		step = numberIndent
	}
	st := bodyStyle().spaced(0, itemSpace).runs()
	var out []slab
	for i, item := range x.Items {
		li := under(node, LI)
		label, body := under(li, Lbl), under(li, LBody)
		left := b.frame.text + indent
		lines := b.lines(b.words(item.Text, st, body), b.frame.measure()-indent-step)
		slabs := textSlabs(lines, st, left+step)
		if len(slabs) > 0 {
			slabs[0].draw = withLabel(slabs[0].draw, b.label(x.Numbered, i, label, left))
		}
		if item.Sub != nil {
			slabs = append(slabs, b.points(*item.Sub, under(body, L), indent+step)...)
		}
		out = append(out, slabs...)
	}
	return out
}

// label returns what draws the mark of a point.
func (b *builder) label(numbered bool, i int, node *Node, x float64) func(*pen, float64) {
	if numbered {
		st := bodyStyle()
		s := itoa(i+1) + "."
		run := Run{X: x, Text: s + " ", Font: st.font, Colour: ink, Width: b.m.Width(s, st.font)}
		return func(p *pen, y float64) {
			run.Y = y + st.baseline()
			p.mark(node, run)
		}
	}
	node.Actual = "•"
	colour := ink
	return func(p *pen, y float64) {
		p.mark(node, Path{Steps: circle(x+1.5+1.6, y+8.2, 1.6), Fill: &colour})
	}
}

func withLabel(draw, label func(*pen, float64)) func(*pen, float64) {
	return func(p *pen, y float64) {
		label(p, y)
		draw(p, y)
	}
}
