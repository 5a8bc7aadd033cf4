package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// drawn is a widget of this package. Its canvas objects are made once with it;
// the renderer only asks it to measure, arrange and paint them.
type drawn interface {
	fyne.Widget
	measure() fyne.Size  // the smallest size
	arrange(s fyne.Size) // places the parts in a size
	paint()              // takes colours and text sizes from the theme
}

// drawing is the renderer of every drawn widget.
type drawing struct {
	of      drawn
	objects []fyne.CanvasObject
	look    look // at the last painting
}

// look tells one appearance of the window from another.
type look struct {
	theme fyne.Theme
	card  color.Color // differs where the same theme follows the system
}

func currentLook() look { return look{theme: theme.Current(), card: theme.Color(ColorCard)} }

// fresh paints the widget if the theme changed while it was out of the window,
// where the toolkit refreshes nothing.
func (d *drawing) fresh() {
	if d.look != currentLook() {
		d.repaint()
		canvas.Refresh(d.of)
	}
}

// repaint takes over the look of the window, and lets the parts that are widgets do so:
// the toolkit asks them nothing where their size stays.
func (d *drawing) repaint() {
	before := d.look
	d.look = currentLook()
	d.of.paint()
	if before == d.look || before == (look{}) {
		return
	}
	for _, o := range d.objects {
		switch o.(type) {
		case fyne.Widget, *fyne.Container:
			o.Refresh()
		}
	}
}

// newDrawing returns the renderer of w over its parts, bottom first.
func newDrawing(w drawn, parts ...fyne.CanvasObject) fyne.WidgetRenderer {
	d := &drawing{of: w, objects: parts}
	d.fresh()
	return d
}

func (d *drawing) Destroy()                     {}
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }

func (d *drawing) Layout(s fyne.Size) {
	d.fresh()
	d.of.arrange(s)
}

func (d *drawing) MinSize() fyne.Size {
	d.fresh()
	return d.of.measure()
}

func (d *drawing) Refresh() {
	d.repaint()
	d.of.arrange(d.of.Size())
	canvas.Refresh(d.of)
}

// put moves and resizes a part of a widget.
func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(0, w), max(0, h)))
}

// setShown shows or hides a part without a refresh of its own when nothing
// changes.
func setShown(o fyne.CanvasObject, shown bool) {
	if o.Visible() == shown {
		return
	}
	if shown {
		o.Show()
		return
	}
	o.Hide()
}
