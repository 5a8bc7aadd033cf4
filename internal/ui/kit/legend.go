package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Legend explains symbols in one row, or in several where there is too little
// room.
type Legend struct {
	widget.BaseWidget
	items []legendItem
}

type legendItem struct {
	symbol *picture
	words  *line
}

// NewLegend returns the legend of the states: their symbols and words in the ink
// of their families.
func NewLegend(states ...State) *Legend {
	l := &Legend{}
	for _, s := range states {
		words := s.Word
		if s.Detail != "" {
			words = s.Detail
		}
		l.items = append(l.items, legendItem{newPicture(s.Symbol, 12, s.Family.Ink()), newLine(words, Caption, s.Family.Ink())})
	}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is called by the toolkit.
func (l *Legend) CreateRenderer() fyne.WidgetRenderer {
	var parts []fyne.CanvasObject
	for _, x := range l.items {
		parts = append(parts, x.symbol.Image, x.words.Text)
	}
	return newDrawing(l, parts...)
}

func (l *Legend) paint() {
	for _, x := range l.items {
		x.symbol.paint()
		x.words.paint()
	}
}

const (
	legendRow = 20
	legendGap = 18
)

// flow gives every item its place and returns the height of all.
func (l *Legend) flow(w float32, place func(x legendItem, at fyne.Position)) float32 {
	at, y := float32(0), float32(0)
	for _, x := range l.items {
		need := px(18) + x.words.width()
		if at > 0 && at+need > w {
			at, y = 0, y+px(legendRow)
		}
		place(x, fyne.NewPos(at, y))
		at += need + px(legendGap)
	}
	return y + px(legendRow)
}

func (l *Legend) measure() fyne.Size {
	w := float32(0)
	for _, x := range l.items {
		w = max(w, px(18)+x.words.width())
	}
	return fyne.NewSize(w, l.HeightForWidth(max(w, l.Size().Width)))
}

// HeightForWidth is that of the rows.
func (l *Legend) HeightForWidth(w float32) float32 {
	return l.flow(w, func(legendItem, fyne.Position) {})
}

func (l *Legend) arrange(s fyne.Size) {
	l.flow(s.Width, func(x legendItem, at fyne.Position) {
		x.symbol.place(at.X, at.Y, px(legendRow))
		x.words.place(at.X+px(18), at.Y+round((px(legendRow)-x.words.height())/2), x.words.width())
	})
}
