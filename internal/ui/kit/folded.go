package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ledstjarna/assets"
)

// Folded is a part of a form that is closed until it is asked for. Its head
// goes the whole width between two lines.
type Folded struct {
	widget.BaseWidget
	head *foldHead
	body fyne.CanvasObject
}

// NewFolded returns a closed part with a title and a caption that names what is
// in it. Turned is called when a person opens or closes it; it may be nil.
func NewFolded(title, caption string, body fyne.CanvasObject, turned func(open bool)) *Folded {
	f := &Folded{body: body}
	f.head = newFoldHead(title, caption, func() {
		f.SetOpen(!f.Open())
		if turned != nil {
			turned(f.Open())
		}
	})
	body.Hide()
	f.ExtendBaseWidget(f)
	return f
}

// AlongEdge draws the head for a part along an edge: the title where rows begin, and what
// opens it at the right. It returns the part.
func (f *Folded) AlongEdge() *Folded {
	f.head.edge = true
	return f
}

// SetEmpty leaves nothing to open, so that the head only says so, or takes that back. The
// part stays closed afterwards.
func (f *Folded) SetEmpty(empty bool) {
	if empty {
		f.SetOpen(false)
	}
	f.head.empty = empty
	f.head.setStop(!empty)
	f.head.Refresh()
}

// Open reports whether the part is open.
func (f *Folded) Open() bool { return f.body.Visible() }

// Stop is what the keyboard stops at to open or close the part.
func (f *Folded) Stop() fyne.Focusable { return f.head }

// SetOpen opens or closes the part.
func (f *Folded) SetOpen(open bool) {
	setShown(f.body, open)
	f.head.open = open
	f.head.Refresh()
	f.Refresh()
}

// SetCaption names what is in the part.
func (f *Folded) SetCaption(caption string) {
	f.head.caption.full = caption
	f.head.Refresh()
}

// SetCount says at the right how much of the part is filled in.
func (f *Folded) SetCount(count string) {
	f.head.count.full = count
	f.head.Refresh()
}

// CreateRenderer is called by the toolkit.
func (f *Folded) CreateRenderer() fyne.WidgetRenderer { return newDrawing(f, f.head, f.body) }

func (f *Folded) paint() {}

func (f *Folded) measure() fyne.Size {
	w := max(f.head.MinSize().Width, f.body.MinSize().Width)
	return fyne.NewSize(w, f.HeightForWidth(max(w, f.Size().Width)))
}

// HeightForWidth is that of the head and of what is open.
func (f *Folded) HeightForWidth(w float32) float32 {
	h := f.head.MinSize().Height
	if f.Open() {
		h += heightFor(f.body, w)
	}
	return h
}

func (f *Folded) arrange(s fyne.Size) {
	h := f.head.MinSize().Height
	put(f.head, 0, 0, s.Width, h)
	put(f.body, 0, h, s.Width, s.Height-h)
}

// foldHead is pressed to open and close.
type foldHead struct {
	control
	ground, over, base *canvas.Rectangle
	chevron            *picture
	title              *line
	caption            *line
	count              *line
	open               bool
	edge               bool // along one: the chevron at the right
	empty              bool // without a chevron
}

func newFoldHead(title, caption string, press func()) *foldHead {
	h := &foldHead{
		control: newControl(press), ground: newRect(), over: newRect(), base: newRect(),
		chevron: newPicture(assets.IconChevronRight, 14, ColorText2), title: newLine(title, DenseStrong, ColorText),
		caption: newLine(caption, Caption, ColorText2), count: newLine("", Caption, ColorText2),
	}
	h.text = func() string {
		if h.caption.cut {
			return h.caption.full
		}
		return ""
	}
	h.extend(h)
	return h
}

// CreateRenderer is called by the toolkit.
func (h *foldHead) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(h, h.ground, h.over, h.base, h.chevron.Image, h.title.Text, h.caption.Text, h.count.Text, h.ring)
}

func (h *foldHead) paint() {
	token := colorClear
	if h.lit() {
		token = ColorHover
	}
	paintRect(h.ground, token, 0)
	paintRect(h.over, ColorLine, 0)
	paintRect(h.base, ColorLine, 0)
	h.base.Hidden = !h.open
	h.chevron.symbol = assets.IconChevronRight
	if h.open {
		h.chevron.symbol = assets.IconChevronDown
	}
	h.chevron.paint()
	setShown(h.chevron.Image, !h.empty)
	h.title.paint()
	h.caption.paint()
	h.count.paint()
	paintRing(h.ring, radiusSmall, h.focused)
}

func (h *foldHead) measure() fyne.Size { return fyne.NewSize(px(200), px(36)) }

func (h *foldHead) arrange(s fyne.Size) {
	put(h.ground, 0, 0, s.Width, s.Height)
	put(h.over, 0, 0, s.Width, 1)
	put(h.base, 0, s.Height-1, s.Width, 1)
	put(h.ring, 1, 1, s.Width-2, s.Height-2)
	x, end := px(42), s.Width-px(20)
	if h.edge {
		x, end = px(gutter), s.Width-px(12)
		if !h.empty {
			end -= px(14 + 10)
		}
		h.chevron.place(s.Width-px(12+14), 0, s.Height)
	} else {
		h.chevron.place(px(20), 0, s.Height)
	}
	small := round((s.Height - h.count.height()) / 2)
	if h.count.full != "" {
		end -= h.count.placeEnd(px(20), small, end-px(20)) + px(12)
	} else {
		h.count.place(end, small, 0)
	}
	x += h.title.place(x, round((s.Height-h.title.height())/2), end-x)
	h.caption.place(x+px(8), small, end-x-px(8))
}
