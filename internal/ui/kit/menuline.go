package kit

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ledstjarna/assets"
)

// menuLine is one row of an open menu.
type menuLine struct {
	ground *canvas.Rectangle
	rule   *canvas.Rectangle
	tick   *picture
	label  *line
	under  *canvas.Rectangle // below the mnemonic
	keys   *line
	item   MenuItem
	on     bool
}

func newMenuLine() *menuLine {
	return &menuLine{
		ground: newRect(), rule: newRect(), under: newRect(), tick: newPicture(assets.IconCheck, 14, ColorText),
		label: newLine("", Body, ColorText), keys: newLine("", Caption, ColorText2),
	}
}

func (l *menuLine) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.ground, l.rule, l.tick.Image, l.label.Text, l.under, l.keys.Text}
}

func (l *menuLine) set(item MenuItem, on bool) {
	l.item, l.on = item, on
	l.label.full, l.keys.full = item.Label, item.Shortcut
}

func (l *menuLine) paint(shown bool) {
	token := colorClear
	if l.on {
		token = ColorSelection
	}
	paintRect(l.ground, token, radiusSmall)
	paintRect(l.rule, ColorLine, 0)
	l.label.ink = ColorText
	if l.item.Off {
		l.label.ink = ColorText2
	}
	paintRect(l.under, l.label.ink, 0)
	l.tick.paint()
	l.label.paint()
	l.keys.paint()
	row := shown && !l.item.divides()
	setShown(l.ground, row)
	setShown(l.label.Text, row)
	setShown(l.keys.Text, row)
	setShown(l.rule, shown && l.item.divides())
	setShown(l.tick.Image, row && l.item.On)
	setShown(l.under, row && l.mnemonicAt() >= 0)
}

// mnemonicAt is the place of the mnemonic among the label's letters, or -1.
func (l *menuLine) mnemonicAt() int {
	if l.item.Mnemonic == 0 {
		return -1
	}
	for i, r := range []rune(l.item.Label) {
		if unicode.ToLower(r) == unicode.ToLower(l.item.Mnemonic) {
			return i
		}
	}
	return -1
}

func (l *menuLine) place(y, w, h float32) {
	put(l.ground, 0, y, w, h)
	put(l.rule, px(8), y+round(h/2), w-px(16), 1)
	l.tick.place(px(7), y, h)
	top := y + round((h-l.label.height())/2)
	l.label.place(px(28), top, w-px(40))
	l.keys.placeEnd(px(28), y+round((h-l.keys.height())/2), w-px(28+12))
	if at := l.mnemonicAt(); at >= 0 {
		runes := []rune(l.item.Label)
		x := l.label.style.width(string(runes[:at]))
		put(l.under, px(28)+x, top+px(16), l.label.style.width(string(runes[at:at+1])), 1)
	}
}
