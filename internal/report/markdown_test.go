package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMarkdownKeepsWordsAndStyles(t *testing.T) {
	tests := []struct {
		name, source string
		want         []Block
	}{
		{"empty", "", nil},
		{"styles", "Ett **viktigt** och *eget* ord", []Block{Paragraph{Text: Text{
			{Text: "Ett "}, {Text: "viktigt", Bold: true}, {Text: " och "}, {Text: "eget", Italic: true}, {Text: " ord"},
		}}}},
		{"soft break", "rad ett\nrad två", []Block{Paragraph{Text: Text{{Text: "rad ett "}, {Text: "rad två"}}}}},
		{"link", "[Webben](https://example.org)", []Block{Paragraph{Text: Text{{Text: "Webben", Link: "https://example.org"}}}}},
		{"language", "Tack, [**Giitu**](lang:se) och [Hei](lang:fi-FI)", []Block{Paragraph{Text: Text{
			{Text: "Tack, "}, {Text: "Giitu", Bold: true, Language: "se"}, {Text: " och "}, {Text: "Hei", Language: "fi-FI"},
		}}}},
		{"no language", "[Webben](lang:) [x](lang:<b>)", []Block{Paragraph{Text: Text{{Text: "Webben"}, {Text: " "}, {Text: "x"}}}}},
		{"escapes", `5 \* 3 &amp; 4`, []Block{Paragraph{Text: Text{{Text: "5 * 3 & 4"}}}}},
		{"nested list", "- a\n  1. b\n- c", []Block{Items{Items: []Item{
			{Text: Text{{Text: "a"}}, Sub: &Items{Numbered: true, Items: []Item{{Text: Text{{Text: "b"}}}}}},
			{Text: Text{{Text: "c"}}},
		}}}},
		{"heading", "# Rubrik", []Block{Paragraph{Text: Text{{Text: "Rubrik", Bold: true}}}}},
		{"code", "    kod", []Block{Paragraph{Text: Text{{Text: "kod"}}}}},
		{"html", "<b>fet</b>", []Block{Paragraph{Text: Text{{Text: "<b>"}, {Text: "fet"}, {Text: "</b>"}}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Markdown(tt.source)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestInlineJoinsParagraphsAndPoints(t *testing.T) {
	got := Inline("Ett\n\n- två\n- tre").String()
	if want := "Ett\n– två\n– tre"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add("# a\n- b **c**\n\n> d `e` <f>")
	f.Fuzz(func(_ *testing.T, s string) { Markdown(s); Inline(s) })
}
