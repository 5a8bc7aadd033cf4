package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Finding is one thing to put right, and where.
type Finding struct {
	Symbol   Symbol
	Family   Family
	Sentence string
	Place    string // a link's words
	Open     func()
}

// FindingRow is a row 30 high that opens the place of a finding.
type FindingRow struct {
	control
	what     Finding
	ground   *canvas.Rectangle
	symbol   *picture
	sentence *line
	place    *line
	corners  corners
}

// NewFindingRow returns a row.
func NewFindingRow(what Finding) *FindingRow {
	r := &FindingRow{
		control: newControl(nil), ground: newRect(), symbol: newPicture(nil, 12, ColorLate),
		sentence: newLine("", Dense, ColorText), place: newLine("", Dense, ColorPrimaryText),
	}
	r.text = func() string {
		if r.sentence.cut {
			return r.what.Sentence
		}
		return ""
	}
	r.extend(r)
	r.take(what)
	return r
}

// Set shows another finding in the same row.
func (r *FindingRow) Set(what Finding) {
	r.take(what)
	r.Refresh()
}

func (r *FindingRow) take(what Finding) {
	r.what = what
	r.press = what.Open
	r.symbol.symbol, r.symbol.ink = what.Symbol, what.Family.Ink()
	r.symbol.Hidden = what.Symbol == nil
	r.sentence.full, r.place.full = what.Sentence, what.Place
}

// CreateRenderer is called by the toolkit.
func (r *FindingRow) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(r, r.ground, r.symbol.Image, r.sentence.Text, r.place.Text, r.ring)
}

func (r *FindingRow) roundCorners(top, bottom bool) { r.corners = corners{top: top, bottom: bottom} }

func (r *FindingRow) paint() {
	paintGroundOf(r.ground, r.lit() || r.focused, r.corners)
	r.symbol.paint()
	r.sentence.paint()
	r.place.paint()
	r.place.TextStyle.Underline = r.lit()
	paintRing(r.ring, radiusSmall, r.focused)
}

func (r *FindingRow) measure() fyne.Size {
	return fyne.NewSize(px(160)+r.place.width(), px(30))
}

func (r *FindingRow) arrange(s fyne.Size) {
	put(r.ground, 0, 0, s.Width, s.Height)
	put(r.ring, 1, 1, s.Width-2, s.Height-2)
	r.symbol.place(px(gutter), 0, s.Height)
	y := round((s.Height - r.sentence.height()) / 2)
	end := s.Width - px(12)
	end -= r.place.placeEnd(px(gutter), y, end-px(gutter)) + px(12)
	x := px(gutter + 12 + 10)
	r.sentence.place(x, y, end-x)
}
