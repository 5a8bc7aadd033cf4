package layout

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ledstjarna/internal/report"
)

// drawWords is a paragraph of words, of which some can end a line inside.
func drawWords(rt *rapid.T, most int, hard bool) []word {
	var out []word
	for range rapid.IntRange(1, most).Draw(rt, "words") {
		n := rapid.IntRange(1, 14).Draw(rt, "letters")
		w := word{width: float64(n) * 5, chars: n, space: 2.5}
		switch rapid.IntRange(0, 5).Draw(rt, "kind") {
		case 0:
			w.space = 0 // a dash of its own
		case 1:
			w.space, w.hyphen = 0, 3
		}
		w.hard = hard && rapid.IntRange(0, 9).Draw(rt, "hard") == 0
		out = append(out, w)
	}
	last := &out[len(out)-1]
	last.space, last.hyphen = 0, 0
	return out
}

// waysOf tells every way to divide the words, its lines and its cost, without the
// program's recursion.
func waysOf(words []word, width float64, each func(ends []int, lines int, cost float64)) {
	n := len(words)
	for mask := range 1 << (n - 1) {
		var ends []int
		for i := 1; i < n; i++ {
			if mask>>(i-1)&1 == 1 {
				ends = append(ends, i)
			}
		}
		ends = append(ends, n)
		cost, from, ladder, fits := 0.0, 0, false, true
		for _, end := range ends {
			wide := widthOf(words[from:end])
			fits = fits && (wide <= width+toleratedPt || end-from == 1)
			cost += ending(words, from, end, (width-wide)/width, ladder)
			ladder = words[end-1].hyphen > 0
			from = end
		}
		if fits {
			each(ends, len(ends), cost)
		}
	}
}

func widthOf(words []word) float64 {
	wide := 0.0
	for i, w := range words {
		wide += w.width
		if i < len(words)-1 {
			wide += w.space
		}
	}
	return wide + words[len(words)-1].hyphen
}

// No other way takes fewer lines, and none of as many lines costs less.
func TestTotalFitIsTheBest(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		words := drawWords(rt, 10, false)
		if !rapid.Bool().Draw(rt, "divided") {
			for i := range words {
				words[i].hyphen = 0
			}
		}
		width := float64(rapid.IntRange(70, 200).Draw(rt, "width"))
		got := totalFit(words, width)
		cost, from, ladder := 0.0, 0, false
		for _, end := range got {
			cost += ending(words, from, end, (width-widthOf(words[from:end]))/width, ladder)
			ladder, from = words[end-1].hyphen > 0, end
		}
		waysOf(words, width, func(ends []int, lines int, c float64) {
			if lines < len(got) {
				rt.Fatalf("%v takes %d lines, %v takes %d", got, len(got), ends, lines)
			}
			if lines == len(got) && c < cost-1e-9 {
				rt.Fatalf("%v costs %g, %v costs %g", got, cost, ends, c)
			}
		})
	})
}

// Lines end where they must, hold all words in their order and no more than fits.
func TestTotalFitKeepsToTheLine(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		words := drawWords(rt, 300, true)
		width := float64(rapid.IntRange(70, 500).Draw(rt, "width"))
		from := 0
		for _, end := range totalFit(words, width) {
			if end <= from {
				rt.Fatalf("a line ends at %d after one at %d", end, from)
			}
			chars := 0
			for i, w := range words[from:end] {
				chars += w.chars
				if w.hard && from+i < end-1 {
					rt.Fatalf("word %d ends a line but stands within one", from+i)
				}
			}
			if wide := widthOf(words[from:end]); end-from > 1 && (wide > width+toleratedPt || chars > longLine) {
				rt.Fatalf("%g points and %d characters on a line of %g", wide, chars, width)
			}
			from = end
		}
		if from != len(words) {
			rt.Fatalf("%d of %d words", from, len(words))
		}
	})
}

// everywhere divides every word after its third letter and so on.
type everywhere struct{ fake }

func (everywhere) Divide(word []rune) []int {
	var out []int
	for i := 3; i <= len(word)-3; i++ {
		out = append(out, i)
	}
	return out
}

// Only running Swedish text is divided, and only where it asks for it.
func TestWhatIsDivided(t *testing.T) {
	text := strings.Repeat("kommunikationsplanering samverkansorganisation ", 12)
	for name, c := range map[string]struct {
		off     bool
		block   report.Block
		divided bool
	}{
		"a paragraph":           {block: report.Paragraph{Text: report.Plain(text)}, divided: true},
		"where it is not asked": {off: true, block: report.Paragraph{Text: report.Plain(text)}},
		"a heading":             {block: report.Heading{Level: 1, Text: text}},
		"names":                 {block: report.Paragraph{Text: report.Plain(strings.ReplaceAll(text, "k", "K"))}},
		"another language":      {block: report.Paragraph{Text: report.Text{{Text: text, Language: "en"}}}},
		"an address":            {block: report.Paragraph{Text: report.Plain(strings.ReplaceAll(text, "ns", "@"))}},
		"a cell": {block: report.Table{
			Columns: []report.Column{{Head: "A", Width: 40}, {Head: "B", Width: 120}},
			Rows:    []report.TableRow{{Cells: []report.Cell{{Text: report.Plain(text)}, {Text: report.Plain("b")}}}},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			print := report.Print{Title: "T", Language: "sv", Hyphenate: !c.off, Parts: []report.Document{{Title: "T", Blocks: []report.Block{c.block}}}}
			book, err := Lay(t.Context(), print, everywhere{})
			if err != nil {
				t.Fatal(err)
			}
			said := spoken(book.Pages[0])
			if got := strings.Contains(said, softHyphen); got != c.divided {
				t.Errorf("divided: %v, want %v: %q", got, c.divided, said)
			}
			if c.divided && strings.Join(strings.Fields(strings.ReplaceAll(said, softHyphen, "")), " ") != strings.TrimSpace(text) {
				t.Errorf("it says %q", said)
			}
			rs, _ := runs(book.Pages[0])
			for _, r := range rs {
				if i := strings.Index(r.Text, softHyphen); i >= 0 && i < len(r.Text)-len(softHyphen) {
					t.Errorf("a hyphen stands within a line: %q", r.Text)
				}
			}
		})
	}
}

func BenchmarkTotalFit2000Words(b *testing.B) {
	var words []word
	for i := range 2000 {
		n := 2 + i*7%11
		words = append(words, word{width: float64(n) * 5, chars: n, space: 2.5})
	}
	for b.Loop() {
		totalFit(words, 360)
	}
}
