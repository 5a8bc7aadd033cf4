package main

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// point is a place in a drawing; y grows downwards.
type point struct{ x, y float64 }

func (p point) plus(q point) point    { return point{p.x + q.x, p.y + q.y} }
func (p point) minus(q point) point   { return point{p.x - q.x, p.y - q.y} }
func (p point) times(f float64) point { return point{p.x * f, p.y * f} }
func (p point) length() float64       { return math.Hypot(p.x, p.y) }
func (p point) angle() float64        { return math.Atan2(p.y, p.x) }

// segment is a straight line, or with a radius an arc of a circle.
type segment struct {
	from, to         point
	radius           float64
	large, clockwise bool
}

// reversed returns the segment drawn from its other end.
func (g segment) reversed() segment {
	g.from, g.to, g.clockwise = g.to, g.from, !g.clockwise
	return g
}

// left returns the unit vector to the left of the way at one of its ends.
func (g segment) left(end point) point {
	if g.radius == 0 {
		along := g.to.minus(g.from)
		return point{along.y, -along.x}.times(1 / along.length())
	}
	out := end.minus(g.centre())
	if !g.clockwise {
		out = out.times(-1)
	}
	return out.times(1 / out.length())
}

// stroke draws the outline of a way under a round pen of radius h: clockwise,
// the hole of a closed way the other way round.
func stroke(p *pen, way []segment, h float64) {
	back := make([]segment, len(way))
	for i, g := range way {
		back[len(way)-1-i] = g.reversed()
	}
	if way[0].from != way[len(way)-1].to {
		leftSide(p, append(slices.Clone(way), back...), h)
		return
	}
	leftSide(p, way, h)
	leftSide(p, back, h)
}

// leftSide draws the line at the distance h to the left of a closed way. It
// goes round the outside of a bend, and through the bend itself on the inside,
// where the turn lies under the pen.
func leftSide(p *pen, way []segment, h float64) {
	p.move(way[0].from.plus(way[0].left(way[0].from).times(h)))
	for i, g := range way {
		end := g.to.plus(g.left(g.to).times(h))
		if g.radius == 0 {
			p.line(end)
		} else {
			p.arc(g.centre(), end, g.clockwise)
		}
		next := way[(i+1)%len(way)]
		before, after := g.left(g.to), next.left(next.from)
		start := next.from.plus(after.times(h))
		switch bend := before.x*after.y - before.y*after.x; {
		case before.minus(after).length() < 0.001:
		case bend > -0.001:
			p.arc(g.to, start, true)
		default:
			p.line(g.to)
			p.line(start)
		}
	}
	p.close()
}

// fill draws a way itself, as a contour.
func fill(p *pen, way []segment) {
	p.move(way[0].from)
	for _, g := range way {
		if g.radius == 0 {
			p.line(g.to)
		} else {
			p.arc(g.centre(), g.to, g.clockwise)
		}
	}
	p.close()
}

// centre returns the centre of an arc; the radius grows where the ends lie too
// far apart for it.
func (g segment) centre() point {
	chord := g.to.minus(g.from)
	half := chord.length() / 2
	r := math.Max(g.radius, half)
	away := math.Sqrt(r*r - half*half)
	if g.large == g.clockwise {
		away = -away
	}
	right := point{-chord.y, chord.x}.times(away / chord.length())
	return g.from.plus(chord.times(0.5)).plus(right)
}

// pen writes path data. Arcs become cubic curves of at most a quarter turn,
// because readers differ in how round their arcs are.
type pen struct {
	data strings.Builder
	at   point
}

func (p *pen) move(to point) { p.write("M", to) }
func (p *pen) line(to point) { p.write("L", to) }
func (p *pen) close()        { p.data.WriteString("Z") }

// arc goes on around c to a point as far from it as the pen is.
func (p *pen) arc(c, to point, clockwise bool) {
	r := p.at.minus(c).length()
	if r < 0.001 {
		p.line(to)
		return
	}
	a := p.at.minus(c).angle()
	turn := math.Mod(to.minus(c).angle()-a+4*math.Pi, 2*math.Pi)
	if !clockwise {
		turn -= 2 * math.Pi
	}
	pieces := math.Ceil(math.Abs(turn)/(math.Pi/2) - 0.001)
	step := turn / pieces
	handle := 4.0 / 3 * math.Tan(step/4) * r
	for i := range int(pieces) {
		from, until := a+float64(i)*step, a+float64(i+1)*step
		start, end := polar(c, r, from), polar(c, r, until)
		p.write("C", start.plus(polar(point{}, handle, from+math.Pi/2)), end.minus(polar(point{}, handle, until+math.Pi/2)), end)
	}
}

// disc draws a whole circle.
func (p *pen) disc(c point, r float64, clockwise bool) {
	left, right := point{c.x - r, c.y}, point{c.x + r, c.y}
	p.move(left)
	p.arc(c, right, clockwise)
	p.arc(c, left, clockwise)
	p.close()
}

func polar(c point, r, angle float64) point {
	return c.plus(point{r * math.Cos(angle), r * math.Sin(angle)})
}

func (p *pen) write(command string, points ...point) {
	for i, q := range points {
		if i > 0 {
			command = " "
		}
		p.data.WriteString(command + number(q.x) + " " + number(q.y))
		p.at = q
	}
}

// number writes a length with at most three decimals.
func number(v float64) string {
	s := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(v, 'f', 3, 64), "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}
