package kit

import "fyne.io/fyne/v2"

// HeightForWidth is implemented by everything whose height depends on its
// width, such as text that wraps.
type HeightForWidth interface {
	HeightForWidth(w float32) float32
}

// flowing is a layout whose height depends on its width.
type flowing interface {
	heightForWidth(objects []fyne.CanvasObject, w float32) float32
}

// heightFor returns how high o wants to be at a width.
func heightFor(o fyne.CanvasObject, w float32) float32 {
	switch o := o.(type) {
	case HeightForWidth:
		return o.HeightForWidth(w)
	case *fyne.Container:
		if l, ok := o.Layout.(flowing); ok {
			return l.heightForWidth(o.Objects, w)
		}
	}
	return o.MinSize().Height
}

// Column stacks objects from the top with a designed gap, each as wide as the
// column. Hidden objects take no room.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &columnLayout{gap: gap}, Objects: objects}
}

type columnLayout struct {
	gap   float32
	width float32 // at the last layout
}

func (l *columnLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	y, grow := float32(0), float32(0)
	if n := growers(objects); n > 0 {
		grow = max(0, s.Height-l.heightForWidth(objects, s.Width)) / float32(n)
	}
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h := heightFor(o, s.Width)
		if isGrow(o) {
			h += grow
		}
		put(o, 0, y, s.Width, h)
		y += h + px(l.gap)
	}
}

func (l *columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w, wide := float32(0), float32(0)
	for _, o := range objects {
		if o.Visible() {
			w = max(w, o.MinSize().Width)
		}
	}
	wide = max(w, l.width)
	return fyne.NewSize(w, l.heightForWidth(objects, wide))
}

func (l *columnLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	h, n := float32(0), 0
	for _, o := range objects {
		if o.Visible() {
			h += heightFor(o, w)
			n++
		}
	}
	return h + px(l.gap)*float32(max(0, n-1))
}

// Bar puts objects beside each other with a designed gap, each as wide as it
// needs and in the middle of the height. What is wrapped in Grow shares the
// room that is left.
func Bar(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: barLayout{gap: gap}, Objects: objects}
}

type barLayout struct{ gap float32 }

func (l barLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	spare := max(0, s.Width-l.MinSize(objects).Width)
	more := yielded(objects, &spare)
	grow := float32(0)
	if n := growers(objects); n > 0 {
		grow = spare / float32(n)
	}
	x := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		size := o.MinSize()
		size.Width += more[i]
		if isGrow(o) {
			size.Width += grow
		}
		put(o, x, round((s.Height-size.Height)/2), size.Width, size.Height)
		x += size.Width + px(l.gap)
	}
}

func (l barLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size, n := fyne.Size{}, 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		size.Width += m.Width
		size.Height = max(size.Height, m.Height)
		n++
	}
	size.Width += px(l.gap) * float32(max(0, n-1))
	return size
}

// Grow lets o take the room that is left in a Bar or Column.
func Grow(o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: growLayout{}, Objects: []fyne.CanvasObject{o}}
}

// Spring is empty room that pushes apart what stands on its sides.
func Spring() *fyne.Container { return &fyne.Container{Layout: growLayout{}} }

type growLayout struct{}

func (growLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objects {
		put(o, 0, 0, s.Width, s.Height)
	}
}

func (growLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

func (growLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	h := float32(0)
	for _, o := range objects {
		h = max(h, heightFor(o, w))
	}
	return h
}

func isGrow(o fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(growLayout)
	return ok
}

func growers(objects []fyne.CanvasObject) int {
	n := 0
	for _, o := range objects {
		if o.Visible() && isGrow(o) {
			n++
		}
	}
	return n
}
