package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

const cardHead = 42

// Card is a bordered ground with a head: title, count, caption, and actions at
// the right. Cards are not put into cards.
type Card struct {
	widget.BaseWidget
	frame   slab
	title   *line
	badge   badge
	caption *line
	actions *fyne.Container
	rule    *canvas.Rectangle
	body    fyne.CanvasObject
}

// NewCard returns a card around body. Without a title there is no head.
func NewCard(title string, body fyne.CanvasObject) *Card {
	c := &Card{
		frame: newSlab(radiusCard), title: newLine(title, BodyStrong, ColorText), badge: newBadge(),
		caption: newLine("", Caption, ColorText2), actions: Bar(8), rule: newRect(), body: body,
	}
	c.ExtendBaseWidget(c)
	c.round()
	return c
}

// SetTitle shows another title.
func (c *Card) SetTitle(title string) {
	c.title.full = title
	c.round()
	c.Refresh()
}

// SetCount shows a count beside the title; empty for none.
func (c *Card) SetCount(count string) {
	c.badge.set(count)
	c.Refresh()
}

// SetCaption shows a caption after title and count.
func (c *Card) SetCaption(caption string) {
	c.caption.full = caption
	c.Refresh()
}

// SetActions puts links or small buttons at the right of the head.
func (c *Card) SetActions(actions ...fyne.CanvasObject) {
	c.actions.Objects = actions
	c.actions.Refresh() // the same size would not lay them out anew
	c.Refresh()
}

// SetBody shows another body.
func (c *Card) SetBody(body fyne.CanvasObject) {
	c.body = body
	c.round()
	c.Refresh()
}

// round lets the body follow the card's corners.
func (c *Card) round() {
	if r, ok := c.body.(rounded); ok {
		r.roundCorners(c.title.full == "", true)
	}
}

// rounded is what fills a card to its corners and can follow them.
type rounded interface{ roundCorners(top, bottom bool) }

// CreateRenderer is called by the toolkit.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	return &cardRenderer{drawing: drawing{of: c}, c: c}
}

// cardRenderer follows a change of body.
type cardRenderer struct {
	drawing
	c *Card
}

// Objects have the body before the actions: with Tab the rows come first.
func (r *cardRenderer) Objects() []fyne.CanvasObject {
	c := r.c
	r.objects = append(r.objects[:0], c.frame.group, c.title.Text, c.badge.ground, c.badge.count.Text,
		c.caption.Text, c.rule, c.body, c.actions)
	return r.objects
}

func (c *Card) head() float32 {
	if c.title.full == "" {
		return 0
	}
	return px(cardHead)
}

func (c *Card) paint() {
	c.frame.paint(ColorCard, ColorLine)
	c.title.paint()
	c.caption.paint()
	c.badge.paint()
	paintRect(c.rule, ColorLine, 0)
	c.rule.Hidden = c.head() == 0
}

func (c *Card) measure() fyne.Size {
	head := c.title.width() + c.badge.width() + c.caption.width() + c.actions.MinSize().Width + px(2*gutter+32)
	if c.head() == 0 {
		head = 0
	}
	body := c.body.MinSize()
	return fyne.NewSize(max(min(head, px(320)), body.Width)+2, body.Height+c.head()+2)
}

// HeightForWidth is the body's and the head's.
func (c *Card) HeightForWidth(w float32) float32 {
	return heightFor(c.body, w-2) + c.head() + 2
}

func (c *Card) arrange(s fyne.Size) {
	c.frame.put(0, 0, s.Width, s.Height)
	head := c.head()
	put(c.rule, 1, head, s.Width-2, 1)
	put(c.body, 1, 1+head, s.Width-2, s.Height-head-2)
	if head == 0 {
		return
	}
	actions := c.actions.MinSize()
	put(c.actions, s.Width-px(15)-actions.Width, round((head-actions.Height)/2)+1, actions.Width, actions.Height)
	end := s.Width - px(15)
	if actions.Width > 0 {
		end -= actions.Width + px(12)
	}
	x := px(gutter) + 1
	x += c.title.place(x, round((head-c.title.height())/2)+1, end-x-c.badge.width())
	if w := c.badge.width(); w > 0 {
		x += px(8)
		c.badge.place(x, 1, head)
		x += w
	}
	setShown(c.caption.Text, c.caption.full != "")
	if c.caption.full != "" {
		x += px(12)
		c.caption.place(x, round((head-c.caption.height())/2)+1, end-x)
	}
}

// badge is a count on a round ground.
type badge struct {
	ground *canvas.Rectangle
	count  *line
}

func newBadge() badge {
	b := badge{ground: newRect(), count: newLine("", CaptionStrong, ColorText2)}
	b.ground.Hidden = true
	return b
}

func (b badge) set(count string) {
	b.count.full = count
	b.ground.Hidden = count == ""
}

func (b badge) paint() {
	paintRect(b.ground, ColorNeutralTint, 9)
	b.count.paint()
}

func (b badge) width() float32 {
	if b.count.full == "" {
		return 0
	}
	return max(px(20), b.count.width()+px(12))
}

func (b badge) place(x, y, h float32) {
	put(b.ground, x, y+round((h-px(18))/2), b.width(), px(18))
	b.count.placeMid(x, y+round((h-b.count.height())/2), b.width())
}
