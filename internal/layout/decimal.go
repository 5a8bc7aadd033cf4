package layout

import (
	"strings"
	"unicode"

	"ledstjarna/internal/report"
)

// fraction returns the decimal part of a number with its sign: ",5" of "71,5".
// A text that is no number has none.
func fraction(s string) string {
	if !numeric(s) {
		return ""
	}
	if i := strings.LastIndexAny(s, ",."); i >= 0 {
		return s[i:]
	}
	return ""
}

// numeric reports whether s reads as a number, perhaps with a sign and a unit.
func numeric(s string) bool {
	s = strings.TrimLeft(strings.TrimSpace(s), "−-+±")
	return s != "" && unicode.IsDigit(rune(s[0]))
}

// pull is how far the number in a cell stands left of its column's right edge, so
// that the decimal signs of the column are in line.
func (g *tableGrid) pull(b *builder, i int, t report.Text) float64 {
	s := clean(t.String())
	if !numeric(s) {
		return 0
	}
	font := g.style.font
	if len(t) > 0 && t[0].Bold {
		font.Face = Semibold
	}
	return max(g.frac[i]-b.m.Width(fraction(s), font), 0)
}
