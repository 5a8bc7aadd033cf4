package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// panel is the ground of what floats: bordered, rounded, with a shadow.
type panel struct {
	widget.BaseWidget
	shade   *canvas.Rectangle
	frame   frame
	pad     float32 // designed
	content fyne.CanvasObject
}

func newPanel(pad float32, content fyne.CanvasObject) *panel {
	p := &panel{shade: newRect(), frame: newFrame(radiusField), pad: pad, content: content}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is called by the toolkit.
func (p *panel) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(p, p.shade, p.frame.group, p.content)
}

func (p *panel) paint() {
	paintShadow(p.shade, radiusField)
	p.frame.paint(ColorCard, ColorControlBorder)
}

func (p *panel) measure() fyne.Size {
	return p.content.MinSize().AddWidthHeight(2+2*px(p.pad), 2+2*px(p.pad))
}

func (p *panel) arrange(s fyne.Size) {
	put(p.shade, 0, 0, s.Width, s.Height)
	p.frame.put(0, 0, s.Width, s.Height)
	in := 1 + px(p.pad)
	put(p.content, in, in, s.Width-2*in, s.Height-2*in)
}
