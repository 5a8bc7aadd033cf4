package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Span is a stretch of a SpanLine from one share of its width to another, 0 to
// 1. A low one lies under the others in a lane of its own, as what is wrong with
// them. Its words stand in it, and are cut where it is too short.
type Span struct {
	From, To float64
	Words    string
	Family   Family
	Low      bool
}

// SpanLine draws stretches of time after each other, and where today is. What
// it shows stands in words beside it too.
type SpanLine struct {
	widget.BaseWidget
	spans   []Span
	today   float64 // share of the width; outside 0 to 1 there is none
	grounds []frame
	words   []*line
	rule    *canvas.Rectangle
	low     bool
}

// NewSpanLine returns a line. Today is its share of the width; outside 0 to 1 it
// is not drawn.
func NewSpanLine(spans []Span, today float64) *SpanLine {
	s := &SpanLine{spans: spans, today: today, rule: newRect()}
	for _, x := range spans {
		s.grounds = append(s.grounds, newFrame(radiusSmall))
		s.words = append(s.words, newLine(x.Words, Caption, x.Family.Ink()))
		s.low = s.low || x.Low
	}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is called by the toolkit.
func (s *SpanLine) CreateRenderer() fyne.WidgetRenderer {
	var parts []fyne.CanvasObject
	for i := range s.spans {
		parts = append(parts, s.grounds[i].group, s.words[i].Text)
	}
	return newDrawing(s, append(parts, s.rule)...)
}

func (s *SpanLine) paint() {
	for i, x := range s.spans {
		s.grounds[i].paint(x.Family.Tint(), x.Family.Ink())
		s.words[i].paint()
	}
	paintRect(s.rule, ColorPrimaryText, 0)
	setShown(s.rule, s.today >= 0 && s.today <= 1)
}

func (s *SpanLine) measure() fyne.Size {
	h := float32(spanHeight)
	if s.low {
		h += spanHeight + 4
	}
	return fyne.NewSize(px(200), px(h+8))
}

func (s *SpanLine) arrange(size fyne.Size) {
	for i, x := range s.spans {
		left, right := round(size.Width*float32(x.From)), round(size.Width*float32(x.To))
		top := px(4)
		if x.Low {
			top += px(spanHeight + 4)
		}
		wide := max(px(3), right-left-1)
		s.grounds[i].put(left, top, wide, px(spanHeight))
		s.words[i].place(left+px(6), top+(px(spanHeight)-s.words[i].height())/2, wide-px(8))
		if x.Low { // a short one has its words beside it, where there is room
			room := max(wide-px(8), size.Width-right-px(4))
			if s.words[i].width() > wide-px(8) {
				s.words[i].place(min(right+px(4), size.Width-min(room, s.words[i].width())), top+(px(spanHeight)-s.words[i].height())/2, room)
			}
		}
	}
	put(s.rule, round(size.Width*float32(s.today))-px(1), 0, px(2), size.Height)
}

// spanHeight is designed.
const spanHeight = 22
