package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Section is what a row of a document's section list shows.
type Section struct {
	Mark     Symbol // how complete it is
	Family   Family
	MarkWord string // says the mark in words, for the tooltip
	Number   string
	Title    string
}

// SectionRow is a row 26 high of a section list.
type SectionRow struct {
	control
	what   Section
	on     bool
	ground *canvas.Rectangle
	mark   *picture
	number *line
	title  *line
}

// NewSectionRow returns a row that opens its section.
func NewSectionRow(what Section, open func()) *SectionRow {
	r := &SectionRow{
		control: newControl(open), ground: newRect(), mark: newPicture(nil, 12, ColorNeutral),
		number: newLine("", Dense, ColorText2), title: newLine("", Dense, ColorText),
	}
	r.text = r.tooltip
	r.extend(r)
	r.take(what)
	return r
}

// Set shows another section in the same row.
func (r *SectionRow) Set(what Section) {
	if what == r.what {
		return
	}
	r.take(what)
	r.Refresh()
}

func (r *SectionRow) take(what Section) {
	r.what = what
	r.mark.symbol, r.mark.ink = what.Mark, what.Family.Ink()
	r.mark.Hidden = what.Mark == nil
	r.number.full, r.title.full = what.Number, what.Title
}

// SetSelected marks the section that is shown.
func (r *SectionRow) SetSelected(on bool) {
	if r.on == on {
		return
	}
	r.on = on
	r.Refresh()
}

// CreateRenderer is called by the toolkit.
func (r *SectionRow) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(r, r.ground, r.mark.Image, r.number.Text, r.title.Text, r.ring)
}

func (r *SectionRow) tooltip() string {
	if r.title.cut && r.what.MarkWord != "" {
		return r.what.Title + "\n" + r.what.MarkWord
	}
	if r.title.cut {
		return r.what.Title
	}
	return r.what.MarkWord
}

func (r *SectionRow) paint() {
	token := colorClear
	r.number.style, r.number.ink, r.title.style = Dense, ColorText2, Dense
	switch {
	case r.on:
		token = ColorSelection
		r.number.style, r.number.ink, r.title.style = DenseStrong, ColorPrimaryText, DenseStrong
	case r.lit():
		token = ColorHover
	}
	paintRect(r.ground, token, 5)
	r.mark.paint()
	r.number.paint()
	r.title.paint()
	paintRing(r.ring, 5, r.focused)
}

func (r *SectionRow) measure() fyne.Size { return fyne.NewSize(px(120), px(26)) }

func (r *SectionRow) arrange(s fyne.Size) {
	put(r.ground, 0, 0, s.Width, s.Height)
	put(r.ring, 0, 0, s.Width, s.Height)
	r.mark.place(px(10), 0, s.Height)
	y := round((s.Height - r.title.height()) / 2)
	r.number.placeEnd(px(22), y, px(24))
	r.title.place(px(54), y, s.Width-px(60))
}
