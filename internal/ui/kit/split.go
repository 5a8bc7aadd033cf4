package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Widths are the designed widths a pane may have.
type Widths struct{ At, Min, Max float32 }

// Split puts a pane of a width that can be dragged beside one that takes the
// rest. Hiding the pane gives its room to the other.
type Split struct {
	widget.BaseWidget
	pane   fyne.CanvasObject
	rest   fyne.CanvasObject
	atEnd  bool // the pane stands at the right
	widths Widths
	grip   *splitGrip
	moved  func(width float32)
	least  float32 // designed width of all below which the pane is left out
	shown  bool    // the pane is wanted
	fits   bool
	told   func(fits bool)
}

// SetLeast leaves the pane out while there is less room than a designed width for
// both. Told, which may be nil, learns when there is.
func (s *Split) SetLeast(width float32, told func(fits bool)) { s.least, s.told = width, told }

// NewSplit returns a split with the pane at the left. Moved, which may be nil,
// is told the designed width after a drag.
func NewSplit(pane, rest fyne.CanvasObject, widths Widths, moved func(width float32)) *Split {
	s := &Split{pane: pane, rest: rest, widths: widths, moved: moved, shown: true, fits: true}
	s.grip = newSplitGrip(s)
	s.ExtendBaseWidget(s)
	return s
}

// NewSplitEnd is NewSplit with the pane at the right.
func NewSplitEnd(rest, pane fyne.CanvasObject, widths Widths, moved func(width float32)) *Split {
	s := NewSplit(pane, rest, widths, moved)
	s.atEnd = true
	return s
}

// Width returns the pane's designed width.
func (s *Split) Width() float32 { return s.widths.At }

// SetWidth gives the pane a designed width within its limits.
func (s *Split) SetWidth(w float32) {
	s.widths.At = max(s.widths.Min, min(w, s.widths.Max))
	s.Refresh()
}

// SetPaneShown shows or hides the pane.
func (s *Split) SetPaneShown(shown bool) {
	s.shown = shown
	s.Refresh()
}

// CreateRenderer is called by the toolkit.
func (s *Split) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(s, s.rest, s.pane, s.grip)
}

func (s *Split) paint() {}

func (s *Split) measure() fyne.Size {
	size := s.rest.MinSize()
	if s.shown && s.least == 0 {
		pane := s.pane.MinSize()
		size.Width += px(s.widths.Min)
		size.Height = max(size.Height, pane.Height)
	}
	return size
}

func (s *Split) arrange(size fyne.Size) {
	fits := size.Width >= px(s.least)
	beside := s.shown && fits
	setShown(s.pane, beside) // hidden, the keyboard passes it by too
	setShown(s.grip, beside)
	if s.told != nil && fits != s.fits {
		s.fits = fits
		s.told(fits)
	}
	if !beside {
		put(s.rest, 0, 0, size.Width, size.Height)
		return
	}
	w := min(px(s.widths.At), max(px(s.widths.Min), size.Width-px(200)))
	half := px(3)
	if s.atEnd {
		put(s.rest, 0, 0, size.Width-w, size.Height)
		put(s.pane, size.Width-w, 0, w, size.Height)
		put(s.grip, size.Width-w-half, 0, 2*half+1, size.Height)
		return
	}
	put(s.pane, 0, 0, w, size.Height)
	put(s.rest, w, 0, size.Width-w, size.Height)
	put(s.grip, w-1-half, 0, 2*half+1, size.Height)
}

// splitGrip is the line that is dragged.
type splitGrip struct {
	widget.BaseWidget
	split *Split
	rule  *canvas.Rectangle
	wide  bool
	from  float32
}

var (
	_ fyne.Draggable     = (*splitGrip)(nil)
	_ desktop.Hoverable  = (*splitGrip)(nil)
	_ desktop.Cursorable = (*splitGrip)(nil)
)

func newSplitGrip(s *Split) *splitGrip {
	g := &splitGrip{split: s, rule: newRect()}
	g.ExtendBaseWidget(g)
	return g
}

// Cursor shows that the line can be moved sideways.
func (g *splitGrip) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// Dragged follows the mouse.
func (g *splitGrip) Dragged(e *fyne.DragEvent) {
	if g.from == 0 {
		g.from = g.split.widths.At
	}
	by := e.Dragged.DX / factor()
	if g.split.atEnd {
		by = -by
	}
	g.from += by
	g.split.SetWidth(g.from)
}

// DragEnd tells the new width.
func (g *splitGrip) DragEnd() {
	g.from = 0
	if g.split.moved != nil {
		g.split.moved(g.split.widths.At)
	}
}

// MouseIn lights the line.
func (g *splitGrip) MouseIn(*desktop.MouseEvent) {
	g.wide = true
	g.Refresh()
}

// MouseMoved does nothing.
func (g *splitGrip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the line's light out.
func (g *splitGrip) MouseOut() {
	g.wide = false
	g.Refresh()
}

// CreateRenderer is called by the toolkit.
func (g *splitGrip) CreateRenderer() fyne.WidgetRenderer { return newDrawing(g, g.rule) }

func (g *splitGrip) paint() {
	token := ColorLine
	if g.wide {
		token = ColorPrimaryText
	}
	paintRect(g.rule, token, 0)
}

func (g *splitGrip) measure() fyne.Size { return fyne.Size{} }

func (g *splitGrip) arrange(s fyne.Size) {
	put(g.rule, px(3), 0, 1, s.Height)
}
