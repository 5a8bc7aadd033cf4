package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"golang.org/x/text/unicode/norm"

	"ledstjarna/assets"
)

// pickerLine is one row of a picker. Letters that match what was typed are
// bold, so the label is in three parts.
type pickerLine struct {
	ground   *canvas.Rectangle
	box      frame
	tick     *picture
	symbol   *picture
	label    *line
	match    *line
	rest     *line
	hint     *line
	enter    *line
	on       bool
	tickable bool
	ticked   bool
}

func newPickerLine() *pickerLine {
	return &pickerLine{
		ground: newRect(), box: newFrame(radiusSmall), tick: newPicture(assets.IconCheck, 12, ColorCheckGlyph),
		symbol: newPicture(nil, 12, ColorText2),
		label:  newLine("", Dense, ColorText), match: newLine("", DenseStrong, ColorText), rest: newLine("", Dense, ColorText),
		hint: newLine("", Caption, ColorText2), enter: newLine("", Caption, ColorText2),
	}
}

func (l *pickerLine) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		l.ground, l.box.group, l.tick.Image, l.symbol.Image,
		l.label.Text, l.match.Text, l.rest.Text, l.hint.Text, l.enter.Text,
	}
}

func (l *pickerLine) set(c Choice, typed string) {
	l.symbol.symbol, l.symbol.ink = c.Symbol, c.SymbolInk
	l.hint.full = c.Hint
	runes := []rune(norm.NFC.String(c.Label))
	from, to, ok := matchAt(c.Label, typed)
	if !ok || typed == "" || to > len(runes) {
		l.label.full, l.match.full, l.rest.full = c.Label, "", ""
		return
	}
	l.label.full, l.match.full, l.rest.full = string(runes[:from]), string(runes[from:to]), string(runes[to:])
}

func (l *pickerLine) paint(shown bool) {
	token := colorClear
	if l.on {
		token = ColorSelection
	}
	paintRect(l.ground, token, radiusSmall)
	fill, edge := ColorCard, ColorControlBorder
	if l.ticked {
		fill, edge = ColorCheckFill, ColorCheckFill
	}
	l.box.paint(fill, edge)
	l.tick.paint()
	l.symbol.paint()
	l.label.ink = ColorText
	for _, text := range []*line{l.label, l.match, l.rest, l.hint, l.enter} {
		text.paint()
	}
	for _, o := range l.parts() {
		setShown(o, shown)
	}
	l.box.setShown(shown && l.tickable)
	setShown(l.tick.Image, shown && l.ticked)
	setShown(l.symbol.Image, shown && l.symbol.symbol != nil)
}

func (l *pickerLine) place(y, w float32) {
	h := px(pickerRow)
	put(l.ground, 0, y, w, h)
	x, end := px(9), w-px(9)
	top := y + round((h-l.label.height())/2)
	small := y + round((h-l.hint.height())/2)
	if l.tickable {
		box := y + round((h-px(16))/2)
		l.box.put(x, box, px(16), px(16))
		l.tick.place(x+px(2), box, px(16))
		x += px(24)
	}
	if l.symbol.symbol != nil {
		l.symbol.place(x, y, h)
		x += px(20)
	}
	for _, right := range []*line{l.enter, l.hint} {
		if right.full != "" {
			end -= right.placeEnd(end-right.width(), small, right.width()) + px(10)
		} else {
			right.place(end, small, 0)
		}
	}
	for _, part := range []*line{l.label, l.match, l.rest} {
		x += part.place(x, top, max(0, end-x))
	}
}
