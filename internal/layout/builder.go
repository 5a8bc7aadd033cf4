package layout

import (
	"strconv"

	"ledstjarna/internal/report"
)

// draft is a document set once, with the page numbers then known.
type draft struct {
	pages     []*Page
	node      *Node
	anchors   map[string]spot
	bookmarks []Bookmark
	ends      map[int]*Page // the page on which each block ends
	numbered  bool          // it shows page numbers in its text
	contents  int           // block before which its table of contents stands, -1 = none
	logo      bool
}

// builder turns the blocks of one document into slabs.
type builder struct {
	m        Measurer
	breaks   breaker
	hyphens  Hyphenator // nil where words are not divided
	print    *report.Print
	doc      *report.Document
	index    int // of the document
	known    *numbers
	language string
	accent   RGB
	frame    frame
	draft    *draft
	level    int // of the last heading in the tree
	titled   int // 1 if the document has a title, which is then its first-level heading
}

// build sets a document.
func build(s *setting, index int, known *numbers) *draft {
	doc := &s.print.Parts[index]
	d := &draft{anchors: map[string]spot{}, ends: map[int]*Page{}, logo: doc.Logo, node: &Node{Role: Part}}
	d.node.Title = clean(doc.Title)
	b := &builder{
		m: s.measurer, breaks: totalFit, hyphens: s.hyphens, print: &s.print, doc: doc, index: index, known: known,
		language: s.print.Language, accent: s.accent, draft: d,
	}
	if doc.Language != "" && doc.Language != s.print.Language {
		b.language, d.node.Language = doc.Language, doc.Language
	}
	if has[report.Title](doc.Blocks) || has[report.Placeholder](doc.Blocks) {
		b.titled = 1
	}
	if doc.Enclosed != nil && len(doc.Enclosed.Sheets) > 0 {
		b.sheets()
		return d
	}
	b.run()
	return d
}

func has[T report.Block](blocks []report.Block) bool {
	for _, block := range blocks {
		if _, ok := block.(T); ok {
			return true
		}
	}
	return false
}

// run sets every section of the document.
func (b *builder) run() {
	f := &flow{draft: b.draft}
	contents := b.known.contentsAt(b.index)
	for _, s := range sections(b.doc, contents) {
		b.frame = portrait(b.doc.Unnumbered)
		if s.wide {
			b.frame = landscape(b.doc.Unnumbered)
		}
		f.frame = b.frame
		f.turn()
		if len(b.draft.pages) == 1 {
			b.open(f.pen)
		}
		if s.contents {
			f.set(b.contents())
			continue
		}
		f.set(b.section(s))
	}
}

// section returns the slabs of the blocks of a section.
func (b *builder) section(s section) []slab {
	return b.strand(b.doc.Blocks[s.from:s.to], func(i int) string { return place(s.from + i) }, func(i int, last *slab) {
		last.draw = b.ending(s.from+i, last.draw)
	})
}

// most slabs between a heading and the signatures that keep them together.
const signed = 10

// meet adjusts the slabs where two blocks meet: a table stands close to its
// heading, a note close to its table, signatures with what they sign. above are
// the slabs since the last heading.
func meet(above []slab, below *slab, before, after report.Block) {
	last := &above[len(above)-1]
	switch x := after.(type) {
	case report.Table:
		if isHeading(before) {
			below.before = 0
		}
		if isHeading(before) && x.Caption == "" && x.Number == "" {
			below.before = 6
		}
	case report.Signatures:
		last.keep = true
		if len(above) <= signed {
			for i := range above {
				above[i].keep = true
			}
		}
	case report.Paragraph:
		if isTable(before) && isNote(after) {
			last.after = 0
		}
	case report.Legend:
		if isTable(before) {
			last.after, last.keep = 0, true
		}
	}
}

// ending notes the page on which a block ends.
func (b *builder) ending(block int, draw func(*pen, float64)) func(*pen, float64) {
	return func(p *pen, y float64) {
		draw(p, y)
		b.draft.ends[block] = p.page
	}
}

// introduces reports whether a paragraph leads into the list below it.
func introduces(a, b report.Block) bool {
	p, ok := a.(report.Paragraph)
	if _, list := b.(report.Items); !ok || !list {
		return false
	}
	s := p.Text.String()
	return s != "" && len(s) < 400
}

// open draws the logo and notes where the document begins.
func (b *builder) open(p *pen) {
	p.anchor(b.key(""), 0)
	p.anchor(b.doc.Anchor, 0)
	title := b.doc.Bookmark
	if title == "" {
		title = b.doc.Title
	}
	p.bookmark(max(b.doc.Level, 1), clean(title), 0)
	if b.doc.Logo {
		b.logo(p)
	}
}

// key is the name of an anchor inside this document.
func (b *builder) key(name string) string { return strconv.Itoa(b.index) + "/" + name }

// anchorOf returns the full name of an anchor, one in the same document first.
func (b *builder) anchorOf(name string) string {
	if own := b.key(name); b.known.declared[own] {
		return own
	}
	return name
}

// pageOf returns the number of the page on which an anchor stands: in the
// document for an anchor of its own, else in the whole print.
func (b *builder) pageOf(name string) int {
	b.draft.numbered = true
	return b.known.page(b.anchorOf(name), b.index)
}

func itoa(n int) string { return strconv.Itoa(n) }
