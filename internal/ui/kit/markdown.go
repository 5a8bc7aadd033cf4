package kit

import (
	"strings"
	"unicode"
)

// span is a stretch of a text by runes.
type span struct{ from, to int }

// edit is what a command does to a text: the whole new text and where the caret
// stands after it.
type edit struct {
	text  string
	caret int
}

// toggleMark puts a mark such as ** around the marked stretch, or takes it away
// where it already stands. Without a stretch the caret comes between two marks.
func toggleMark(text string, at span, mark string) edit {
	runes := []rune(text)
	before, marked, after := string(runes[:at.from]), string(runes[at.from:at.to]), string(runes[at.to:])
	n := len([]rune(mark))
	switch {
	case strings.HasPrefix(marked, mark) && strings.HasSuffix(marked, mark) && at.to-at.from >= 2*n:
		bare := strings.TrimSuffix(strings.TrimPrefix(marked, mark), mark)
		return edit{text: before + bare + after, caret: at.to - 2*n}
	case marked != "" && strings.HasSuffix(before, mark) && strings.HasPrefix(after, mark):
		return edit{
			text:  strings.TrimSuffix(before, mark) + marked + strings.TrimPrefix(after, mark),
			caret: at.to - n,
		}
	case marked == "":
		return edit{text: before + mark + mark + after, caret: at.from + n}
	}
	lead := marked[:len(marked)-len(strings.TrimLeft(marked, " \n"))]
	tail := marked[len(strings.TrimRight(marked, " \n")):]
	core := strings.TrimSpace(marked)
	return edit{text: before + lead + mark + core + mark + tail + after, caret: at.to + 2*n}
}

// toggleList makes the lines that the stretch touches items of a list, or plain
// lines again where all of them already are items.
func toggleList(text string, at span) edit {
	runes := []rune(text)
	from := at.from
	for from > 0 && runes[from-1] != '\n' {
		from--
	}
	to := at.to
	for to < len(runes) && runes[to] != '\n' {
		to++
	}
	lines := strings.Split(string(runes[from:to]), "\n")
	all := true
	for _, l := range lines {
		all = all && strings.HasPrefix(l, "- ")
	}
	for i, l := range lines {
		if all {
			lines[i] = strings.TrimPrefix(l, "- ")
		} else if !strings.HasPrefix(l, "- ") {
			lines[i] = "- " + l
		}
	}
	changed := strings.Join(lines, "\n")
	return edit{
		text:  string(runes[:from]) + changed + string(runes[to:]),
		caret: from + len([]rune(changed)),
	}
}

// continueList begins another item under the one that the caret stands in, or
// ends the list where that item is empty. ok is false outside a list.
func continueList(text string, at span) (e edit, ok bool) {
	runes := []rune(text)
	from := at.from
	for from > 0 && runes[from-1] != '\n' {
		from--
	}
	item := string(runes[from:at.from])
	switch {
	case at.from != at.to || !strings.HasPrefix(item, "- "):
		return edit{}, false
	case item == "- " && (at.to == len(runes) || runes[at.to] == '\n'):
		return edit{text: string(runes[:from]) + string(runes[at.to:]), caret: from}, true
	}
	return edit{text: string(runes[:at.from]) + "\n- " + string(runes[at.to:]), caret: at.from + 3}, true
}

// putLink makes the marked stretch the words of a link, or the address of one
// if it is an address, and leaves the caret where the rest is to be written.
func putLink(text string, at span) edit {
	runes := []rune(text)
	before, marked, after := string(runes[:at.from]), string(runes[at.from:at.to]), string(runes[at.to:])
	if strings.HasPrefix(marked, "https://") || strings.HasPrefix(marked, "http://") || strings.HasPrefix(marked, "mailto:") {
		return edit{text: before + "[](" + marked + ")" + after, caret: at.from + 1}
	}
	const scheme = "https://"
	return edit{
		text:  before + "[" + marked + "](" + scheme + ")" + after,
		caret: at.to + len([]rune("[](")) + len(scheme),
	}
}

// countWords counts the words of a text in Markdown: what holds a letter or a
// digit between spaces.
func countWords(text string) int {
	n := 0
	for _, word := range strings.Fields(text) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}
