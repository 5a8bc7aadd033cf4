package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// ExampleBox shows a worked example of what a field may hold.
type ExampleBox struct {
	widget.BaseWidget
	ground *canvas.Rectangle
	mark   *canvas.Rectangle
	title  *line
	text   *Paragraph
	hide   *Button
}

// NewExampleBox returns an example under a title, with a link that calls hide.
func NewExampleBox(title, text, hideLabel string, hide func()) *ExampleBox {
	e := &ExampleBox{
		ground: newRect(), mark: newRect(), title: newLine(title, DenseStrong, ColorText),
		text: NewParagraph(text, prose, ColorText), hide: NewButton(Link, hideLabel, hide),
	}
	e.ExtendBaseWidget(e)
	return e
}

// Text returns the example.
func (e *ExampleBox) Text() string { return e.text.Text() }

// SetText shows another example.
func (e *ExampleBox) SetText(text string) {
	e.text.SetText(text)
	e.Refresh()
}

// CreateRenderer is called by the toolkit.
func (e *ExampleBox) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(e, e.mark, e.ground, e.title.Text, e.text, e.hide)
}

func (e *ExampleBox) paint() {
	paintRect(e.mark, ColorPrimaryText, radiusSmall)
	paintRect(e.ground, ColorSub, 0)
	e.ground.TopRightCornerRadius, e.ground.BottomRightCornerRadius = px(radiusSmall), px(radiusSmall)
	e.title.paint()
}

func (e *ExampleBox) measure() fyne.Size {
	return fyne.NewSize(px(160), e.HeightForWidth(max(px(160), e.Size().Width)))
}

// HeightForWidth follows the lines of the text.
func (e *ExampleBox) HeightForWidth(w float32) float32 {
	return px(8) + px(17) + e.text.HeightForWidth(w-px(27)) + px(8)
}

func (e *ExampleBox) arrange(s fyne.Size) {
	put(e.mark, 0, 0, px(8), s.Height)
	put(e.ground, px(3), 0, s.Width-px(3), s.Height)
	size := e.hide.MinSize()
	put(e.hide, s.Width-px(12)-size.Width, px(6), size.Width, size.Height)
	e.title.place(px(15), px(8), s.Width-px(39)-size.Width)
	put(e.text, px(15), px(25), s.Width-px(27), s.Height-px(33))
}
