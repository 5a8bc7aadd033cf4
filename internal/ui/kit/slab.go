package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// slab looks like a frame but is made for large grounds: only its two ends are
// rounded rectangles, because those cost much more than plain ones where a
// computer draws without a graphics processor.
type slab struct {
	group    *fyne.Container
	edges    [2]*canvas.Rectangle // top and bottom, in the border's colour
	ends     [2]*canvas.Rectangle // top and bottom, filled
	middle   *canvas.Rectangle
	outline  outline
	designed float32 // radius
}

func newSlab(radius float32) slab {
	s := slab{
		edges: [2]*canvas.Rectangle{newRect(), newRect()}, ends: [2]*canvas.Rectangle{newRect(), newRect()},
		middle: newRect(), outline: newOutline(), designed: radius,
	}
	s.group = &fyne.Container{Objects: append(
		[]fyne.CanvasObject{s.edges[0], s.edges[1], s.ends[0], s.ends[1], s.middle}, s.outline.parts()...,
	)}
	return s
}

// put places the slab; the border lies inside the bounds. The middle covers the
// soft inner edges of both ends.
func (s slab) put(x, y, w, h float32) {
	r := px(s.designed)
	end := min(2*r, h/2)
	put(s.group, x, y, w, h)
	put(s.edges[0], 0, 0, w, end)
	put(s.edges[1], 0, h-end, w, end)
	put(s.ends[0], 1, 1, w-2, end-1)
	put(s.ends[1], 1, h-end, w-2, end-1)
	put(s.middle, 1, r, w-2, h-2*r)
	s.outline.put(0, 0, fyne.NewSize(w, h), r)
}

func (s slab) paint(fill, edge fyne.ThemeColorName) {
	r := px(s.designed)
	s.edges[0].TopLeftCornerRadius, s.edges[0].TopRightCornerRadius = r, r
	s.edges[1].BottomLeftCornerRadius, s.edges[1].BottomRightCornerRadius = r, r
	s.ends[0].TopLeftCornerRadius, s.ends[0].TopRightCornerRadius = r-1, r-1
	s.ends[1].BottomLeftCornerRadius, s.ends[1].BottomRightCornerRadius = r-1, r-1
	for i := range s.edges {
		s.edges[i].FillColor = theme.Color(edge)
		s.ends[i].FillColor = theme.Color(fill)
	}
	s.middle.FillColor = theme.Color(fill)
	s.outline.paint(edge, true)
}
