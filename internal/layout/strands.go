package layout

import "ledstjarna/internal/report"

// Of the width of two strands, the left one and the gap between them.
const (
	leftStrand = 97.0 / 160
	strandGap  = 7 * mm
)

// mostLonger is how many times higher the right strand may be than the left one
// for them to stand side by side.
const mostLonger = 2

// strandRule is the height of the rule over the right strand with its space.
const strandRule = 6.0

// strand returns the slabs of blocks that follow each other, in one list so that
// a heading keeps to what follows it. name is that of a block's place; drawn, if
// set, is given what draws the end of a block.
func (b *builder) strand(blocks []report.Block, name func(int) string, drawn func(int, *slab)) []slab {
	var out []slab
	head := 0 // where the last heading stands in out
	for i, x := range blocks {
		slabs := b.block(x, name(i))
		if len(slabs) == 0 {
			continue
		}
		last := &slabs[len(slabs)-1]
		if drawn != nil {
			drawn(i, last)
		}
		if i+1 < len(blocks) && introduces(x, blocks[i+1]) {
			last.keep = true
		}
		if len(out) > 0 {
			meet(out[head:], &slabs[0], blocks[i-1], x)
		}
		if isHeading(x) {
			head = len(out)
		}
		out = append(out, slabs...)
	}
	return out
}

// strands sets two strands side by side where the right one is not far longer
// than the left one, else one below the other over the whole width.
func (b *builder) strands(x report.Columns, name string) []slab {
	level, frame := b.level, b.frame
	defer func() { b.frame = frame }()
	set := func(blocks []report.Block, side string) []slab {
		return b.strand(blocks, func(i int) string { return name + side + itoa(i) }, nil)
	}
	if len(x.Left) > 0 && len(x.Right) > 0 {
		split := frame.text + leftStrand*frame.full()
		b.frame.right = split
		left, high := stacked(set(x.Left, "l"))
		b.frame.text, b.frame.left, b.frame.right = split+strandGap, split+strandGap, frame.right
		right, far := stacked(set(x.Right, "r"))
		room := strandRule
		if x.Bare {
			room = 0
		}
		if far += room; far <= mostLonger*high {
			rule := b.frame
			return []slab{{height: max(high, far), before: 15, after: 15, draw: func(p *pen, y float64) {
				left(p, y)
				if !x.Bare {
					p.rule(rule.text, rule.right, y+0.5, 1, ink)
				}
				right(p, y+room)
			}}}
		}
	}
	b.level, b.frame = level, frame
	return append(set(x.Left, "l"), set(x.Right, "r")...)
}
