package layout

import (
	"context"
	"errors"
	"fmt"

	"ledstjarna/internal/report"
)

// ErrAnchor reports a reference to a place that no part of the print has.
var ErrAnchor = errors.New("no such place to refer to")

// ErrEmpty reports a print without parts.
var ErrEmpty = errors.New("nothing to print")

// most is how often documents are set before page numbers that still move are
// taken as they are.
const most = 6

// setting is what all documents of a print share.
type setting struct {
	print    report.Print
	measurer Measurer
	hyphens  Hyphenator // nil where words are not divided
	accent   RGB
}

// Lay sets a print on pages. It returns ErrEmpty, ErrAnchor, an error about the
// logo's picture, or that of a cancelled ctx. The Book shares the pictures' bytes
// with print.
func Lay(ctx context.Context, print report.Print, m Measurer) (*Book, error) {
	if len(print.Parts) == 0 {
		return nil, fmt.Errorf("lay out print: %w", ErrEmpty)
	}
	known := &numbers{declared: declared(&print)}
	if err := checkReferences(&print, known.declared); err != nil {
		return nil, err
	}
	if err := checkLogo(print.Logo); err != nil {
		return nil, err
	}
	s := &setting{print: withWords(print), measurer: m, accent: readable(print.Accent)}
	if h, ok := m.(Hyphenator); ok && print.Hyphenate {
		s.hyphens = h
	}
	drafts := make([]*draft, len(print.Parts))
	for range most {
		before := known
		for i := range drafts {
			if err := ctx.Err(); err != nil {
				return nil, fmt.Errorf("lay out print: %w", err)
			}
			if drafts[i] == nil || drafts[i].numbered || before.contentsAt(i) != drafts[i].contents {
				drafts[i] = build(s, i, before)
				drafts[i].contents = before.contentsAt(i)
			}
		}
		known = count(&s.print, drafts, before)
		if known.equal(before) {
			break
		}
	}
	return s.bind(drafts), nil
}

// withWords fills in what a print leaves out of its words.
func withWords(p report.Print) report.Print {
	plain := func(n, total int) string { return fmt.Sprintf("%d (%d)", n, total) }
	if p.Words.Page == nil {
		p.Words.Page = plain
	}
	if p.Words.Packet == nil {
		p.Words.Packet = plain
	}
	if p.Words.Sheet == nil {
		p.Words.Sheet = func(title string, n, total int) string { return fmt.Sprintf("%s %d (%d)", title, n, total) }
	}
	if p.Words.ToPage == nil {
		p.Words.ToPage = itoa
	}
	return p
}

// bind puts the documents together: numbers, margins, links, tree and outline.
func (s *setting) bind(drafts []*draft) *Book {
	book := &Book{
		Title: clean(s.print.Title), Author: clean(s.print.Author), Subject: clean(s.print.Subject),
		Language: s.print.Language, Root: &Node{Role: Document, Title: clean(s.print.Title)},
	}
	anchors := map[string]spot{}
	for _, d := range drafts {
		d.node.parent = book.Root
		for key, at := range d.anchors {
			if _, ok := anchors[key]; !ok {
				anchors[key] = at
			}
		}
		book.Pages = append(book.Pages, d.pages...)
		book.Bookmarks = append(book.Bookmarks, d.bookmarks...)
		book.Root.Kids = append(book.Root.Kids, Kid{Node: d.node, Mark: -1, Link: -1})
	}
	for i, p := range book.Pages {
		p.Number = i + 1
		for j := range p.Links {
			if at, ok := anchors[p.Links[j].anchor]; ok {
				p.Links[j].Page, p.Links[j].ToY = at.page, at.y
			}
		}
	}
	book.Places = make(map[string]Place, len(anchors))
	for key, at := range anchors {
		book.Places[key] = Place{at.page.Number, at.y}
	}
	for i, d := range drafts {
		s.margins(&s.print.Parts[i], d, len(book.Pages))
	}
	level := 0
	for i, b := range book.Bookmarks {
		level = min(b.Level, level+1)
		book.Bookmarks[i].Level = level
	}
	return book
}
