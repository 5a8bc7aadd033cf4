package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

const ellipsis = "…"

// line is one line of text inside a widget. Text that does not fit ends in an
// ellipsis.
type line struct {
	*canvas.Text
	full  string
	style Style
	ink   fyne.ThemeColorName
	cut   bool // the full text is not shown

	fitted fit
}

// fit remembers what the last fitting was made for.
type fit struct {
	text  string
	size  float32
	width float32
	bold  bool
}

func newLine(text string, style Style, ink fyne.ThemeColorName) *line {
	return &line{Text: canvas.NewText(text, color.Black), full: text, style: style, ink: ink}
}

func (l *line) paint() {
	l.Color = theme.Color(l.ink)
	l.TextSize = l.style.size()
	l.TextStyle = l.style.text()
}

func (l *line) width() float32  { return l.style.width(l.full) }
func (l *line) height() float32 { return l.style.height() }

// place puts the line's box of the style's height at x, y and cuts the text to
// w. It returns the width that the text takes.
func (l *line) place(x, y, w float32) float32 {
	l.fit(w)
	size := l.MinSize()
	l.Move(fyne.NewPos(x, y+l.style.rise()))
	l.Resize(size)
	return min(ceil(size.Width), max(0, w))
}

// placeEnd is place with the text's end at x+w.
func (l *line) placeEnd(x, y, w float32) float32 {
	used := l.place(x, y, w)
	l.Move(fyne.NewPos(x+w-used, l.Position().Y))
	return used
}

// placeMid is place with the text in the middle of x and x+w.
func (l *line) placeMid(x, y, w float32) float32 {
	used := l.place(x, y, w)
	l.Move(fyne.NewPos(round(x+(w-used)/2), l.Position().Y))
	return used
}

// cutOf are the whole texts of the lines that are cut, one under another.
func cutOf(lines ...*line) string {
	var out []string
	for _, l := range lines {
		if l.cut {
			out = append(out, l.full)
		}
	}
	return strings.Join(out, "\n")
}

// fit cuts the text to a width.
func (l *line) fit(w float32) {
	now := fit{text: l.full, size: l.style.size(), width: w, bold: l.style.text().Bold}
	if l.fitted == now {
		return
	}
	l.fitted = now
	shown := fitText(l.full, l.style, w)
	l.cut = shown != l.full
	l.TextSize, l.TextStyle = l.style.size(), l.style.text()
	if shown != l.Text.Text {
		l.Text.Text = shown
		l.Refresh()
	}
}

// fitText returns text, or its longest beginning that fits w with an ellipsis.
func fitText(text string, style Style, w float32) string {
	if style.width(text) <= w {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes) // the longest that fits is in [low, high)
	for low < high {
		mid := (low + high + 1) / 2
		if mid < len(runes) && style.width(string(runes[:mid])+ellipsis) <= w {
			low = mid
		} else {
			high = mid - 1
		}
	}
	if low == 0 && style.width(ellipsis) > w {
		return ""
	}
	return string(runes[:low]) + ellipsis
}
