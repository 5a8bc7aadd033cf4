package layout

import (
	"slices"

	"ledstjarna/internal/report"
)

// longDocument is the number of pages from which a document gets a table of
// contents.
const longDocument = 8

// contents sets the table of contents: headings of the first two levels with
// their page in the document, of the first alone where both do not find room on
// one page.
func (b *builder) contents() []slab {
	st := headingStyle(1, false)
	node := b.headingNode(1 + b.titled)
	lines := b.lines(b.words(report.Plain(b.print.Words.Contents), st, node), b.frame.full())
	x := b.frame.text
	out := []slab{{height: st.leading * float64(len(lines)), after: 10, keep: true, draw: func(p *pen, y float64) {
		p.column(lines, st, x, y)
	}}}
	entries := b.entries(2)
	if _, height := stacked(slices.Concat(out, entries)); height > b.frame.bottom-b.frame.top {
		entries = b.entries(1)
	}
	return append(out, entries...)
}

// entries sets the lines of the table of contents down to a level; the plan on
// one page is of the first.
func (b *builder) entries(deepest int) []slab {
	toc := under(b.draft.node, TOC)
	var out []slab
	for i, block := range b.doc.Blocks {
		switch x := block.(type) {
		case report.Heading:
			if x.Level <= deepest && x.Text != "" {
				out = append(out, b.entry(x, place(i), toc))
			}
		case report.OnePage:
			out = append(out, b.entry(report.Heading{Level: 1, Number: x.Number, Text: x.Kicker}, place(i), toc))
		}
	}
	return out
}

// entry sets one line of the table of contents.
func (b *builder) entry(h report.Heading, name string, toc *Node) slab {
	const pageColumn = 12 * mm
	st := bodyStyle()
	if h.Level <= 1 {
		st = st.bold()
	}
	item := under(toc, TOCI)
	label, reference := under(item, Lbl), under(item, Reference)
	lines := b.lines(b.words(report.Plain(h.Text), st, reference), b.frame.measure()-pageColumn)
	page := b.lines(b.words(report.Text{{PageOf: name}}, bodyStyle(), reference), pageColumn)
	number := clean(h.Number)
	frame := b.frame
	height := 15*float64(len(lines)) + half
	return slab{height: height, draw: func(p *pen, y float64) {
		top := y + 3.75
		if number != "" && frame.text > frame.left {
			p.mark(label, Run{
				X: frame.left, Y: top + st.baseline(), Text: number + " ", Font: st.font, Colour: ink,
				Width: b.m.Width(number, st.font),
			})
		}
		p.column(lines, st, frame.text, top)
		right := frame.text + frame.measure()
		for _, l := range page {
			p.line(l, right-l.width(), top+15*float64(len(lines)-1)+st.baseline())
		}
		p.rule(frame.text, right, y+height-0.25, 0.5, hairline)
	}}
}
