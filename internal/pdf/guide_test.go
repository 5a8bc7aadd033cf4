package pdf_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/layout"
	"ledstjarna/internal/pdf"
	"ledstjarna/internal/report"
)

// The user guide in both languages is sound as a file, keeps to its margins and says
// all that its chapters do.
func TestTheGuideOnPaper(t *testing.T) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range i18n.Languages() {
		words, err := i18n.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		g, err := report.ReadGuide(assets.Guide(), words, false)
		if err != nil {
			t.Fatal(err)
		}
		print := report.GuidePaper(g, words, "1.0")
		book, err := layout.Lay(context.Background(), print, fonts)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(book.Pages); n < 8 || n > 40 {
			t.Errorf("%s: %d pages", lang, n)
		}
		for _, page := range book.Pages {
			onPage(t, page)
		}
		got := visible(fonts, sound(t, write(t, fonts, print)).AllText())
		for _, c := range g.Chapters {
			for _, s := range append(guideTexts(c.Blocks), c.Title) {
				if !strings.Contains(got, visible(fonts, s)) {
					t.Errorf("%s: not in the file: %.80q", lang, s)
				}
			}
		}
	}
}

func guideTexts(blocks []report.Block) []string {
	var out []string
	for _, b := range blocks {
		switch b := b.(type) {
		case report.Heading:
			out = append(out, b.Text)
		case report.Paragraph:
			out = append(out, b.Text.String())
		case report.Items:
			for _, item := range b.Items {
				out = append(out, item.Text.String())
				if item.Sub != nil {
					out = slices.Concat(out, guideTexts([]report.Block{*item.Sub}))
				}
			}
		case report.Table:
			for _, row := range b.Rows {
				for _, c := range row.Cells {
					out = append(out, c.Text.String())
				}
			}
		}
	}
	return out
}
