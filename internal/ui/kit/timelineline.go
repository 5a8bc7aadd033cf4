package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ledstjarna/assets"
)

// timeLine draws one row. Rows that have scrolled out are used again.
type timeLine struct {
	of    *Timeline
	row   int // whose it is, or -1
	what  TimelineRow
	wide  float32             // of the words
	items []fyne.CanvasObject // of the chart

	name   *canvas.Rectangle // ground of the name
	lit    *canvas.Rectangle // ground in the chart
	rule   [2]*canvas.Rectangle
	fold   *picture
	symbol *picture
	title  *line
	ring   *canvas.Rectangle

	bar    frame
	dash   *dashed
	sign   *picture
	ground *canvas.Rectangle
	words  *line
	away   *picture          // where the thing is out of sight
	box    *canvas.Rectangle // around the thing the keyboard stands on
}

func newTimeLine(t *Timeline) *timeLine {
	r := &timeLine{
		of: t, row: -1, name: newRect(), lit: newRect(), rule: [2]*canvas.Rectangle{newRect(), newRect()},
		fold: newPicture(assets.IconChevronDown, 12, ColorText2), symbol: newPicture(nil, 12, ColorText2),
		title: newLine("", Dense, ColorText), ring: newRect(), bar: newFrame(radiusSmall), dash: newDashed(ColorNeutral, true),
		sign: newPicture(nil, 13, ColorText), ground: newRect(), words: newLine("", Caption, ColorText2),
		away: newPicture(assets.IconChevronRight, 12, ColorText2), box: newRect(),
	}
	r.items = []fyne.CanvasObject{r.rule[1], r.bar.group, r.dash.Image, r.sign.Image, r.ground, r.words.Text, r.away.Image, r.box}
	return r
}

func (r *timeLine) nameParts(out []fyne.CanvasObject) []fyne.CanvasObject {
	return append(out, r.name, r.rule[0], r.fold.Image, r.symbol.Image, r.title.Text, r.ring)
}

func (r *timeLine) chartParts(out []fyne.CanvasObject) []fyne.CanvasObject {
	return append(out, r.items...)
}

// show shows or hides the whole row.
func (r *timeLine) show(shown bool) {
	if shown {
		return
	}
	for _, o := range r.nameParts(nil) {
		setShown(o, false)
	}
	for _, o := range r.items {
		setShown(o, false)
	}
	setShown(r.lit, false)
}

// fill takes what a row shows.
func (r *timeLine) fill(what TimelineRow) {
	r.what = what
	r.title.full, r.title.style = what.Title, Dense
	r.fold.symbol = assets.IconChevronRight
	if what.Group {
		r.title.style = DenseStrong
	}
	if what.Open {
		r.fold.symbol = assets.IconChevronDown
	}
	r.symbol.symbol, r.symbol.ink = what.Symbol, what.Family.Ink()
	i := what.Item
	r.words.full, r.words.ink = i.Words, i.Family.Ink()
	r.sign.symbol, r.sign.ink, r.sign.size = i.Symbol, i.Family.Ink(), 12
	if i.Shape == TimelinePoint {
		r.sign.symbol, r.sign.ink, r.sign.size = Milestone(), ColorText, 13
		if i.Dashed {
			r.sign.ink = ColorText2
		}
	}
	r.dash.ink = i.Family.Ink()
	r.paint()
	r.wide = r.words.width()
}

func (r *timeLine) paint() {
	i := r.what.Item
	r.bar.paint(i.Family.Tint(), i.Family.Ink())
	paintRect(r.rule[0], ColorLine, 0)
	paintRect(r.rule[1], ColorLine, 0)
	for _, p := range []*picture{r.fold, r.symbol, r.sign, r.away} {
		p.paint()
	}
	r.title.paint()
	r.words.paint()
}

// token is the ground of the row.
func (r *timeLine) token() fyne.ThemeColorName {
	switch r.row {
	case r.of.at:
		return ColorSelection
	case r.of.over:
		return ColorHover
	}
	return colorClear
}

// place gives the row its place in the names and in the chart.
func (r *timeLine) place(scale timeScale, names float32, room fyne.Size) {
	t := r.of
	y, h := t.rowTop(r.row), t.rowHeight(r.row)
	top := y
	if r.what.Group { // the line between groups, and a little air over it
		top += px(4)
		h -= px(4)
	}
	ruled := r.what.Group && r.row > 0
	setShown(r.rule[0], ruled)
	setShown(r.rule[1], ruled)
	put(r.rule[0], 0, top, names, 1)
	put(r.rule[1], 0, top, room.Width, 1)
	if ruled {
		top++
		h--
	}
	token := r.token()
	setShown(r.name, token != colorClear)
	setShown(r.lit, token != colorClear)
	paintRect(r.name, token, 0)
	paintRect(r.lit, token, 0)
	put(r.name, 0, top, names, h)
	put(r.lit, 0, top, room.Width, h)
	here := t.focused && t.at == r.row
	paintRing(r.ring, radiusSmall, here)
	setShown(r.ring, here)
	put(r.ring, 1, top, names-3, h)
	if r.what.Group { // the name stands nearer to its rows
		top, h = y+px(8), px(timeRow)
	}
	r.placeName(top, names, h)
	r.placeItem(scale, top, h, room)
}

