package layout

import (
	"strings"

	"ledstjarna/internal/report"
)

// edge is the height of the accent rule on a panel.
const edge = 2.0

// tinted gives slabs the background of a panel: the tint over the whole frame and
// an accent rule on its upper edge. They all stay on one page if one holds them.
func (b *builder) tinted(slabs []slab, above, below float64) []slab {
	left, right, accent := b.frame.left, b.frame.right, b.accent
	for i, s := range slabs {
		first, last := i == 0, i == len(slabs)-1
		top, height := s.before, s.before+s.height+s.after
		if first {
			top, height = edge+above, height-s.before+edge+above
		}
		if last {
			height += below - s.after
		}
		slabs[i] = slab{height: height, keep: !last, draw: func(p *pen, y float64) {
			p.artifact(Rect{left, y, right - left, height, tint})
			if first {
				p.artifact(Rect{left, y, right - left, edge, accent})
			}
			s.draw(p, y+top)
		}}
	}
	return slabs
}

// mostBoxLines is how many lines a value has at most in the box of details.
const mostBoxLines = 12

// controlBox sets the details of a document in three columns.
//
// A value of very many lines stands below the box, where it can flow over pages.
func (b *builder) controlBox(x report.ControlBox) []slab {
	widths := []float64{48 * mm, 46 * mm, 51 * mm}
	var short, long []report.Pair
	for _, pair := range x.Pairs {
		if len(b.lines(b.words(pair.Value, valueStyle(), nil), 42*mm)) > mostBoxLines {
			long = append(long, pair)
		} else {
			short = append(short, pair)
		}
	}
	x.Pairs = short
	list := under(b.draft.node, L)
	const cell = 4.5
	var rows []slab
	for from := 0; from < len(x.Pairs); from += len(widths) {
		to := min(from+len(widths), len(x.Pairs))
		row := b.over(x.Pairs[from:to], list, widths, 4*mm, labelStyle(), valueStyle())
		row.before, row.after = cell, cell
		rows = append(rows, row)
	}
	out := between(22.5, 30, b.tinted(rows, 8+cell, 8+cell))
	if len(long) > 0 {
		out = append(out, b.facts(report.Facts{Pairs: long})...)
	}
	return out
}

// panel sets a heading with numbered sentences or paragraphs.
func (b *builder) panel(x report.Panel) []slab {
	hs, st := headingStyle(1, true).spaced(0, 5), bodyStyle().spaced(0, 5)
	var rows []slab
	x.Numbered, x.Text = spokenTexts(x.Numbered), spokenTexts(x.Text)
	if len(x.Numbered) == 0 && len(x.Text) == 0 {
		return nil // a heading over nothing is not printed
	}
	if x.Heading != "" {
		node := b.headingNode(1 + b.titled)
		rows = b.textIn(report.Plain(x.Heading), hs, node, b.frame.full())
		key, title, level := x.Anchor, clean(x.Heading), max(b.doc.Level, 1)+1
		draw := rows[0].draw
		rows[0].draw = func(p *pen, y float64) {
			p.bookmark(level, title, y)
			if key != "" {
				p.anchor(b.key(key), y)
				p.anchor(key, y)
			}
			draw(p, y)
		}
	}
	if lead := spokenTexts([]report.Text{x.Lead}); len(lead) > 0 {
		rows = append(rows, b.textIn(lead[0], st, under(b.draft.node, P), b.frame.measure())...)
	}
	if len(x.Numbered) > 0 {
		list := under(b.draft.node, L)
		list.Number = "Decimal"
		for i, sentence := range x.Numbered {
			rows = append(rows, b.sentence(i, sentence, list, st)...)
		}
	}
	for _, t := range x.Text {
		rows = append(rows, b.textIn(t, st, under(b.draft.node, P), b.frame.measure())...)
	}
	return between(15, 15, b.tinted(rows, 9, 10))
}

// sentence sets a numbered sentence of a panel.
func (b *builder) sentence(i int, t report.Text, list *Node, st style) []slab {
	li := under(list, LI)
	label, bold := under(li, Lbl), st.bold()
	slabs := b.textIn(t, st, under(li, LBody), b.frame.measure())
	if len(slabs) == 0 {
		return nil
	}
	s := itoa(i+1) + "."
	run := Run{X: b.frame.text - 8*mm, Text: s + " ", Font: bold.font, Colour: ink, Width: b.m.Width(s, bold.font)}
	slabs[0].draw = withLabel(slabs[0].draw, func(p *pen, y float64) {
		run.Y = y + st.baseline()
		p.mark(label, run)
	})
	return slabs
}

// spokenTexts leaves out texts without words.
func spokenTexts(texts []report.Text) []report.Text {
	var out []report.Text
	for _, t := range texts {
		if strings.TrimSpace(t.String()) != "" {
			out = append(out, t)
		}
	}
	return out
}
