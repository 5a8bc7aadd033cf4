package layout

import "ledstjarna/internal/report"

// signatures sets names and titles under rules, two in a row.
func (b *builder) signatures(x report.Signatures) []slab {
	const width, gap = 66 * mm, 13 * mm
	name, title := bodyStyle().bold(), bodyStyle()
	var out []slab
	for from := 0; from < len(x.Pairs); from += 2 {
		var draws []func(*pen, float64)
		height := 0.0
		for i, pair := range x.Pairs[from:min(from+2, len(x.Pairs))] {
			left := b.frame.text + float64(i)*(width+gap)
			top := b.lines(b.words(report.Plain(pair.Label), name, under(b.draft.node, P)), width)
			below := b.lines(b.words(pair.Value, title, under(b.draft.node, P)), width)
			height = max(height, 4.5+15*float64(len(top)+len(below)))
			draws = append(draws, func(p *pen, y float64) {
				p.rule(left, left+width, y+0.25, 0.5, ink)
				p.column(top, name, left, y+4.5)
				p.column(below, title, left, y+4.5+15*float64(len(top)))
			})
		}
		out = append(out, slab{height: height, before: 22.5, after: half, draw: func(p *pen, y float64) {
			for _, draw := range draws {
				draw(p, y)
			}
		}})
	}
	return kept(out)
}

// counts sets big numbers over words, four in a row, or five where that saves a
// row.
func (b *builder) counts(x report.Counts) []slab {
	const gap = 16 * mm / 3 // what four columns of 36 mm leave
	perRow := 4
	if n := len(x.Counts); (n+4)/5 < (n+3)/4 {
		perRow = 5
	}
	width := (b.frame.right - b.frame.left - float64(perRow-1)*gap) / float64(perRow)
	number, word := countStyle(), bodyStyle()
	list := under(b.draft.node, L)
	var out []slab
	for from := 0; from < len(x.Counts); from += perRow {
		var draws []func(*pen, float64)
		height := 0.0
		for i, c := range x.Counts[from:min(from+perRow, len(x.Counts))] {
			li := under(list, LI)
			left := b.frame.left + float64(i)*(width+gap)
			top := b.lines(b.words(report.Plain(c.Number), number, under(li, Lbl)), width)
			below := b.lines(b.words(c.Word, word, under(li, LBody)), width)
			height = max(height, 3+30*float64(len(top))+15*float64(len(below)))
			draws = append(draws, func(p *pen, y float64) {
				p.rule(left, left+width, y+0.5, 1, ink)
				p.column(top, number, left, y+3)
				p.column(below, word, left, y+3+30*float64(len(top)))
			})
		}
		out = append(out, slab{height: height, before: 15, after: 15, draw: func(p *pen, y float64) {
			for _, draw := range draws {
				draw(p, y)
			}
		}})
	}
	return kept(out)
}
