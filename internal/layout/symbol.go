package layout

import "ledstjarna/internal/report"

// sketch collects the paths of a drawing in a unit square scaled to size.
type sketch struct {
	x, y, k float64
	colour  RGB
	items   []Item
}

// drawSymbol returns a status symbol of the given size with its upper left corner
// at x, y. Its coordinates below are those of an 8 × 8 square.
func drawSymbol(s report.Symbol, x, y, size float64, colour RGB) []Item {
	k := &sketch{x: x, y: y, k: size / 8, colour: colour}
	switch s {
	case report.Ring:
		k.ring()
	case report.Half:
		k.ring()
		k.fill(move(4, 0.45), curve(5.96, 0.45, 7.55, 2.04, 7.55, 4), curve(7.55, 5.96, 5.96, 7.55, 4, 7.55), shut())
	case report.DiscCheck:
		k.fill(circle(4, 4, 4)...)
		k.check(white)
	case report.RingCheck:
		k.ring()
		k.check(colour)
	case report.SquareCheck:
		k.fill(polygon(0.3, 0.3, 7.7, 0.3, 7.7, 7.7, 0.3, 7.7)...)
		k.check(white)
	case report.Bars:
		k.fill(polygon(1, 0.5, 3.2, 0.5, 3.2, 7.5, 1, 7.5)...)
		k.fill(polygon(4.8, 0.5, 7, 0.5, 7, 7.5, 4.8, 7.5)...)
	case report.Cross:
		k.stroke(1.3, colour, move(1, 1), to(7, 7), move(7, 1), to(1, 7))
	case report.Diamond:
		k.fill(polygon(4, -0.4, 8.4, 4, 4, 8.4, -0.4, 4)...)
		k.exclamation(1.7, 6.2)
	case report.Triangle:
		k.fill(polygon(4, 0, 8.2, 7.7, -0.2, 7.7)...)
		k.exclamation(2.5, 6.8)
	case report.DiamondArrow:
		k.stroke(0.9, colour, polygon(4, 0.2, 7.8, 4, 4, 7.8, 0.2, 4)...)
		k.stroke(0.8, colour, move(2.4, 4), to(5.4, 4), move(4.3, 2.9), to(5.4, 4), to(4.3, 5.1))
	case report.Dash:
		k.fill(polygon(1, 3.5, 7, 3.5, 7, 4.5, 1, 4.5)...)
	case report.Disc:
		k.fill(circle(4, 4, 4)...)
	case report.Square:
		k.stroke(1, colour, polygon(1, 1, 7, 1, 7, 7, 1, 7)...)
	case report.Plus:
		k.stroke(1.6, colour, move(4, 0.6), to(4, 7.4), move(0.6, 4), to(7.4, 4))
	case report.Minus:
		k.stroke(1.6, colour, move(0.6, 4), to(7.4, 4))
	}
	return k.items
}

func (k *sketch) ring() { k.stroke(0.9, k.colour, circle(4, 4, 3.55)...) }

func (k *sketch) check(colour RGB) {
	k.stroke(1.1, colour, move(2.1, 4.1), to(3.5, 5.5), to(6, 2.7))
}

// exclamation draws a white ! between two heights.
func (k *sketch) exclamation(top, bottom float64) {
	k.colour = white
	k.fill(polygon(3.5, top, 4.5, top, 4.35, bottom-1.5, 3.65, bottom-1.5)...)
	k.fill(circle(4, bottom-0.4, 0.55)...)
}

func (k *sketch) fill(steps ...Step) {
	colour := k.colour
	k.items = append(k.items, Path{Steps: k.placed(steps), Fill: &colour})
}

func (k *sketch) stroke(width float64, colour RGB, steps ...Step) {
	k.items = append(k.items, Path{Steps: k.placed(steps), Stroke: &colour, Width: width * k.k})
}

func (k *sketch) placed(steps []Step) []Step {
	out := make([]Step, len(steps))
	for i, s := range steps {
		out[i] = Step{
			s.Op, k.x + s.X*k.k, k.y + s.Y*k.k,
			k.x + s.X1*k.k, k.y + s.Y1*k.k, k.x + s.X2*k.k, k.y + s.Y2*k.k,
		}
	}
	return out
}

func move(x, y float64) Step { return Step{Op: Move, X: x, Y: y} }
func to(x, y float64) Step   { return Step{Op: Line, X: x, Y: y} }
func shut() Step             { return Step{Op: Close} }

func curve(x1, y1, x2, y2, x, y float64) Step {
	return Step{Curve, x, y, x1, y1, x2, y2}
}

// polygon takes x and y of each corner.
func polygon(p ...float64) []Step {
	out := []Step{move(p[0], p[1])}
	for i := 2; i+1 < len(p); i += 2 {
		out = append(out, to(p[i], p[i+1]))
	}
	return append(out, shut())
}

// circle approximates a circle by four curves, exact to 0.03 % of the radius.
func circle(x, y, r float64) []Step {
	c := 0.5523 * r
	return []Step{
		move(x+r, y), curve(x+r, y+c, x+c, y+r, x, y+r), curve(x-c, y+r, x-r, y+c, x-r, y),
		curve(x-r, y-c, x-c, y-r, x, y-r), curve(x+c, y-r, x+r, y-c, x+r, y), shut(),
	}
}
