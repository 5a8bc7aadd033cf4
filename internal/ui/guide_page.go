package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// guideMeasure is the designed width of the guide's lines.
const guideMeasure = 640

// turn shows a chapter from its beginning, or from one of its headings.
func (v *guideWindow) turn(chapter string, heading int) {
	c, i, ok := v.guide.Chapter(chapter)
	if !ok {
		c, i = v.guide.Chapters[0], 0
	}
	words := v.app.words
	v.at = c.Name
	v.header.SetTitle(c.Title)
	v.header.SetCaption(words.T("guide.place", "n", i+1, "total", len(v.guide.Chapters)))
	v.showList()
	v.page.SetContent(kit.Pad(kit.Insets{Top: 20, Right: 28, Bottom: 12, Left: 28}, measured(guideMeasure, v.chapter(c, i))))
	v.page.ScrollTo(0)
	if o := v.heads[heading]; o != nil {
		v.app.work.After(drawnAfter, func() { v.page.ScrollTo(v.page.Offset() + v.top(o)) })
	}
}

// top is how far an object lies below the upper edge of the page.
func (v *guideWindow) top(o fyne.CanvasObject) float32 {
	d := fyne.CurrentApp().Driver()
	return d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(v.page).Y - 16
}

// chapter builds what a chapter says, and the way to the next one.
func (v *guideWindow) chapter(c report.GuideChapter, at int) fyne.CanvasObject {
	v.heads = map[int]fyne.CanvasObject{}
	var parts []fyne.CanvasObject
	for i, b := range c.Blocks {
		o := v.block(b)
		if h, ok := b.(report.Heading); ok {
			v.heads[i] = o
			if h.Level == 2 && i > 0 {
				o = kit.Pad(kit.Insets{Top: 10}, o)
			}
		}
		parts = append(parts, o)
	}
	if at+1 < len(v.guide.Chapters) {
		next := v.guide.Chapters[at+1]
		link := kit.NewButton(kit.LinkStrong, v.app.words.T("guide.go-on", "chapter", next.Title), func() { v.turn(next.Name, -1) })
		parts = append(parts, kit.Pad(kit.Insets{Top: 10}, kit.Column(12, kit.NewDivider(), kit.Bar(0, link))))
	}
	return kit.Column(10, parts...)
}

// block builds one block of a chapter.
func (v *guideWindow) block(b report.Block) fyne.CanvasObject {
	switch b := b.(type) {
	case report.Heading:
		if b.Level == 2 {
			return kit.NewParagraph(b.Text, kit.Subheading, kit.ColorText)
		}
		return kit.NewParagraph(b.Text, kit.BodyStrong, kit.ColorText)
	case report.Paragraph:
		return kit.NewProse(v.runs(b.Text))
	case report.Items:
		return v.items(b)
	case report.Table:
		return v.table(b)
	}
	return kit.Spring()
}

func (v *guideWindow) items(b report.Items) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, item := range b.Items {
		mark := "•"
		if b.Numbered {
			mark = strconv.Itoa(i+1) + "."
		}
		var said fyne.CanvasObject = kit.NewProse(v.runs(item.Text))
		if item.Sub != nil {
			said = kit.Column(5, said, v.items(*item.Sub))
		}
		rows = append(rows, kit.Columns(6, []float32{18, 0}, kit.Column(0, kit.NewText(mark, kit.Body, kit.ColorText2).AlignEnd()), said))
	}
	return kit.Column(5, rows...)
}

func (v *guideWindow) table(t report.Table) fyne.CanvasObject {
	widths := make([]float32, len(t.Columns))
	widths[0] = 210
	if longest(t, 0) > longest(t, 1) {
		widths[0] = 330
	}
	in := kit.Insets{Top: 7, Right: 12, Bottom: 7, Left: 12}
	var head []fyne.CanvasObject
	for _, c := range t.Columns {
		head = append(head, kit.NewText(c.Head, kit.CaptionStrong, kit.ColorText2).Elastic())
	}
	rows := []fyne.CanvasObject{kit.Pad(in, kit.Columns(12, widths, head...))}
	for _, r := range t.Rows {
		var cells []fyne.CanvasObject
		for _, c := range r.Cells {
			cells = append(cells, kit.NewProse(v.runs(c.Text)))
		}
		rows = append(rows, kit.Pad(in, kit.Columns(12, widths, cells...)))
	}
	return kit.NewCard("", kit.NewRows(true, rows...))
}

// longest is the length of the longest text in a column.
func longest(t report.Table, column int) int {
	n := 0
	for _, r := range t.Rows {
		n = max(n, len(r.Cells[column].Text.String()))
	}
	return n
}

// runs turn the spans of a text into words and links.
func (v *guideWindow) runs(t report.Text) []kit.Run {
	var out []kit.Run
	for _, s := range t {
		r := kit.Run{Text: s.Text, Bold: s.Bold}
		if chapter := report.ChapterOf(s.To); chapter != "" {
			r.Open = func() { v.turn(chapter, -1) }
		}
		if id, ok := roomOfLink(s); ok {
			r.Open = func() { v.openRoom(id) }
		}
		out = append(out, r)
	}
	return out
}

// showList shows the chapters, or while something is looked for where it stands.
func (v *guideWindow) showList() {
	var rows []fyne.CanvasObject
	query := strings.TrimSpace(v.find.Text())
	switch hits := v.guide.Find(query); {
	case query == "":
		for i, c := range v.guide.Chapters {
			row := kit.NewSectionRow(kit.Section{Number: strconv.Itoa(i + 1), Title: c.Title}, func() { v.turn(c.Name, -1) })
			row.SetSelected(c.Name == v.at)
			rows = append(rows, row)
		}
	case len(hits) == 0:
		rows = append(rows, kit.Pad(kit.Around(6), kit.NewParagraph(v.app.words.T("search.nothing"), kit.Caption, kit.ColorText2)))
	default:
		for _, h := range hits {
			rows = append(rows, kit.NewTwoLineRow(kit.TwoLine{
				Title: h.Heading, Caption: h.Excerpt, Open: func() { v.turn(h.Chapter.Name, h.Block) },
			}))
		}
	}
	v.list.SetContent(kit.Pad(kit.Insets{Top: 6, Right: 10, Bottom: 10, Left: 10}, kit.NewRows(false, rows...)))
}
