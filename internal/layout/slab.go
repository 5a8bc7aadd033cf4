package layout

// snap says where a slab may stand on the baseline grid.
type snap uint8

const (
	anywhere snap = iota
	onGrid        // its top is on the grid
	endGrid       // what follows it is on the grid: headings
)

// slab is a piece of a block that stands on one page.
type slab struct {
	height        float64
	before, after float64 // least distance to its neighbours; at the top of a page before is 0
	snap          snap
	keep          bool  // stays on the page of the next slab
	head          *slab // repeated when a page begins with this slab
	draw          func(p *pen, y float64)
}

// kept marks every slab but the last to stay with the next.
func kept(slabs []slab) []slab {
	for i := range slabs[:max(len(slabs)-1, 0)] {
		slabs[i].keep = true
	}
	return slabs
}

// between sets the space before the first and after the last slab.
func between(before, after float64, slabs []slab) []slab {
	if len(slabs) > 0 {
		slabs[0].before = before
		slabs[len(slabs)-1].after = after
	}
	return slabs
}

// textSlabs makes a slab of each line, with at least two lines of a paragraph on
// a page.
func textSlabs(lines []line, st style, x float64) []slab {
	out := make([]slab, len(lines))
	for i, l := range lines {
		out[i] = slab{
			height: st.leading,
			keep:   i < len(lines)-1 && (i == 0 || i == len(lines)-2),
			draw:   func(p *pen, y float64) { p.line(l, x, y+st.baseline()) },
		}
	}
	return between(st.before, st.after, out)
}

// column draws lines below each other from y on.
func (p *pen) column(lines []line, st style, x, y float64) {
	for i, l := range lines {
		p.line(l, x, y+float64(i)*st.leading+st.baseline())
	}
}
