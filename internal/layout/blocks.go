package layout

import (
	"ledstjarna/internal/report"
)

// block returns the slabs of a block, whose place has a name.
func (b *builder) block(x report.Block, name string) []slab {
	switch x := x.(type) {
	case report.Title:
		return b.title(x)
	case report.Heading:
		return b.heading(x, name)
	case report.Paragraph:
		return b.paragraph(x)
	case report.Items:
		return b.list(x)
	case report.Facts:
		return b.facts(x)
	case report.Papers:
		return b.papers(x)
	case report.ControlBox:
		return b.controlBox(x)
	case report.HeaderBlock:
		return b.headerBlock(x)
	case report.Panel:
		return b.panel(x)
	case report.Table:
		return b.table(x)
	case report.Signatures:
		return b.signatures(x)
	case report.Counts:
		return b.counts(x)
	case report.Legend:
		return b.legend(x)
	case report.Grid:
		return b.gridFigure(x)
	case report.Gantt:
		return b.gantt(x)
	case report.GanttLegend:
		return b.ganttLegend(x)
	case report.Wheel:
		return b.wheel(x)
	case report.Columns:
		return b.strands(x, name)
	case report.Placeholder:
		return b.placeholder(x)
	case report.OnePage:
		return b.onePage(x, name)
	}
	return nil // a page break is no slab
}

// title sets kicker, title and subtitle, all together.
func (b *builder) title(t report.Title) []slab {
	st, kicker, width := text(Semibold, 20, 25, ink).spaced(half, half), half, b.frame.full()
	switch t.Kind {
	case report.TitleDocument:
		st, kicker, width = text(Semibold, 28, 33.75, ink).spaced(half, 3.75), 37.5, b.frame.measure()
	case report.TitlePacket:
		st = text(Semibold, 24, 30, ink).spaced(15, 15)
		if t.Subtitle != "" {
			st.after = 0
		}
	}
	var out []slab
	if t.Kicker != "" {
		ks := kickerStyle(b.accent).spaced(kicker, 0)
		out = b.textIn(report.Plain(t.Kicker), ks, under(b.draft.node, P), b.frame.measure())
		st.before = 0
	}
	out = append(out, b.textIn(report.Plain(t.Text), st, b.headingNode(1), width)...)
	if t.Subtitle != "" {
		ss := subtitleStyle()
		if t.Kind == report.TitlePacket {
			ss = bodyStyle().in(secondary).spaced(0, 15)
		}
		out = append(out, b.textIn(report.Plain(t.Subtitle), ss, under(b.draft.node, P), b.frame.measure())...)
	}
	return kept(out)
}

// textIn sets a text from where words start.
func (b *builder) textIn(t report.Text, st style, owner *Node, width float64) []slab {
	return textSlabs(b.lines(b.words(t, st, owner), width), st, b.frame.text)
}

// headingNode returns the tag of a heading; levels never skip.
func (b *builder) headingNode(level int) *Node {
	b.level = min(level, b.level+1)
	return under(b.draft.node, heading(b.level))
}

// heading sets a heading as one slab that stays with what follows.
func (b *builder) heading(h report.Heading, name string) []slab {
	st := headingStyle(h.Level, h.Small)
	node := b.headingNode(h.Level + b.titled)
	words, number := h.Text, clean(h.Number)
	if b.doc.Unnumbered && number != "" {
		words, number = number+" "+words, ""
	}
	lines := b.lines(b.words(report.Plain(words), st, node), b.frame.full())
	title := clean(h.Text)
	if h.Number != "" {
		title = h.Number + " " + title
	}
	level, frame, base := max(b.doc.Level, 1)+h.Level, b.frame, st.baseline()
	return []slab{{
		height: st.leading * float64(len(lines)), before: st.before, after: st.after, snap: endGrid, keep: true,
		draw: func(p *pen, y float64) {
			p.bookmark(level, title, y)
			p.anchor(b.key(name), y)
			if h.Anchor != "" {
				p.anchor(b.key(h.Anchor), y)
				p.anchor(h.Anchor, y)
			}
			if number != "" {
				p.mark(node, Run{
					X: frame.left, Y: y + base, Text: number + " ", Font: st.font, Colour: st.colour,
					Width: b.m.Width(number, st.font),
				})
			}
			p.column(lines, st, frame.text, y)
		},
	}}
}

// paragraph sets running text or a note.
func (b *builder) paragraph(x report.Paragraph) []slab {
	st, width := bodyStyle().runs(), b.frame.measure()
	if x.Label {
		st, width = labelStyle(), 106*mm
	}
	out := b.textIn(x.Text, st, under(b.draft.node, P), width)
	if len(out) > 0 && !x.Label {
		out[0].snap = onGrid
	}
	return out
}

// placeholder sets the statement that stands in for a paper.
func (b *builder) placeholder(x report.Placeholder) []slab {
	st := text(Semibold, 20, 25, ink).spaced(half, half)
	out := b.textIn(report.Plain(x.Heading), st, b.headingNode(1), b.frame.full())
	for i := range out {
		out[i].keep = true
	}
	return append(out, b.paragraph(report.Paragraph{Text: x.Text})...)
}
