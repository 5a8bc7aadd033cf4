package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// LinkParagraph is words that lead somewhere and break into as many lines as
// their width asks for.
type LinkParagraph struct {
	control
	text *Paragraph
}

var _ desktop.Cursorable = (*LinkParagraph)(nil)

// NewLinkParagraph returns words in a style that call press.
func NewLinkParagraph(words string, style Style, press func()) *LinkParagraph {
	l := &LinkParagraph{control: newControl(press), text: NewParagraph(words, style, ColorPrimaryText)}
	l.extend(l)
	return l
}

// HeightForWidth is the text's.
func (l *LinkParagraph) HeightForWidth(w float32) float32 { return l.text.HeightForWidth(w) }

// CreateRenderer is called by the toolkit.
func (l *LinkParagraph) CreateRenderer() fyne.WidgetRenderer { return newDrawing(l, l.text, l.ring) }

// Cursor is a hand.
func (l *LinkParagraph) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (l *LinkParagraph) paint()             { paintRing(l.ring, radiusSmall, l.focused) }
func (l *LinkParagraph) measure() fyne.Size { return l.text.MinSize() }

func (l *LinkParagraph) arrange(s fyne.Size) {
	put(l.text, 0, 0, s.Width, s.Height)
	put(l.ring, -px(3), -px(1), s.Width+px(6), s.Height+px(2))
}
