package kit

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"golang.org/x/text/unicode/norm"
)

// Choice is one of the values that can be chosen.
type Choice struct {
	Value     string // what the caller knows it by
	Label     string // what the person reads
	Hint      string // caption at the right
	Symbol    Symbol
	SymbolInk fyne.ThemeColorName
}

// fold is a text as it is compared while searching: small letters, and without
// accents, so that "malgrupp" finds "målgrupp".
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// matchAt returns where in label the typed text stands, as rune indexes, the
// beginning of a word before the middle of one; ok is false where it does not.
func matchAt(label, typed string) (from, to int, ok bool) {
	needle := []rune(fold(typed))
	hay := []rune(foldRunes(label))
	if len(needle) == 0 {
		return 0, 0, true
	}
	found := -1
	for i := 0; i+len(needle) <= len(hay); i++ {
		if string(hay[i:i+len(needle)]) != string(needle) {
			continue
		}
		if i == 0 || !unicode.IsLetter(hay[i-1]) && !unicode.IsDigit(hay[i-1]) {
			found = i
			break
		}
		if found < 0 {
			found = i
		}
	}
	return found, found + len(needle), found >= 0
}

// foldRunes folds rune by rune, so that places in it are places in s.
func foldRunes(s string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(s) {
		folded := []rune(fold(string(r)))
		if len(folded) == 0 {
			b.WriteRune(r)
			continue
		}
		b.WriteRune(folded[0])
	}
	return b.String()
}

// rank orders a match: the beginning of the label, of a word, inside one.
func rank(label string, from int) int {
	runes := []rune(norm.NFC.String(label))
	switch {
	case from == 0:
		return 0
	case from <= len(runes) && !unicode.IsLetter(runes[from-1]) && !unicode.IsDigit(runes[from-1]):
		return 1
	}
	return 2
}
