package kit

import (
	"strings"

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

// SectionRow is a row 26 high of a section list, higher where its title takes two
// lines.
type SectionRow struct {
	control
	what   Section
	on     bool
	ground *canvas.Rectangle
	mark   *picture
	number *line
	title  [2]*line // the second is empty where one is enough
}

var _ HeightForWidth = (*SectionRow)(nil)

// NewSectionRow returns a row that opens its section.
func NewSectionRow(what Section, open func()) *SectionRow {
	r := &SectionRow{
		control: newControl(open), ground: newRect(), mark: newPicture(nil, 12, ColorNeutral),
		number: newLine("", Dense, ColorText2), title: [2]*line{newLine("", Dense, ColorText), newLine("", Dense, ColorText)},
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
	r.number.full = what.Number
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
	return newDrawing(r, r.ground, r.mark.Image, r.number.Text, r.title[0].Text, r.title[1].Text, r.ring)
}

func (r *SectionRow) tooltip() string {
	cut := r.title[0].cut || r.title[1].cut
	if cut && r.what.MarkWord != "" {
		return r.what.Title + "\n" + r.what.MarkWord
	}
	if cut {
		return r.what.Title
	}
	return r.what.MarkWord
}

func (r *SectionRow) paint() {
	token := colorClear
	r.number.style, r.number.ink = Dense, ColorText2
	switch {
	case r.on:
		token = ColorSelection
		r.number.style, r.number.ink = DenseStrong, ColorPrimaryText
	case r.lit():
		token = ColorHover
	}
	paintRect(r.ground, token, 5)
	r.mark.paint()
	r.number.paint()
	for _, l := range r.title {
		l.style = r.number.style
		l.paint()
	}
	paintRing(r.ring, 5, r.focused)
}

// Designed lengths of a section row.
const (
	sectionHeight = 26
	sectionText   = 54 // from the edge to the title
	sectionEnd    = 6
)

// lines is the title broken at a width. It is broken as when it is bold, so that the
// row stays as high when its section is opened.
func (r *SectionRow) lines(w float32) [2]string {
	all := breakLines(r.what.Title, DenseStrong, w-px(sectionText+sectionEnd))
	return [2]string{all[0], strings.Join(all[1:], " ")}
}

func (r *SectionRow) measure() fyne.Size {
	return fyne.NewSize(px(120), r.HeightForWidth(max(px(120), r.Size().Width)))
}

// HeightForWidth follows the title.
func (r *SectionRow) HeightForWidth(w float32) float32 {
	if r.lines(w)[1] == "" {
		return px(sectionHeight)
	}
	return px(sectionHeight) + Dense.height()
}

func (r *SectionRow) arrange(s fyne.Size) {
	put(r.ground, 0, 0, s.Width, s.Height)
	put(r.ring, 0, 0, s.Width, s.Height)
	r.mark.place(px(10), 0, px(sectionHeight))
	y := round((px(sectionHeight) - Dense.height()) / 2)
	r.number.placeEnd(px(22), y, px(24))
	for i, text := range r.lines(s.Width) {
		r.title[i].full = text
		r.title[i].place(px(sectionText), y+float32(i)*Dense.height(), s.Width-px(sectionText+sectionEnd))
	}
}
