package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// tool is a button of a text's toolbar. It is no stop for the keyboard: Tab goes
// from text to text, and every tool has keys of its own.
type tool struct {
	widget.BaseWidget
	frame   frame
	icon    *picture
	text    string
	press   func()
	hovered bool
	tip     tip
}

var (
	_ fyne.Tappable     = (*tool)(nil)
	_ desktop.Hoverable = (*tool)(nil)
)

func newTool(s Symbol, text string, press func()) *tool {
	t := &tool{frame: newFrame(radiusSmall), icon: newPicture(s, 16, ColorText2), text: text, press: press}
	t.ExtendBaseWidget(t)
	return t
}

// Tapped does what the tool does.
func (t *tool) Tapped(*fyne.PointEvent) {
	t.tip.leave()
	t.press()
}

// MouseIn lights the tool and shows its tooltip after a while.
func (t *tool) MouseIn(e *desktop.MouseEvent) {
	t.hovered = true
	t.tip.enter(t, t.text, e.AbsolutePosition)
	t.Refresh()
}

// MouseMoved does nothing.
func (t *tool) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light and the tooltip out.
func (t *tool) MouseOut() {
	t.hovered = false
	t.tip.leave()
	t.Refresh()
}

// CreateRenderer is called by the toolkit.
func (t *tool) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(t, t.frame.group, t.icon.Image)
}

func (t *tool) paint() {
	t.frame.paint(ColorSelection, ColorSelection)
	t.frame.setShown(t.hovered)
	t.icon.paint()
}

func (t *tool) measure() fyne.Size { return fyne.NewSize(px(24), px(24)) }

func (t *tool) arrange(s fyne.Size) {
	t.frame.put(0, 0, s.Width, s.Height)
	t.icon.place(round((s.Width-px(t.icon.size))/2), 0, s.Height)
}
