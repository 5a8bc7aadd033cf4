package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ledstjarna/assets"
)

// PageHeader is the head of a view: title, state, caption, and actions at the
// right. A title without room is smaller before it is cut.
type PageHeader struct {
	widget.BaseWidget
	editor    bool
	captioned bool // it has room for a caption
	title     *line
	pill      pillShape
	turn      *IconButton
	caption   *line
	actions   *fyne.Container
	folding   []*Button // of the actions, those that go into a menu, and its button
	more      *Button
	ground    *canvas.Rectangle // over what is scrolled under it
	rule      *canvas.Rectangle
	tip       tip
}

var _ desktop.Hoverable = (*PageHeader)(nil)

// actionGap is the room between the buttons.
const actionGap = 12

// NewPageHeader returns the head of a list.
func NewPageHeader(title string) *PageHeader {
	h := &PageHeader{
		title: newLine(title, Heading, ColorText), pill: newPillShape(), caption: newLine("", Dense, ColorText2),
		actions: Bar(actionGap), ground: newRect(), rule: newRect(),
	}
	h.turn = NewIconButton(assets.IconChevronDown, 26, "", nil)
	h.turn.Hide()
	h.ExtendBaseWidget(h)
	return h
}

// Captioned keeps the room of a caption that comes later, and returns the head.
func (h *PageHeader) Captioned() *PageHeader {
	h.captioned = true
	return h
}

// NewEditorHeader returns the head of an editor, which has a line under it.
func NewEditorHeader(title string) *PageHeader {
	h := NewPageHeader(title)
	h.editor = true
	return h
}

// SetTitle shows another title.
func (h *PageHeader) SetTitle(title string) {
	h.title.full = title
	h.Refresh()
}

// SetCaption shows a caption under the title; empty for none.
func (h *PageHeader) SetCaption(caption string) {
	h.caption.full = caption
	h.Refresh()
}

// SetState shows a pill beside the title; the zero state shows none.
func (h *PageHeader) SetState(s State) {
	h.pill.set(s)
	h.Refresh()
}

// SetSwitch puts an arrow beside the title that goes to another of the same
// kind; nil takes it away.
func (h *PageHeader) SetSwitch(tip string, press func()) {
	h.turn.press = press
	h.turn.text = func() string { return tip }
	setShown(h.turn, press != nil)
	h.Refresh()
}

// SetActions puts buttons at the right.
func (h *PageHeader) SetActions(actions ...fyne.CanvasObject) {
	h.actions.Objects, h.folding, h.more = actions, nil, nil
	h.actions.Refresh()
	h.Refresh()
}

// MouseIn shows what is cut after a while.
func (h *PageHeader) MouseIn(e *desktop.MouseEvent) {
	if text := cutOf(h.title, h.caption); text != "" {
		h.tip.enter(h, text, e.AbsolutePosition)
	}
}

// MouseMoved does nothing.
func (h *PageHeader) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the tooltip away.
func (h *PageHeader) MouseOut() { h.tip.leave() }

// CreateRenderer is called by the toolkit.
func (h *PageHeader) CreateRenderer() fyne.WidgetRenderer {
	parts := append([]fyne.CanvasObject{h.ground, h.rule, h.title.Text, h.caption.Text}, h.pill.parts()...)
	return newDrawing(h, append(parts, h.turn, h.actions)...)
}

func (h *PageHeader) paint() {
	paintRect(h.ground, ColorWindow, 0)
	paintRect(h.rule, ColorLine, 0)
	h.rule.Hidden = !h.editor
	h.title.paint()
	h.caption.paint()
	h.pill.paint()
}

// insets are the room at the left, at the right and above.
func (h *PageHeader) insets() (left, right, top float32) {
	switch {
	case h.editor:
		return px(20), px(16), px(12)
	case h.caption.full == "":
		return px(24), px(24), px(14)
	}
	return px(24), px(24), px(16)
}

func (h *PageHeader) measure() fyne.Size {
	height := px(52)
	switch {
	case h.editor:
		height = px(67)
	case h.caption.full != "" || h.captioned:
		height = px(72)
	}
	left, right, _ := h.insets()
	return fyne.NewSize(left+right+px(120)+h.least(), height)
}

// after is the width of what stands after the title.
func (h *PageHeader) after() float32 {
	after := float32(0)
	if w := h.pill.width(); w > 0 {
		after += w + px(10)
	}
	if h.turn.Visible() {
		after += px(26 + 6)
	}
	return after
}

func (h *PageHeader) arrange(s fyne.Size) {
	left, right, top := h.insets()
	put(h.ground, 0, 0, s.Width, s.Height)
	put(h.rule, 0, s.Height-1, s.Width, 1)
	after := h.after()
	h.fold(s.Width-left-right-px(16), Subheading.width(h.title.full)+after)
	actions := h.actions.MinSize()
	end := s.Width - right
	put(h.actions, end-actions.Width, round((s.Height-actions.Height)/2), actions.Width, actions.Height)
	if actions.Width > 0 {
		end -= actions.Width + px(16)
	}
	x := left
	h.title.style = Heading
	if h.title.width() > end-x-after {
		h.title.style = Subheading
	}
	h.title.paint()
	x += h.title.place(x, top+round((Heading.height()-h.title.height())/2), end-x-after)
	if h.turn.Visible() {
		put(h.turn, x+px(6), top, px(26), px(26))
		x += px(26 + 6)
	}
	if h.pill.width() > 0 {
		h.pill.place(x+px(10), top+px(3), h.pill.width())
	}
	h.caption.place(left, top+px(26), end-left)
}
