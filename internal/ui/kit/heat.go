package kit

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// HeatWords are the words of a Heat.
type HeatWords struct {
	X, Y string
	// Describe tells what a cell is and holds, for the tooltip.
	Describe func(x, y int) string
}

// Heat is a field of five by five cells, each with its product and the marks of
// what lies in it. It is one stop of the keyboard: the arrows move, Space and
// Enter choose a cell or let it go.
type Heat struct {
	control
	words  HeatWords
	marks  map[[2]int][]string
	at     [2]int // with the keyboard
	chosen [2]int // zero for none
	over   [2]int
	pick   func(x, y int)
	cells  map[[2]int]heatCell
	ticks  [2][steps]*line
	axes   [2]*line
	parts  []fyne.CanvasObject
}

type heatCell struct {
	ground  frame
	product *line
	marks   *line
	edge    *canvas.Rectangle // of the chosen one
}

var (
	_ desktop.Hoverable = (*Heat)(nil)
	_ HeightForWidth    = (*Heat)(nil)
)

// NewHeat returns a field in which nothing lies. Pick is called when a person
// chooses a cell, with zeros when it is let go.
func NewHeat(words HeatWords, pick func(x, y int)) *Heat {
	h := &Heat{
		control: newControl(nil), words: words, pick: pick, at: [2]int{1, steps}, cells: map[[2]int]heatCell{},
		axes: [2]*line{newLine(words.X, CaptionStrong, ColorText2), newLine(words.Y, CaptionStrong, ColorText2)},
	}
	h.parts = []fyne.CanvasObject{h.axes[0].Text, h.axes[1].Text}
	for i := range steps {
		n := strconv.Itoa(i + 1)
		h.ticks[0][i], h.ticks[1][i] = newLine(n, Caption, ColorText2), newLine(n, Caption, ColorText2)
		h.parts = append(h.parts, h.ticks[0][i].Text, h.ticks[1][i].Text)
	}
	for y := steps; y >= 1; y-- {
		for x := 1; x <= steps; x++ {
			c := heatCell{newFrame(radiusSmall), newLine(strconv.Itoa(x*y), Caption, ColorText2), newLine("", DenseStrong, ColorText), newRect()}
			h.cells[[2]int{x, y}] = c
			h.parts = append(h.parts, c.ground.group, c.product.Text, c.marks.Text, c.edge)
		}
	}
	h.parts = append(h.parts, h.ring)
	h.extend(h)
	return h
}

// HeatFamily is the family that a product of two values from 1 to 5 is shown in.
func HeatFamily(product int) Family {
	switch {
	case product >= 15:
		return Late
	case product >= 10:
		return Urgent
	case product >= 5:
		return Due
	}
	return Done
}

// SetMarks shows what lies in the cells, by x and y.
func (h *Heat) SetMarks(marks map[[2]int][]string) {
	h.marks = marks
	h.Refresh()
}

// Choose chooses a cell without telling; zeros let go.
func (h *Heat) Choose(x, y int) {
	h.chosen = [2]int{x, y}
	h.Refresh()
}

func (h *Heat) toggle(at [2]int) {
	if h.chosen == at {
		at = [2]int{}
	}
	h.chosen = at
	h.Refresh()
	if h.pick != nil {
		h.pick(at[0], at[1])
	}
}

// TypedKey moves, chooses and lets go.
func (h *Heat) TypedKey(e *fyne.KeyEvent) {
	dx, dy := 0, 0
	switch e.Name {
	case fyne.KeyLeft:
		dx = -1
	case fyne.KeyRight:
		dx = 1
	case fyne.KeyUp:
		dy = 1
	case fyne.KeyDown:
		dy = -1
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		h.toggle(h.at)
		return
	default:
		passKey(h, e)
		return
	}
	h.at = [2]int{min(max(h.at[0]+dx, 1), steps), min(max(h.at[1]+dy, 1), steps)}
	h.Refresh()
}

// Tapped chooses the cell under the mouse.
func (h *Heat) Tapped(e *fyne.PointEvent) {
	h.tip.leave()
	if at, ok := h.cellAt(e.Position); ok && !h.Disabled() {
		focus(h)
		h.at = at
		h.toggle(at)
	}
}

