package layout

import "ledstjarna/internal/report"

// tableGrid is a table about to be set: its columns with their places, and how
// its cells look.
type tableGrid struct {
	report.Table
	keep    []int // indices of the columns that are not empty
	x       []float64
	width   []float64 // of the words, without the gap
	frac    []float64 // of a decimal column: the widest decimal part
	left    float64
	right   float64
	style   style
	above   float64 // padding of a row
	below   float64
	node    *Node
	section *Node
}

// table sets caption, head and rows.
func (b *builder) table(t report.Table) []slab {
	g := b.grid(t)
	if len(g.keep) == 0 || len(t.Rows) == 0 {
		return nil
	}
	g.node = under(b.draft.node, Table)
	g.node.Summary = clean(t.Summary)
	out := b.caption(g)
	head := b.head(g)
	out = append(out, head)
	repeated := b.repeatedHead(g, head)
	g.section = under(g.node, TBody)
	for i, row := range t.Rows {
		rows := b.row(g, row, ruleAfter(i, t), repeated)
		if i == 0 && len(t.Rows) > 1 || i == len(t.Rows)-1 && t.Sum != nil {
			rows[len(rows)-1].keep = true
		}
		out = append(out, rows...)
	}
	if t.Sum != nil {
		out = append(out, b.row(g, bolded(*t.Sum), lastRule, repeated)...)
	}
	out[0].before = max(out[0].before, half)
	out[len(out)-1].after = 15
	return out
}

// rowRule is the line below a row.
type rowRule struct {
	width  float64
	colour RGB
}

var (
	innerRule = rowRule{0.5, hairline}
	sumRule   = rowRule{1, ink}
	lastRule  = rowRule{0.75, ink}
)

func ruleAfter(i int, t report.Table) rowRule {
	switch {
	case i < len(t.Rows)-1:
		return innerRule
	case t.Sum != nil:
		return sumRule
	case t.Open:
		return rowRule{}
	}
	return lastRule
}

// bolded returns a row in semibold.
func bolded(r report.TableRow) report.TableRow {
	cells := make([]report.Cell, len(r.Cells))
	for i, c := range r.Cells {
		cells[i] = c
		cells[i].Text = make(report.Text, len(c.Text))
		for j, s := range c.Text {
			s.Bold = true
			cells[i].Text[j] = s
		}
	}
	r.Cells = cells
	return r
}

// caption sets the line above a table.
func (b *builder) caption(g *tableGrid) []slab {
	t := b.captionText(g.Number, g.Caption)
	if t == nil {
		return nil
	}
	st := captionStyle()
	lines := b.lines(b.words(t, st, under(g.node, Caption)), min(112*mm, g.right-g.left))
	x := max(g.left, b.frame.text)
	out := textSlabs(lines, st, x)
	for i := range out {
		out[i].keep = true
	}
	return out
}

func (b *builder) captionText(number, words string) report.Text {
	var t report.Text
	if number != "" {
		t = append(t, report.Span{Text: number + " ", Bold: true})
	}
	return append(t, report.Plain(words)...)
}

// repeatedHead is what stands above the rows on following pages.
func (b *builder) repeatedHead(g *tableGrid, head slab) *slab {
	again := b.print.Words.Repeated
	if g.Number == "" || again == "" {
		return &head
	}
	st := captionStyle()
	lines := b.lines(b.words(b.captionText(g.Number, again), st, g.node), g.right-g.left)
	x, drop := max(g.left, b.frame.text), st.leading*float64(len(lines))+st.after
	return &slab{height: head.height + drop, draw: func(p *pen, y float64) {
		p.column(lines, st, x, y)
		head.draw(p, y+drop)
	}}
}

// head sets the head row: bottom aligned over a rule.
func (b *builder) head(g *tableGrid) slab {
	st := g.style.bold()
	row := under(under(g.node, THead), TR)
	cells := make([]setCell, len(g.keep))
	deepest := 0
	for i, c := range g.keep {
		th := under(row, TH)
		th.Scope = "Column"
		lines := b.lines(b.words(report.Plain(g.Columns[c].Head), st, th), g.width[i])
		cells[i] = setCell{node: th, lines: plainLines(lines, st)}
		deepest = max(deepest, len(lines))
	}
	height := st.leading*float64(deepest) + 4 + 1
	return slab{height: height, keep: true, draw: func(p *pen, y float64) {
		for i, c := range cells {
			if !p.repeat {
				c.node.join()
			}
			top := y + st.leading*float64(deepest-len(c.lines))
			for n, l := range c.lines {
				l.draw(p, g.alignHead(i, l.width()), top+float64(n)*st.leading+st.baseline())
			}
		}
		p.rule(g.left, g.right, y+height-0.5, 1, ink)
	}}
}

// alignHead is where a line of a head cell begins.
func (g *tableGrid) alignHead(i int, width float64) float64 {
	switch g.Columns[g.keep[i]].Align {
	case report.Right, report.Decimal:
		return g.x[i] + g.width[i] - width
	case report.Centre:
		return g.x[i] + (g.width[i]-width)/2
	}
	return g.x[i]
}
