package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ledstjarna/internal/report"
)

// ink of a passage: everything about its look and meaning but the words.
type voice struct {
	font   Font
	colour RGB
	owner  *Node
	strike bool
	under  float64 // thickness of a line below, 0 = none
	target *target
	alone  bool // its text is the alternative of its symbol
	symbol report.Symbol
}

// target is where a link leads.
type target struct {
	url, anchor, contents string
}

// piece is a part of a word in one voice. A symbol stands as a piece without
// text before the first word of its span.
type piece struct {
	text  string
	voice *voice
	width float64
}

// word is what no line end may divide.
type word struct {
	pieces []piece
	width  float64
	space  float64 // width of the space that follows, 0 if none
	hard   bool    // the line ends after it
	hyphen float64 // width of the hyphen that is set if the line ends after it, 0 if none
	chars  int
}

func (w word) String() string {
	var s strings.Builder
	for _, p := range w.pieces {
		s.WriteString(p.text)
	}
	return s.String()
}

const (
	symbolSize = 8.0
	symbolGap  = 4.5
)

// words divides a text into words. owner is the node that the text belongs to.
func (b *builder) words(t report.Text, st style, owner *Node) []word {
	var out []word
	var open word
	end := func(space, hard bool, font Font) {
		if len(open.pieces) == 0 && !hard {
			return
		}
		open.hard = hard
		if space {
			open.space = b.m.Width(" ", font)
		}
		out = append(out, open)
		open = word{}
	}
	for _, span := range t {
		v := b.voice(span, st, owner)
		if span.Symbol != report.NoSymbol {
			b.grow(&open, piece{voice: b.symbolVoice(span, v)})
			if span.Alone {
				continue
			}
		}
		rest := b.spanText(span)
		for rest != "" {
			i := strings.IndexAny(rest, " \n")
			chunk := rest
			if i >= 0 {
				chunk = rest[:i]
			}
			parts := divide(chunk)
			for n, part := range parts {
				syllables := b.syllables(part, st, span)
				for i, s := range syllables {
					b.grow(&open, piece{text: s, voice: v})
					if i < len(syllables)-1 {
						open.hyphen = b.m.Width("-", v.font)
						end(false, false, v.font)
					}
				}
				if n < len(parts)-1 {
					end(false, false, v.font)
				}
			}
			if i < 0 {
				break
			}
			end(rest[i] == ' ', rest[i] == '\n', v.font)
			rest = rest[i+1:]
		}
	}
	end(false, false, st.font)
	return glue(out)
}

// grow adds a piece to an open word.
func (b *builder) grow(w *word, p piece) {
	switch {
	case p.voice.symbol != report.NoSymbol && p.voice.alone:
		p.width = symbolSize + 1
	case p.voice.symbol != report.NoSymbol:
		p.width = symbolSize + symbolGap
	case p.text == "":
		return
	default:
		p.width = b.m.Width(p.text, p.voice.font)
	}
	w.pieces = append(w.pieces, p)
	w.width += p.width
	w.chars += utf8.RuneCountInString(p.text)
}

// divide splits a word where a line may end inside it: after a hyphen, dash or
// slash with at least three letters on both sides.
func divide(s string) []string {
	if !strings.ContainsAny(s, "-–/") {
		return []string{s}
	}
	var out []string
	start := 0
	for i, r := range s {
		next := i + utf8.RuneLen(r)
		if (r == '-' || r == '–' || r == '/') && letters(s[start:i], true) && letters(s[next:], false) {
			out = append(out, s[start:next])
			start = next
		}
	}
	return append(out, s[start:])
}

// letters reports whether s ends (or begins) with three letters.
func letters(s string, atEnd bool) bool {
	for range 3 {
		var r rune
		var n int
		if atEnd {
			r, n = utf8.DecodeLastRuneInString(s)
			s = s[:len(s)-n]
		} else {
			r, n = utf8.DecodeRuneInString(s)
			s = s[n:]
		}
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}
