package layout

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean composes characters and drops those that are never seen: controls other
// than the end of a line, joiners, marks of direction, soft hyphens.
func clean(s string) string {
	if isPlain(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == ' ', r == '\u00A0':
			return r
		case r == '\u2028' || r == '\u2029' || r == '\u0085':
			return '\n'
		case r == '\u202F' || r == '\u2007':
			return '\u00A0'
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r), r >= 0xFE00 && r <= 0xFE0F:
			return -1
		}
		return r
	}, norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")))
}

// isPlain reports whether s needs no cleaning: printable Latin-1.
func isPlain(s string) bool {
	for _, r := range s {
		if r >= ' ' && r < 0x7F || r == '\n' || r >= 0xA0 && r <= 0xFF && r != 0xAD {
			continue
		}
		return false
	}
	return true
}
