package pdf

import (
	"strings"

	"ledstjarna/internal/layout"
)

// Unprintable is a character of a book that no font has, where it stands first in
// a document. It will be drawn as a box.
type Unprintable struct {
	Char     rune
	Document string // title
	Heading  string // the last one before it, "" before the first
	Page     int    // in the book, from 1
	Text     string // the line that holds it
}

// Unprintable returns the characters of a book that cannot be printed, in the
// order of the pages, each once a document. Ask before writing: the person can
// then change the text.
func (f *Fonts) Unprintable(book *layout.Book) []Unprintable {
	type once struct {
		document string
		char     rune
	}
	var out []Unprintable
	seen := map[once]bool{}
	known := map[string]bool{} // words that are all right
	heading, document := "", ""
	for _, p := range book.Pages {
		if p.Document != document {
			heading, document = "", p.Document
		}
		for _, m := range p.Marks {
			for _, item := range m.Items {
				run, ok := item.(layout.Run)
				if !ok || known[run.Text] {
					continue
				}
				missing := f.Missing(run.Text)
				known[run.Text] = len(missing) == 0
				for _, r := range missing {
					if !seen[once{p.Document, r}] {
						seen[once{p.Document, r}] = true
						out = append(out, Unprintable{r, p.Document, heading, p.Number, strings.TrimSpace(run.Text)})
					}
				}
			}
			if isHeading(m.Owner.Role) {
				heading = said(m)
			}
		}
	}
	return out
}

func isHeading(r layout.Role) bool {
	return r == layout.H1 || r == layout.H2 || r == layout.H3 || r == layout.H4
}

// said is the text of a mark.
func said(m layout.Mark) string {
	var s strings.Builder
	for _, item := range m.Items {
		if run, ok := item.(layout.Run); ok {
			s.WriteString(run.Text)
		}
	}
	return strings.TrimSpace(s.String())
}
