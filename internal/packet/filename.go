package packet

import (
	"path"
	"slices"
	"strings"
	"unicode"
)

// mostName is how long a file's name gets, in bytes: what every system takes, with
// room for what is put before and after it.
const mostName = 180

// SafeName makes a name of a file of a text that may come from anybody: without
// folders, without what some system does not allow or takes for a device, without
// signs that are not seen, and not too long. Its ending is kept.
func SafeName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`/\:*?"<>|`, r):
			return '-'
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar: // Cf turns the direction of writing
			return -1
		}
		return r
	}, name)
	ending := path.Ext(name)
	if len(ending) > 16 {
		ending = ""
	}
	base := strings.TrimRight(cut(strings.TrimSuffix(name, ending), mostName-len(ending)), ". ")
	if base = strings.TrimLeft(base, ". "); base == "" || isDevice(base) {
		base = "_" + base
	}
	return base + strings.TrimRight(ending, ". ")
}

// cut shortens a text to at most n bytes, between characters.
func cut(s string, n int) string {
	end := 0
	for i, r := range s {
		if i+len(string(r)) > n {
			break
		}
		end = i + len(string(r))
	}
	return s[:end]
}

// isDevice tells the names that Windows keeps for devices, whatever their ending.
func isDevice(base string) bool {
	first, _, _ := strings.Cut(strings.ToUpper(base), ".")
	if slices.Contains([]string{"CON", "PRN", "AUX", "NUL"}, strings.TrimSpace(first)) {
		return true
	}
	return len(first) == 4 && (strings.HasPrefix(first, "COM") || strings.HasPrefix(first, "LPT")) && first[3] >= '0' && first[3] <= '9'
}
