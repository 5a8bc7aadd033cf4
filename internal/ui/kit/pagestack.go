package kit

import (
	"image"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Designed lengths of pages below each other.
const (
	stackMargin = 16
	stackGap    = 14
	stackMark   = 3
	thumbWidth  = 50
	thumbFoot   = 16
)

// PageStack shows pages of paper below each other, or as thumbnails beside each
// other, with a mark in the margin at the part that is worked on.
type PageStack struct {
	widget.BaseWidget
	papers  []*stackedPaper
	mark    *canvas.Rectangle
	at      int     // page of the mark, -1 for none
	from    float32 // shares of the page's height
	to      float32
	current int
	thumbs  bool
	room    float32 // height that a whole page gets; 0 for the width's
	pressed func(page int)
}

// NewPageStack returns an empty stack. Pressed is told the page that was pressed,
// from 0.
func NewPageStack(pressed func(page int)) *PageStack {
	s := &PageStack{mark: newRect(), at: -1, pressed: pressed}
	s.ExtendBaseWidget(s)
	return s
}

// SetPages shows pages of the ratios of height to width. Pages that were there
// keep their pictures until others come.
func (s *PageStack) SetPages(ratios []float32) {
	for i, r := range ratios {
		if i == len(s.papers) {
			s.papers = append(s.papers, newStackedPaper(s, i))
		}
		s.papers[i].ratio = r
	}
	s.papers = s.papers[:len(ratios)]
	s.Refresh()
}

// SetImage shows a picture as the page.
func (s *PageStack) SetImage(page int, m image.Image) {
	if page < 0 || page >= len(s.papers) {
		return
	}
	p := s.papers[page]
	p.picture.Image = m
	p.picture.Refresh()
	p.Refresh()
}

// SetMark marks a part of a page, in shares of its height; none for page -1.
func (s *PageStack) SetMark(page int, from, to float32) {
	s.at, s.from, s.to = page, from, to
	s.Refresh()
}

// SetCurrent tells which page is in front, from 0.
func (s *PageStack) SetCurrent(page int) {
	if page != s.current {
		s.current = page
		s.Refresh()
	}
}

// SetThumbnails shows all pages small.
func (s *PageStack) SetThumbnails(on bool) {
	s.thumbs = on
	s.Refresh()
}

// SetRoom gives each page at most a height, so that it is seen whole; 0 gives it
// the whole width.
func (s *PageStack) SetRoom(height float32) {
	if height != s.room {
		s.room = height
		s.Refresh()
	}
}

// Pages counts the pages.
func (s *PageStack) Pages() int { return len(s.papers) }

// PageWidth is how wide a page is drawn in a stack of the width.
func (s *PageStack) PageWidth(page int, width float32) float32 {
	if s.thumbs {
		return px(thumbWidth)
	}
	w := max(width-2*px(stackMargin), 1)
	if s.room > 0 && page >= 0 && page < len(s.papers) {
		w = min(w, max((s.room-2*px(stackGap))/max(s.papers[page].ratio, 0.1), 1))
	}
	return round(w)
}

// Top is where a page begins in a stack of the width.
func (s *PageStack) Top(page int, width float32) float32 {
	if page < 0 || page >= len(s.papers) {
		return 0
	}
	_, y, _ := s.place(page, width)
	return y
}

// place is where a page stands, and its height.
func (s *PageStack) place(page int, width float32) (x, y, height float32) {
	if s.thumbs {
		n := s.perRow(width)
		step := px(thumbWidth + stackGap)
		y = px(stackGap)
		for row := range page / n {
			y += s.rowHeight(row, n) + px(thumbFoot+stackGap)
		}
		return px(stackMargin) + float32(page%n)*step, y, round(px(thumbWidth) * s.papers[page].ratio)
	}
	y = px(stackGap)
	for i := range page {
		y += round(s.PageWidth(i, width)*s.papers[i].ratio) + px(stackGap)
	}
	w := s.PageWidth(page, width)
	return round((width - w) / 2), y, round(w * s.papers[page].ratio)
}

func (s *PageStack) perRow(width float32) int {
	return max(int((width-2*px(stackMargin)+px(stackGap))/px(thumbWidth+stackGap)), 1)
}

func (s *PageStack) rowHeight(row, n int) float32 {
	h := float32(0)
	for i := row * n; i < min((row+1)*n, len(s.papers)); i++ {
		h = max(h, round(px(thumbWidth)*s.papers[i].ratio))
	}
	return h
}

// PageAt is the page at a height of a stack of the width.
func (s *PageStack) PageAt(y, width float32) int {
	for i := range s.papers {
		if _, top, high := s.place(i, width); y < top+high+px(stackGap) {
			return i
		}
	}
	return max(len(s.papers)-1, 0)
}

// HeightForWidth is how high all pages are.
func (s *PageStack) HeightForWidth(width float32) float32 {
	n := len(s.papers)
	if n == 0 {
		return 0
	}
	_, y, high := s.place(n-1, width)
	if s.thumbs {
		high += px(thumbFoot)
	}
	return y + high + px(stackGap)
}

// CreateRenderer is called by the toolkit.
func (s *PageStack) CreateRenderer() fyne.WidgetRenderer {
	return &stackRenderer{drawing: drawing{of: s}, s: s}
}

type stackRenderer struct {
	drawing
	s *PageStack
}

func (r *stackRenderer) Objects() []fyne.CanvasObject {
	r.objects = r.objects[:0]
	for _, p := range r.s.papers {
		r.objects = append(r.objects, p)
	}
	r.objects = append(r.objects, r.s.mark)
	return r.objects
}

func (s *PageStack) paint()             { paintRect(s.mark, ColorPrimaryText, 1) }
func (s *PageStack) measure() fyne.Size { return fyne.NewSize(px(thumbWidth+2*stackMargin), px(40)) }

func (s *PageStack) arrange(size fyne.Size) {
	for i, p := range s.papers {
		x, y, h := s.place(i, size.Width)
		if s.thumbs {
			h += px(thumbFoot)
		}
		put(p, x, y, s.PageWidth(i, size.Width), h)
	}
	s.mark.Hidden = s.at < 0 || s.at >= len(s.papers) || s.thumbs
	if s.mark.Hidden {
		return
	}
	x, y, h := s.place(s.at, size.Width)
	put(s.mark, max(x-px(9), px(2)), y+round(h*s.from), px(stackMark), max(round(h*(s.to-s.from)), px(12)))
}

// stackedPaper is one page.
type stackedPaper struct {
	widget.BaseWidget
	stack   *PageStack
	number  int
	ratio   float32
	ring    *canvas.Rectangle
	edge    *canvas.Rectangle
	ground  *canvas.Rectangle
	picture *canvas.Image
	label   *canvas.Text
}

var _ fyne.Tappable = (*stackedPaper)(nil)

func newStackedPaper(s *PageStack, n int) *stackedPaper {
	p := &stackedPaper{stack: s, number: n, ring: newRect(), edge: newRect(), ground: newRect(), picture: &canvas.Image{FillMode: canvas.ImageFillStretch}}
	p.picture.ScaleMode = canvas.ImageScaleSmooth
	p.label = canvas.NewText(strconv.Itoa(n+1), theme.Color(ColorText2))
	p.label.Alignment = fyne.TextAlignCenter
	p.ExtendBaseWidget(p)
	return p
}

// Tapped tells the stack.
func (p *stackedPaper) Tapped(*fyne.PointEvent) {
	if p.stack.pressed != nil {
		p.stack.pressed(p.number)
	}
}

// CreateRenderer is called by the toolkit.
func (p *stackedPaper) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(p, p.ring, p.edge, p.ground, p.picture, p.label)
}

func (p *stackedPaper) paint() {
	paintRect(p.ring, ColorPrimaryText, 4)
	paintRect(p.edge, ColorControlBorder, 0)
	paintRect(p.ground, ColorPaper, 0)
	p.label.Color = theme.Color(ColorText2)
	p.label.TextSize = px(11)
	p.label.TextStyle.Bold = p.number == p.stack.current
	p.label.Refresh()
}

func (p *stackedPaper) measure() fyne.Size { return fyne.NewSize(1, 1) }

func (p *stackedPaper) arrange(size fyne.Size) {
	h := size.Height
	p.label.Hidden = !p.stack.thumbs
	if p.stack.thumbs {
		h -= px(thumbFoot)
		put(p.label, 0, h+px(1), size.Width, px(thumbFoot))
	}
	p.ring.Hidden = !p.stack.thumbs || p.number != p.stack.current
	put(p.ring, -px(4), -px(4), size.Width+px(8), h+px(8))
	put(p.edge, -1, -1, size.Width+2, h+2)
	put(p.ground, 0, 0, size.Width, h)
	p.picture.Hidden = p.picture.Image == nil
	put(p.picture, 0, 0, size.Width, h)
}
