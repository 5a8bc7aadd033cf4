package kit

import (
	"os"
	"strings"
	"testing"
	"testing/quick"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ledstjarna/assets"
)

// TestMain gives every test the theme.
func TestMain(m *testing.M) {
	test.NewApp()
	fyne.CurrentApp().Settings().SetTheme(NewTheme(Light, 1))
	os.Exit(m.Run())
}

func TestLineOfTheFontIsALineOfText(t *testing.T) {
	if got := fyne.MeasureText("Åg", 13, fyne.TextStyle{}).Height; got < 17.9 || got > 18.1 {
		t.Errorf("a line of 13 is %v high, want 18", got)
	}
	if got := fyne.MeasureText("Åg", 13, fyne.TextStyle{Bold: true}).Height; got < 17.9 || got > 18.1 {
		t.Errorf("a bold line of 13 is %v high, want 18", got)
	}
}

func TestLineHeightSurvivesAnyBytes(t *testing.T) {
	font := assets.Inter.TTF()[:2000]
	if err := quick.Check(func(junk []byte, cut uint16) bool {
		withLineHeight(append([]byte(nil), junk...), 1.4)
		withLineHeight(append([]byte(nil), font[:int(cut)%len(font)]...), 1.4)
		return true
	}, nil); err != nil {
		t.Error(err)
	}
}

func TestLinesKeepEveryWordAndTheWidth(t *testing.T) {
	word := rapid.StringMatching(`[a-zåäöÅÄÖ]{1,30}`)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(word, 1, 12).Draw(t, "words")
		width := float32(rapid.IntRange(40, 400).Draw(t, "width"))
		lines := breakLines(strings.Join(words, " "), Body, width)
		if got, want := strings.ReplaceAll(strings.Join(lines, ""), " ", ""), strings.Join(words, ""); got != want {
			t.Fatalf("lines hold %q, want %q", got, want)
		}
		for _, l := range lines {
			if Body.width(l) > width+2 && utf8.RuneCountInString(l) > 1 {
				t.Fatalf("line %q is %v wide, want at most %v", l, Body.width(l), width)
			}
		}
	})
}

func TestCutTextIsABeginningThatFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-zåäö ]{0,60}`).Draw(t, "text")
		width := float32(rapid.IntRange(0, 300).Draw(t, "width"))
		got := fitText(text, Dense, width)
		if got == text {
			if Dense.width(text) > width {
				t.Fatalf("%q does not fit %v", text, width)
			}
			return
		}
		if got != "" && (!strings.HasSuffix(got, ellipsis) || !strings.HasPrefix(text, strings.TrimSuffix(got, ellipsis))) {
			t.Fatalf("%q is no beginning of %q", got, text)
		}
		if got != "" && Dense.width(got) > width {
			t.Fatalf("%q is %v wide, want at most %v", got, Dense.width(got), width)
		}
	})
}

func TestParseNumber(t *testing.T) {
	for text, want := range map[string]float64{
		"12": 12, "12,5": 12.5, "12.5": 12.5, "18 000": 18000, "1\u00a0234\u202f567,89": 1234567.89, "−3": -3, "-0,25": -0.25,
	} {
		if got, err := ParseNumber(text, 2); err != nil || got != want {
			t.Errorf("%q is %v (%v), want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "tolv", "1,2,3", "1,234", ",5", "5,", "1e9", "0x10", "--1", "NaN", "Inf", "12 kr"} {
		if got, err := ParseNumber(text, 2); err == nil {
			t.Errorf("%q is read as %v", text, got)
		}
	}
	if _, err := ParseNumber("1,0", 0); err == nil {
		t.Error("decimals are read where there may be none")
	}
}

func FuzzParseNumber(f *testing.F) {
	f.Add("18 000,50")
	f.Fuzz(func(t *testing.T, text string) {
		if v, err := ParseNumber(text, 2); err == nil && v != v {
			t.Errorf("%q is read as no number", text)
		}
	})
}

func TestParseDay(t *testing.T) {
	for text, want := range map[string]string{"2026-11-22": "2026-11-22", "20261122": "2026-11-22", "2026-1-2": "2026-01-02", "2024-02-29": "2024-02-29"} {
		if got, ok := ParseDay(text); !ok || got.Format(time.DateOnly) != want {
			t.Errorf("%q is %v (%v), want %s", text, got, ok, want)
		}
	}
	for _, text := range []string{"2026-02-29", "2026-13-01", "22/11 2026", "i dag", "2026", "2026-11-22x"} {
		if got, ok := ParseDay(text); ok {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}

func TestMarkdown(t *testing.T) {
	for _, tc := range []struct {
		name string
		got  edit
		want edit
	}{
		{"bold", toggleMark("en viktig sak", span{3, 9}, "**"), edit{"en **viktig** sak", 13}},
		{"bold again", toggleMark("en **viktig** sak", span{5, 11}, "**"), edit{"en viktig sak", 9}},
		{"bold with its marks", toggleMark("en **viktig** sak", span{3, 13}, "**"), edit{"en viktig sak", 9}},
		{"spaces stay outside", toggleMark("en viktig sak", span{2, 10}, "_"), edit{"en _viktig_ sak", 12}},
		{"nothing marked", toggleMark("en sak", span{2, 2}, "**"), edit{"en**** sak", 4}},
		{"list", toggleList("ett\ntvå\ntre", span{1, 5}), edit{"- ett\n- två\ntre", 11}},
		{"list again", toggleList("- ett\n- två", span{0, 11}), edit{"ett\ntvå", 7}},
		{"list of an empty text", toggleList("", span{}), edit{"- ", 2}},
		{"link", putLink("se planen nu", span{3, 9}), edit{"se [planen](https://) nu", 20}},
		{"link of an address", putLink("https://a.se", span{0, 12}), edit{"[](https://a.se)", 1}},
	} {
		if diff := cmp.Diff(tc.want, tc.got, cmp.AllowUnexported(edit{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

func TestMarksAreNoWords(t *testing.T) {
	if got := countWords("# Rubrik\n\n- **fet** text – och - en _länk_"); got != 6 {
		t.Errorf("%d words, want 6", got)
	}
}

func TestSearchFindsWithoutAccents(t *testing.T) {
	for _, tc := range []struct {
		label, typed string
		from, to     int
		ok           bool
	}{
		{"Målgrupp", "malgrupp", 0, 8, true},
		{"Målgrupp", "MÅL", 0, 3, true},
		{"Projektledare Nära vård", "nara", 14, 18, true},
		{"Kommunikatör", "tör", 9, 12, true},
		{"Kommunikatör", "chef", 0, 0, false},
		{"Webb", "", 0, 0, true},
		{"M\u0061\u030algrupp", "målg", 0, 4, true},
	} {
		from, to, ok := matchAt(tc.label, tc.typed)
		if ok != tc.ok || ok && (from != tc.from || to != tc.to) {
			t.Errorf("%q in %q: %d–%d %v, want %d–%d %v", tc.typed, tc.label, from, to, ok, tc.from, tc.to, tc.ok)
		}
	}
}

func TestSuggestionsBeginWithTheBest(t *testing.T) {
	choices := []Choice{{Value: "a", Label: "Omvärd"}, {Value: "b", Label: "Nära vård"}, {Value: "c", Label: "Vårdgivare"}, {Value: "d", Label: "Press"}}
	var got []string
	for _, c := range findChoices(choices, "vär") {
		got = append(got, c.Value)
	}
	if diff := cmp.Diff([]string{"c", "b", "a"}, got); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
}

func TestTypeahead(t *testing.T) {
	now := time.Unix(0, 0)
	ahead := typeahead{now: func() time.Time { return now }}
	items := []Choice{{Label: "Press"}, {Label: "Webb"}, {Label: "Webbinarium"}, {Label: "Öppet hus"}}
	at := 0
	for _, step := range []struct {
		r     rune
		after time.Duration
		want  int
	}{{'w', 0, 1}, {'w', 100 * time.Millisecond, 2}, {'ö', 2 * time.Second, 3}, {'w', 2 * time.Second, 1}, {'e', 1, 1}} {
		now = now.Add(step.after)
		got, ok := ahead.next(step.r, items, at)
		if !ok || got != step.want {
			t.Fatalf("%q chose %d (%v), want %d", step.r, got, ok, step.want)
		}
		at = got
	}
	if _, ok := ahead.next('x', items, at); ok {
		t.Error("a letter that nothing begins with chose something")
	}
}
