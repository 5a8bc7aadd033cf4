package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

const (
	codeRow        = 34
	codeRowTold    = 46 // of a row with a problem
	codeSide       = 16 // at the left and right
	codeTitle      = 220
	codeLeast      = 44 // a column
	codeReadable   = 84 // a column whose heading can be read
	codeTitleLeast = 150
	codeMost       = 116
)

// widths shares a width between the titles and the columns: the columns take
// what the titles can spare, but are no narrower than a letter.
func (m *CodeMatrix) widths(w float32) (title, column float32) {
	w -= px(2 * codeSide)
	if len(m.columns) == 0 {
		return w, 0
	}
	n := float32(len(m.columns))
	column = min(px(codeMost), round((w-px(codeTitle))/n))
	if column < px(codeReadable) {
		column = max(px(codeLeast), min(px(codeReadable), round((w-px(codeTitleLeast))/n)))
	}
	return max(px(60), w-n*column), column
}

func (m *CodeMatrix) across(i int) (x, w float32) {
	title, column := m.widths(m.Size().Width)
	return px(codeSide) + title + float32(i)*column, column
}

// headHeight is that of the column whose name takes most lines in a width.
func (m *CodeMatrix) headHeight(w float32) float32 {
	_, column := m.widths(w)
	lines := 1
	for _, name := range m.columns {
		lines = max(lines, len(wordLines(name, column-px(4))))
	}
	return float32(lines)*CaptionStrong.height() + px(16)
}

func (m *CodeMatrix) down(row int) (y, h float32) { return m.downIn(m.Size().Width, row) }

func (m *CodeMatrix) downIn(w float32, row int) (y, h float32) {
	y = m.headHeight(w)
	for i := range m.rows {
		h = px(codeRow)
		if m.rows[i].Problem != "" {
			h = px(codeRowTold)
		}
		if i == row {
			return y, h
		}
		y += h
	}
	return y, 0
}

func (m *CodeMatrix) measure() fyne.Size {
	w := px(2*codeSide+60) + px(codeLeast)*float32(len(m.columns))
	return fyne.NewSize(w, m.HeightForWidth(w))
}

// HeightForWidth is that of the head and the rows.
func (m *CodeMatrix) HeightForWidth(w float32) float32 {
	y, _ := m.downIn(w, len(m.rows))
	return y
}

func (m *CodeMatrix) paint() {
	m.corner.paint()
	for _, h := range m.heads {
		for _, l := range h {
			l.paint()
		}
	}
	for i, l := range m.lines {
		paintRect(l.rule, ColorLine, 0)
		l.title.paint()
		l.sign.paint()
		l.problem.paint()
		setShown(l.sign.Image, m.rows[i].Problem != "")
		for j, c := range l.cells {
			m.paintCell(c, i, j)
		}
	}
	paintRing(m.ring, radiusSmall, m.focused && !m.empty())
}

func (m *CodeMatrix) paintCell(c codeCell, row, column int) {
	code, ok := m.code(m.value(row, column))
	fill, edge, ink := ColorCard, ColorLine, ColorText2
	switch {
	case ok && code.Strong:
		fill, edge, ink = ColorPrimaryFill, ColorPrimaryFill, ColorOnPrimary
	case ok:
		fill, edge, ink = code.Family.Tint(), code.Family.Tint(), code.Family.Ink()
	case m.over == [2]int{row, column} && !m.Disabled():
		fill, edge = ColorHover, ColorControlBorder
	}
	c.letter.full, c.letter.ink = code.Letter, ink
	if !ok {
		c.letter.full = "–"
	}
	c.letter.paint()
	c.ground.paint(fill, edge)
}

func (m *CodeMatrix) arrange(s fyne.Size) {
	title, _ := m.widths(s.Width)
	head := m.headHeight(s.Width)
	m.corner.place(px(codeSide), head-px(6)-m.corner.height(), title-px(8))
	for i, h := range m.heads {
		x, w := m.across(i)
		h.place(m.columns[i], x, head-px(6), w-px(4))
	}
	for i, l := range m.lines {
		y, h := m.down(i)
		put(l.rule, 0, y, s.Width, 1)
		top := y + round((h-l.title.height())/2)
		if m.rows[i].Problem != "" {
			top = y + round((h-l.title.height()-l.problem.height())/2)
			l.sign.place(px(codeSide), top+l.title.height(), l.problem.height())
			l.problem.place(px(codeSide+12+5), top+l.title.height(), title-px(12+5+8))
		}
		l.title.place(px(codeSide), top, title-px(8))
		for j, c := range l.cells {
			x, w := m.across(j)
			c.ground.put(x+px(3), y+round((h-px(24))/2), w-px(6), px(24))
			c.letter.placeMid(x, y+round((h-c.letter.height())/2), w)
		}
	}
	if !m.empty() {
		x, w := m.across(m.column)
		y, h := m.down(m.row)
		put(m.ring, x+px(2), y+round((h-px(26))/2), w-px(4), px(26))
	}
}

// place writes a name in up to three lines that end at a height. Words too wide
// for a line are cut, not broken.
func (h codeHead) place(name string, x, bottom, w float32) {
	lines := wordLines(name, w)
	y := bottom - float32(len(lines))*CaptionStrong.height()
	for i, l := range h {
		l.full = ""
		if i < len(lines) {
			l.full = lines[i]
		}
		l.placeMid(x, y+float32(i)*CaptionStrong.height(), w)
	}
}

// wordLines packs the words of a column's name into as many lines as a head has;
// the last takes the rest.
func wordLines(name string, w float32) []string {
	var lines []string
	for _, word := range strings.Fields(name) {
		n := len(lines)
		if n == headLines || n > 0 && CaptionStrong.width(lines[n-1]+" "+word) <= w {
			lines[n-1] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	return lines
}
