package plan

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestSentences(t *testing.T) {
	for text, want := range map[string][]int{
		"":                                      nil,
		"En kort mening.":                       {3},
		"Ett två tre. Fyra fem.":                {3, 2},
		"Vi gör t.ex. detta och bl.a. det.":     {7},
		"Möten i t.ex. Norrby kl. 10.":          {6},
		"Ring A. Lind. Hon svarar.":             {3, 2},
		"Böcker m.m. Sedan annat.":              {2, 2},
		"Ett två tre? Fyra!  Fem sex":           {3, 1, 2},
		"en rad\nsom fortsätter här.":           {5},
		"ett två\n\ntre":                        {2, 1},
		"Vi ska:\n- göra ett\n- göra två nu":    {2, 2, 3},
		"1. Först det här\n2) Sedan\na) sist":   {3, 1, 1},
		"**Fet mening.** Sedan en till här.":    {2, 4},
		"Det kostar 3.5 miljoner kronor nu.":    {6},
		"Det var 2026. Sedan 1 år.":             {3, 3},
		"# Rubrik utan slut\nText här nu då":    {4},
		"#tagg är ingen rubrik":                 {4},
		"Före\n```\nkod här\n```\nefter":        {1, 1},
		"| en | tabell |\n|---|---|\nslut":      {1},
		"> Citat här.\n> Mer här.":              {2, 2},
		"Se [våra sidor](https://x.se/a.b). Nu": {3, 1},
		"Ett – två":                             {2},
		"Hon sa: ”Kom.” Sedan gick vi.":         {2, 1, 3},
	} {
		var got []int
		for _, s := range sentences(text) {
			got = append(got, len(s))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

// hinted writes hints as "rule passage" for comparison.
func hinted(text string) []string {
	out := []string{}
	for _, f := range newReader().read(text) {
		out = append(out, f.Rule+" "+text[f.Passage.From:f.Passage.To])
	}
	return out
}

func TestHintsNameTheirPassage(t *testing.T) {
	long := "Ord" + strings.Repeat(" ord", 30)
	for text, want := range map[string][]string{
		"Ni får erhålla stöd.":                       {"officialese erhålla"},
		"(Erhålla) och erhålla igen":                 {"officialese Erhålla"},
		"Vi är återerhållande.":                      {},
		"Det gäller I\nsyfte att nå fler.":           {"officialese I\nsyfte att"},
		"Det sker i syfte.":                          {},
		"Med avseende på detta":                      {"officialese Med avseende på"},
		"**Således** klart":                          {"officialese Således"},
		"Kort. " + long + ". Kort.":                  {"long-sentence " + long},
		strings.TrimSuffix(long, " ord") + ".":       {},
		"Verksamhetsutvecklingsprojekten är klara.":  {"long-word Verksamhetsutvecklingsprojekten"},
		"kommunikations-verksamhets-utvecklingen":    {},
		"https://verksamhetsutvecklingsprojekten.se": {},
		"Det ska göras och bör mätas i tid":          {"passive-chain ska göras och bör mätas"},
		"Det ska göras":                              {},
		"Vi ska hoppas att finnas till":              {},
		"# Med avseende på en rubrik":                {},
	} {
		if diff := cmp.Diff(want, hinted(text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestOfficialeseIsWrittenAsItIsSought(t *testing.T) {
	words := officialese()
	if len(words) < 100 {
		t.Errorf("%d forms", len(words))
	}
	seen := map[string]bool{}
	for _, w := range words {
		if w.word != strings.ToLower(w.word) || strings.TrimSpace(w.word) != w.word || w.instead == "" || seen[w.word] {
			t.Errorf("%q → %q", w.word, w.instead)
		}
		seen[w.word] = true
		if diff := cmp.Diff([]string{"officialese " + w.word}, hinted(w.word)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", w.word, diff)
		}
		if got := hinted(w.instead); len(got) > 0 {
			t.Errorf("%q is to be replaced by what has %v", w.word, got)
		}
	}
}

func FuzzPlain(f *testing.F) {
	for _, text := range []string{
		"Ni får erhålla stöd t.ex. i Norrby.", "1. ett\n2) två\n# tre\n```\n|", "[a](b)", "…", "\xff\xfe. Å", "> - *", ")", "\u2028\u00a0x", "İ. ſ",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, s := range sentences(text) {
			for _, w := range s {
				if w.From < last || w.To <= w.From || w.To > len(text) {
					t.Fatalf("%q: word at %v after %d", text, w.Passage, last)
				}
				last = w.To
			}
		}
		for _, h := range newReader().read(text) {
			p := text[h.Passage.From:h.Passage.To]
			if p == "" || utf8.ValidString(text) && !utf8.ValidString(p) {
				t.Fatalf("%q: hint %s on %q", text, h.Rule, p)
			}
			if fmt.Sprint(h.Args()...) == "" || h.Severity == Error {
				t.Fatalf("%q: %v", text, h)
			}
		}
	})
}
