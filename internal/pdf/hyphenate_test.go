package pdf

import (
	"strings"
	"testing"

	"ledstjarna/internal/layout"
)

func TestSwedishWordsAreDivided(t *testing.T) {
	fonts := fontsFor(t)
	for word, want := range map[string]string{
		"kommunikationsplan":   "kom-mu-ni-ka-tions-plan",
		"verksamhetsprogram":   "verk-sam-hets-pro-gram",
		"ansvarsfördelning":    "ansvars-för-del-ning",
		"medlemskommunerna":    "med-lems-kom-mu-nerna",
		"åtgärdsplaner":        "åtgärds-pla-ner",
		"översyn":              "över-syn",
		"hälsa":                "hälsa",
		"skrivelse":            "skri-velse",
		"stjärn":               "stjärn",
		"":                     "",
		"informationsinsatser": "infor-ma-tions-in-sat-ser",
	} {
		letters := []rune(word)
		var parts []string
		from := 0
		for _, i := range fonts.Divide(letters) {
			parts = append(parts, string(letters[from:i]))
			from = i
		}
		if got := strings.Join(append(parts, string(letters[from:])), "-"); got != want {
			t.Errorf("%q is divided %q, want %q", word, got, want)
		}
	}
}

// The hyphen of a divided word has the glyph and the room of a hyphen in every
// face.
func TestSoftHyphenIsSeen(t *testing.T) {
	fonts := fontsFor(t)
	for _, face := range []layout.Face{layout.Regular, layout.Semibold, layout.Italic, layout.SemiboldItalic} {
		if !fonts.has(face, softHyphen) {
			t.Errorf("face %d has no soft hyphen", face)
		}
		font := layout.Font{Face: face, Size: 11}
		if soft, hard := fonts.Width("kom\u00AD", font), fonts.Width("kom-", font); soft < hard-0.3 || soft > hard+0.3 {
			t.Errorf("face %d: with a soft hyphen %g, with a hyphen %g", face, soft, hard)
		}
	}
}
