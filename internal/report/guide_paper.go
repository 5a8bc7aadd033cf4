package report

import (
	"slices"
	"strconv"
	"strings"

	"ledstjarna/internal/i18n"
)

// GuidePaper returns the guide as a print. Version is the program's.
func GuidePaper(g Guide, words *i18n.Printer, version string) Print {
	title := words.T("guide.title")
	doc := Document{
		Title: title, Language: string(words.Language()), Level: 1, Anchor: "guide", Contents: true,
		FooterLeft: strings.TrimSpace(words.T("app.name") + " " + version),
		Blocks: []Block{
			Title{Kind: TitleDocument, Kicker: words.T("app.name"), Text: title, Subtitle: words.T("app.tagline")},
			ControlBox{Pairs: []Pair{
				{words.T("guide.program"), Plain(strings.TrimSpace(words.T("app.name") + " " + version))},
				{words.T("guide.in-window"), Plain(words.T("guide.in-window-how", "menu", words.T("menu.help"), "command", title))},
				{words.T("guide.readers"), Plain(words.T("guide.readers-who"))},
			}},
		},
	}
	for i, c := range g.Chapters {
		number := strconv.Itoa(i + 1)
		doc.Blocks = append(doc.Blocks, Heading{Level: 1, Number: number, Text: c.Title, Anchor: ChapterAnchor(c.Name)})
		n := 0
		for _, b := range c.Blocks {
			if h, ok := b.(Heading); ok && h.Level == 2 {
				n++
				h.Number = number + "." + strconv.Itoa(n)
				h.Anchor = ChapterAnchor(c.Name) + "." + strconv.Itoa(n)
				b = h
			}
			doc.Blocks = append(doc.Blocks, onPaper(b))
		}
	}
	p := Source{Words: words}.print(title, "", doc)
	p.Author = words.T("app.name")
	return p
}

// onPaper returns a block without the links that lead to a room of the window.
func onPaper(b Block) Block {
	switch b := b.(type) {
	case Paragraph:
		b.Text = roomless(b.Text)
		return b
	case Items:
		b.Items = slices.Clone(b.Items)
		for i := range b.Items {
			b.Items[i].Text = roomless(b.Items[i].Text)
			if sub := b.Items[i].Sub; sub != nil {
				inner := onPaper(*sub).(Items)
				b.Items[i].Sub = &inner
			}
		}
		return b
	case Table:
		b.Rows = slices.Clone(b.Rows)
		for i, row := range b.Rows {
			b.Rows[i].Cells = slices.Clone(row.Cells)
			for j, cell := range row.Cells {
				b.Rows[i].Cells[j].Text = roomless(cell.Text)
			}
		}
		return b
	}
	return b
}

func roomless(t Text) Text {
	t = slices.Clone(t)
	for i := range t {
		if strings.HasPrefix(t[i].Link, RoomLink) {
			t[i].Link = ""
		}
	}
	return t
}
