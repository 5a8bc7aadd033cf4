package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Root is the whole content of a window: the work, and above it the layer of
// what floats.
type Root struct {
	widget.BaseWidget
	content fyne.CanvasObject
	layer   *layer
	keys    func(*fyne.KeyEvent)
}

// NewRoot returns a root over content.
func NewRoot(content fyne.CanvasObject) *Root {
	r := &Root{content: content, layer: newLayer()}
	r.ExtendBaseWidget(r)
	return r
}

// Mount makes the root the content of w, without the toolkit's padding. Keys
// that nothing else wanted come to keys, which may be nil; while an overlay is
// open they go to it instead.
func (r *Root) Mount(w fyne.Window, keys func(*fyne.KeyEvent)) {
	r.keys = keys
	w.SetPadded(false)
	w.SetContent(r)
	c := w.Canvas()
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if top, ok := c.Overlays().Top().(keyed); ok {
			top.key(e)
			return
		}
		if r.keys != nil {
			r.keys(e)
		}
	})
}

// SetContent shows other work.
func (r *Root) SetContent(content fyne.CanvasObject) {
	if r.content == content {
		return
	}
	r.content = content
	r.Refresh()
}

// CreateRenderer is called by the toolkit.
func (r *Root) CreateRenderer() fyne.WidgetRenderer {
	return &rootRenderer{drawing: drawing{of: r}, r: r}
}

func (r *Root) paint()             {}
func (r *Root) measure() fyne.Size { return r.content.MinSize() }

func (r *Root) arrange(s fyne.Size) {
	put(r.content, 0, 0, s.Width, s.Height)
	put(r.layer, 0, 0, s.Width, s.Height)
}

// rootRenderer follows a change of content.
type rootRenderer struct {
	drawing
	r *Root
}

func (d *rootRenderer) Objects() []fyne.CanvasObject {
	d.objects = append(d.objects[:0], d.r.content, d.r.layer)
	return d.objects
}
