package pdf

import (
	"slices"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ledstjarna/internal/layout"
)

// box stands for a character that no font has.
const box = '□'

// letter is a character with the face that draws it.
type letter struct {
	char rune
	face layout.Face
}

// Missing returns the characters of a text that cannot be printed, each once, in
// their order. They would be drawn as boxes.
func (f *Fonts) Missing(text string) []rune {
	var out []rune
	for _, r := range norm.NFC.String(text) {
		if unicode.IsSpace(r) || isSilent(r) || slices.Contains(out, r) {
			continue
		}
		if !f.has(layout.Regular, r) && !f.has(fallback, r) {
			out = append(out, r)
		}
	}
	return out
}

// drawable returns the characters of a text with the faces that draw them.
func (f *Fonts) drawable(text string, id layout.Face) []letter {
	out := make([]letter, 0, len(text))
	for _, r := range text {
		switch {
		case isSilent(r):
		case f.has(id, r):
			out = append(out, letter{r, id})
		case f.has(fallback, r):
			out = append(out, letter{r, fallback})
		case unicode.IsSpace(r):
			out = append(out, letter{' ', id})
		default:
			out = append(out, letter{box, fallback})
		}
	}
	return out
}

// isSilent reports whether a character only tells how others are drawn: controls,
// joiners, variation selectors, skin tones.
func isSilent(r rune) bool {
	return r != 0xAD && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector) || r >= 0x1F3FB && r <= 0x1F3FF
}

// isRightToLeft reports whether a character belongs to a script that is written
// from right to left, which the layout does not do.
func isRightToLeft(r rune) bool {
	return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko) ||
		r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC
}
