package kit

import "fyne.io/fyne/v2"

// changing is the renderer of a drawn widget that has other parts from time to
// time. The widget keeps the list itself.
type changing struct {
	drawing
	parts func() []fyne.CanvasObject
}

func newChanging(w drawn, parts func() []fyne.CanvasObject) fyne.WidgetRenderer {
	r := &changing{drawing: drawing{of: w}, parts: parts}
	r.fresh()
	return r
}

// Objects are the parts as they now are, bottom first.
func (r *changing) Objects() []fyne.CanvasObject { return r.parts() }
