package report

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// Markdown returns the blocks of a long text: paragraphs with bold, italic and
// links, passages in other languages, bulleted and numbered lists. A heading in the text becomes a bold
// paragraph, since the document owns its headings. Anything else (code, quotes,
// HTML) keeps its words as plain text; nothing is lost.
func Markdown(source string) []Block {
	src := []byte(source)
	root := goldmark.DefaultParser().Parse(text.NewReader(src))
	return markdownReader{src: src}.blocks(root)
}

// Inline returns a long text as one Text for a cell or a value: its paragraphs
// and points stand on lines of their own.
func Inline(source string) Text {
	var out Text
	add := func(t Text) {
		if len(out) > 0 && len(t) > 0 {
			out = append(out, Span{Text: "\n"})
		}
		out = append(out, t...)
	}
	var list func(Items)
	list = func(items Items) {
		for _, item := range items.Items {
			add(append(Text{{Text: "– "}}, item.Text...))
			if item.Sub != nil {
				list(*item.Sub)
			}
		}
	}
	for _, b := range Markdown(source) {
		switch b := b.(type) {
		case Paragraph:
			add(b.Text)
		case Items:
			list(b)
		}
	}
	return out
}

// markdownReader turns syntax trees over src into blocks. In a guide, headings and
// tables are kept as such, and links lead to chapters and rooms.
type markdownReader struct {
	src   []byte
	guide bool
}

func (r markdownReader) blocks(parent ast.Node) []Block {
	var out []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.List:
			out = append(out, r.items(n))
		case *ast.Heading:
			if r.guide {
				out = append(out, Heading{Level: n.Level, Text: r.spans(n, Span{}).String()})
				continue
			}
			out = append(out, Paragraph{Text: r.spans(n, Span{Bold: true})})
		case *extast.Table:
			out = append(out, r.table(n))
		case *ast.Paragraph, *ast.TextBlock:
			out = append(out, Paragraph{Text: r.spans(n, Span{})})
		case *ast.ThematicBreak:
		case *ast.Blockquote:
			out = append(out, r.blocks(n)...)
		default:
			if t := Plain(strings.TrimRight(string(n.Lines().Value(r.src)), "\n")); t != nil {
				out = append(out, Paragraph{Text: t})
			}
		}
	}
	return out
}

func (r markdownReader) items(list *ast.List) Items {
	out := Items{Numbered: list.IsOrdered()}
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		var item Item
		for _, b := range r.blocks(n) {
			switch b := b.(type) {
			case Items:
				item.Sub = appendItems(item.Sub, b)
			case Paragraph:
				if len(item.Text) > 0 {
					item.Text = append(item.Text, Span{Text: "\n"})
				}
				item.Text = append(item.Text, b.Text...)
			}
		}
		out.Items = append(out.Items, item)
	}
	return out
}

func appendItems(sub *Items, more Items) *Items {
	if sub == nil {
		return &more
	}
	return &Items{Numbered: sub.Numbered, Items: append(sub.Items, more.Items...)}
}

// spans collects the inline content of n in the given style.
func (r markdownReader) spans(n ast.Node, style Span) Text {
	var out Text
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			out = append(out, styled(style, r.words(c)))
		case *ast.String:
			out = append(out, styled(style, string(c.Value)))
		case *ast.Emphasis:
			inner := style
			inner.Bold = inner.Bold || c.Level >= 2
			inner.Italic = inner.Italic || c.Level == 1
			out = append(out, r.spans(c, inner)...)
		case *ast.Link:
			out = append(out, r.spans(c, r.linked(style, string(c.Destination)))...)
		case *ast.AutoLink:
			inner := style
			if address := string(c.URL(r.src)); Follows(address) {
				inner.Link = address
			}
			out = append(out, styled(inner, string(c.Label(r.src))))
		case *ast.RawHTML:
			out = append(out, styled(style, string(c.Segments.Value(r.src))))
		default:
			out = append(out, r.spans(c, style)...)
		}
	}
	return out
}

// linked is the style of words that lead to a destination.
func (r markdownReader) linked(style Span, destination string) Span {
	chapter, toChapter := strings.CutPrefix(destination, chapterLink)
	tag, other := passage(destination)
	switch {
	case other:
		style.Language = tag
	case r.guide && toChapter:
		style.To = ChapterAnchor(chapter)
	case r.guide && strings.HasPrefix(destination, RoomLink), Follows(destination):
		style.Link = destination
	}
	return style
}

// table returns a table with its first row as the head.
func (r markdownReader) table(n *extast.Table) Table {
	t := Table{Named: true}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []Cell
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, Cell{Text: r.spans(c, Span{})})
		}
		if _, ok := row.(*extast.TableHeader); !ok {
			t.Rows = append(t.Rows, TableRow{Cells: cells})
			continue
		}
		for _, c := range cells {
			t.Columns = append(t.Columns, Column{Head: c.Text.String()})
		}
	}
	return t
}

// words returns the text with the line end that follows it.
func (r markdownReader) words(t *ast.Text) string {
	s := unescape(string(t.Segment.Value(r.src)))
	switch {
	case t.HardLineBreak():
		return s + "\n"
	case t.SoftLineBreak():
		return s + " "
	}
	return s
}

// languageScheme marks a passage in another language: "[Giitu](lang:se)".
const languageScheme = "lang:"

// passage reads the language of a marked passage: two or three letters, and what
// may follow them after a hyphen (BCP 47).
func passage(destination string) (tag string, ok bool) {
	tag, ok = strings.CutPrefix(destination, languageScheme)
	main, _, _ := strings.Cut(tag, "-")
	if !ok || len(main) < 2 || len(main) > 3 || len(tag) > 20 {
		return "", false
	}
	for _, r := range tag {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' {
			return "", false
		}
	}
	return tag, true
}

func styled(s Span, words string) Span {
	s.Text = words
	return s
}
