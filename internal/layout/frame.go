package layout

// frame is the geometry of a page.
type frame struct {
	width, height  float64
	left, right    float64 // of everything
	text           float64 // where words start; numbers hang between left and text
	top, bottom    float64 // of the content
	header, footer float64 // baselines
	landscape      bool
}

func portrait(unnumbered bool) frame {
	f := frame{
		width: 210 * mm, height: 297 * mm, left: 25 * mm, right: 185 * mm, text: 40 * mm,
		top: 85, bottom: 760, header: 51, footer: 798,
	}
	if unnumbered {
		f.text = f.left
	}
	return f
}

func landscape(unnumbered bool) frame {
	f := frame{
		width: 297 * mm, height: 210 * mm, left: 20 * mm, right: 277 * mm, text: 29 * mm,
		top: 68, bottom: 535.5, header: 43, footer: 558, landscape: true,
	}
	if unnumbered {
		f.text = f.left
	}
	return f
}

// measure is the width of running text.
func (f frame) measure() float64 { return min(126*mm, f.full()) }

// full is the width from where words start to the right edge.
func (f frame) full() float64 { return f.right - f.text }
