package layout

import (
	"maps"
	"slices"

	"ledstjarna/internal/report"
)

// numbers are the page numbers found when all documents were last set.
type numbers struct {
	declared map[string]bool   // every anchor of the print
	inPrint  map[string]int    // page of each anchor
	inPart   map[string][2]int // document of each anchor, and its page there
	contents []int             // block before which a document's contents stand, -1 = none
}

// guess stands for a page number that is not known yet; most have its width.
const guess = 88

func (n *numbers) contentsAt(document int) int {
	if n.contents == nil {
		return -1
	}
	return n.contents[document]
}

// page returns the number of an anchor's page as seen from a document.
func (n *numbers) page(key string, document int) int {
	if at, ok := n.inPart[key]; ok && at[0] == document {
		return at[1]
	}
	if page, ok := n.inPrint[key]; ok {
		return page
	}
	return guess
}

func (n *numbers) equal(o *numbers) bool {
	return maps.Equal(n.inPrint, o.inPrint) && maps.Equal(n.inPart, o.inPart) && slices.Equal(n.contents, o.contents)
}

// count finds the page numbers of the documents as they are set.
func count(print *report.Print, drafts []*draft, known *numbers) *numbers {
	out := &numbers{
		declared: known.declared, inPrint: map[string]int{}, inPart: map[string][2]int{},
		contents: make([]int, len(drafts)),
	}
	before := 0
	for i, d := range drafts {
		index := make(map[*Page]int, len(d.pages))
		for n, p := range d.pages {
			index[p] = n + 1
		}
		for key, at := range d.anchors {
			if _, ok := out.inPrint[key]; !ok {
				out.inPrint[key] = before + index[at.page]
				out.inPart[key] = [2]int{i, index[at.page]}
			}
		}
		before += len(d.pages)
		out.contents[i] = known.contentsAt(i)
		if doc := &print.Parts[i]; doc.Contents && out.contents[i] < 0 && len(d.pages) >= longDocument {
			out.contents[i] = contentsPlace(doc, d)
		}
	}
	return out
}

// contentsPlace returns the block before which the table of contents stands: the
// second section if the first ends on page 1, else the first section.
func contentsPlace(doc *report.Document, d *draft) int {
	var tops []int
	for i, block := range doc.Blocks {
		if h, ok := block.(report.Heading); ok && h.Level <= 1 {
			tops = append(tops, i)
		}
	}
	if len(tops) < 2 {
		return -1
	}
	last := tops[1] - 1
	for last > tops[0] && d.ends[last] == nil {
		last--
	}
	if d.ends[last] == d.pages[0] {
		return tops[1]
	}
	return tops[0]
}
