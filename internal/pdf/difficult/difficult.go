// Package difficult makes files that someone may want among a meeting's papers and
// that are hard to take in: damaged, locked, hostile, unusual or large. They are
// made for the tests of this program; nothing in it may depend on them.
//
// Most are written here byte by byte. The small ones in testdata come from real
// programs: Ghostscript (gs.pdf from a page of PostScript), qpdf (its encryption,
// linearization and object streams on that file), LibreOffice Writer (tagged, as
// PDF/UA and PDF/A-2, and a form with filled-in fields) and Chromium (tagged, with
// an outline).
package difficult

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// File is one difficult file.
type File struct {
	Name  string
	Type  string // media type by what it holds
	Why   string // it is difficult
	Pages int    // that it really holds; -1 where nobody can tell
	Large bool   // more than 5 MB, or slow to make
	Write func(w io.Writer) error
}

// Bytes returns a file that is not Large.
func (f File) Bytes() ([]byte, error) {
	var b bytes.Buffer
	err := f.Write(&b)
	return b.Bytes(), err
}

const typePDF = "application/pdf"

// Files returns all, sorted by name. They have the same bytes every time.
func Files() []File {
	out := slices.Concat(fromPrograms(), damaged(), geometry(), trees(), contents(), forms(), annotations(), structures(), large(), pictures())
	slices.SortFunc(out, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

func of(name, why string, pages int, b []byte) File {
	return File{Name: name, Type: typePDF, Why: why, Pages: pages, Write: func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	}}
}

// book is a file in the making: objects numbered from 1, of which the first is the
// catalog.
type book struct {
	header  string
	objects []string
	trailer string // more entries
}

func newBook() *book { return &book{header: "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"} }

// add puts an object into the file and returns its number.
func (b *book) add(body string) int {
	b.objects = append(b.objects, body)
	return len(b.objects)
}

func (b *book) stream(entries, data string) int {
	return b.add(fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(data), data))
}

// body is the header with the objects, and where each of them is.
func (b *book) body() (string, []int) {
	var s strings.Builder
	s.WriteString(b.header)
	var at []int
	for i, o := range b.objects {
		at = append(at, s.Len())
		fmt.Fprintf(&s, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	return s.String(), at
}

// bytes is the whole file with a table of its objects.
func (b *book) bytes() []byte {
	body, at := b.body()
	var s strings.Builder
	s.WriteString(body)
	fmt.Fprintf(&s, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&s, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&s, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, b.trailer, len(body))
	return []byte(s.String())
}

// page is one page of a book.
type page struct {
	entries string // "" gives an upright A4
	content string // "" gives a line of text
	filter  string
	bare    bool // no fonts
}

const (
	a4   = "/MediaBox[0 0 595 842]"
	font = "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
)

// line is a text where a page has room for it.
func line(text string) string { return "BT /F1 14 Tf 72 500 Td (" + text + ") Tj ET" }

// of pages makes a book: catalog 1, page tree 2, then pages with their contents.
func bookOf(catalog string, pages ...page) *book {
	b := newBook()
	b.add("<</Type/Catalog/Pages 2 0 R" + catalog + ">>")
	b.add("")
	var kids []string
	for i, p := range pages {
		if p.entries == "" {
			p.entries = a4
		}
		if p.content == "" {
			p.content = line(fmt.Sprintf("Underlag om kollektivtrafiken, sida %d", i+1))
		}
		resources := font
		if p.bare {
			resources = ""
		}
		c := b.stream(p.filter, p.content)
		n := b.add(fmt.Sprintf("<</Type/Page/Parent 2 0 R%s%s/Contents %d 0 R>>", p.entries, resources, c))
		kids = append(kids, fmt.Sprintf("%d 0 R", n))
	}
	b.objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(kids), strings.Join(kids, " "))
	return b
}

func pages(n int) []page { return make([]page, n) }
