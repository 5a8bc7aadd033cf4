package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// frame is a filled rounded rectangle with a border of one unit.
type frame struct {
	group      *fyne.Container // all of it, as one part of a widget
	edge, fill *canvas.Rectangle
	outline    outline
	radius     float32 // designed outer radius
}

func newFrame(radius float32) frame {
	f := frame{edge: newRect(), fill: newRect(), outline: newOutline(), radius: radius}
	f.group = &fyne.Container{Objects: append([]fyne.CanvasObject{f.edge, f.fill}, f.outline.parts()...)}
	return f
}

func newRect() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }

// put places the frame; the border lies inside the bounds.
func (f frame) put(x, y, w, h float32) {
	put(f.group, x, y, w, h)
	put(f.edge, 0, 0, w, h)
	put(f.fill, 1, 1, w-2, h-2)
	f.outline.put(0, 0, fyne.NewSize(w, h), px(f.radius))
}

// paint colours the frame. The fill must be opaque, or the border's colour
// shows through it.
func (f frame) paint(fill, edge fyne.ThemeColorName) {
	f.edge.CornerRadius = px(f.radius)
	f.fill.CornerRadius = max(0, px(f.radius)-1)
	f.edge.FillColor = theme.Color(edge)
	f.fill.FillColor = theme.Color(fill)
	f.outline.paint(edge, fill != edge)
}

func (f frame) setShown(shown bool) { setShown(f.group, shown) }

// outline is the four straight parts of a border. The toolkit softens every
// edge of a rounded rectangle over two units, which takes the contrast from a
// border of one; a rectangle without corners stays sharp.
type outline [4]*canvas.Rectangle

func newOutline() outline { return outline{newRect(), newRect(), newRect(), newRect()} }

func (o outline) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{o[0], o[1], o[2], o[3]}
}

// put lays the lines along the inside of a size's edges, between corners of a
// radius.
func (o outline) put(x, y float32, s fyne.Size, radius float32) {
	put(o[0], x+radius, y, s.Width-2*radius, 1)
	put(o[1], x+radius, y+s.Height-1, s.Width-2*radius, 1)
	put(o[2], x, y+radius, 1, s.Height-2*radius)
	put(o[3], x+s.Width-1, y+radius, 1, s.Height-2*radius)
}

func (o outline) paint(token fyne.ThemeColorName, shown bool) {
	for _, l := range o {
		l.FillColor = theme.Color(token)
		l.Hidden = !shown
	}
}

// paintRect colours a borderless rectangle.
func paintRect(r *canvas.Rectangle, fill fyne.ThemeColorName, radius float32) {
	r.FillColor = theme.Color(fill)
	if fill == colorClear {
		r.FillColor = color.Transparent // which the toolkit does not draw at all
	}
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