// MouseMoved tells in a tooltip what the cell under the mouse is.
func (h *Heat) MouseMoved(e *desktop.MouseEvent) {
	at, _ := h.cellAt(e.Position)
	if at == h.over {
		return
	}
	h.over = at
	h.tip.leave()
	if at != [2]int{} && h.words.Describe != nil {
		h.tip.enter(h, h.words.Describe(at[0], at[1]), e.AbsolutePosition)
	}
	h.Refresh()
}

// MouseOut takes light and tooltip away.
func (h *Heat) MouseOut() {
	h.over = [2]int{}
	h.control.MouseOut()
}

func (h *Heat) cellAt(p fyne.Position) ([2]int, bool) {
	x, y, ok := snap(p.SubtractXY(px(mapLeft), px(mapTop)), h.room(h.Size().Width))
	if !ok {
		return [2]int{}, false
	}
	return [2]int{x, y}, true
}

const (
	heatCellHeight = 44
	heatCellWidth  = 136 // at most
)

func (h *Heat) room(w float32) fyne.Size {
	cell := min(px(heatCellWidth), float32(math.Floor(float64((w-px(mapLeft))/steps))))
	return fyne.NewSize(max(px(30), cell)*steps, px(heatCellHeight)*steps)
}

// CreateRenderer is called by the toolkit.
func (h *Heat) CreateRenderer() fyne.WidgetRenderer { return newDrawing(h, h.parts...) }

func (h *Heat) paint() {
	for axis := range h.axes {
		h.axes[axis].paint()
		for _, t := range h.ticks[axis] {
			t.paint()
		}
	}
	for at, c := range h.cells {
		family := HeatFamily(at[0] * at[1])
		edge := family.Tint()
		if at == h.over || at == h.chosen {
			edge = family.Ink()
		}
		c.ground.paint(family.Tint(), edge)
		c.product.ink, c.marks.ink = family.Ink(), family.Ink()
		c.product.paint()
		c.marks.full = heatMarks(h.marks[at])
		c.marks.paint()
		paintRing(c.edge, radiusSmall, at == h.chosen)
		c.edge.StrokeColor = theme.Color(family.Ink())
	}
	paintRing(h.ring, radiusSmall+2, h.focused)
}

// heatMarks writes up to four marks out, else counts them.
func heatMarks(marks []string) string {
	if len(marks) > 4 {
		return strings.Join(marks[:3], " ") + " +" + strconv.Itoa(len(marks)-3)
	}
	return strings.Join(slices.Clone(marks), " ")
}

func (h *Heat) measure() fyne.Size {
	return fyne.NewSize(px(mapLeft+30*steps), h.HeightForWidth(0))
}

// HeightForWidth is that of five cells, whatever the width.
func (h *Heat) HeightForWidth(float32) float32 { return px(mapTop + heatCellHeight*steps + mapFoot) }

func (h *Heat) arrange(s fyne.Size) {
	room := h.room(s.Width)
	left, top := px(mapLeft), px(mapTop)
	cell := fyne.NewSize(room.Width/steps, room.Height/steps)
	corner := func(at [2]int) (x, y float32) {
		return left + float32(at[0]-1)*cell.Width, top + float32(steps-at[1])*cell.Height
	}
	for at, c := range h.cells {
		x, y := corner(at)
		c.ground.put(x+1, y+1, cell.Width-2, cell.Height-2)
		put(c.edge, x+1, y+1, cell.Width-2, cell.Height-2)
		c.product.placeEnd(x, y+px(3), cell.Width-px(6))
		c.marks.placeMid(x+px(3), y+px(20), cell.Width-px(6))
	}
	x, y := corner(h.at)
	put(h.ring, x-1, y-1, cell.Width+2, cell.Height+2)
	h.axes[1].place(0, 0, s.Width)
	h.axes[0].placeEnd(left, top+room.Height+px(22), room.Width)
	for i := range steps {
		mid := middleOf(i+1, i+1, room)
		h.ticks[0][i].placeMid(left+mid.X-px(10), top+room.Height+px(4), px(20))
		h.ticks[1][i].placeMid(0, top+mid.Y-h.ticks[1][i].height()/2, px(mapLeft-4))
	}
}

// AccessibilityLabel is the cell with the keyboard and what it holds.
func (h *Heat) AccessibilityLabel() string {
	if h.words.Describe == nil {
		return ""
	}
	return h.words.Describe(h.at[0], h.at[1])
}

// AccessibilityRole is button.
func (h *Heat) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
