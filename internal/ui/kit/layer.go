package kit

import (
	"slices"
	"weak"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// layer floats things above content without taking mouse or keyboard from what
// lies under it.
type layer struct {
	widget.BaseWidget
	floats []fyne.CanvasObject
	bubble *bubble
	boxes  []weak.Pointer[ScrollBox] // that scroll what lies under the layer, as long as anything else holds them
}

func newLayer() *layer {
	l := &layer{bubble: newBubble()}
	l.bubble.Hide()
	l.ExtendBaseWidget(l)
	return l
}

// layerOf returns the layer above o: that of the topmost overlay, or that of
// the window's Root; nil where there is neither.
func layerOf(o fyne.CanvasObject) *layer {
	c := canvasOf(o)
	if c == nil {
		return nil
	}
	if top, ok := c.Overlays().Top().(*overlay); ok {
		return top.layer
	}
	if root, ok := c.Content().(*Root); ok {
		return root.layer
	}
	return nil
}

// RevealFocused scrolls what has the keyboard into sight: what got it before it
// had been drawn.
func RevealFocused(c fyne.Canvas) {
	switch o := c.Focused().(type) {
	case nil:
	case *Grid:
		announce(o.cell)
	default:
		announce(o.(fyne.CanvasObject))
	}
}

// announce scrolls what has just got the keyboard into sight.
func announce(o fyne.CanvasObject) {
	l := layerOf(o)
	if l == nil {
		return
	}
	for _, b := range l.shown() {
		b.Reveal(o)
	}
}

// shown are the boxes that are on the screen. The others are forgotten until they are
// shown again: to be asked where they are, whenever anything gets the keyboard, keeps
// them, and all that their views hold, in the toolkit's cache for ever.
func (l *layer) shown() []*ScrollBox {
	var boxes []*ScrollBox
	l.boxes = slices.DeleteFunc(l.boxes, func(p weak.Pointer[ScrollBox]) bool {
		b := p.Value()
		if b == nil {
			return true
		}
		if b.known = !positionOf(b).IsZero(); b.known {
			boxes = append(boxes, b)
		}
		return !b.known
	})
	return boxes
}

// add floats o at a place and size.
func (l *layer) add(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	o.Move(at)
	o.Resize(size)
	if !slices.Contains(l.floats, o) {
		l.floats = append(l.floats, o)
		l.Refresh()
	}
}

// remove takes o away.
func (l *layer) remove(o fyne.CanvasObject) {
	if i := slices.Index(l.floats, o); i >= 0 {
		l.floats = slices.Delete(l.floats, i, i+1)
		l.Refresh()
	}
}

// CreateRenderer is called by the toolkit.
func (l *layer) CreateRenderer() fyne.WidgetRenderer {
	return &layerRenderer{drawing: drawing{of: l}, l: l}
}

func (l *layer) paint()             {}
func (l *layer) measure() fyne.Size { return fyne.Size{} }
func (l *layer) arrange(fyne.Size)  {}

// layerRenderer has as many objects as float at the moment.
type layerRenderer struct {
	drawing
	l *layer
}

func (r *layerRenderer) Objects() []fyne.CanvasObject {
	r.objects = append(r.objects[:0], r.l.floats...)
	r.objects = append(r.objects, r.l.bubble)
	return r.objects
}
