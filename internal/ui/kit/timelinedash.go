package kit

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// dash and its gap, designed.
const (
	dashLong = 3
	dashGap  = 2
)

// dashed is a dashed line or the dashed border of a box, drawn as one picture so
// that many of them cost little.
type dashed struct {
	*canvas.Image
	ink   fyne.ThemeColorName
	box   bool
	drawn dashing
}

// dashing is what a dashed was last drawn from.
type dashing struct {
	colour color.Color
	size   image.Point
	long   int
}

func newDashed(ink fyne.ThemeColorName, box bool) *dashed {
	return &dashed{Image: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScalePixels}, ink: ink, box: box}
}

// put places it and draws it anew where its size or colour is another.
func (d *dashed) put(x, y, w, h float32) {
	put(d.Image, x, y, w, h)
	now := dashing{theme.Color(d.ink), image.Pt(max(1, int(w)), max(1, int(h))), int(px(dashLong))}
	if d.drawn == now {
		return
	}
	d.drawn = now
	n := color.NRGBAModel.Convert(now.colour).(color.NRGBA)
	m := image.NewNRGBA(image.Rectangle{Max: now.size})
	period := now.long + int(px(dashGap))
	for yy := range now.size.Y {
		for xx := range now.size.X {
			edgeX, edgeY := xx == 0 || xx == now.size.X-1, yy == 0 || yy == now.size.Y-1
			if edgeX && yy%period < now.long || d.box && edgeY && xx%period < now.long {
				m.SetNRGBA(xx, yy, n)
			}
		}
	}
	d.Image.Image = m
	d.Refresh()
}

// Milestone is the symbol of a day that something is to be reached.
func Milestone() Symbol { return shape("milestone") }

// Band is the symbol of a time that a timeline shows as a strip.
func Band() Symbol { return shape("band") }

// shape is a symbol that is no picture of its own.
type shape string

// SVG is the drawing.
func (s shape) SVG() []byte {
	if s == "band" {
		return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 14 14"><rect x="0" y="1" width="14" height="12" rx="2" fill="#000"/></svg>`)
	}
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12"><path d="M6 0L12 6L6 12L0 6Z" fill="#000"/></svg>`)
}
