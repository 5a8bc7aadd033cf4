package layout

import "math"

// pen puts items on a page.
type pen struct {
	page   *Page
	frame  frame
	draft  *draft
	repeat bool // everything is an artifact: a table head on a following page
}

// mark adds an item that owner means.
func (p *pen) mark(owner *Node, item Item) {
	if p.repeat {
		p.artifact(item)
		return
	}
	marks := p.page.Marks
	if n := len(marks); n > 0 && marks[n-1].Owner == owner {
		marks[n-1].Items = append(marks[n-1].Items, item)
		return
	}
	owner.join()
	owner.Kids = append(owner.Kids, Kid{Page: p.page, Mark: len(marks), Link: -1})
	p.page.Marks = append(marks, Mark{owner, []Item{item}})
}

// artifact adds an item without meaning. A tint that continues the one before it
// becomes one with it.
func (p *pen) artifact(item Item) {
	items := p.page.Artifacts
	if r, ok := item.(Rect); ok && len(items) > 0 {
		for i := len(items) - 1; i >= 0; i-- {
			last, ok := items[i].(Rect)
			if ok && last.Fill == r.Fill && last.X == r.X && last.W == r.W && math.Abs(last.Y+last.H-r.Y) < 0.01 {
				last.H += r.H
				items[i] = last
				return
			}
		}
	}
	p.page.Artifacts = append(items, item)
}

func (p *pen) rule(x1, x2, y, width float64, colour RGB) {
	p.artifact(Rule{x1, y, x2, y, width, colour})
}

// line draws a line of text from x on a baseline.
func (p *pen) line(l line, x, base float64) {
	var run Run
	var speaks *voice
	flush := func() {
		if speaks != nil && run.Text != "" {
			p.say(run, speaks)
		}
		speaks = nil
	}
	for i, w := range l.words {
		for _, piece := range w.pieces {
			if piece.voice != speaks || piece.text == "" {
				flush()
				speaks, run = piece.voice, Run{X: x, Y: base, Font: piece.voice.font, Colour: piece.voice.colour}
			}
			if piece.text == "" {
				p.symbol(piece.voice, x, base)
				speaks = nil
			} else {
				run.Text += piece.text
				run.Width = x + piece.width - run.X
			}
			x += piece.width
		}
		if i < len(l.words)-1 {
			x += w.space
		}
		if w.space > 0 && (i < len(l.words)-1 || !l.last) || w.hard {
			run.Text += " "
		}
	}
	flush()
}

// say draws a run with the rules of its voice and the link it is part of.
func (p *pen) say(run Run, v *voice) {
	p.mark(v.owner, run)
	if v.under > 0 {
		p.rule(run.X, run.X+run.Width, run.Y+1.6, v.under, v.colour)
	}
	if v.strike {
		y := run.Y - 0.25*run.Font.Size
		p.rule(run.X, run.X+run.Width, y, 0.8, v.colour)
	}
	if v.target != nil && !p.repeat {
		size := run.Font.Size
		v.owner.Kids = append(v.owner.Kids, Kid{Page: p.page, Mark: -1, Link: len(p.page.Links)})
		p.page.Links = append(p.page.Links, Link{
			Owner: v.owner, X: run.X, Y: run.Y - size, W: run.Width, H: size * 1.3,
			URL: v.target.url, Contents: v.target.contents, anchor: v.target.anchor,
		})
	}
}

// symbol draws the symbol of a voice; the word beside it carries the meaning,
// unless it stands alone.
func (p *pen) symbol(v *voice, x, base float64) {
	size := symbolSize
	if v.alone {
		size++
	}
	items := drawSymbol(v.symbol, x, base-0.88*size, size, v.colour)
	for _, item := range items {
		if v.alone {
			p.mark(v.owner, item)
		} else {
			p.artifact(item)
		}
	}
	if v.alone {
		v.owner.BBox = p.box(x, base-0.88*size, size, size)
	}
}

// box returns a bounding box in the coordinates of the file: y upwards.
func (p *pen) box(x, y, w, h float64) *[4]float64 {
	return &[4]float64{x, p.frame.height - y - h, x + w, p.frame.height - y}
}

// spot is where an anchor stands.
type spot struct {
	page *Page
	y    float64
}

func (p *pen) anchor(key string, y float64) {
	if _, ok := p.draft.anchors[key]; key != "" && !ok && !p.repeat {
		p.draft.anchors[key] = spot{p.page, y}
	}
}

func (p *pen) bookmark(level int, title string, y float64) {
	p.draft.bookmarks = append(p.draft.bookmarks, Bookmark{level, title, p.page, y})
}
