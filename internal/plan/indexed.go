package plan

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// IndexedText is a text that a search can find: that of a field, or those of a row.
type IndexedText struct {
	Field Key    // at the top of the content
	Row   ID     // of the field's list; "" where the field is a text itself
	Text  string // of a row, its texts in the order of the columns, a line each
}

// Path returns the place of the passage in its content.
func (p IndexedText) Path() Path {
	if p.Row == "" {
		return PathTo(p.Field)
	}
	return PathTo(p.Field).AtRow(p.Row)
}

// Found is a passage that a search has found, and what it stands in: a version of a
// document, an entry of a list of the register, or an event.
type Found struct {
	Document ID       // "" where it is not of a document
	List     ListName // of the register; "" where it is not of an entry
	Owner    ID       // the version, entry or event
	IndexedText
}

// Sought returns whether a person who searches is shown what was found: of a document
// its newest version and the one that applies on the day, everything else always.
func (r Register) Sought(x Found, on Date) bool {
	d, ok := r.Document(x.Document)
	if !ok || x.List != "" {
		return true
	}
	if x.Owner == d.Latest().ID {
		return true
	}
	v, _, ok := r.Current(d, on)
	return ok && x.Owner == v.ID
}

// IndexedTexts returns what can be found in a content with the fields, in the order of
// the fields. Choices, references, dates and numbers are not texts.
func IndexedTexts(fields []Field, c Content) []IndexedText {
	var out []IndexedText
	for _, f := range fields {
		if f.Recorded || f.Key == KeyOrigins {
			continue
		}
		switch v := c.Get(f.Key); f.Kind {
		case Line, LongText:
			if s := strings.TrimSpace(v.Text()); s != "" {
				out = append(out, IndexedText{Field: f.Key, Text: s})
			}
		case List, Checklist:
			for _, r := range v.Rows() {
				if s := textsOf(f.Columns, r.Cells); len(s) > 0 {
					out = append(out, IndexedText{Field: f.Key, Row: r.ID, Text: strings.Join(s, "\n")})
				}
			}
		case Decimal, DateField, Choice, Choices, Reference, References, Related, Derived:
		}
	}
	return out
}

func textsOf(columns []Field, c Content) []string {
	var out []string
	for _, p := range IndexedTexts(columns, c) {
		out = append(out, p.Text)
	}
	return out
}

// Folded returns the text as it is compared when letters need not be exact: in lower
// case, with å and ä as a and ö as o and other marks taken off likewise, and with
// one space for whatever is neither letter nor digit.
func Folded(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '\u00ad': // a mark, a soft hyphen
		case unicode.IsLetter(r), unicode.IsNumber(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		default:
			gap = true
		}
	}
	return b.String()
}

// SearchWords returns the words of a query as a person types it: what stands between
// anything that is neither letter nor digit, in lower case and at most 12.
func SearchWords(query string) []string {
	words := strings.FieldsFunc(strings.ToLower(composed(query)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.Is(unicode.Mn, r)
	})
	return words[:min(len(words), mostSearchWords)]
}

const mostSearchWords = 12

// FindIn returns where the words of a query stand in a text, in their
// order: exact ones or, where a word has no exact one, those that are the same when
// letters need not be exact. A word is also found inside a longer one.
func FindIn(text, query string) []Passage {
	var out []Passage
	lower := strings.ToLower(text)
	exact := len(lower) == len(text) // else the places in it are not those of text
	for _, w := range SearchWords(query) {
		found := false
		for at := 0; exact; {
			i := strings.Index(lower[at:], w)
			if i < 0 {
				break
			}
			out, found = append(out, Passage{at + i, at + i + len(w)}), true
			at += i + len(w)
		}
		if !found {
			out = append(out, findFolded(text, Folded(w))...)
		}
	}
	return merged(out)
}

// findFolded looks for a folded word in a text, letter by letter.
func findFolded(text, word string) []Passage {
	var folded []rune
	var from, to []int // of each folded letter, its place in the text
	for i, r := range text {
		for _, f := range norm.NFD.String(strings.ToLower(string(r))) {
			if unicode.IsLetter(f) || unicode.IsNumber(f) {
				folded, from, to = append(folded, f), append(from, i), append(to, i+len(string(r)))
			} else if !unicode.Is(unicode.Mn, f) && f != '\u00ad' {
				folded, from, to = append(folded, ' '), append(from, i), append(to, i+len(string(r)))
			}
		}
	}
	var out []Passage
	want := []rune(word)
	for i := 0; len(want) > 0 && i+len(want) <= len(folded); i++ {
		if string(folded[i:i+len(want)]) == word {
			out = append(out, Passage{from[i], to[i+len(want)-1]})
			i += len(want) - 1
		}
	}
	return out
}

// merged joins passages that meet or overlap, and puts them in order.
func merged(all []Passage) []Passage {
	slices.SortFunc(all, func(a, b Passage) int { return a.From - b.From })
	var out []Passage
	for _, p := range all {
		if n := len(out); n > 0 && p.From <= out[n-1].To {
			out[n-1].To = max(out[n-1].To, p.To)
			continue
		}
		out = append(out, p)
	}
	return out
}

// Excerpt returns at most n letters of the text around the first place where a word
// of the query stands, on one line, with "…" where it is cut.
func Excerpt(text, query string, n int) string {
	at := 0
	if found := FindIn(text, query); len(found) > 0 {
		at = utf8.RuneCountInString(text[:found[0].From])
	}
	all := []rune(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, text))
	from := max(0, min(at-n/4, len(all)-n))
	for from > 0 && from < at && all[from-1] != ' ' {
		from++
	}
	to := min(len(all), from+n)
	s := strings.TrimSpace(string(all[from:to]))
	if from > 0 {
		s = "… " + s
	}
	if to < len(all) {
		s += " …"
	}
	return s
}
