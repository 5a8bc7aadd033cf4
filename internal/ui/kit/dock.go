package kit

import "fyne.io/fyne/v2"

// Edges names what stands along the edges of a Dock; nil for nothing.
type Edges struct{ Top, Bottom, Left, Right fyne.CanvasObject }

// Dock lets middle fill what the edges leave. Top and bottom go the whole
// width; there is no gap.
func Dock(e Edges, middle fyne.CanvasObject) *fyne.Container {
	l := &dockLayout{edges: e, middle: middle}
	c := &fyne.Container{Layout: l}
	for _, o := range []fyne.CanvasObject{middle, e.Left, e.Right, e.Top, e.Bottom} {
		if o != nil {
			c.Objects = append(c.Objects, o)
		}
	}
	return c
}

type dockLayout struct {
	edges  Edges
	middle fyne.CanvasObject
}

func shown(o fyne.CanvasObject) bool { return o != nil && o.Visible() }

func (l *dockLayout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	top, bottom, left, right := float32(0), s.Height, float32(0), s.Width
	if shown(l.edges.Top) {
		h := heightFor(l.edges.Top, s.Width)
		put(l.edges.Top, 0, 0, s.Width, h)
		top = h
	}
	if shown(l.edges.Bottom) {
		h := heightFor(l.edges.Bottom, s.Width)
		put(l.edges.Bottom, 0, s.Height-h, s.Width, h)
		bottom -= h
	}
	if shown(l.edges.Left) {
		w := l.edges.Left.MinSize().Width
		put(l.edges.Left, 0, top, w, bottom-top)
		left = w
	}
	if shown(l.edges.Right) {
		w := l.edges.Right.MinSize().Width
		put(l.edges.Right, s.Width-w, top, w, bottom-top)
		right -= w
	}
	if shown(l.middle) {
		put(l.middle, left, top, right-left, bottom-top)
	}
}

func (l *dockLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	min := func(o fyne.CanvasObject) fyne.Size {
		if shown(o) {
			return o.MinSize()
		}
		return fyne.Size{}
	}
	top, bottom := min(l.edges.Top), min(l.edges.Bottom)
	left, right, mid := min(l.edges.Left), min(l.edges.Right), min(l.middle)
	return fyne.NewSize(
		max(top.Width, bottom.Width, left.Width+mid.Width+right.Width),
		top.Height+bottom.Height+max(left.Height, mid.Height, right.Height),
	)
}

func (l *dockLayout) heightForWidth(_ []fyne.CanvasObject, w float32) float32 {
	h := float32(0)
	for _, o := range []fyne.CanvasObject{l.edges.Top, l.edges.Bottom} {
		if shown(o) {
			h += heightFor(o, w)
		}
	}
	side := float32(0)
	for _, o := range []fyne.CanvasObject{l.edges.Left, l.edges.Right} {
		if shown(o) {
			w -= o.MinSize().Width
			side = max(side, o.MinSize().Height)
		}
	}
	if shown(l.middle) {
		side = max(side, heightFor(l.middle, w))
	}
	return h + side
}
