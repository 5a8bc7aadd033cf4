package layout

import (
	"strings"

	"ledstjarna/internal/report"
)

// SheetRef names the page of another origin that stands in the place of a Page.
type SheetRef struct {
	File  string // as the print names it
	Index int    // of the page in the file, from 0
	// Turned says that the page's Footer stands along a side: it is set as if the page
	// were turned clockwise, so that the left side is up and the right side down.
	Turned bool
}

// Sheets are the pages of a file that brings its own structure, which stands in
// the place of a Node's kids.
type Sheets struct {
	File  string
	Pages []*Page
}

// Distances of the line of numbers from the edge of a page of another origin.
const (
	stampLow  = 20.0 // of the baseline from the lower edge
	stampHigh = 27.0 // and from the upper one
	stampSide = 12.0 // from the sides of a narrow page
)

// sheets sets a document that consists of pages of another origin.
func (b *builder) sheets() {
	x := b.doc.Enclosed
	tagged := &Sheets{File: x.File}
	for i, s := range x.Sheets {
		p := &Page{Width: s.Width, Height: s.Height}
		if s.Picture == nil {
			p.Sheet = &SheetRef{File: x.File, Index: i, Turned: s.Edge == LeftEdge || s.Edge == RightEdge}
		}
		b.draft.pages = append(b.draft.pages, p)
		switch {
		case s.Picture != nil:
			b.figure(p, i, Picture{s.X, s.Y, s.W, s.H, s.Picture})
		case !x.Tagged:
			b.figure(p, i)
		default:
			tagged.Pages = append(tagged.Pages, p)
		}
	}
	if len(tagged.Pages) > 0 {
		b.draft.node.Sheets = tagged
	}
	b.open(&pen{draft: b.draft, page: b.draft.pages[0]})
}

// figure makes a whole page one figure, which says what it is.
func (b *builder) figure(p *Page, i int, items ...Item) {
	x := b.doc.Enclosed
	n := &Node{Role: Figure, parent: b.draft.node, Alt: clean(b.print.Words.Sheet(b.doc.Title, i+1, len(x.Sheets)))}
	for _, item := range items {
		if at, ok := item.(Picture); ok {
			n.BBox = &[4]float64{at.X, p.Height - at.Y - at.H, at.X + at.W, p.Height - at.Y}
		}
	}
	n.join()
	n.Kids = append(n.Kids, Kid{Page: p, Mark: 0, Link: -1})
	p.Marks = []Mark{{Owner: n, Items: items}}
}

// stamp draws the line of numbers on a page of another origin: where the paper belongs,
// and the number in the packet, which is there however narrow the page is.
func (s *setting) stamp(doc *report.Document, p *Page, sheet Sheet, total int) {
	width, height := p.Width, p.Height
	if p.Sheet != nil && p.Sheet.Turned {
		width, height = height, width
	}
	number := ""
	if s.print.Packet {
		number = s.print.Words.Packet(p.Number, total)
	}
	line := s.small(strings.Trim(doc.FooterLeft+" · "+number, " ·"), ink)
	left := 25 * mm
	if line.Width > width-2*left {
		left = min(stampSide, width/8)
	}
	if room := width - 2*left; line.Width > room {
		end := s.small(" · "+number, ink)
		line = s.small(s.cut(s.small(doc.FooterLeft, ink), room-end.Width).Text+" · "+number, ink)
		line = s.cut(s.small(strings.Trim(line.Text, " ·"), ink), room)
	}
	line.X, line.Y = left, height-stampLow
	if sheet.Edge == TopEdge || sheet.Edge == LeftEdge && sheet.Picture == nil {
		line.Y = stampHigh
	}
	if line.Text != "" {
		p.Footer = append(p.Footer, line)
	}
}
