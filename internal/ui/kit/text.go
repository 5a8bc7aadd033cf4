package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Text is one line of text. Where there is too little room it ends in an
// ellipsis and shows all of itself in a tooltip.
type Text struct {
	widget.BaseWidget
	line    *line
	align   fyne.TextAlign
	elastic bool
	more    string // in the tooltip
	tip     tip
}

var _ desktop.Hoverable = (*Text)(nil)

// NewText returns a line of text in a style and an ink.
func NewText(text string, style Style, ink fyne.ThemeColorName) *Text {
	t := &Text{line: newLine(text, style, ink)}
	t.ExtendBaseWidget(t)
	return t
}

// Elastic lets the text become narrower than it is and returns it. Without, a
// layout keeps it whole.
func (t *Text) Elastic() *Text {
	t.elastic = true
	return t
}

// WithTip says more in a tooltip and returns the text.
func (t *Text) WithTip(more string) *Text {
	t.more = more
	return t
}

// AlignEnd puts the text at the end of its room and returns it.
func (t *Text) AlignEnd() *Text {
	t.align = fyne.TextAlignTrailing
	return t
}

// AlignMiddle puts the text in the middle of its room and returns it.
func (t *Text) AlignMiddle() *Text {
	t.align = fyne.TextAlignCenter
	return t
}

// Text returns the whole text.
func (t *Text) Text() string { return t.line.full }

// SetText shows another text.
func (t *Text) SetText(text string) {
	if text == t.line.full {
		return
	}
	t.line.full = text
	t.Refresh()
}

// SetInk shows the text in another colour.
func (t *Text) SetInk(ink fyne.ThemeColorName) {
	if ink == t.line.ink {
		return
	}
	t.line.ink = ink
	t.Refresh()
}

// CreateRenderer is called by the toolkit.
func (t *Text) CreateRenderer() fyne.WidgetRenderer { return newDrawing(t, t.line.Text) }

func (t *Text) paint() { t.line.paint() }

func (t *Text) measure() fyne.Size {
	w := t.line.width()
	if t.elastic {
		w = min(w, t.line.style.width(ellipsis))
	}
	return fyne.NewSize(w, t.line.height())
}

func (t *Text) arrange(s fyne.Size) {
	y := max(0, round((s.Height-t.line.height())/2))
	switch t.align {
	case fyne.TextAlignTrailing:
		t.line.placeEnd(0, y, s.Width)
	case fyne.TextAlignCenter:
		t.line.placeMid(0, y, s.Width)
	case fyne.TextAlignLeading:
		t.line.place(0, y, s.Width)
	}
}

// MouseIn shows after a while what the tooltip says, and the whole text if it is
// cut.
func (t *Text) MouseIn(e *desktop.MouseEvent) {
	said := t.more
	if t.line.cut {
		said = strings.TrimSuffix(t.line.full+"\n"+t.more, "\n")
	}
	if said != "" {
		t.tip.enter(t, said, e.AbsolutePosition)
	}
}

// MouseMoved does nothing; the tooltip stays where it came.
func (t *Text) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the tooltip away.
func (t *Text) MouseOut() { t.tip.leave() }
