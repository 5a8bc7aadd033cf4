package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// GroupRow names the rows that follow it.
type GroupRow struct {
	widget.BaseWidget
	ground     *canvas.Rectangle
	over, base *canvas.Rectangle
	title      *line
	first      bool
}

// NewGroupRow returns a group's head, 28 high. The first under a card's head
// has no line above it.
func NewGroupRow(title string, first bool) *GroupRow {
	g := &GroupRow{ground: newRect(), over: newRect(), base: newRect(), title: newLine(title, CaptionStrong, ColorText2), first: first}
	g.ExtendBaseWidget(g)
	return g
}

// SetTitle shows another title.
func (g *GroupRow) SetTitle(title string) {
	g.title.full = title
	g.Refresh()
}

// CreateRenderer is called by the toolkit.
func (g *GroupRow) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(g, g.ground, g.over, g.base, g.title.Text)
}

func (g *GroupRow) paint() {
	paintRect(g.ground, ColorSub, 0)
	paintRect(g.over, ColorLine, 0)
	paintRect(g.base, ColorLine, 0)
	g.over.Hidden = g.first
	g.title.paint()
}

func (g *GroupRow) measure() fyne.Size { return fyne.NewSize(px(120), px(28)) }

func (g *GroupRow) arrange(s fyne.Size) {
	put(g.ground, 0, 0, s.Width, s.Height)
	put(g.over, 0, 0, s.Width, 1)
	put(g.base, 0, s.Height-1, s.Width, 1)
	g.title.place(px(gutter), round((s.Height-g.title.height())/2), s.Width-px(2*gutter))
}
