package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Mark is how a stretch of a marked text is drawn.
type Mark int

// The marks: none, struck out in the secondary ink, underlined in semibold, and
// the secondary ink alone.
const (
	Unmarked Mark = iota
	StruckOut
	Underlined
	Faint
)

// MarkedSpan is a stretch of text with a mark.
type MarkedSpan struct {
	Text string
	Mark Mark
}

// MarkedText is text that breaks into lines, with stretches struck out or
// underlined, as comparisons are shown. A space at the edge of a stretch is not
// marked.
type MarkedText struct {
	widget.BaseWidget
	spans []MarkedSpan
	runs  []*markedRun // reused; those beyond the text are hidden
	lines [][]markedPiece
	look  fit
}

// markedPiece is a stretch on one line.
type markedPiece struct {
	text string
	mark Mark
	x, w float32
}

// markedRun draws a piece.
type markedRun struct {
	text *canvas.Text
	line *canvas.Rectangle
	mark Mark
}

// NewMarkedText returns the text in the dense style.
func NewMarkedText(spans ...MarkedSpan) *MarkedText {
	m := &MarkedText{spans: spans}
	m.ExtendBaseWidget(m)
	return m
}

// Text returns the words without marks.
func (m *MarkedText) Text() string {
	var b strings.Builder
	for _, s := range m.spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

func (k Mark) style() Style {
	if k == Underlined {
		return DenseStrong
	}
	return Dense
}

func (k Mark) ink() fyne.ThemeColorName {
	if k == StruckOut || k == Faint {
		return ColorText2
	}
	return ColorText
}

// HeightForWidth returns how high the text is at a width.
func (m *MarkedText) HeightForWidth(w float32) float32 {
	return Dense.height() * float32(max(1, len(m.breakInto(w))))
}

// CreateRenderer is called by the toolkit.
func (m *MarkedText) CreateRenderer() fyne.WidgetRenderer {
	return newChanging(m, func() []fyne.CanvasObject {
		var out []fyne.CanvasObject
		for _, r := range m.runs {
			out = append(out, r.text, r.line)
		}
		return out
	})
}

func (m *MarkedText) paint() {
	for _, r := range m.runs {
		r.text.Color = theme.Color(r.mark.ink())
		r.text.TextSize, r.text.TextStyle = r.mark.style().size(), r.mark.style().text()
		paintRect(r.line, r.mark.ink(), 0)
	}
}

func (m *MarkedText) measure() fyne.Size {
	w := m.Size().Width
	if w == 0 {
		w = px(240)
	}
	return fyne.NewSize(px(60), m.HeightForWidth(w))
}

func (m *MarkedText) arrange(s fyne.Size) {
	n := 0
	for i, pieces := range m.breakInto(s.Width) {
		for _, p := range pieces {
			if n == len(m.runs) {
				m.runs = append(m.runs, &markedRun{text: canvas.NewText("", color.Black), line: newRect()})
			}
			r := m.runs[n]
			n++
			r.text.Text, r.mark = p.text, p.mark
			r.text.Show()
			setShown(r.line, p.mark == StruckOut || p.mark == Underlined)
			m.paint()
			top := float32(i) * Dense.height()
			size := r.text.MinSize()
			put(r.text, p.x, top+p.mark.style().rise(), size.Width, size.Height)
			y := top + round(Dense.height()*0.52)
			if p.mark == Underlined {
				y = top + Dense.height() - px(2)
			}
			put(r.line, p.x, y, p.w, max(1, px(1)))
			r.text.Refresh()
		}
	}
	for _, r := range m.runs[n:] {
		r.text.Hide()
		r.line.Hide()
	}
}

// breakInto breaks the text at a width and remembers the outcome.
func (m *MarkedText) breakInto(w float32) [][]markedPiece {
	now := fit{text: m.Text(), size: Dense.size(), width: w}
	if m.look != now || m.lines == nil {
		m.look, m.lines = now, m.breakAt(w)
	}
	return m.lines
}

// breakAt puts word after word on lines of at most w; words of one mark beside
// each other are one piece.
func (m *MarkedText) breakAt(w float32) [][]markedPiece {
	b := markedBreaker{width: w, lines: [][]markedPiece{nil}}
	for _, s := range m.spans {
		for i, part := range strings.Split(s.Text, "\n") {
			if i > 0 {
				b.lines = append(b.lines, nil)
				b.x, b.gap = 0, false
			}
			b.words(part, s.Mark)
		}
	}
	return b.lines
}

type markedBreaker struct {
	width float32
	lines [][]markedPiece
	x     float32
	gap   bool // a space stands before the next word
}

func (b *markedBreaker) words(text string, mark Mark) {
	style := mark.style()
	space := style.exactWidth("n n") - style.exactWidth("nn")
	for text != "" {
		rest := strings.TrimLeft(text, " \t")
		b.gap = b.gap || len(rest) < len(text)
		if rest == "" {
			return
		}
		word := rest
		if i := strings.IndexAny(rest, " \t"); i >= 0 {
			word = rest[:i]
		}
		text = rest[len(word):]
		b.word(word, mark, space)
	}
}

func (b *markedBreaker) word(word string, mark Mark, space float32) {
	style := mark.style()
	width := style.exactWidth(word)
	gap := float32(0)
	if b.gap && b.x > 0 {
		gap = space
	}
	if b.x > 0 && b.x+gap+width > b.width {
		b.lines = append(b.lines, nil)
		b.x, gap = 0, 0
	}
	for b.x == 0 && width > b.width && len([]rune(word)) > 1 {
		head := headThatFits(word, style, b.width)
		last := len(b.lines) - 1
		b.lines[last] = append(b.lines[last], markedPiece{head, mark, 0, style.exactWidth(head)})
		b.lines = append(b.lines, nil)
		word = word[len(head):]
		width = style.exactWidth(word)
	}
	last := len(b.lines) - 1
	line := b.lines[last]
	if n := len(line); n > 0 && line[n-1].mark == mark {
		if gap > 0 {
			line[n-1].text += " "
		}
		line[n-1].text += word
		line[n-1].w = style.exactWidth(line[n-1].text)
		b.x = line[n-1].x + line[n-1].w
	} else {
		b.lines[last] = append(line, markedPiece{word, mark, b.x + gap, width})
		b.x += gap + width
	}
	b.gap = false
}
