package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// State is how something stands: a symbol, a word, and what belongs to it,
// such as a number of days, in the colours of a family.
type State struct {
	Symbol Symbol
	Word   string // bold
	Detail string // regular, after the word; may be empty
	Short  string // in the place of Detail where that has no room; may be empty
	Family Family
}

// Pill shows a state on a tint.
type Pill struct {
	widget.BaseWidget
	state State
	shape pillShape
	tip   tip
}

var _ desktop.Hoverable = (*Pill)(nil)

// NewPill returns a pill for a state.
func NewPill(s State) *Pill {
	p := &Pill{shape: newPillShape()}
	p.state = s
	p.shape.set(s)
	p.ExtendBaseWidget(p)
	return p
}

// SetState shows another state.
func (p *Pill) SetState(s State) {
	if s == p.state {
		return
	}
	p.state = s
	p.shape.set(s)
	p.Refresh()
}

// State returns what the pill shows.
func (p *Pill) State() State { return p.state }

// CreateRenderer is called by the toolkit.
func (p *Pill) CreateRenderer() fyne.WidgetRenderer { return newDrawing(p, p.shape.parts()...) }

func (p *Pill) paint()             { p.shape.paint() }
func (p *Pill) measure() fyne.Size { return fyne.NewSize(p.shape.width(), px(20)) }

func (p *Pill) arrange(s fyne.Size) {
	p.shape.place(0, round((s.Height-px(20))/2), min(s.Width, p.shape.width()))
}

// MouseIn shows the whole state after a while if it is cut.
func (p *Pill) MouseIn(e *desktop.MouseEvent) {
	if p.shape.cut() {
		p.tip.enter(p, p.shape.full(), e.AbsolutePosition)
	}
}

// MouseMoved does nothing.
func (p *Pill) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the tooltip away.
func (p *Pill) MouseOut() { p.tip.leave() }

// pillShape is a pill inside a widget.
type pillShape struct {
	ground *canvas.Rectangle
	symbol *picture
	word   *line
	detail *line
	told   string // the whole detail
	short  string // in its place where there is no room
	family Family
	radius float32
	pad    float32 // at the right, designed
	empty  bool
}

func newPillShape() pillShape {
	p := pillShape{
		ground: newRect(),
		symbol: newPicture(nil, 12, ColorNeutral),
		word:   newLine("", CaptionStrong, ColorNeutral),
		detail: newLine("", Caption, ColorNeutral),
		radius: radiusPill, pad: 9,
	}
	p.set(State{})
	return p
}

func (p *pillShape) set(s State) {
	p.empty = s == State{}
	p.family = s.Family
	p.symbol.symbol = s.Symbol
	p.word.full, p.detail.full = s.Word, s.Detail
	p.told, p.short = s.Detail, s.Short
	p.symbol.ink, p.word.ink, p.detail.ink = s.Family.Ink(), s.Family.Ink(), s.Family.Ink()
	for _, o := range p.parts() {
		setShown(o, !p.empty)
	}
	p.symbol.Hidden = s.Symbol == nil
}

func (p *pillShape) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.ground, p.symbol.Image, p.word.Text, p.detail.Text}
}

func (p *pillShape) full() string {
	return strings.TrimSpace(p.word.full + " " + p.told)
}

func (p *pillShape) cut() bool { return p.word.cut || p.detail.cut || p.detail.full != p.told }

func (p *pillShape) paint() {
	paintRect(p.ground, p.family.Tint(), p.radius)
	p.symbol.paint()
	p.word.paint()
	p.detail.paint()
}

func (p *pillShape) width() float32 {
	if p.empty {
		return 0
	}
	w := p.textStart() + p.word.width() + px(p.pad)
	if p.told != "" {
		w += px(3) + p.detail.style.width(p.told)
	}
	return w
}

func (p *pillShape) textStart() float32 {
	if p.symbol.symbol == nil {
		return px(9)
	}
	return px(6) + px(12) + px(6)
}

// place puts the pill, 20 high, at x, y and cuts its text to w.
func (p *pillShape) place(x, y, w float32) {
	put(p.ground, x, y, w, px(20))
	p.symbol.place(x+px(6), y, px(20))
	at := x + p.textStart()
	top := y + round((px(20)-p.word.height())/2)
	end := x + w - px(p.pad)
	at += p.word.place(at, top, end-at)
	if p.detail.full = p.told; p.short != "" && p.detail.width() > end-at-px(3) {
		p.detail.full = p.short
	}
	if p.detail.full == "" || at+px(3) >= end {
		p.detail.place(at, top, 0)
		return
	}
	p.detail.place(at+px(3), top, end-at-px(3))
}
