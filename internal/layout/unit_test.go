package layout

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ledstjarna/internal/layout/specimen"
	"ledstjarna/internal/report"
)

func broken(s string, width float64) []string {
	b := &builder{m: fake{}, breaks: totalFit, print: &report.Print{Words: specimen.Words()}, doc: &report.Document{}, known: &numbers{}, draft: &draft{}}
	var out []string
	for _, l := range b.lines(b.words(report.Plain(s), bodyStyle(), under(nil, P)), width) {
		var line strings.Builder
		for _, w := range l.words {
			line.WriteString(w.String())
			if w.space > 0 {
				line.WriteString(" ")
			}
		}
		out = append(out, strings.TrimRight(line.String(), " "))
	}
	return out
}

func TestLines(t *testing.T) {
	tests := []struct {
		name, text string
		chars      float64
		want       []string
	}{
		{"fits", "ett två", 10, []string{"ett två"}},
		{"breaks", "ett två tre fyra", 8, []string{"ett två", "tre fyra"}},
		{"date", "gäller från den 1 januari 2027 och", 20, []string{"gäller från", "den 1 januari 2027", "och"}},
		{"amount", "kostar 4 850 000 kr", 16, []string{"kostar", "4 850 000 kr"}},
		{"span of amounts", "invånare 15 000–50 000", 14, []string{"invånare", "15 000–50 000"}},
		{"reference", "enligt bilaga 1", 13, []string{"enligt", "bilaga 1"}},
		{"section sign", "beslut den § 12", 13, []string{"beslut", "den § 12"}},
		{"years", "perioden 2023–2026", 14, []string{"perioden", "2023–2026"}},
		{"registry number", "ärende KEL 2026/118", 14, []string{"ärende", "KEL 2026/118"}},
		{"compound", "kommunikations-och mediepolicy", 16, []string{"kommunikations-", "och mediepolicy"}},
		{"short hyphen", "läs vår e-post", 10, []string{"läs vår", "e-post"}},
		{"long word", "abcdefghijkl", 5, []string{"abcde", "fghij", "kl"}},
		{"forced", "ett\ntvå", 20, []string{"ett", "två"}},
		{"last short word", "aaaa bbbb cccc dd", 14, []string{"aaaa bbbb", "cccc dd"}},
		{"combining", "e\u0301e\u0301", 1, []string{"é", "é"}},
		{"spaces", "  a   b ", 10, []string{"a b"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, broken(tt.text, tt.chars*5.5)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestLineHasAtMostEightyCharacters(t *testing.T) {
	for _, s := range broken(long(60), 10000) {
		if n := len(s); n > 80 {
			t.Errorf("%d characters: %q", n, s)
		}
	}
}

func TestLinesKeepEveryCharacter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := rapid.StringMatching(`([a-zåäö]{1,20}[ \n/–-]|[0-9]{1,4} ){0,40}`).Draw(rt, "text")
		width := rapid.Float64Range(20, 300).Draw(rt, "width")
		if got := squeezed(strings.Join(broken(s, width), "")); got != squeezed(s) {
			rt.Fatalf("%q became %q", s, got)
		}
	})
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"a\u0308": "ä", "a\u00ADb": "ab", "a\tb": "a b", "a\u200Db\uFE0F": "ab", "a\x00b": "ab", "4\u202F000": "4\u00A0000",
		"a\u2028b": "a\nb", "\xff": "\uFFFD", "ŋčđ": "ŋčđ",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestShareUsesTheWholeWidth(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(rt, "columns")
		least, weight := make([]float64, n), make([]float64, n)
		for i := range n {
			least[i] = rapid.Float64Range(15, 200).Draw(rt, "least")
			if rapid.Bool().Draw(rt, "flexible") {
				weight[i] = rapid.Float64Range(1, 500).Draw(rt, "weight")
			}
		}
		sum := 0.0
		for _, w := range share(least, weight, 453) {
			if w <= 0 || math.IsNaN(w) {
				rt.Fatalf("width %g", w)
			}
			sum += w
		}
		if math.Abs(sum-453) > 0.01 {
			rt.Fatalf("widths sum to %g", sum)
		}
	})
}

func TestDecimalSignsStandInLine(t *testing.T) {
	book := single(t, report.Table{
		Columns: []report.Column{{Head: "Namn"}, {Head: "Tal", Align: report.Decimal, Fixed: true}},
		Rows:    []report.TableRow{specimen.Row("a", "54,0"), specimen.Row("b", "9"), specimen.Row("c", "1\u00A0234,25"), specimen.Row("d", "saknas")},
	})
	rs, _ := runs(book.Pages[0])
	right := map[string]float64{}
	for _, r := range rs {
		whole, _, _ := strings.Cut(r.Text, ",")
		right[r.Text] = r.X + fake{}.Width(whole, r.Font)
	}
	if math.Abs(right["54,0"]-right["9"]) > 0.01 || math.Abs(right["54,0"]-right["1\u00A0234,25"]) > 0.01 {
		t.Errorf("decimal signs at %v", right)
	}
}

func TestEmptyColumnsAreLeftOut(t *testing.T) {
	book := single(t, report.Table{Columns: []report.Column{{Head: "A"}, {Head: "Tom"}}, Rows: []report.TableRow{specimen.Row("x", ""), specimen.Row("y", "")}})
	if s := spoken(book.Pages[0]); strings.Contains(s, "Tom") {
		t.Errorf("the empty column is printed: %q", s)
	}
}

func TestReadableAccent(t *testing.T) {
	for _, c := range []RGB{{}, {255, 255, 0}, {255, 255, 255}, {10, 200, 120}, {1, 1, 1}} {
		if got := readable(c); contrast(got, white) < 4.5 || contrast(got, tint) < 4.5 {
			t.Errorf("accent %v gives %v", c, got)
		}
	}
}
