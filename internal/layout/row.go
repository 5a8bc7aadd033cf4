package layout

import (
	"math"

	"ledstjarna/internal/report"
)

// cellLine is a line of a cell: text, with a bar before it on a goal's first line.
type cellLine struct {
	line  line
	style style
	bar   *report.Bar
	fill  RGB
	pull  float64 // how far a number stands left of its column's right edge
}

const (
	barWidth  = 60.0
	barHeight = 7.0
)

func (l cellLine) width() float64 { return l.line.width() }

func (l cellLine) draw(p *pen, x, base float64) {
	p.line(l.line, x, base)
}

// drawBar draws the bar at the left edge of a cell.
func (l cellLine) drawBar(p *pen, x, base float64) {
	y := base - barHeight
	share := math.Max(0, math.Min(1, l.bar.Share))
	if share > 0 {
		p.artifact(Rect{x, y, barWidth * share, barHeight, l.fill})
	}
	frame := ink
	p.artifact(Path{Steps: polygon(x+0.4, y+0.4, x+barWidth-0.4, y+0.4, x+barWidth-0.4, y+barHeight-0.4, x+0.4, y+barHeight-0.4), Stroke: &frame, Width: 0.8})
}

func plainLines(lines []line, st style) []cellLine {
	out := make([]cellLine, len(lines))
	for i, l := range lines {
		out[i] = cellLine{line: l, style: st}
	}
	return out
}

// setCell is a cell broken into lines.
type setCell struct {
	node  *Node
	lines []cellLine
}

// cell breaks column i of a row into lines.
func (b *builder) cell(g *tableGrid, i int, c report.Cell, tr *Node) setCell {
	td := under(tr, TD)
	if i == 0 && g.Named {
		td.Role, td.Scope = TH, "Row"
	}
	st := g.style
	if i == 0 && g.Hanging {
		st = st.bold()
	}
	out := setCell{node: td, lines: plainLines(b.lines(b.words(c.Text, st, td), g.width[i]), st)}
	if c.Bar != nil {
		if len(out.lines) == 0 {
			out.lines = []cellLine{{style: st}}
		}
		out.lines[0].bar, out.lines[0].fill = c.Bar, b.accent
	}
	if g.Columns[g.keep[i]].Align == report.Decimal && len(out.lines) == 1 {
		out.lines[0].pull = g.pull(b, i, c.Text)
	}
	second := g.style.in(secondary)
	return setCell{td, append(out.lines, plainLines(b.lines(b.words(c.Second, second, td), g.width[i]), second)...)}
}

// row sets a row. One that is higher than a page is parted between lines.
func (b *builder) row(g *tableGrid, r report.TableRow, below rowRule, head *slab) []slab {
	tr := under(g.section, TR)
	if r.Group {
		return []slab{b.group(g, r, tr, below, head)}
	}
	cells := make([]setCell, len(g.keep))
	most := 1
	for i, c := range g.keep {
		var cell report.Cell
		if c < len(r.Cells) {
			cell = r.Cells[c]
		}
		cells[i] = b.cell(g, i, cell, tr)
		most = max(most, len(cells[i].lines))
	}
	room := b.frame.bottom - b.frame.top - head.height - g.above - g.below
	per := max(int(room/g.style.leading), 1)
	var out []slab
	for from := 0; from < most; from += per {
		out = append(out, b.rowPart(g, cells, [2]int{from, min(from+per, most)}, most, below, head))
	}
	if r.Anchor != "" {
		draw, key, name := out[0].draw, b.key(r.Anchor), r.Anchor
		out[0].draw = func(p *pen, y float64) {
			p.anchor(key, y)
			p.anchor(name, y)
			draw(p, y)
		}
	}
	return out
}

// rowPart sets the lines of a row from one to before another, of most.
func (b *builder) rowPart(g *tableGrid, cells []setCell, lines [2]int, most int, below rowRule, head *slab) slab {
	from, to := lines[0], lines[1]
	height := g.style.leading*float64(to-from) + g.above + g.below
	return slab{height: height, head: head, draw: func(p *pen, y float64) {
		for i, c := range cells {
			c.node.join()
			for n := from; n < min(to, len(c.lines)); n++ {
				l := c.lines[n]
				base := y + g.above + float64(n-from)*g.style.leading + l.style.baseline()
				if l.bar != nil {
					l.drawBar(p, g.x[i], base)
				}
				l.draw(p, g.align(i, l), base)
			}
		}
		if to == most {
			g.under(p, y+height, below)
		}
	}}
}

// align is where a line of a cell begins.
func (g *tableGrid) align(i int, l cellLine) float64 {
	if l.bar != nil {
		return g.x[i] + g.width[i] - l.width()
	}
	return g.alignHead(i, l.width()) - l.pull
}

// group sets a row with one cell over the whole width.
func (b *builder) group(g *tableGrid, r report.TableRow, tr *Node, below rowRule, head *slab) slab {
	td := under(tr, TD)
	td.Span = len(g.keep)
	var t report.Text
	if len(r.Cells) > 0 {
		t = r.Cells[0].Text
	}
	st := g.style.bold()
	lines := b.lines(b.words(t, st, td), g.right-g.left)
	height := st.leading*float64(max(len(lines), 1)) + g.above + g.below + 4
	return slab{height: height, head: head, keep: true, draw: func(p *pen, y float64) {
		td.join()
		p.column(lines, st, g.x[0], y+g.above+4)
		g.under(p, y+height, below)
	}}
}

// under draws the rule below a row that ends at y.
func (g *tableGrid) under(p *pen, y float64, r rowRule) {
	if r.width > 0 {
		p.rule(g.left, g.right, y-r.width/2, r.width, r.colour)
	}
}
