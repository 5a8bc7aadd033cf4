package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// overlay covers the window with one panel that has the keyboard to itself:
// a menu, a drop-down list, a calendar, a dialog.
type overlay struct {
	widget.BaseWidget
	panel fyne.CanvasObject
	where func(canvas fyne.Size) (fyne.Position, fyne.Size)
	// beside is called on a click beside the panel; nil for a dialog, which
	// only its buttons close.
	beside func()
	// keys gets the keys that nothing in the panel wanted.
	keys func(*fyne.KeyEvent)
	// moved gets the mouse where it is beside the panel.
	moved func(at fyne.Position)

	dim    bool
	shade  *canvas.Rectangle
	layer  *layer
	canvas fyne.Canvas
}

var (
	_ keyed             = (*overlay)(nil)
	_ fyne.Tappable     = (*overlay)(nil)
	_ desktop.Hoverable = (*overlay)(nil)
)

func newOverlay(panel fyne.CanvasObject) *overlay {
	o := &overlay{panel: panel, shade: newRect(), layer: newLayer()}
	o.ExtendBaseWidget(o)
	return o
}

// open lays the overlay over c and gives first the keyboard.
func (o *overlay) open(c fyne.Canvas, first fyne.Focusable) {
	o.canvas = c
	c.Overlays().Add(o)
	o.Refresh()
	if first != nil {
		c.Focus(first)
	}
}

// isOpen reports whether the overlay lies over a canvas.
func (o *overlay) isOpen() bool { return o.canvas != nil }

// close takes the overlay away, and any above it. The keyboard returns to where
// it was.
func (o *overlay) close() {
	if o.canvas == nil {
		return
	}
	c := o.canvas
	o.canvas = nil
	c.Overlays().Remove(o)
}

// CreateRenderer is called by the toolkit.
func (o *overlay) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(o, o.shade, o.panel, o.layer)
}

func (o *overlay) paint() {
	shade := colorClear
	if o.dim {
		shade = ColorScrim
	}
	paintRect(o.shade, shade, 0)
}

func (o *overlay) measure() fyne.Size { return fyne.Size{} }

func (o *overlay) arrange(s fyne.Size) {
	put(o.shade, 0, 0, s.Width, s.Height)
	put(o.layer, 0, 0, s.Width, s.Height)
	at, size := o.where(s)
	put(o.panel, at.X, at.Y, size.Width, size.Height)
}

func (o *overlay) key(e *fyne.KeyEvent) {
	if o.keys != nil {
		o.keys(e)
	}
}

// Tapped closes the overlay if the click was beside the panel.
func (o *overlay) Tapped(e *fyne.PointEvent) {
	if o.beside != nil && !o.inPanel(e.Position) {
		o.beside()
	}
}

// TappedSecondary is Tapped for the other button.
func (o *overlay) TappedSecondary(e *fyne.PointEvent) { o.Tapped(e) }

// MouseIn is MouseMoved.
func (o *overlay) MouseIn(e *desktop.MouseEvent) { o.MouseMoved(e) }

// MouseMoved tells whoever opened the overlay where the mouse is.
func (o *overlay) MouseMoved(e *desktop.MouseEvent) {
	if o.moved != nil && !o.inPanel(e.Position) {
		o.moved(e.Position)
	}
}

// MouseOut does nothing.
func (o *overlay) MouseOut() {}

func (o *overlay) inPanel(at fyne.Position) bool {
	from, size := o.panel.Position(), o.panel.Size()
	return at.X >= from.X && at.Y >= from.Y && at.X < from.X+size.Width && at.Y < from.Y+size.Height
}

// below returns where a panel of a size stands best under an anchor: under its
// left edge, above it where there is no room under, inside the canvas always.
func below(anchor fyne.Position, height float32, size, room fyne.Size) fyne.Position {
	gap := px(3)
	x := max(0, min(anchor.X, room.Width-size.Width-px(4)))
	y := anchor.Y + height + gap
	if y+size.Height > room.Height && anchor.Y-gap-size.Height >= 0 {
		y = anchor.Y - gap - size.Height
	}
	return fyne.NewPos(x, max(0, min(y, room.Height-size.Height)))
}
