package kit

import "fyne.io/fyne/v2"

// Flow puts objects beside each other with a designed gap, each as wide as it wants,
// in as many rows as they need. End, which may be nil, stands at the right of the
// first.
func Flow(gap float32, end fyne.CanvasObject, objects ...fyne.CanvasObject) *fyne.Container {
	if end != nil {
		objects = append(objects, end)
	}
	return &fyne.Container{Layout: &flowLayout{gap: gap, end: end}, Objects: objects}
}

type flowLayout struct {
	gap float32
	end fyne.CanvasObject
}

// flow gives every object its place in a width, in the middle of its row, and returns
// the height of all.
func (l *flowLayout) flow(objects []fyne.CanvasObject, w float32, place func(o fyne.CanvasObject, x, y float32, size fyne.Size)) float32 {
	gap, room, row := px(l.gap), w, l.MinSize(objects).Height
	x, y := float32(0), float32(0)
	put := func(o fyne.CanvasObject, x float32, size fyne.Size) { place(o, x, y+round((row-size.Height)/2), size) }
	if l.end != nil {
		size := l.end.MinSize()
		put(l.end, w-size.Width, size)
		room = w - size.Width - gap
	}
	for _, o := range objects {
		if o == l.end || !o.Visible() {
			continue
		}
		size := o.MinSize()
		if x > 0 && x+size.Width > room {
			x, y, room = 0, y+row+gap, w
		}
		put(o, x, size)
		x += size.Width + gap
	}
	return y + row
}

func (l *flowLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	l.flow(objects, s.Width, func(o fyne.CanvasObject, x, y float32, size fyne.Size) { put(o, x, y, size.Width, size.Height) })
}

func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

func (l *flowLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	return l.flow(objects, w, func(fyne.CanvasObject, float32, float32, fyne.Size) {})
}