func (r *timeLine) placeName(y, names, h float32) {
	x := px(53)
	if r.what.Group {
		x = px(32)
	}
	setShown(r.fold.Image, r.what.Group)
	r.fold.place(px(13), y, h)
	setShown(r.symbol.Image, !r.what.Group && r.what.Symbol != nil)
	r.symbol.place(px(32), y, h)
	setShown(r.title.Text, true)
	r.title.place(x, y+round((h-r.title.height())/2), names-x-px(10))
}

// placeItem draws the thing in the chart: where it is, or an arrow to it.
func (r *timeLine) placeItem(scale timeScale, y, h float32, room fyne.Size) {
	i := r.what.Item
	from, to := i.From, i.To
	if d := r.of.drag; d != nil && d.row == r.row && d.moves() {
		from, to = d.from, d.to
	}
	left, right := scale.x(from), scale.x(to+1)
	if i.Shape == TimelinePoint || i.Shape == TimelineSign {
		mid := (scale.x(to) + scale.x(to+1)) / 2
		side := round(px(r.sign.size) / 2)
		left, right = round(mid)-side, round(mid)+side
	}
	right = max(right, left+px(4))
	gone := 0
	switch {
	case i.Shape == TimelineNothing:
	case right < 0:
		gone = -1
	case left > room.Width:
		gone = 1
	}
	seen := i.Shape != TimelineNothing && gone == 0
	barTop := y + round((h-px(timeBarHeight))/2)
	setShown(r.bar.group, seen && i.Shape == TimelineBar && !i.Dashed)
	setShown(r.dash.Image, seen && i.Shape == TimelineBar && i.Dashed)
	setShown(r.sign.Image, seen && (i.Shape == TimelinePoint || i.Shape == TimelineSign))
	cutLeft, cutRight := max(left, -px(12)), min(right, room.Width+px(12))
	if seen {
		switch {
		case i.Shape != TimelineBar:
			r.sign.place(left, y, h)
		case i.Dashed:
			r.dash.put(cutLeft, barTop, cutRight-cutLeft, px(timeBarHeight))
		default:
			r.bar.put(cutLeft, barTop, cutRight-cutLeft, px(timeBarHeight))
		}
	}
	paintRing(r.box, radiusSmall+2, seen && r.of.focused && r.of.at == r.row)
	setShown(r.box, seen && r.of.focused && r.of.at == r.row)
	put(r.box, cutLeft-px(2), barTop-px(2), cutRight-cutLeft+px(4), px(timeBarHeight+4))
	r.placeAway(gone, y, h, room)
	r.placeWords(left, right, y, h, room, gone)
}

func (r *timeLine) placeAway(gone int, y, h float32, room fyne.Size) {
	setShown(r.away.Image, gone != 0)
	if gone == 0 {
		return
	}
	r.away.symbol = assets.IconChevronRight
	x := room.Width - px(16)
	if gone < 0 {
		r.away.symbol, x = assets.IconChevronLeft, px(4)
	}
	r.away.paint()
	r.away.place(x, y, h)
}

// placeWords puts the words beside the thing, on the side that they belong to if
// there is room, else on the other, else in the bar. Beside an arrow they would say
// nothing; of a row without a day they stand at the left.
func (r *timeLine) placeWords(left, right, y, h float32, room fyne.Size, gone int) {
	i := r.what.Item
	setShown(r.words.Text, i.Words != "" && gone == 0)
	setShown(r.ground, i.Words != "" && gone == 0)
	if i.Words == "" || gone != 0 {
		return
	}
	gap := px(8)
	before, behind := left-gap-r.wide, right+gap
	x := behind
	inBar := false
	switch fitsBefore, fitsBehind := before >= px(2), behind+r.wide <= room.Width-px(2); {
	case i.Shape == TimelineNothing:
		x = px(8)
	case i.Before && fitsBefore:
		x = before
	case fitsBehind:
	case fitsBefore:
		x = before
	default:
		x, inBar = min(right, room.Width)-gap-r.wide, true
	}
	r.words.place(x, y+round((h-r.words.height())/2), r.wide)
	ground := r.token()
	switch {
	case inBar:
		ground = i.Family.Tint()
	case ground == colorClear:
		ground = ColorCard
	}
	paintRect(r.ground, ground, 0)
	put(r.ground, x-px(3), y+round((h-r.words.height())/2), r.wide+px(6), r.words.height())
}
