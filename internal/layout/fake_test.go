package layout

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"ledstjarna/internal/layout/specimen"
	"ledstjarna/internal/report"
)

// fake measures every character as half its size.
type fake struct{}

func (fake) Width(text string, font Font) float64 {
	return 0.5 * font.Size * float64(utf8.RuneCountInString(text))
}

func lay(t testing.TB, print report.Print) *Book {
	t.Helper()
	book, err := Lay(context.Background(), print, fake{})
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// single lays out one document of the blocks.
func single(t testing.TB, blocks ...report.Block) *Book {
	t.Helper()
	return lay(t, report.Print{Title: "T", Language: "sv", Words: specimen.Words(), Parts: []report.Document{{Title: "T", Blocks: blocks}}})
}

// runs returns the texts of a page's marks with their owners.
func runs(p *Page) (out []Run, owners []*Node) {
	for _, m := range p.Marks {
		for _, item := range m.Items {
			if r, ok := item.(Run); ok {
				out, owners = append(out, r), append(owners, m.Owner)
			}
		}
	}
	return out, owners
}

// spoken is everything that a page says, in reading order.
func spoken(p *Page) string {
	var s strings.Builder
	rs, _ := runs(p)
	for _, r := range rs {
		s.WriteString(r.Text)
	}
	return s.String()
}

func artifactText(p *Page) string {
	var s strings.Builder
	for _, items := range [][]Item{p.Artifacts, p.Header, p.Footer} {
		for _, item := range items {
			if r, ok := item.(Run); ok {
				s.WriteString(r.Text)
			}
		}
	}
	return s.String()
}

func isHeadingRole(r Role) bool { return r == H1 || r == H2 || r == H3 || r == H4 }

// words of a length that give paragraphs of many lines.
func long(n int) string { return strings.TrimSpace(strings.Repeat("samverkan ", n)) }
