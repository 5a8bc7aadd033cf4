package layout

import (
	"math"
	"slices"

	"ledstjarna/internal/report"
)

// The ring of a wheel and what stands around it.
const (
	ringOuter = 72.0
	ringInner = 50.0
	signsAt   = ringOuter + 6 // the radius on which signs stand
	signStep  = 7.5           // further out, where there is no room
	signReach = 4.0           // half the largest sign
	mostSteps = 4

	legendPad    = 12.0 // between ring and legend
	narrowLegend = 80.0
)

// wheel sets the ring as a figure with its caption and legend beside it, or
// where that is too narrow, with the caption above and the legend below.
func (b *builder) wheel(x report.Wheel) []slab {
	marks := spread(x.Marks)
	reach := signsAt + signReach
	for _, m := range marks {
		reach = max(reach, signsAt+signReach+float64(m.steps)*signStep)
	}
	node := under(b.draft.node, Figure)
	node.Alt = clean(x.Alt)
	left := b.frame.text
	ring := func(p *pen, y float64) {
		node.BBox = p.box(left, y, 2*reach, 2*reach)
		for _, item := range b.ring(x, marks, left+reach, y+reach) {
			p.mark(node, item)
		}
	}
	beside := left + 2*reach + legendPad
	if b.frame.right-beside < narrowLegend {
		caption, captionHigh := b.wheelCaption(x.Caption, left)
		legend, legendHigh := b.wheelLegend(x.Legend, left)
		return []slab{{height: captionHigh + 2*reach + legendPad + legendHigh, before: 15, after: 15, draw: func(p *pen, y float64) {
			caption(p, y)
			ring(p, y+captionHigh)
			legend(p, y+captionHigh+2*reach+legendPad)
		}}}
	}
	caption, captionHigh := b.wheelCaption(x.Caption, beside)
	legend, legendHigh := b.wheelLegend(x.Legend, beside)
	high := captionHigh + legendHigh
	top := max(0, reach-high/2)
	return []slab{{height: max(2*reach, high), before: 15, after: 15, draw: func(p *pen, y float64) {
		caption(p, y+top)
		ring(p, y)
		legend(p, y+top+captionHigh)
	}}}
}

// placedMark is a mark with the number of steps that it stands further out.
type placedMark struct {
	report.WheelMark
	steps int
}

// spread moves marks outwards that would cover each other; last days stand first.
func spread(marks []report.WheelMark) []placedMark {
	var out []placedMark
	for _, last := range []bool{true, false} {
		for _, m := range marks {
			if m.Sign == report.WheelToday || (m.Sign == report.WheelDiamond) != last {
				continue
			}
			placed := placedMark{WheelMark: m}
			for placed.steps < mostSteps && covers(out, placed) {
				placed.steps++
			}
			out = append(out, placed)
		}
	}
	return out
}

func covers(others []placedMark, m placedMark) bool {
	x, y := m.at(0, 0)
	for _, o := range others {
		ox, oy := o.at(0, 0)
		room := 5.4
		if o.Sign == report.WheelDiamond {
			room = 7
		}
		if math.Hypot(x-ox, y-oy) < room {
			return true
		}
	}
	return false
}

// at is where the middle of a mark stands on a wheel around x, y.
func (m placedMark) at(x, y float64) (mx, my float64) {
	return onCircle(x, y, signsAt+float64(m.steps)*signStep, m.At)
}

// ring draws the wheel around x, y.
func (b *builder) ring(w report.Wheel, marks []placedMark, x, y float64) []Item {
	k := &sketch{x: x, y: y, k: 1, colour: tint}
	for i := range w.Months {
		k.fill(sector(0, 0, ringInner, ringOuter, [2]float64{float64(i) / 12, float64(i+1) / 12})...)
	}
	k.colour = b.accent
	for _, s := range w.Spans {
		k.fill(sector(0, 0, ringInner, ringOuter, [2]float64{s.From, s.To})...)
	}
	for i := range w.Months {
		ax, ay := onCircle(0, 0, ringInner-1, float64(i)/12)
		bx, by := onCircle(0, 0, ringOuter+1, float64(i)/12)
		k.stroke(0.75, white, move(ax, ay), to(bx, by))
	}
	k.colour = ink
	for i, name := range w.Months {
		b.month(k, name, widest(w.Spans, i))
	}
	for _, m := range w.Marks {
		if m.Sign == report.WheelToday {
			k.pointer(m.At)
		}
	}
	for _, m := range marks {
		mx, my := m.at(0, 0)
		k.sign(m.Sign, mx, my)
	}
	b.centred(k, w.Year, text(Semibold, 12.5, 15, ink), [2]float64{})
	return k.items
}

// part is a piece of a month that is filled or not, in twelfths of the year.
type part struct {
	from, to float64
	filled   bool
}

// widest returns the largest piece of a month that is filled throughout or not at
// all.
func widest(spans []report.WheelSpan, month int) part {
	start, end := float64(month), float64(month+1)
	cuts := []float64{start, end}
	for _, s := range spans {
		cuts = append(cuts, max(start, min(s.From*12, end)), max(start, min(s.To*12, end)))
	}
	slices.Sort(cuts)
	var best part
	for i := range len(cuts) - 1 {
		from, to := cuts[i], cuts[i+1]
		if to-from <= best.to-best.from {
			continue
		}
		best = part{from, to, slices.ContainsFunc(spans, func(s report.WheelSpan) bool {
			middle := (from + to) / 24
			return s.From < middle && middle < s.To
		})}
	}
	return best
}

// month writes a month's name in the middle of a piece of the ring; in a box of
// its own where it reaches beyond.
func (b *builder) month(k *sketch, name string, on part) {
	const radius = (ringInner + ringOuter) / 2
	st := text(Regular, 9, 12, ink)
	if on.filled {
		st = st.bold().in(white)
	}
	turn := (on.from + on.to) / 24
	x, y := onCircle(0, 0, radius, turn)
	width := b.m.Width(clean(name), st.font)
	s, c := math.Sincos(2 * math.Pi * turn)
	along := width*math.Abs(c) + 7*math.Abs(s)
	if whole := on.to-on.from > 0.999; !whole && along > (on.to-on.from)/12*2*math.Pi*radius {
		st = text(Regular, 9, 12, ink)
		k.colour = tint
		k.fill(polygon(x-width/2-2, y-5.5, x+width/2+2, y-5.5, x+width/2+2, y+5.5, x-width/2-2, y+5.5)...)
		k.colour = ink
	}
	b.centred(k, name, st, [2]float64{x, y})
}

// centred writes a text with its middle at a point.
func (b *builder) centred(k *sketch, words string, st style, at [2]float64) {
	words = clean(words)
	width := b.m.Width(words, st.font)
	k.items = append(k.items, Run{
		X: k.x + at[0] - width/2, Y: k.y + at[1] - st.leading/2 + st.baseline(), Text: words + " ", Font: st.font, Colour: st.colour, Width: width,
	})
}

// pointer draws an arrow inside the ring that points at a day.
func (k *sketch) pointer(at float64) {
	const from, neck, tip, barb = 21.0, 41.0, 48.0, 3.6
	fx, fy := onCircle(0, 0, from, at)
	nx, ny := onCircle(0, 0, neck, at)
	tx, ty := onCircle(0, 0, tip, at)
	s, c := math.Sincos(2 * math.Pi * at)
	k.stroke(1.5, ink, move(fx, fy), to(nx, ny))
	k.fill(polygon(tx, ty, nx+barb*c, ny+barb*s, nx-barb*c, ny-barb*s)...)
}
