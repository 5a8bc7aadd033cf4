package report_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/report"
)

func guideIn(t *testing.T, lang i18n.Language) (report.Guide, *i18n.Printer) {
	t.Helper()
	w, err := i18n.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	g, err := report.ReadGuide(assets.Guide(), w, false)
	if err != nil {
		t.Fatal(err)
	}
	return g, w
}

// texts calls do with every text of a block.
func texts(b report.Block, do func(report.Text)) {
	switch b := b.(type) {
	case report.Paragraph:
		do(b.Text)
	case report.Items:
		for _, item := range b.Items {
			do(item.Text)
			if item.Sub != nil {
				texts(*item.Sub, do)
			}
		}
	case report.Table:
		for _, row := range b.Rows {
			for _, c := range row.Cells {
				do(c.Text)
			}
		}
	}
}

// interfaceWords are all words of a language's interface. A label is told without
// the points that say that a question follows.
func interfaceWords(w *i18n.Printer) map[string]bool {
	out := map[string]bool{}
	for _, key := range w.Keys() {
		s := w.T(key)
		out[s] = true
		out[strings.TrimRightFunc(strings.TrimSuffix(s, "…"), unicode.IsSpace)] = true
	}
	return out
}

// What stands bold in the guide is what stands in the window.
func TestBoldWordsOfTheGuideAreTheInterfaces(t *testing.T) {
	for _, lang := range i18n.Languages() {
		g, w := guideIn(t, lang)
		words := interfaceWords(w)
		n := 0
		for _, c := range g.Chapters {
			for _, b := range c.Blocks {
				texts(b, func(text report.Text) {
					for _, s := range text {
						if s.Bold {
							n++
							if !words[s.Text] {
								t.Errorf("%s, %s: %q is no word of the window", lang, c.Name, s.Text)
							}
						}
					}
				})
			}
		}
		if n < 150 {
			t.Errorf("%s: only %d words of the window are named", lang, n)
		}
	}
}

// Links lead to chapters that there are, and nothing is left of what stands for
// keys; both languages have the same chapters with the same headings, tables and
// lists.
func TestTheGuideIsWhole(t *testing.T) {
	var shapes [][]string
	for _, lang := range i18n.Languages() {
		g, _ := guideIn(t, lang)
		var names, shape []string
		for _, c := range g.Chapters {
			names = append(names, c.Name)
			if c.Title == "" {
				t.Errorf("%s: %s has no title", lang, c.Name)
			}
		}
		for _, c := range g.Chapters {
			for _, b := range c.Blocks {
				switch x := b.(type) {
				case report.Heading:
					shape = append(shape, c.Name+" heading")
					if x.Level != 2 && x.Level != 3 {
						t.Errorf("%s, %s: %q is a heading of level %d", lang, c.Name, x.Text, x.Level)
					}
				case report.Table:
					if c.Name != "words" {
						shape = append(shape, c.Name+" table")
					}
				case report.Items:
					shape = append(shape, c.Name+" list")
				}
				texts(b, func(text report.Text) {
					if strings.ContainsAny(text.String(), "{}") {
						t.Errorf("%s, %s: %q", lang, c.Name, text.String())
					}
					for _, s := range text {
						if to := report.ChapterOf(s.To); s.To != "" && !slices.Contains(names, to) {
							t.Errorf("%s, %s leads to the chapter %q", lang, c.Name, to)
						}
					}
				})
			}
		}
		if len(names) < 12 {
			t.Errorf("%s: %d chapters", lang, len(names))
		}
		shapes = append(shapes, shape)
	}
	if !slices.Equal(shapes[0], shapes[1]) {
		t.Errorf("the languages differ:\n%v\n%v", shapes[0], shapes[1])
	}
}

func TestReadGuide(t *testing.T) {
	w, err := i18n.New(i18n.Swedish)
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{
		"commands.json": {Data: []byte(`[{"id":"new","menu":"menu.file","label":"action.new","keys":"ctrl+shift+N"},{"id":"x","menu":"menu.file","label":"action.open"}]`)},
		"sv/02-b.md":    {Data: []byte("# B\n\n{commands}\n")},
		"sv/01-a.md":    {Data: []byte("# A\n\nTryck {key:new}, se [B](chapter:b) eller [Översyn](room:reviews).\n\n## Mer\n\n| X | Y |\n|---|---|\n| **Nytt** | b |\n")},
	}
	g, err := report.ReadGuide(files, w, false)
	if err != nil || len(g.Chapters) != 2 {
		t.Fatalf("%v, %v", g, err)
	}
	a := g.Chapters[0]
	text := a.Blocks[0].(report.Paragraph).Text
	if text.String() != "Tryck Ctrl+Skift+N, se B eller Översyn." || text[1].To != "guide-b" || text[3].Link != "room:reviews" {
		t.Errorf("%+v", text)
	}
	if h := a.Blocks[1].(report.Heading); a.Title != "A" || h.Level != 2 || h.Text != "Mer" {
		t.Errorf("%q, %+v", a.Title, h)
	}
	if table := a.Blocks[2].(report.Table); table.Columns[1].Head != "Y" || !table.Rows[0].Cells[0].Text[0].Bold {
		t.Errorf("%+v", table)
	}
	keys := g.Chapters[1].Blocks[1].(report.Table)
	if len(keys.Rows) != 1 || keys.Rows[0].Cells[0].Text.String() != "Ny fil …" || keys.Rows[0].Cells[1].Text.String() != "Ctrl+Skift+N" {
		t.Errorf("%+v", keys.Rows)
	}
	if _, err := report.ReadGuide(fstest.MapFS{}, w, false); err == nil || !strings.Contains(err.Error(), fs.ErrNotExist.Error()) {
		t.Errorf("without files: %v", err)
	}
	hits := g.Find("mer")
	if len(hits) != 1 || hits[0].Heading != "Mer" || hits[0].Block != 1 || hits[0].Chapter.Name != "a" {
		t.Errorf("found: %+v", hits)
	}
	if hits := g.Find("oversyn"); len(hits) != 1 || hits[0].Block != -1 || !strings.Contains(hits[0].Excerpt, "Översyn") {
		t.Errorf("found without dots: %+v", hits)
	}
	if hits := g.Find("tryck saknas"); hits != nil || g.Find(" ") != nil {
		t.Errorf("found what is not there: %+v", hits)
	}
	paper := report.GuidePaper(g, w, "1.2")
	for _, b := range paper.Parts[0].Blocks {
		texts(b, func(text report.Text) {
			for _, s := range text {
				if s.Link != "" {
					t.Errorf("a link to a room on paper: %+v", s)
				}
			}
		})
	}
	if text[3].Link == "" {
		t.Error("the paper has changed the guide")
	}
}
