package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// House draws a house around what is written in it: a roof, and under it pillars
// side by side. Pillars that do not fit stand in a further row.
type House struct {
	widget.BaseWidget
	slopes  [2]*canvas.Line
	roof    frame
	content fyne.CanvasObject
	pillars []fyne.CanvasObject
	frames  []frame
	base    *canvas.Rectangle
	parts   []fyne.CanvasObject
}

var _ HeightForWidth = (*House)(nil)

const (
	houseGable  = 24
	housePad    = 12
	houseGap    = 8
	pillarLeast = 150
)

// NewHouse returns a house without pillars over its roof's content.
func NewHouse(roof fyne.CanvasObject) *House {
	h := &House{slopes: [2]*canvas.Line{{}, {}}, roof: newFrame(radiusSmall), content: roof, base: newRect()}
	h.ExtendBaseWidget(h)
	h.SetPillars()
	return h
}

// SetPillars puts other pillars under the roof.
func (h *House) SetPillars(pillars ...fyne.CanvasObject) {
	h.pillars, h.frames = pillars, nil
	h.parts = []fyne.CanvasObject{h.slopes[0], h.slopes[1], h.roof.group, h.content}
	for _, p := range pillars {
		f := newFrame(radiusSmall)
		h.frames = append(h.frames, f)
		h.parts = append(h.parts, f.group, p)
	}
	h.parts = append(h.parts, h.base)
	h.Refresh()
}

// CreateRenderer is called by the toolkit.
func (h *House) CreateRenderer() fyne.WidgetRenderer {
	return newChanging(h, func() []fyne.CanvasObject { return h.parts })
}

func (h *House) paint() {
	for _, s := range h.slopes {
		s.StrokeColor, s.StrokeWidth = theme.Color(ColorControlBorder), px(1.5)
	}
	h.roof.paint(ColorActiveTint, ColorControlBorder)
	for _, f := range h.frames {
		f.paint(ColorCard, ColorControlBorder)
	}
	paintRect(h.base, ColorControlBorder, 0)
}

// perRow is how many of n pillars stand in a row of a width: as many as fit, in
// rows of as like a length as can be.
func perRow(n int, w, least, gap float32) int {
	if n == 0 {
		return 1
	}
	fit := max(1, int((w+gap)/(least+gap)))
	rows := (n + fit - 1) / fit
	return (n + rows - 1) / rows
}

func (h *House) measure() fyne.Size {
	w := px(pillarLeast + 2*housePad)
	return fyne.NewSize(w, h.HeightForWidth(max(w, h.Size().Width)))
}

// HeightForWidth is that of the roof and the rows of pillars.
func (h *House) HeightForWidth(w float32) float32 {
	return h.each(w, func(int, float32, float32, float32, float32) {})
}

// each places the pillars, by their index; -1 is the roof. It returns the
// height.
func (h *House) each(w float32, place func(i int, x, y, w, h float32)) float32 {
	pad, gap := px(housePad), px(houseGap)
	y := px(houseGable)
	height := heightFor(h.content, w-2*pad) + 2*pad
	place(-1, 0, y, w, height)
	y += height + gap
	across := perRow(len(h.pillars), w, px(pillarLeast), gap)
	for first := 0; first < len(h.pillars); first += across {
		row := h.pillars[first:min(first+across, len(h.pillars))]
		wide := round((w - gap*float32(across-1)) / float32(across))
		height = 0
		for _, p := range row {
			height = max(height, heightFor(p, wide-2*pad)+2*pad)
		}
		for i := range row {
			place(first+i, float32(i)*(wide+gap), y, wide, height)
		}
		y += height + gap
	}
	return y + 2
}

func (h *House) arrange(s fyne.Size) {
	pad := px(housePad)
	apex := fyne.NewPos(round(s.Width/2), 1)
	h.slopes[0].Position1, h.slopes[0].Position2 = fyne.NewPos(0, px(houseGable)), apex
	h.slopes[1].Position1, h.slopes[1].Position2 = apex, fyne.NewPos(s.Width, px(houseGable))
	end := h.each(s.Width, func(i int, x, y, w, height float32) {
		f, o := h.roof, h.content
		if i >= 0 {
			f, o = h.frames[i], h.pillars[i]
		}
		f.put(x, y, w, height)
		put(o, x+pad, y+pad, w-2*pad, height-2*pad)
	})
	put(h.base, 0, end-2, s.Width, 2)
}
