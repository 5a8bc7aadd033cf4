package plan

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentence is the words of a sentence in their order, never none.
type sentence []word

// word is a word where it stands, without the marks around it.
type word struct {
	Passage
	lower string
}

func (s sentence) passage() Passage { return Passage{s[0].From, s[len(s)-1].To} }

// letters counts the letters of a word; addresses and names of files have none,
// and of words joined by hyphens the longest counts.
func (w word) letters() int {
	if strings.ContainsAny(w.lower, "./@:_\\") {
		return 0
	}
	longest := 0
	for part := range strings.FieldsFuncSeq(w.lower, func(r rune) bool { return !unicode.IsLetter(r) }) {
		longest = max(longest, utf8.RuneCountInString(part))
	}
	return longest
}

// sentences splits a Markdown text. A sentence ends at a full stop, question
// mark, exclamation mark or colon before a capital letter or a figure, at an
// empty line and before an item of a list. Headings, tables and code are no
// sentences, and the address of a link is no word.
func sentences(text string) []sentence {
	x := splitter{}
	at := 0
	for line := range strings.Lines(text) {
		x.line(line, at)
		at += len(line)
	}
	x.end()
	return x.out
}

type splitter struct {
	out    []sentence
	words  sentence
	ending bool // the last word may have ended its sentence
	code   bool // within a fence
}

func (x *splitter) end() {
	if len(x.words) > 0 {
		x.out = append(x.out, x.words)
	}
	x.words, x.ending = nil, false
}

// line takes a line that begins at the place of the text.
func (x *splitter) line(line string, at int) {
	trimmed := strings.TrimLeft(line, " \t>")
	at += len(line) - len(trimmed)
	switch trimmed = strings.TrimRightFunc(trimmed, unicode.IsSpace); {
	case strings.HasPrefix(trimmed, "```"):
		x.code = !x.code
		x.end()
		return
	case x.code, trimmed == "", isHeading(trimmed), strings.HasPrefix(trimmed, "|"):
		x.end()
		return
	}
	first := true
	for from := 0; from < len(trimmed); {
		n := strings.IndexFunc(trimmed[from:], unicode.IsSpace)
		if n < 0 {
			n = len(trimmed) - from
		}
		if field := trimmed[from : from+n]; field != "" {
			if first && isMarker(field) {
				x.end()
			} else {
				x.field(field, at+from)
			}
			first = false
		}
		_, space := utf8.DecodeRuneInString(trimmed[from+n:])
		from += n + space
	}
}

// field takes what stands between two spaces.
func (x *splitter) field(field string, at int) {
	if x.ending && startsCapital(field) {
		x.end()
	}
	visible := field
	if text, _, isLink := strings.Cut(field, "]("); isLink {
		visible = text
	}
	bare := strings.TrimLeftFunc(visible, isNoWord)
	from := at + len(visible) - len(bare)
	bare = strings.TrimRightFunc(bare, isNoWord)
	if bare != "" {
		x.words = append(x.words, word{Passage{from, from + len(bare)}, strings.ToLower(bare)})
	}
	closed := strings.TrimRight(field, "*_”\"’'»)]")
	last, _ := utf8.DecodeLastRuneInString(closed)
	x.ending = strings.ContainsRune(".?!:…", last) && (last != '.' || !isAbbreviation(strings.ToLower(strings.TrimLeftFunc(closed, isNoWord))))
}

func isNoWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func isHeading(line string) bool {
	rest := strings.TrimLeft(line, "#")
	return len(rest) < len(line) && len(line)-len(rest) <= 6 && (rest == "" || rest[0] == ' ')
}

// isMarker reports whether a line that begins so is an item of a list: "-",
// "1.", "a)".
func isMarker(w string) bool {
	if w == "-" || w == "*" || w == "+" || w == "–" || w == "•" {
		return true
	}
	sign := w[len(w)-1]
	body := w[:len(w)-1]
	if sign != '.' && sign != ')' || body == "" {
		return false
	}
	return strings.Trim(body, "0123456789") == "" || sign == ')' && utf8.RuneCountInString(body) == 1
}

func startsCapital(w string) bool {
	for _, r := range strings.TrimLeft(w, "*_”\"'’«»([") {
		return unicode.IsUpper(r) || unicode.IsDigit(r)
	}
	return false
}

// isAbbreviation reports whether a full stop after the word does not end a
// sentence, even before a capital letter: "t.ex. Norrby", "kl. 10", "A. Lind".
func isAbbreviation(w string) bool {
	switch w {
	case "t.ex.", "bl.a.", "d.v.s.", "dvs.", "s.k.", "f.d.", "fr.o.m.", "t.o.m.", "p.g.a.", "i.e.", "jfr.", "jfr", "kl.", "ca.",
		"nr.", "st.", "tel.", "dr.", "prof.", "resp.", "inkl.", "exkl.", "ev.", "dnr.", "bil.", "kap.", "mom.", "art.", "prop.", "sid.":
		return true
	}
	return utf8.RuneCountInString(w) == 2 // an initial
}
