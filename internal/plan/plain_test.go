package plan

import (
	"strings"
	"testing"
)

func TestLongestSentence(t *testing.T) {
	for text, want := range map[string]int{
		"":                                   0,
		"En kort mening.":                    3,
		"Ett två tre. Fyra fem.":             3,
		"Vi gör t.ex. detta och bl.a. det.":  7,
		"Ett två tre? Fyra!  Fem sex":        3,
		"en rad\nsom fortsätter här.":        5,
		"ett två\n\ntre":                     2,
		"Vi ska:\n- göra ett\n- göra två nu": 3,
		"1. Först det här\n2. Sedan":         3,
		"**Fet mening.** Sedan en till här.": 4,
		"Det kostar 3.5 miljoner kronor nu.": 6,
		"# Rubrik\nText här nu då":           4,
	} {
		if got := longestSentence(text); got != want {
			t.Errorf("%q: %d words, want %d", text, got, want)
		}
	}
}

func TestHasWord(t *testing.T) {
	for text, want := range map[string]bool{
		"ni får erhålla stöd": true, "erhålla": true, "(erhålla)": true, "återerhålla": false, "erhållande": false,
		"erhållande och erhålla": true, "åerhålla": false, "": false,
	} {
		if got := hasWord(text, "erhålla"); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestOfficialeseIsWrittenAsItIsSought(t *testing.T) {
	seen := map[string]bool{}
	for _, w := range officialese() {
		if w.word != strings.ToLower(w.word) || strings.TrimSpace(w.word) != w.word || w.instead == "" || seen[w.word] {
			t.Errorf("%q → %q", w.word, w.instead)
		}
		seen[w.word] = true
	}
	for _, w := range officialese() {
		if seen[w.instead] {
			t.Errorf("%q is to be replaced by %q, which is officialese itself", w.word, w.instead)
		}
	}
}
