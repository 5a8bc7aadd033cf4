package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// frame is a filled rounded rectangle with a sharp border of one unit.
type frame struct {
	edge, fill *canvas.Rectangle
	radius     float32 // designed outer radius
}

func newFrame(radius float32) frame {
	return frame{edge: newRect(), fill: newRect(), radius: radius}
}

func newRect() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }

// put places the frame; the border lies inside the bounds.
func (f frame) put(x, y, w, h float32) {
	put(f.edge, x, y, w, h)
	put(f.fill, x+1, y+1, w-2, h-2)
}

// paint colours the frame. The fill must be opaque, or the border's colour
// shows through it.
func (f frame) paint(fill, edge fyne.ThemeColorName) {
	f.edge.CornerRadius = px(f.radius)
	f.fill.CornerRadius = max(0, px(f.radius)-1)
	f.edge.FillColor = theme.Color(edge)
	f.fill.FillColor = theme.Color(fill)
}

func (f frame) setShown(shown bool) {
	setShown(f.edge, shown)
	setShown(f.fill, shown)
}

// paintRect colours a borderless rectangle.
func paintRect(r *canvas.Rectangle, fill fyne.ThemeColorName, radius float32) {
	r.FillColor = theme.Color(fill)
	r.CornerRadius = px(radius)
}

// paintRing draws the focus ring along the bounds of r: one unit on the border
// and one outside it.
func paintRing(r *canvas.Rectangle, radius float32, shown bool) {
	r.StrokeWidth = 2
	r.StrokeColor = theme.Color(ColorPrimaryText)
	r.CornerRadius = px(radius)
	r.Hidden = !shown
}

// corners are those of a card that a row follows.
type corners struct{ top, bottom bool }

// paintGroundOf lights a row that lies in a card, following the card's corners.
func paintGroundOf(r *canvas.Rectangle, lit bool, at corners) {
	token := colorClear
	if lit {
		token = ColorHover
	}
	paintRect(r, token, 0)
	top, bottom := float32(0), float32(0)
	if at.top {
		top = px(radiusCard) - 1
	}
	if at.bottom {
		bottom = px(radiusCard) - 1
	}
	r.TopLeftCornerRadius, r.TopRightCornerRadius = top, top
	r.BottomLeftCornerRadius, r.BottomRightCornerRadius = bottom, bottom
}
