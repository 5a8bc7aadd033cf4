package layout

import "ledstjarna/internal/report"

// legendGap is the space between the entries of a legend.
const legendGap = 16.0

// legend sets symbols with their words one after the other, in as many rows as
// they take.
func (b *builder) legend(x report.Legend) []slab {
	st := labelStyle().in(ink)
	list, full, left := under(b.draft.node, L), b.frame.full(), b.frame.text
	var out []slab
	at := full
	for _, entry := range x.Entries {
		body := under(under(list, LI), LBody)
		lines := b.lines(b.words(entry, st, body), full)
		width := 0.0
		for _, l := range lines {
			width = max(width, l.width())
		}
		if len(lines) == 0 {
			continue
		}
		if at+width > full || len(lines) > 1 {
			out = append(out, slab{height: st.leading * float64(len(lines)), draw: func(*pen, float64) {}})
			at = 0
		}
		row, indent := &out[len(out)-1], at
		before := row.draw
		row.draw = func(p *pen, y float64) {
			before(p, y)
			p.column(lines, st, left+indent, y)
		}
		at += width + legendGap
	}
	return between(6, 22.5, kept(out))
}
