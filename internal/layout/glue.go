package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// glue joins words that no line end may part: the parts of a date, an amount
// and its unit, a reference and its number, a dash and the word before it.
func glue(words []word) []word {
	out := words[:0]
	last := ""
	for _, w := range words {
		s := w.String()
		if n := len(out); n > 0 && out[n-1].space > 0 && !out[n-1].hard && w.hyphen == 0 && belong(bare(last), bare(s)) {
			out[n-1] = joined(out[n-1], w)
			last = s
			continue
		}
		out = append(out, w)
		last = s
	}
	return out
}

// joined returns two words and the space between them as one.
func joined(a, b word) word {
	last := a.pieces[len(a.pieces)-1]
	pieces := append([]piece{}, a.pieces...)
	pieces = append(pieces, piece{text: " ", voice: last.voice, width: a.space})
	if last.voice.symbol != 0 {
		pieces[len(pieces)-1].voice = b.pieces[0].voice
	}
	return word{
		pieces: append(pieces, b.pieces...), width: a.width + a.space + b.width,
		space: b.space, hard: b.hard, chars: a.chars + 1 + b.chars,
	}
}

// belong reports whether the second of two following words must not begin a line.
func belong(a, b string) bool {
	switch {
	case a == "" || b == "":
		return b == "" && a != "" // a lone dash or sign stays with the word before it
	case b == "–" || b == "—":
		return true
	case thousands(a, b):
		return true
	case number(a):
		return units[strings.ToLower(b)] || months[strings.ToLower(b)]
	case number(b):
		low := strings.ToLower(a)
		return low == "den" || references[low] || months[low] && len(b) == 4
	}
	return registryNumber(a, b)
}

// registryNumber reports whether two words are a dnr such as "KML 2026/118".
func registryNumber(a, b string) bool {
	if utf8.RuneCountInString(a) > 6 || !unicode.IsDigit(rune(b[0])) || !strings.ContainsAny(b, "/-:") {
		return false
	}
	for _, r := range a {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// bare returns a word without the punctuation around it.
func bare(s string) string {
	return strings.Trim(s, ".,;:!?()[]\"”’")
}

// thousands reports whether two words are groups of one number, or of a span of
// numbers: "15 000", "15 000–50 000".
func thousands(a, b string) bool {
	group := func(s string) (int, string) {
		n := 0
		for n < len(s) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		return n, s[n:]
	}
	first := a
	if i := strings.LastIndex(a, "–"); i >= 0 {
		first = a[i+len("–"):]
	}
	n, rest := group(strings.TrimLeft(first, "−-+"))
	m, more := group(b)
	return n >= 1 && n <= 3 && rest == "" && m == 3 && (more == "" || strings.IndexAny(more, ",.") == 0 || strings.HasPrefix(more, "–"))
}

func number(s string) bool {
	for _, r := range s {
		if !unicode.IsDigit(r) && !strings.ContainsRune(",.\u00A0", r) {
			return false
		}
	}
	return s != ""
}

var units = set("kr", "kronor", "tkr", "mkr", "sek", "%", "‰", "°c", "timmar", "tim", "st")

var references = set("§", "bilaga", "avsnitt", "sida", "sidan", "tabell", "figur", "punkt", "kapitel", "kap", "nr",
	"kl", "version", "ärende", "mål", "appendix", "section", "page", "table", "figure", "item", "no")

var months = set("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
	"november", "december", "january", "february", "march", "may", "june", "july", "august", "october")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
