package difficult

import (
	"bytes"
	"fmt"
	"strings"
)

// trees are unusual page trees and tables of objects.
func trees() []File {
	round := bookOf("", pages(2)...)
	round.objects[1] = "<</Type/Pages/Count 3/Kids[4 0 R 2 0 R 6 0 R]>>"
	none := bookOf("")
	many := bookOf("", pages(2)...)
	many.objects[1] = "<</Type/Pages/Count 40/Kids[4 0 R 6 0 R]>>"
	few := bookOf("", pages(3)...)
	few.objects[1] = "<</Type/Pages/Count 1/Kids[4 0 R 6 0 R 8 0 R]>>"
	twice := bookOf("", pages(2)...)
	twice.objects[1] = "<</Type/Pages/Count 3/Kids[4 0 R 6 0 R 4 0 R]>>"
	nested := bookOf("", page{})
	nested.objects[0] = "<</Type/Catalog/Pages 2 0 R/Deep " + strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000) + ">>"
	newer := bookOf("", page{})
	newer.header = "%PDF-2.0\n%\xE2\xE3\xCF\xD3\n"
	escaped := bookOf("", page{entries: a4, content: "BT /F#31 14 Tf 72 500 Td (Namn med tecken) Tj ET"})
	return []File{
		of("tree-round.pdf", "the page tree holds itself", -1, round.bytes()),
		of("tree-none.pdf", "it has no pages", 0, none.bytes()),
		of("tree-count-many.pdf", "it says that it has 40 pages and has 2", 2, many.bytes()),
		of("tree-count-few.pdf", "it says that it has one page and has 3", 3, few.bytes()),
		of("tree-twice.pdf", "a page stands in it twice", 3, twice.bytes()),
		of("tree-deep.pdf", "the page tree has 200 levels", 1, deepTree(200)),
		of("tree-bottomless.pdf", "the page tree has 5 000 levels", -1, deepTree(5000)),
		of("tree-nested.pdf", "10 000 brackets stand within each other", -1, nested.bytes()),
		of("tree-newer.pdf", "it is PDF 2.0", 1, newer.bytes()),
		of("tree-escaped.pdf", "names are written with escapes", 1, escaped.bytes()),
		of("tree-updated.pdf", "the second page was replaced afterwards", 2, updated()),
		of("tree-xref-stream.pdf", "the table of objects is a stream", 2, xrefStream()),
	}
}

func deepTree(levels int) []byte {
	b := newBook()
	b.add("<</Type/Catalog/Pages 2 0 R>>")
	for i := range levels {
		b.add(fmt.Sprintf("<</Type/Pages/Count 1/Kids[%d 0 R]>>", i+3))
	}
	b.add("<</Type/Page" + a4 + font + fmt.Sprintf("/Contents %d 0 R>>", levels+3))
	b.stream("", line("Långt ner"))
	return b.bytes()
}

// updated is a file with a later part that replaces an object.
func updated() []byte {
	first := bookOf("", pages(2)...).bytes()
	start := bytes.LastIndex(first, []byte("xref\n0"))
	var s strings.Builder
	at := len(first)
	content := line("Den nya sidan två")
	object := fmt.Sprintf("5 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n", len(content), content)
	s.WriteString(object)
	fmt.Fprintf(&s, "xref\n5 1\n%010d 00000 n \ntrailer\n<</Size 7/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n", at, start, at+len(object))
	return append(bytes.Clone(first), s.String()...)
}

// xrefStream is a file whose table of objects is a stream.
func xrefStream() []byte {
	body, at := bookOf("", pages(2)...).body()
	start := len(body)
	table := []byte{0, 0, 0, 0, 0}
	for _, n := range append(at, start) {
		table = append(table, 1, byte(n>>16), byte(n>>8), byte(n), 0)
	}
	return fmt.Appendf([]byte(body), "%d 0 obj\n<</Type/XRef/Size %d/W[1 3 1]/Root 1 0 R/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		len(at)+1, len(at)+2, len(table), table, start)
}
