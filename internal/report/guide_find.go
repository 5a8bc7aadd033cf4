package report

import (
	"slices"
	"strings"

	"ledstjarna/internal/plan"
)

// GuideHit is a part of the guide in which something was found: a chapter's
// beginning, or what stands under one of its headings.
type GuideHit struct {
	Chapter GuideChapter
	Block   int    // index of the heading in the chapter's blocks; -1 for the beginning
	Heading string // of the part
	Excerpt string // of its text, around what was found
}

// excerptOfGuide is how many letters of a part are shown.
const excerptOfGuide = 48

// Find returns the parts of the guide that hold all words of a query, those whose
// heading holds them first. Words are found inside longer ones, and letters need
// not be exact, as in the search of the file.
func (g Guide) Find(query string) []GuideHit {
	words := plan.SearchWords(query)
	if len(words) == 0 {
		return nil
	}
	var named, told []GuideHit
	for _, c := range g.Chapters {
		for _, p := range c.parts() {
			switch {
			case holds(p.Heading, words):
				p.Excerpt = plan.Excerpt(p.Excerpt, query, excerptOfGuide)
				named = append(named, p)
			case holds(p.Heading+" "+p.Excerpt, words):
				p.Excerpt = plan.Excerpt(p.Excerpt, query, excerptOfGuide)
				told = append(told, p)
			}
		}
	}
	return slices.Concat(named, told)
}

func holds(text string, words []string) bool {
	text = plan.Folded(text)
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, plan.Folded(w)) })
}

// parts are the chapter's beginning and what stands under its headings, each with
// all its text as the excerpt.
func (c GuideChapter) parts() []GuideHit {
	out := []GuideHit{{Chapter: c, Block: -1, Heading: c.Title}}
	for i, b := range c.Blocks {
		if h, ok := b.(Heading); ok {
			out = append(out, GuideHit{Chapter: c, Block: i, Heading: h.Text})
			continue
		}
		last := &out[len(out)-1]
		last.Excerpt = strings.TrimSpace(last.Excerpt + " " + blockText(b))
	}
	return out
}

// blockText is all that a block of the guide says, on one line.
func blockText(b Block) string {
	var said []string
	switch b := b.(type) {
	case Paragraph:
		said = append(said, b.Text.String())
	case Items:
		for _, item := range b.Items {
			said = append(said, item.Text.String())
			if item.Sub != nil {
				said = append(said, blockText(*item.Sub))
			}
		}
	case Table:
		for _, row := range b.Rows {
			var cells []string
			for _, cell := range row.Cells {
				cells = append(cells, cell.Text.String())
			}
			said = append(said, strings.Join(cells, ": "))
		}
	}
	return strings.ReplaceAll(strings.Join(said, " "), "\n", " ")
}
