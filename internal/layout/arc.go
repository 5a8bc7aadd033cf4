package layout

import "math"

// sector is a piece of a ring between two radii. Turns are counted clockwise from
// the top, 1 being a full one.
func sector(x, y, inner, outer float64, turns [2]float64) []Step {
	from, to := turns[0], turns[1]
	sx, sy := onCircle(x, y, outer, from)
	ix, iy := onCircle(x, y, inner, to)
	out := append([]Step{move(sx, sy)}, arc(x, y, outer, turns)...)
	out = append(out, Step{Op: Line, X: ix, Y: iy})
	out = append(out, arc(x, y, inner, [2]float64{to, from})...)
	return append(out, shut())
}

// arc approximates a piece of a circle by curves of at most an eighth of a turn,
// exact to a millionth of the radius. It begins where the path stands.
func arc(x, y, r float64, turns [2]float64) []Step {
	from, to := turns[0], turns[1]
	n := int(math.Ceil(math.Abs(to-from)*8 - 1e-9))
	var out []Step
	for i := range n {
		a := from + (to-from)*float64(i)/float64(n)
		b := from + (to-from)*float64(i+1)/float64(n)
		reach := r * 4 / 3 * math.Tan((b-a)*math.Pi/2)
		ax, ay := onCircle(x, y, r, a)
		bx, by := onCircle(x, y, r, b)
		sa, ca := math.Sincos(2 * math.Pi * a)
		sb, cb := math.Sincos(2 * math.Pi * b)
		out = append(out, curve(ax+reach*ca, ay+reach*sa, bx-reach*cb, by-reach*sb, bx, by))
	}
	return out
}

// onCircle is the point of a circle at a turn.
func onCircle(x, y, r, turn float64) (px, py float64) {
	s, c := math.Sincos(2 * math.Pi * turn)
	return x + r*s, y - r*c
}
