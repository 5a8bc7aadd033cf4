package kit

import (
	"slices"
	"weak"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

const (
	scrollFoot = 24 // room under the last row
	scrollBar  = 6
)

// ScrollBox shows content that is higher than its room. It takes the wheel for
// everything in it, so that a field under the mouse does not stop the page, and
// brings what gets the keyboard into sight.
type ScrollBox struct {
	widget.BaseWidget
	content fyne.CanvasObject
	offset  float32
	inner   *scrolled
	bar     *scrollThumb
	known   bool
	foot    float32     // designed room under the last row
	moved   func()      // told when the content or its room has moved
	long    []*LongRows // in the content
}

// OnMoved sets what is told when another part of the content may be in sight.
func (s *ScrollBox) OnMoved(do func()) { s.moved = do }

// NewScrollBox returns a box around content, which gets the box's width and the
// height it wants.
func NewScrollBox(content fyne.CanvasObject) *ScrollBox {
	s := &ScrollBox{content: content, foot: scrollFoot}
	s.inner = &scrolled{box: s}
	s.inner.ExtendBaseWidget(s.inner)
	s.bar = newScrollThumb(s)
	s.ExtendBaseWidget(s)
	return s
}

// AtMost is the box as high as its content, but no higher than a designed height.
func (s *ScrollBox) AtMost(height float32) *fyne.Container {
	s.foot = 0
	return &fyne.Container{Layout: mostLayout{box: s, most: height}, Objects: []fyne.CanvasObject{s}}
}

type mostLayout struct {
	growLayout
	box  *ScrollBox
	most float32
}

func (l mostLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	w := l.box.content.MinSize().Width
	return fyne.NewSize(w, l.heightForWidth(nil, max(w, l.box.Size().Width)))
}

func (l mostLayout) heightForWidth(_ []fyne.CanvasObject, w float32) float32 {
	return min(px(l.most), heightFor(l.box.content, w))
}

// SetContent shows other content from its top.
func (s *ScrollBox) SetContent(content fyne.CanvasObject) {
	if s.content == content {
		return
	}
	s.content, s.offset, s.long = content, 0, nil
	s.Refresh()
}

// watch lets long rows in the content know what is in sight.
func (s *ScrollBox) watch(r *LongRows) {
	if !slices.Contains(s.long, r) {
		s.long = append(s.long, r)
	}
}

// Offset is how far the content is scrolled.
func (s *ScrollBox) Offset() float32 { return s.offset }

// ScrollTo scrolls the content, as far as it goes.
func (s *ScrollBox) ScrollTo(offset float32) {
	offset = round(max(0, min(offset, s.height()-s.Size().Height)))
	if offset == s.offset {
		return
	}
	s.offset = offset
	s.arrange(s.Size())
}

// Reveal scrolls o into sight if it lies in the content.
func (s *ScrollBox) Reveal(o fyne.CanvasObject) {
	room, at := s.Size(), positionOf(s)
	if at.IsZero() || room.IsZero() {
		return // not on screen: what is out of the window has no place
	}
	target, size := positionOf(o), o.Size()
	if target.X < at.X || target.X+size.Width > at.X+room.Width+1 {
		return
	}
	top := target.Y - at.Y + s.offset
	if top < 0 || top+size.Height > s.height()+1 {
		return
	}
	if !s.holds(o) {
		return
	}
	margin := px(24)
	switch {
	case top-margin < s.offset:
		s.ScrollTo(top - margin)
	case top+size.Height+margin > s.offset+room.Height:
		s.ScrollTo(min(top-margin, top+size.Height+margin-room.Height))
	}
}

// holds reports whether o lies in the content, and not only beneath the box where the
// content would be if it were not cut: what lies in it moves with it.
func (s *ScrollBox) holds(o fyne.CanvasObject) bool {
	before, at := positionOf(o), s.content.Position()
	s.content.Move(at.AddXY(0, 1))
	defer s.content.Move(at)
	return positionOf(o) != before
}

// Scrolled moves the content with the wheel.
func (s *ScrollBox) Scrolled(e *fyne.ScrollEvent) { s.ScrollTo(s.offset - e.Scrolled.DY) }

// height is that of the content and the room under it.
func (s *ScrollBox) height() float32 {
	return heightFor(s.content, s.Size().Width) + px(s.foot)
}

// CreateRenderer is called by the toolkit.
func (s *ScrollBox) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(s, s.inner, s.bar)
}

func (s *ScrollBox) paint() {}

func (s *ScrollBox) measure() fyne.Size {
	s.register()
	return fyne.NewSize(s.content.MinSize().Width, px(80))
}

