package foreign

// StampMatrix takes what is set on the page as it is shown, in points from its lower
// left corner, to the page's own space. turned says that it is set along a side: on
// a page turned clockwise, whose left side is then up.
func (p Page) StampMatrix(turned bool) [6]float64 {
	s, w, h := 1/p.Unit, p.Crop.Width(), p.Crop.Height()
	x, y := p.Crop[0], p.Crop[1]
	m := [6]float64{s, 0, 0, s, x, y}
	switch p.Rotate {
	case 90:
		m = [6]float64{0, s, -s, 0, x + w, y}
	case 180:
		m = [6]float64{-s, 0, 0, -s, x + w, y + h}
	case 270:
		m = [6]float64{0, -s, s, 0, x, y + h}
	}
	if !turned {
		return m
	}
	shown, _ := p.Shown()
	return times([6]float64{0, 1, -1, 0, shown, 0}, m)
}

// times is the matrix that does first a and then b.
func times(a, b [6]float64) [6]float64 {
	return [6]float64{
		a[0]*b[0] + a[1]*b[2], a[0]*b[1] + a[1]*b[3],
		a[2]*b[0] + a[3]*b[2], a[2]*b[1] + a[3]*b[3],
		a[4]*b[0] + a[5]*b[2] + b[4], a[4]*b[1] + a[5]*b[3] + b[5],
	}
}
