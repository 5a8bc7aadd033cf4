package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Paragraph is text that breaks into as many lines as its width asks for.
type Paragraph struct {
	widget.BaseWidget
	text  string
	style Style
	ink   fyne.ThemeColorName

	rows  []*canvas.Text // reused; those beyond the text are hidden
	lines []string
	look  fit
	mid   bool
}

// NewParagraph returns text in a style and an ink. A line feed in it begins a
// new line.
func NewParagraph(text string, style Style, ink fyne.ThemeColorName) *Paragraph {
	p := &Paragraph{text: text, style: style, ink: ink}
	p.ExtendBaseWidget(p)
	return p
}

// AlignMiddle puts the lines in the middle of their room and returns the text.
func (p *Paragraph) AlignMiddle() *Paragraph {
	p.mid = true
	return p
}

// Text returns the whole text.
func (p *Paragraph) Text() string { return p.text }

// SetText shows another text.
func (p *Paragraph) SetText(text string) {
	if text == p.text {
		return
	}
	p.text = text
	p.Refresh()
}

// SetInk shows the text in another colour.
func (p *Paragraph) SetInk(ink fyne.ThemeColorName) {
	p.ink = ink
	p.Refresh()
}

// HeightForWidth returns how high the text is at a width.
func (p *Paragraph) HeightForWidth(w float32) float32 {
	return p.style.height() * float32(max(1, len(p.breakInto(w))))
}

// CreateRenderer is called by the toolkit.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	return &paragraphRenderer{drawing: drawing{of: p}, p: p}
}

// paragraphRenderer has as many objects as there are lines.
type paragraphRenderer struct {
	drawing
	p *Paragraph
}

func (r *paragraphRenderer) Objects() []fyne.CanvasObject {
	if len(r.objects) != len(r.p.rows) {
		r.objects = r.objects[:0]
		for _, row := range r.p.rows {
			r.objects = append(r.objects, row)
		}
	}
	return r.objects
}

func (p *Paragraph) paint() {
	for _, row := range p.rows {
		row.Color = theme.Color(p.ink)
		row.TextSize = p.style.size()
		row.TextStyle = p.style.text()
	}
}

// measure assumes the last width, and one word per line before there was one.
func (p *Paragraph) measure() fyne.Size {
	widest := float32(0)
	for _, word := range strings.Fields(p.text) {
		widest = max(widest, p.style.width(word))
	}
	w := p.Size().Width
	if w == 0 {
		w = p.style.width(p.text)
	}
	return fyne.NewSize(min(widest, px(240)), p.HeightForWidth(w))
}

func (p *Paragraph) arrange(s fyne.Size) {
	lines := p.breakInto(s.Width)
	for len(p.rows) < len(lines) {
		p.rows = append(p.rows, canvas.NewText("", color.Black))
		p.paint()
	}
	for i, row := range p.rows {
		shown := i < len(lines)
		setShown(row, shown)
		if !shown {
			continue
		}
		if row.Text != lines[i] {
			row.Text = lines[i]
			row.Refresh()
		}
		size := row.MinSize()
		y := float32(i)*p.style.height() + p.style.rise()
		x := float32(0)
		if p.mid {
			x = round((s.Width - size.Width) / 2)
		}
		put(row, x, y, size.Width, size.Height)
	}
}

// breakInto breaks the text at a width and remembers the outcome.
func (p *Paragraph) breakInto(w float32) []string {
	now := fit{text: p.text, size: p.style.size(), width: w}
	if p.look != now {
		p.look, p.lines = now, breakLines(p.text, p.style, w)
	}
	return p.lines
}

// breakLines breaks text at spaces into lines of at most w. A word wider than
// that is broken where it must.
func breakLines(text string, style Style, w float32) []string {
	var lines []string
	space := style.exactWidth("n n") - style.exactWidth("nn")
	for _, part := range strings.Split(text, "\n") {
		row, used := "", float32(0)
		for _, word := range strings.Fields(part) {
			width := style.exactWidth(word)
			if row != "" && used+space+width <= w {
				row, used = row+" "+word, used+space+width
				continue
			}
			if row != "" {
				lines = append(lines, row)
			}
			for width > w && len([]rune(word)) > 1 {
				head := headThatFits(word, style, w)
				lines = append(lines, head)
				word = word[len(head):]
				width = style.exactWidth(word)
			}
			row, used = word, width
		}
		lines = append(lines, row)
	}
	return lines
}

// headThatFits returns the longest beginning of a word within w, at least one
// letter.
func headThatFits(word string, style Style, w float32) string {
	runes := []rune(word)
	n := 1
	for n < len(runes)-1 && style.width(string(runes[:n+1])) <= w {
		n++
	}
	return string(runes[:n])
}
