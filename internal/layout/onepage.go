package layout

import "ledstjarna/internal/report"

// Where the words of a plan on one page begin, beside its labels.
const pageLabels = 35 * mm

// onePage sets the first form that fits on a page of its own. The table of
// contents knows it by name.
func (b *builder) onePage(x report.OnePage, name string) []slab {
	level := b.level
	for i, form := range x.Forms {
		b.level = level
		slabs := b.pageForm(x, form)
		title := slabs[0].draw
		slabs[0].draw = func(p *pen, y float64) {
			p.anchor(b.key(name), y)
			title(p, y)
		}
		trial := flow{frame: b.frame, draft: b.draft, y: b.frame.top, fresh: true}
		if i == len(x.Forms)-1 || trial.fits(slabs) {
			return kept(slabs)
		}
	}
	return nil
}

func (b *builder) pageForm(x report.OnePage, form report.PageForm) []slab {
	out := b.pageTitle(x)
	accent, left, right := b.accent, b.frame.left, b.frame.right
	first := true
	for _, row := range form.Rows {
		content, height := b.pageRow(row)
		if content == nil {
			continue
		}
		rule, colour := 0.5, hairline
		if first {
			rule, colour = 2, accent
		}
		first = false
		out = append(out, slab{height: 8 + height + 9, draw: func(p *pen, y float64) {
			p.rule(left, right, y+rule/2, rule, colour)
			content(p, y+8)
		}})
	}
	return append(out, b.pageNote(form.Note)...)
}

// pageTitle sets kicker and title from the left edge of the page.
func (b *builder) pageTitle(x report.OnePage) []slab {
	node := b.headingNode(1 + b.titled)
	ks, st := kickerStyle(b.accent), text(Semibold, 20, 25, ink)
	frame := b.frame
	over := report.Plain(x.Kicker)
	if x.Mark != "" {
		over = append(over, report.Span{Text: " · " + x.Mark, Muted: true})
	}
	kicker := b.lines(b.words(over, ks, under(b.draft.node, P)), frame.right-frame.left)
	lines := b.lines(b.words(report.Plain(x.Title), st, node), frame.right-frame.left)
	height := ks.leading*float64(len(kicker)) + st.leading*float64(len(lines))
	level, title := max(b.doc.Level, 1)+1, clean(x.Kicker)
	if x.Number != "" {
		title = x.Number + " " + title
	}
	return []slab{{height: height, after: 10, draw: func(p *pen, y float64) {
		if x.Anchor != "" {
			p.bookmark(level, title, y)
			p.anchor(b.key(x.Anchor), y)
			p.anchor(x.Anchor, y)
		}
		p.column(kicker, ks, frame.left, y)
		p.column(lines, st, frame.left, y+ks.leading*float64(len(kicker)))
	}}}
}

// pageRow sets a label with what stands beside it; nil where nothing does.
func (b *builder) pageRow(row report.PageRow) (draw func(*pen, float64), height float64) {
	frame := b.frame
	defer func() { b.frame = frame }()
	label := text(Semibold, 11, 15, ink)
	node := b.headingNode(2 + b.titled)
	labels := b.lines(b.words(report.Plain(row.Label), label, node), pageLabels-4)
	b.frame.text = frame.left + pageLabels
	var slabs []slab
	st := bodyStyle().spaced(0, 0)
	drop := 0.0 // the label stands on the message's first line
	if row.Lead {
		st = text(Semibold, 16, 21, ink)
		drop = st.baseline() - label.baseline()
	}
	for _, t := range row.Text {
		slabs = append(slabs, textSlabs(b.lines(b.words(t, st, under(b.draft.node, P)), b.frame.full()), st, b.frame.text)...)
	}
	if row.Table != nil {
		slabs = append(slabs, b.table(*row.Table)...)
	}
	if len(slabs) == 0 {
		return nil, 0
	}
	content, height := stacked(slabs)
	return func(p *pen, y float64) {
		p.column(labels, label, frame.left, y+drop)
		content(p, y)
	}, max(height, drop+label.leading*float64(len(labels)))
}

// stacked sets slabs below each other as one, without the space around them.
func stacked(slabs []slab) (draw func(*pen, float64), height float64) {
	at := make([]float64, len(slabs))
	after := 0.0
	for i, s := range slabs {
		if i > 0 {
			height += max(after, s.before)
		}
		at[i] = height
		height += s.height
		after = s.after
	}
	return func(p *pen, y float64) {
		for i, s := range slabs {
			s.draw(p, y+at[i])
		}
	}, height
}

// pageNote sets what has been left out, under a rule.
func (b *builder) pageNote(note []report.Text) []slab {
	st := labelStyle().spaced(0, 0)
	left, right := b.frame.left, b.frame.right
	var slabs []slab
	for _, t := range note {
		slabs = append(slabs, textSlabs(b.lines(b.words(t, st, under(b.draft.node, P)), 106*mm), st, left)...)
	}
	if len(slabs) == 0 {
		return nil
	}
	content, height := stacked(slabs)
	return []slab{{before: 10, height: 5 + height, draw: func(p *pen, y float64) {
		p.rule(left, right, y+0.5, 1, ink)
		content(p, y+5)
	}}}
}
