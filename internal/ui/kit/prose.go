package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Run is a stretch of running text. One that can be opened is a link, which is
// never broken over lines.
type Run struct {
	Text string
	Bold bool
	Open func()
}

// Prose is running text with bold words and links in it that breaks into as many
// lines as its width asks for.
type Prose struct {
	widget.BaseWidget
	runs  []Run
	units []unit
	links []*LinkParagraph
	rows  []*canvas.Text // reused; those beyond the pieces are hidden
	bold  []bool         // of the rows

	pieces []piece
	height float32
	look   fit
}

// bodyStyle is that of plain or bold words.
func bodyStyle(bold bool) Style {
	if bold {
		return BodyStrong
	}
	return Body
}

// unit is what is never broken: a word with what is joined to it, or a link.
type unit []atom

// atom is a part of a unit in one style, or a link.
type atom struct {
	text string
	bold bool
	link *LinkParagraph
}

func (a atom) width() float32 { return bodyStyle(a.bold).exactWidth(a.text) }

// piece is an atom in its place.
type piece struct {
	atom
	x, y float32
}

// NewProse returns running text in the style of body text.
func NewProse(runs []Run) *Prose {
	p := &Prose{runs: runs}
	joined := false // the next word belongs to the unit before
	add := func(a atom) {
		if joined && len(p.units) > 0 {
			p.units[len(p.units)-1] = append(p.units[len(p.units)-1], a)
		} else {
			p.units = append(p.units, unit{a})
		}
		joined = true
	}
	for _, r := range runs {
		if r.Open != nil {
			link := NewLinkParagraph(r.Text, Body, r.Open)
			p.links = append(p.links, link)
			add(atom{text: r.Text, link: link})
			continue
		}
		if strings.HasPrefix(r.Text, " ") {
			joined = false
		}
		for i, word := range strings.Fields(r.Text) {
			joined = joined && i == 0
			add(atom{text: word, bold: r.Bold})
		}
		joined = r.Text != "" && !strings.HasSuffix(r.Text, " ")
	}
	p.ExtendBaseWidget(p)
	return p
}

// Text returns all words.
func (p *Prose) Text() string {
	var s strings.Builder
	for _, r := range p.runs {
		s.WriteString(r.Text)
	}
	return s.String()
}

// Press opens the first link with the words and reports whether there is one.
func (p *Prose) Press(words string) bool {
	for _, r := range p.runs {
		if r.Open != nil && r.Text == words {
			r.Open()
			return true
		}
	}
	return false
}

// HeightForWidth returns how high the text is at a width.
func (p *Prose) HeightForWidth(w float32) float32 {
	p.breakInto(w)
	return p.height
}

// breakInto places all words for a width and remembers the outcome.
func (p *Prose) breakInto(w float32) {
	now := fit{size: Body.size(), width: w}
	if p.look == now && p.pieces != nil {
		return
	}
	p.look, p.pieces = now, []piece{}
	x, y := float32(0), float32(0)
	for i, u := range p.units {
		space := spaceOf(Body)
		if i > 0 && u[0].bold && p.units[i-1][len(p.units[i-1])-1].bold {
			space = spaceOf(BodyStrong)
		}
		width := float32(0)
		for _, a := range u {
			width += a.width()
		}
		if x > 0 && x+space+width > w {
			x, y = 0, y+Body.height()
		} else if x > 0 {
			x += space
		}
		for _, a := range u {
			p.pieces = append(p.pieces, piece{a, x, y})
			x += a.width()
		}
	}
	p.height = y + Body.height()
	p.join()
}

// spaceOf is the width of a space in a style.
func spaceOf(s Style) float32 { return s.exactWidth("n n") - s.exactWidth("nn") }

// join makes one piece of words beside each other in the same style.
func (p *Prose) join() {
	out := p.pieces[:0]
	for _, x := range p.pieces {
		if n := len(out); n > 0 && x.link == nil && out[n-1].link == nil && out[n-1].bold == x.bold && out[n-1].y == x.y {
			end := out[n-1].x + out[n-1].width()
			if gap := x.x - end; gap > 1 {
				out[n-1].text += " "
			}
			out[n-1].text += x.text
			continue
		}
		out = append(out, x)
	}
	p.pieces = out
}

// CreateRenderer is called by the toolkit.
func (p *Prose) CreateRenderer() fyne.WidgetRenderer {
	return &proseRenderer{drawing: drawing{of: p}, p: p}
}

// proseRenderer has as many objects as there are pieces.
type proseRenderer struct {
	drawing
	p *Prose
}

func (r *proseRenderer) Objects() []fyne.CanvasObject {
	if len(r.objects) != len(r.p.rows)+len(r.p.links) {
		r.objects = r.objects[:0]
		for _, row := range r.p.rows {
			r.objects = append(r.objects, row)
		}
		for _, l := range r.p.links {
			r.objects = append(r.objects, l)
		}
	}
	return r.objects
}

func (p *Prose) paint() {
	for i, row := range p.rows {
		p.paintRow(row, p.bold[i])
	}
}

func (p *Prose) paintRow(row *canvas.Text, bold bool) {
	style := bodyStyle(bold)
	row.Color = theme.Color(ColorText)
	row.TextSize = style.size()
	row.TextStyle = style.text()
}

func (p *Prose) measure() fyne.Size {
	w := p.Size().Width
	if w == 0 {
		w = px(400)
	}
	return fyne.NewSize(px(120), p.HeightForWidth(w))
}

func (p *Prose) arrange(s fyne.Size) {
	p.breakInto(s.Width)
	n := 0
	for _, x := range p.pieces {
		if x.link != nil {
			put(x.link, round(x.x), x.y, ceil(x.width())+1, Body.height())
			continue
		}
		if n == len(p.rows) {
			p.rows, p.bold = append(p.rows, canvas.NewText("", theme.Color(ColorText))), append(p.bold, false)
		}
		row := p.rows[n]
		if row.Text != x.text || p.bold[n] != x.bold {
			row.Text, p.bold[n] = x.text, x.bold
		}
		p.paintRow(row, x.bold)
		row.Refresh()
		setShown(row, true)
		size := row.MinSize()
		put(row, round(x.x), x.y+bodyStyle(x.bold).rise(), size.Width, size.Height)
		n++
	}
	for ; n < len(p.rows); n++ {
		setShown(p.rows[n], false)
	}
}
