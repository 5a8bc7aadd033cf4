package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMarkdown(t *testing.T) {
	for _, tc := range []struct {
		name, in string
		want     []Block
	}{
		{"a paragraph", "Vi frågar först\noch föreslår sedan.", []Block{
			Paragraph{Text: Text{{Text: "Vi frågar först"}, {Text: " "}, {Text: "och föreslår sedan."}}},
		}},
		{"bold, italic, link", "**Ett** *två* [tre](https://x.se)", []Block{
			Paragraph{Text: Text{{Text: "Ett", Bold: true}, {Text: " "}, {Text: "två", Italic: true}, {Text: " "}, {Text: "tre", Link: "https://x.se"}}},
		}},
		{"a list in a list", "- a\n- b\n  1. c\n", []Block{
			Items{Items: []Item{{Text: Plain("a")}, {Text: Plain("b"), Sub: &Items{Numbered: true, Items: []Item{{Text: Plain("c")}}}}}},
		}},
		{"a heading", "## Så här\n\ntext", []Block{Heading{Level: 3, Text: "Så här"}, Paragraph{Text: Plain("text")}}},
		{"what is not ours keeps its words", "<b>fet</b>\n", []Block{
			Paragraph{Text: Text{{Text: "<b>"}, {Text: "fet"}, {Text: "</b>"}}},
		}},
		{"nothing", "", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, Markdown(tc.in)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
