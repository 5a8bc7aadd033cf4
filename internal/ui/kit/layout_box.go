package kit

import "fyne.io/fyne/v2"

// Insets are designed distances from the edges.
type Insets struct{ Top, Right, Bottom, Left float32 }

// Around is the same inset on every side.
func Around(v float32) Insets { return Insets{Top: v, Right: v, Bottom: v, Left: v} }

// Pad keeps o away from the edges.
func Pad(in Insets, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: padLayout{in: in}, Objects: []fyne.CanvasObject{o}}
}

type padLayout struct{ in Insets }

func (l padLayout) across() float32 { return px(l.in.Left) + px(l.in.Right) }
func (l padLayout) down() float32   { return px(l.in.Top) + px(l.in.Bottom) }

func (l padLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objects {
		put(o, px(l.in.Left), px(l.in.Top), s.Width-l.across(), s.Height-l.down())
	}
}

func (l padLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return growLayout{}.MinSize(objects).AddWidthHeight(l.across(), l.down())
}

func (l padLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	return growLayout{}.heightForWidth(objects, w-l.across()) + l.down()
}

// Fixed gives o a designed width and height as its smallest; 0 leaves the
// object's own.
func Fixed(w, h float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: fixedLayout{w: w, h: h}, Objects: []fyne.CanvasObject{o}}
}

type fixedLayout struct{ w, h float32 }

func (l fixedLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	growLayout{}.Layout(objects, s)
}

func (l fixedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := growLayout{}.MinSize(objects)
	if l.w > 0 {
		size.Width = px(l.w)
	}
	if l.h > 0 {
		size.Height = px(l.h)
	}
	return size
}

func (l fixedLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	if l.h > 0 {
		return px(l.h)
	}
	return growLayout{}.heightForWidth(objects, w)
}

// AtMost keeps o within a designed width where there is too little room for more; in
// a Bar with room to spare it is as wide as it likes.
func AtMost(w float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: atMostLayout{w: w}, Objects: []fyne.CanvasObject{o}}
}

type atMostLayout struct{ w float32 }

func (atMostLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) { growLayout{}.Layout(objects, s) }

func (l atMostLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := growLayout{}.MinSize(objects)
	size.Width = min(size.Width, px(l.w))
	return size
}

// yielded is what each of the objects that is kept within a width gets of the spare
// room, from the first on, until there is none.
func yielded(objects []fyne.CanvasObject, spare *float32) []float32 {
	out := make([]float32, len(objects))
	for i, o := range objects {
		c, ok := o.(*fyne.Container)
		if !ok || !o.Visible() {
			continue
		}
		if _, kept := c.Layout.(atMostLayout); kept {
			out[i] = min(*spare, growLayout{}.MinSize(c.Objects).Width-c.MinSize().Width)
			*spare -= out[i]
		}
	}
	return out
}

// Middle centres o and lets it be at most a designed width.
func Middle(width float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: middleLayout{width: width}, Objects: []fyne.CanvasObject{o}}
}

type middleLayout struct{ width float32 }

func (l middleLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	w := min(s.Width, px(l.width))
	for _, o := range objects {
		h := min(s.Height, heightFor(o, w))
		put(o, round((s.Width-w)/2), round((s.Height-h)/2), w, h)
	}
}

func (l middleLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return growLayout{}.MinSize(objects)
}

func (l middleLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	return growLayout{}.heightForWidth(objects, min(w, px(l.width)))
}

// Columns puts objects beside each other at designed widths with a designed
// gap, from the top and full height. A width of 0 shares the room that is left.
func Columns(gap float32, widths []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: columnsLayout{gap: gap, widths: widths}, Objects: objects}
}

type columnsLayout struct {
	gap    float32
	widths []float32
}

// each calls place with the left edge and width of every visible object.
func (l columnsLayout) each(objects []fyne.CanvasObject, w float32, place func(o fyne.CanvasObject, x, w float32)) {
	left, sharers, shown := w, 0, 0
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		shown++
		left -= px(l.width(i))
		if l.width(i) == 0 {
			sharers++
		}
	}
	left -= px(l.gap) * float32(max(0, shown-1))
	x := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		width := px(l.width(i))
		if width == 0 {
			width = max(0, round(left/float32(sharers)))
		}
		place(o, x, width)
		x += width + px(l.gap)
	}
}

func (l columnsLayout) width(i int) float32 {
	if i < len(l.widths) {
		return l.widths[i]
	}
	return 0
}

func (l columnsLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	l.each(objects, s.Width, func(o fyne.CanvasObject, x, w float32) { put(o, x, 0, w, s.Height) })
}

func (l columnsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size, n := fyne.Size{}, 0
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		n++
		m := o.MinSize()
		size.Height = max(size.Height, m.Height)
		if w := px(l.width(i)); w > 0 {
			m.Width = w
		}
		size.Width += m.Width
	}
	size.Width += px(l.gap) * float32(max(0, n-1))
	return size
}

func (l columnsLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	h := float32(0)
	l.each(objects, w, func(o fyne.CanvasObject, _, width float32) { h = max(h, heightFor(o, width)) })
	return h
}

// Deck puts objects over each other, each with all the room; what is hidden
// takes none.
func Deck(objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: growLayout{}, Objects: objects}
}
