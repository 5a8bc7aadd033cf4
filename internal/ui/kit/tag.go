package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ledstjarna/assets"
)

// tag is a chosen value inside a field, with a cross that takes it away.
type tag struct {
	ground *canvas.Rectangle
	label  *line
	cross  *picture
}

func newTag() *tag {
	return &tag{ground: newRect(), label: newLine("", Dense, ColorText), cross: newPicture(assets.IconClose, 12, ColorText2)}
}

func tagWidth(label string) float32 { return px(8) + Dense.width(label) + px(6+12+5) }

func (t *tag) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{t.ground, t.label.Text, t.cross.Image}
}

func (t *tag) paint(shown bool) {
	paintRect(t.ground, ColorButton, radiusSmall)
	t.label.paint()
	t.cross.paint()
	for _, o := range t.parts() {
		setShown(o, shown)
	}
}

func (t *tag) place(x, y, w float32) {
	h := px(tagHeight)
	put(t.ground, x, y, w, h)
	t.label.place(x+px(8), y+round((h-t.label.height())/2), w-px(8+6+12+5))
	t.cross.place(x+w-px(17), y, h)
}

// crossAt reports whether a place lies on the cross.
func (t *tag) crossAt(at fyne.Position) bool {
	p, s := t.ground.Position(), t.ground.Size()
	return at.Y >= p.Y && at.Y < p.Y+s.Height && at.X >= p.X+s.Width-px(20) && at.X < p.X+s.Width
}
