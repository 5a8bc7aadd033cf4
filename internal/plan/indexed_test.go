package plan

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestFolded(t *testing.T) {
	for s, want := range map[string]string{
		"Målgrupp":                  "malgrupp",
		"ÅÄÖ åäö":                   "aao aao",
		"Café – à la carte!":        "cafe a la carte",
		"  e-post, 50 %_\\ ":        "e post 50",
		"kommunika\u00adtion":       "kommunikation",
		"Ma\u030algrupp":            "malgrupp",
		"":                          "",
		"…":                         "",
		"2026-11-24\nnästa\trad":    "2026 11 24 nasta rad",
		"ΑΒΓ":                       "αβγ",
		"İstanbul":                  "istanbul",
		"\xff\xfe trasig":           "trasig",
		strings.Repeat("å", 10_000): strings.Repeat("a", 10_000),
	} {
		if got := Folded(s); got != want {
			t.Errorf("%.40q gives %.40q, not %.40q", s, got, want)
		}
	}
}

func TestWhereWordsStand(t *testing.T) {
	for _, c := range []struct{ text, query, want string }{
		{"Kommunikationsplanen för länet", "planen", "Kommunikations[planen] för länet"},
		{"En målgrupp och en MÅLGRUPP", "målgrupp", "En [målgrupp] och en [MÅLGRUPP]"},
		{"En målgrupp", "malgrupp", "En [målgrupp]"},
		{"mal och mål", "mål", "mal och [mål]"},
		{"mal och mål", "mal", "[mal] och mål"},
		{"ett två tre", "tre ett", "[ett] två [tre]"},
		{"a b", "x", "a b"},
		{"a b", "%_*\"", "a b"},
		{"överlappar", "över överlapp", "[överlapp]ar"},
		{"En sa\u030alg", "salg", "En [sa\u030alg]"},
		{"İ är stor", "stor", "İ är [stor]"},
	} {
		var b strings.Builder
		at := 0
		for _, p := range FindIn(c.text, c.query) {
			b.WriteString(c.text[at:p.From] + "[" + c.text[p.From:p.To] + "]")
			at = p.To
		}
		if got := b.String() + c.text[at:]; got != c.want {
			t.Errorf("%q in %q: %s, not %s", c.query, c.text, got, c.want)
		}
	}
}

func TestExcerpts(t *testing.T) {
	long := strings.Repeat("ord ", 100) + "målet " + strings.Repeat("slut ", 100)
	for _, c := range []struct {
		text, query string
		n           int
		want        string
	}{
		{"kort text", "text", 40, "kort text"},
		{"två\n\nrader", "rader", 40, "två  rader"},
		{long, "mål", 24, "… ord målet slut slut slut …"},
		{long, "finns inte", 10, "ord ord or …"},
	} {
		if got := Excerpt(c.text, c.query, c.n); got != c.want {
			t.Errorf("%q: %q, not %q", c.query, got, c.want)
		}
	}
}

func TestFindingIsSafe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, query := rapid.String().Draw(t, "text"), rapid.String().Draw(t, "query")
		at := 0
		for _, p := range FindIn(text, query) {
			if p.From < at || p.To <= p.From || p.To > len(text) {
				t.Fatalf("the range %v of %d bytes after %d", p, len(text), at)
			}
			at = p.To
		}
		if s := Excerpt(text, query, 20); utf8.RuneCountInString(s) > 24 {
			t.Fatalf("the excerpt %q is too long", s)
		}
		if f := Folded(text); Folded(f) != f {
			t.Fatalf("%q folds to %q and that to %q", text, f, Folded(f))
		}
		if len(SearchWords(query)) > mostSearchWords {
			t.Fatal("too many words")
		}
	})
}

func TestIndexedTexts(t *testing.T) {
	c := NewContent(Filled{
		KeyTitle:   Text("Plan"),
		KeySummary: Text("  "),
		"activities": Rows(
			Row{ID: "a1", Cells: NewContent(Filled{"activity": Text("Öppna möten"), "status": Text("planned")})},
			Row{ID: "a2", Cells: NewContent(Filled{"status": Text("done")})},
		),
	})
	want := []IndexedText{{Field: KeyTitle, Text: "Plan"}, {Field: "activities", Row: "a1", Text: "Öppna möten"}}
	if diff := cmp.Diff(want, IndexedTexts(FieldsOf(AssignmentPlan), c)); diff != "" {
		t.Error(diff)
	}
	if got := want[1].Path().String(); got != "activities[a1]" {
		t.Errorf("the row stands at %s", got)
	}
}
