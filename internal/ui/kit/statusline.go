package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// StatusLine is the foot of the window: whether all is saved, what can be done
// next, and which file is open.
type StatusLine struct {
	widget.BaseWidget
	ground, rule *canvas.Rectangle
	sign         *picture
	state        *line
	hint         *line
	file         *line
	tip          tip
}

var _ desktop.Hoverable = (*StatusLine)(nil)

// NewStatusLine returns an empty line.
func NewStatusLine() *StatusLine {
	s := &StatusLine{
		ground: newRect(), rule: newRect(), sign: newPicture(nil, 12, ColorDone), state: newLine("", Caption, ColorText2),
		hint: newLine("", Caption, ColorText2), file: newLine("", Caption, ColorText2),
	}
	s.ExtendBaseWidget(s)
	return s
}

// SetState says whether all is saved, with a symbol in a family's colour.
func (s *StatusLine) SetState(symbol Symbol, f Family, text string) {
	s.sign.symbol, s.sign.ink = symbol, f.Ink()
	s.sign.Hidden = symbol == nil
	s.state.full = text
	s.state.ink = ColorText2
	if f == Late || f == Urgent {
		s.state.ink = f.Ink()
	}
	s.Refresh()
}

// SetHint says what can be done next.
func (s *StatusLine) SetHint(text string) {
	s.hint.full = text
	s.Refresh()
}

// SetFile names the open file.
func (s *StatusLine) SetFile(name string) {
	s.file.full = name
	s.Refresh()
}

// MouseIn shows what is cut after a while.
func (s *StatusLine) MouseIn(e *desktop.MouseEvent) {
	for _, l := range []*line{s.state, s.hint, s.file} {
		if l.cut {
			s.tip.enter(s, l.full, e.AbsolutePosition)
			return
		}
	}
}

// MouseMoved does nothing.
func (s *StatusLine) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the tooltip away.
func (s *StatusLine) MouseOut() { s.tip.leave() }

// CreateRenderer is called by the toolkit.
func (s *StatusLine) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(s, s.ground, s.rule, s.sign.Image, s.state.Text, s.hint.Text, s.file.Text)
}

func (s *StatusLine) paint() {
	paintRect(s.ground, ColorNav, 0)
	paintRect(s.rule, ColorLine, 0)
	s.sign.paint()
	s.state.paint()
	s.hint.paint()
	s.file.paint()
}

func (s *StatusLine) measure() fyne.Size { return fyne.NewSize(px(200), px(26)) }

func (s *StatusLine) arrange(size fyne.Size) {
	put(s.ground, 0, 0, size.Width, size.Height)
	put(s.rule, 0, 0, size.Width, 1)
	y := 1 + round((size.Height-1-s.state.height())/2)
	end := size.Width - px(14)
	end -= s.file.placeEnd(end-min(s.file.width(), size.Width/3), y, min(s.file.width(), size.Width/3)) + px(16)
	x := px(14)
	if s.sign.symbol != nil {
		s.sign.place(x, 1, size.Height-1)
		x += px(19)
	}
	x += s.state.place(x, y, end-x)
	if s.hint.full != "" {
		x += px(21)
	}
	s.hint.place(x, y, end-x)
}
