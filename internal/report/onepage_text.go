package report

import (
	"strings"
	"unicode/utf8"
)

// mostOfText is how many bytes of a text the page looks at: more than it can hold.
const mostOfText = 12000

// flat writes a Markdown text as running words.
func flat(s string) string {
	if len(s) > mostOfText {
		s = s[:mostOfText]
		for !utf8.ValidString(s) {
			s = s[:len(s)-1]
		}
	}
	var out []string
	var items func(Items)
	items = func(list Items) {
		for _, x := range list.Items {
			out = append(out, x.Text.String())
			if x.Sub != nil {
				items(*x.Sub)
			}
		}
	}
	for _, b := range Markdown(s) {
		switch b := b.(type) {
		case Paragraph:
			out = append(out, b.Text.String())
		case Heading:
			out = append(out, b.Text)
		case Items:
			items(b)
		}
	}
	return strings.Join(strings.Fields(strings.Join(out, " ")), " ")
}

// shorten cuts a text to at most most characters: after a sentence where one ends
// in its second half, else after a word, else where it must, and then with "…". 0
// leaves all of it.
func shorten(s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	if most <= 0 || utf8.RuneCountInString(s) <= most {
		return s
	}
	head := string([]rune(s)[:most-1])
	if i := strings.LastIndexAny(head, ".!?"); i > len(head)/2 && strings.HasPrefix(s[i+1:], " ") {
		return head[:i+1]
	}
	if i := strings.LastIndex(head, " "); i > len(head)/3 {
		head = head[:i]
	}
	return strings.TrimRight(head, " ,;:–-") + "…"
}
