package plan

import (
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestName bounds the name of a file that is written, in bytes: some systems and
// many programs take no more than 255 for the name, and little more for the whole path.
const longestName = 120

// SafeName returns the name under which a file that came with a plan file can be
// written in a folder and shown: one part of a path on every system, without what a
// system or a screen obeys instead of showing, and with the ending that it had.
func SafeName(name string) string {
	name = strings.ToValidUTF8(name, "")
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Co, r):
			return -1
		case unicode.IsSpace(r): // also the wide ones that push the ending out of sight
			return ' '
		case strings.ContainsRune(`<>:"|?*`, r):
			return '_'
		}
		return r
	}, name)
	name = strings.Join(strings.Fields(name), " ")
	name = strings.TrimLeft(strings.TrimRight(name, ". "), " .-") // Windows drops the last ones; the first ones hide or are taken for options
	if name == "" {
		return "fil"
	}
	if reserved(name) {
		name = "_" + name
	}
	return shortName(name)
}

// reserved reports whether Windows has a device of the name, whatever its ending.
func reserved(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	stem = strings.TrimRight(stem, " ")
	if slices.Contains([]string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"}, stem) {
		return true
	}
	for _, device := range []string{"COM", "LPT"} {
		if n, ok := strings.CutPrefix(stem, device); ok && utf8.RuneCountInString(n) == 1 && strings.ContainsAny(n, "0123456789¹²³") {
			return true
		}
	}
	return false
}

// shortName cuts the middle of a long name, so that its ending stays.
func shortName(name string) string {
	if len(name) <= longestName {
		return name
	}
	ending := path.Ext(name)
	if len(ending) > 16 {
		ending = ""
	}
	stem := name[:longestName-len(ending)]
	for !utf8.ValidString(stem) {
		stem = stem[:len(stem)-1]
	}
	return strings.TrimRight(stem, " .") + ending
}
