package report

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Markdown returns the blocks of a long text: paragraphs, headings (as level
// 3), lists, bold, italic and links. Anything else is kept as its plain text.
func Markdown(s string) []Block {
	m := markdown{source: []byte(s)}
	root := goldmark.DefaultParser().Parse(text.NewReader(m.source))
	return m.blocks(root)
}

type markdown struct{ source []byte }

func (m markdown) blocks(parent ast.Node) []Block {
	var out []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			out = append(out, Heading{Level: 3, Text: m.inline(n, Span{}).String()})
		case *ast.List:
			if items := m.items(n); len(items.Items) > 0 {
				out = append(out, items)
			}
		case *ast.Blockquote:
			out = append(out, m.blocks(n)...)
		case *ast.ThematicBreak:
		case *ast.FencedCodeBlock, *ast.CodeBlock, *ast.HTMLBlock:
			out = append(out, m.raw(n)...)
		default:
			if t := m.inline(n, Span{}); len(t) > 0 {
				out = append(out, Paragraph{Text: t})
			}
		}
	}
	return out
}

func (m markdown) raw(n ast.Node) []Block {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(m.source))
	}
	if s := strings.Join(strings.Fields(b.String()), " "); s != "" {
		return []Block{Paragraph{Text: Plain(s)}}
	}
	return nil
}

func (m markdown) items(list *ast.List) Items {
	items := Items{Numbered: list.IsOrdered()}
	for li := list.FirstChild(); li != nil; li = li.NextSibling() {
		var it Item
		for c := li.FirstChild(); c != nil; c = c.NextSibling() {
			if sub, ok := c.(*ast.List); ok {
				x := m.items(sub)
				it.Sub = &x
				continue
			}
			if len(it.Text) > 0 {
				it.Text = append(it.Text, Span{Text: " "})
			}
			it.Text = append(it.Text, m.inline(c, Span{})...)
		}
		if len(it.Text) > 0 || it.Sub != nil {
			items.Items = append(items.Items, it)
		}
	}
	return items
}

// inline returns the spans below n in the style.
func (m markdown) inline(n ast.Node, style Span) Text {
	var out Text
	add := func(s string) {
		if s != "" {
			x := style
			x.Text = s
			out = append(out, x)
		}
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			add(string(c.Value(m.source)))
			if c.SoftLineBreak() || c.HardLineBreak() {
				add(" ")
			}
		case *ast.String:
			add(string(c.Value))
		case *ast.Emphasis:
			x := style
			x.Bold, x.Italic = x.Bold || c.Level == 2, x.Italic || c.Level == 1
			out = append(out, m.inline(c, x)...)
		case *ast.Link:
			x := style
			x.Link = string(c.Destination)
			out = append(out, m.inline(c, x)...)
		case *ast.AutoLink:
			x := style
			x.Link, x.Text = string(c.URL(m.source)), string(c.Label(m.source))
			out = append(out, x)
		case *ast.RawHTML:
			for i := range c.Segments.Len() {
				seg := c.Segments.At(i)
				add(string(seg.Value(m.source)))
			}
		default:
			out = append(out, m.inline(c, style)...)
		}
	}
	return out
}
