package layout

import "ledstjarna/internal/report"

// field is a label with its value, broken into lines.
type field struct {
	label, value []line
	node         *Node
}

// field breaks a pair into lines and tags it as a point of list.
func (b *builder) field(x report.Pair, list *Node, label, value style, widths [2]float64) field {
	li := under(list, LI)
	return field{
		label: b.lines(b.words(report.Plain(x.Label), label, under(li, Lbl)), widths[0]),
		value: b.lines(b.words(x.Value, value, under(li, LBody)), widths[1]),
		node:  li,
	}
}

// facts sets labels with values beside them.
func (b *builder) facts(x report.Facts) []slab {
	label, indent := bodyStyle().in(secondary), 30*mm
	for _, pair := range x.Pairs {
		for _, w := range b.words(report.Plain(pair.Label), label, nil) {
			indent = max(indent, min(w.width+6, 50*mm))
		}
	}
	return b.beside(x.Pairs, label, indent, 3.75)
}

// papers sets the list of appendices.
func (b *builder) papers(x report.Papers) []slab {
	return b.beside(x.Pairs, bodyStyle().bold(), 20*mm, 0)
}

// beside sets each label on the first line of its value.
func (b *builder) beside(pairs []report.Pair, label style, indent, space float64) []slab {
	list := under(b.draft.node, L)
	st := bodyStyle().spaced(0, space)
	x := b.frame.text
	var out []slab
	for _, pair := range pairs {
		f := b.field(pair, list, label, st, [2]float64{indent - 4, b.frame.measure() - indent})
		n := max(len(f.label), len(f.value))
		slabs := make([]slab, n)
		for i := range n {
			slabs[i] = slab{height: st.leading, keep: i < n-1, draw: func(p *pen, y float64) {
				if i == 0 {
					p.column(f.label, label, x, y) // before the value in reading order
				}
				if i < len(f.value) {
					p.line(f.value[i], x+indent, y+st.baseline())
				}
			}}
		}
		out = append(out, between(0, space, slabs)...)
	}
	if len(out) > 0 {
		out[0].snap = onGrid
		out[len(out)-1].after = half
	}
	return out
}

// headerBlock sets the row of labels over values under a title.
func (b *builder) headerBlock(x report.HeaderBlock) []slab {
	if len(x.Pairs) == 0 {
		return nil
	}
	widths := []float64{35 * mm, 30 * mm, 36 * mm, 44 * mm}
	if len(x.Pairs) != len(widths) || b.doc.Unnumbered {
		widths = widths[:0]
		columns := min(len(x.Pairs), 4)
		for range x.Pairs {
			widths = append(widths, b.frame.full()/float64(columns))
		}
	}
	list, label, value := under(b.draft.node, L), labelStyle(), bodyStyle()
	var out []slab
	for from := 0; from < len(x.Pairs); from += 4 {
		to := min(from+4, len(x.Pairs))
		row := b.over(x.Pairs[from:to], list, widths[from:to], 4*mm, label, value)
		left, right, first := b.frame.text, b.frame.right, from == 0
		row.height += 5
		out = append(out, slab{height: row.height, before: half, after: 15, keep: to < len(x.Pairs), draw: func(p *pen, y float64) {
			if first {
				p.rule(left, right, y+0.5, 1, ink)
			}
			row.draw(p, y+5)
		}})
	}
	return out
}

// over returns a row of labels with values below them.
func (b *builder) over(pairs []report.Pair, list *Node, widths []float64, gap float64, label, value style) slab {
	fields := make([]field, len(pairs))
	height := 0.0
	for i, pair := range pairs {
		w := widths[i] - gap
		fields[i] = b.field(pair, list, label, value, [2]float64{w, w})
		h := label.leading*float64(len(fields[i].label)) + value.leading*float64(len(fields[i].value))
		height = max(height, h)
	}
	left := b.frame.text
	return slab{height: height, draw: func(p *pen, y float64) {
		x := left
		for i, f := range fields {
			p.column(f.label, label, x, y)
			p.column(f.value, value, x, y+label.leading*float64(len(f.label)))
			x += widths[i]
		}
	}}
}
