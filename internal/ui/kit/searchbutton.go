package kit

import (
	"fyne.io/fyne/v2"

	"ledstjarna/assets"
)

// searchButton looks like a field and opens the search.
type searchButton struct {
	control
	box    frame
	icon   *picture
	label  *line
	keys   *line
	folded bool
}

func newSearchButton(press func()) *searchButton {
	b := &searchButton{
		control: newControl(press), box: newFrame(radiusField), icon: newPicture(assets.IconSearch, 16, ColorText2),
		label: newLine("", Body, ColorText2), keys: newLine("", Caption, ColorText2),
	}
	b.text = func() string {
		if b.folded {
			return b.label.full + " (" + b.keys.full + ")"
		}
		return ""
	}
	b.extend(b)
	return b
}

// CreateRenderer is called by the toolkit.
func (b *searchButton) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(b, b.box.group, b.icon.Image, b.label.Text, b.keys.Text, b.ring)
}

func (b *searchButton) paint() {
	fill := ColorCard
	if b.lit() {
		fill = ColorHover
	}
	b.box.paint(fill, ColorControlBorder)
	b.icon.paint()
	b.label.paint()
	b.keys.paint()
	setShown(b.label.Text, !b.folded)
	setShown(b.keys.Text, !b.folded)
	paintRing(b.ring, radiusField, b.focused)
}

func (b *searchButton) measure() fyne.Size { return fyne.NewSize(px(40), px(fieldHeight)) }

func (b *searchButton) arrange(s fyne.Size) {
	b.box.put(0, 0, s.Width, s.Height)
	put(b.ring, 0, 0, s.Width, s.Height)
	if b.folded {
		b.icon.place(round((s.Width-px(16))/2), 0, s.Height)
		return
	}
	b.icon.place(px(10), 0, s.Height)
	used := b.keys.placeEnd(px(34), round((s.Height-b.keys.height())/2), s.Width-px(44))
	b.label.place(px(34), round((s.Height-b.label.height())/2), s.Width-px(34+16)-used)
}
