package kit

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tipDelay is how long the mouse rests before the tooltip comes.
const tipDelay = 600 * time.Millisecond

// tip shows a tooltip for the widget that holds it.
type tip struct {
	wait  *fyne.Animation
	layer *layer
}

// enter shows text below the mouse after a while, unless leave comes first. An
// animation serves as the clock, since it ticks on the toolkit's goroutine.
func (t *tip) enter(owner fyne.CanvasObject, text string, at fyne.Position) {
	t.leave()
	t.layer = layerOf(owner)
	if t.layer == nil {
		return
	}
	t.wait = &fyne.Animation{Duration: tipDelay, Curve: fyne.AnimationLinear, Tick: func(done float32) {
		if done >= 1 && t.layer != nil {
			t.layer.bubble.showAt(text, at, t.layer.Size())
		}
	}}
	t.wait.Start()
}

// leave takes the tooltip away.
func (t *tip) leave() {
	if t.wait == nil {
		return
	}
	t.wait.Stop()
	t.layer.bubble.Hide()
	t.wait, t.layer = nil, nil
}

// bubble is the tooltip itself.
type bubble struct {
	widget.BaseWidget
	frame frame
	text  *Paragraph
	shade *canvas.Rectangle
}

func newBubble() *bubble {
	b := &bubble{frame: newFrame(radiusSmall), text: NewParagraph("", Dense, ColorText), shade: newRect()}
	b.ExtendBaseWidget(b)
	return b
}

// showAt shows text near a point, inside the room.
func (b *bubble) showAt(text string, at fyne.Position, room fyne.Size) {
	b.text.SetText(text)
	pad := px(8)
	width := min(widest(text)+1, px(320), room.Width-2*pad)
	size := fyne.NewSize(width+2*pad, b.text.HeightForWidth(width)+px(10))
	x := max(0, min(at.X, room.Width-size.Width-px(4)))
	y := at.Y + px(20)
	if y+size.Height > room.Height {
		y = max(0, at.Y-size.Height-px(8))
	}
	put(b, x, y, size.Width, size.Height)
	b.Show()
}

// widest is the width of the widest line of a tooltip's text.
func widest(text string) float32 {
	w := float32(0)
	for _, l := range strings.Split(text, "\n") {
		w = max(w, Dense.width(l))
	}
	return w
}

// CreateRenderer is called by the toolkit.
func (b *bubble) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(b, b.shade, b.frame.group, b.text)
}

func (b *bubble) paint() {
	paintShadow(b.shade, radiusSmall)
	b.frame.paint(ColorCard, ColorControlBorder)
}

func (b *bubble) measure() fyne.Size { return fyne.Size{} }

func (b *bubble) arrange(s fyne.Size) {
	put(b.shade, 0, 0, s.Width, s.Height)
	b.frame.put(0, 0, s.Width, s.Height)
	put(b.text, px(8), px(5), s.Width-px(16), s.Height-px(10))
}

// paintShadow makes r the shadow under a popup of its size.
func paintShadow(r *canvas.Rectangle, radius float32) {
	r.FillColor = theme.Color(ColorCard)
	r.CornerRadius = px(radius)
	r.Shadow = canvas.Shadow{
		Color:      theme.Color(ColorShadow),
		BlurRadius: px(12),
		Offset:     fyne.NewPos(0, px(4)),
	}
}