// register makes the box known to the layer above it, once it lies on a canvas.
func (s *ScrollBox) register() {
	if s.known {
		return
	}
	if l := layerOf(s); l != nil {
		l.boxes = slices.DeleteFunc(l.boxes, func(b weak.Pointer[ScrollBox]) bool { return b.Value() == nil })
		l.boxes = append(l.boxes, weak.Make(s))
		s.known = true
	}
}

func (s *ScrollBox) arrange(size fyne.Size) {
	s.register()
	full := s.height()
	s.offset = round(max(0, min(s.offset, full-size.Height)))
	put(s.inner, 0, 0, size.Width, size.Height)
	s.inner.arrange(size)
	for _, r := range s.long {
		r.look()
	}
	if s.moved != nil {
		s.moved()
	}
	s.bar.Hidden = full-px(s.foot) <= size.Height
	if s.bar.Hidden {
		return
	}
	h := max(px(32), size.Height*size.Height/full)
	y := (size.Height - h) * s.offset / max(1, full-size.Height)
	put(s.bar, size.Width-px(scrollBar+4), y, px(scrollBar+4), h)
}

// scrolled clips the content. What it draws last is a sheet that takes the
// wheel before anything in the content does.
type scrolled struct {
	widget.BaseWidget
	box *ScrollBox
}

// CreateRenderer is called by the toolkit.
func (s *scrolled) CreateRenderer() fyne.WidgetRenderer {
	sheet := &wheelSheet{box: s.box}
	sheet.ExtendBaseWidget(sheet)
	return &scrolledRenderer{drawing: drawing{of: s}, s: s, sheet: sheet}
}

func (s *scrolled) paint()             {}
func (s *scrolled) measure() fyne.Size { return fyne.Size{} }

func (s *scrolled) arrange(size fyne.Size) {
	h := max(size.Height, heightFor(s.box.content, size.Width))
	put(s.box.content, 0, -s.box.offset, size.Width, h)
}

type scrolledRenderer struct {
	drawing
	s     *scrolled
	sheet *wheelSheet
}

// IsClip tells the toolkit to cut at the edges.
func (r *scrolledRenderer) IsClip() {}

func (r *scrolledRenderer) Layout(size fyne.Size) {
	r.drawing.Layout(size)
	put(r.sheet, 0, 0, size.Width, size.Height)
}

func (r *scrolledRenderer) Objects() []fyne.CanvasObject {
	r.objects = append(r.objects[:0], r.s.box.content, r.sheet)
	return r.objects
}

// wheelSheet takes the wheel and nothing else.
type wheelSheet struct {
	widget.BaseWidget
	box *ScrollBox
}

func (w *wheelSheet) Scrolled(e *fyne.ScrollEvent) { w.box.Scrolled(e) }

// CreateRenderer is called by the toolkit.
func (w *wheelSheet) CreateRenderer() fyne.WidgetRenderer { return &drawing{of: w} }

func (w *wheelSheet) paint()             {}
func (w *wheelSheet) measure() fyne.Size { return fyne.Size{} }
func (w *wheelSheet) arrange(fyne.Size)  {}

// scrollThumb is dragged to scroll.
type scrollThumb struct {
	widget.BaseWidget
	box  *ScrollBox
	rect *canvas.Rectangle
	wide bool
}

var (
	_ fyne.Draggable    = (*scrollThumb)(nil)
	_ desktop.Hoverable = (*scrollThumb)(nil)
)

func newScrollThumb(box *ScrollBox) *scrollThumb {
	t := &scrollThumb{box: box, rect: newRect()}
	t.ExtendBaseWidget(t)
	return t
}

// Dragged scrolls in proportion.
func (t *scrollThumb) Dragged(e *fyne.DragEvent) {
	room := t.box.Size().Height
	t.box.ScrollTo(t.box.offset + e.Dragged.DY*(t.box.height()-room)/max(1, room-t.Size().Height))
}

// DragEnd does nothing.
func (t *scrollThumb) DragEnd() {}

// MouseIn widens the thumb.
func (t *scrollThumb) MouseIn(*desktop.MouseEvent) {
	t.wide = true
	t.Refresh()
}

// MouseMoved does nothing.
func (t *scrollThumb) MouseMoved(*desktop.MouseEvent) {}

// MouseOut narrows the thumb.
func (t *scrollThumb) MouseOut() {
	t.wide = false
	t.Refresh()
}

// CreateRenderer is called by the toolkit.
func (t *scrollThumb) CreateRenderer() fyne.WidgetRenderer { return newDrawing(t, t.rect) }

func (t *scrollThumb) paint()             { paintRect(t.rect, ColorControlBorder, 3) }
func (t *scrollThumb) measure() fyne.Size { return fyne.Size{} }

func (t *scrollThumb) arrange(s fyne.Size) {
	w := px(scrollBar - 2)
	if t.wide {
		w = px(scrollBar + 2)
	}
	put(t.rect, s.Width-w-px(2), px(2), w, s.Height-px(4))
}
