package layout

import (
	"fmt"
	"slices"
	"strconv"

	"ledstjarna/internal/report"
)

// declared returns the names of all places that can be referred to, alone and
// with the index of their document before them.
func declared(print *report.Print) map[string]bool {
	out := map[string]bool{}
	for i, doc := range print.Parts {
		add := func(name string) {
			if name != "" {
				out[name], out[strconv.Itoa(i)+"/"+name] = true, true
			}
		}
		out[doc.Anchor] = doc.Anchor != ""
		for n, block := range doc.Blocks {
			for _, name := range anchorsIn(block) {
				add(name)
			}
			if isHeading(block) || isOnePage(block) {
				add(place(n))
			}
		}
	}
	return out
}

// anchorsIn returns the names that a block gives to its places.
func anchorsIn(block report.Block) []string {
	switch x := block.(type) {
	case report.Heading:
		return []string{x.Anchor}
	case report.OnePage:
		return []string{x.Anchor}
	case report.Panel:
		return []string{x.Anchor}
	case report.Table:
		var out []string
		for _, r := range x.Rows {
			out = append(out, r.Anchor)
		}
		return out
	case report.Columns:
		var out []string
		for _, b := range slices.Concat(x.Left, x.Right) {
			out = append(out, anchorsIn(b)...)
		}
		return out
	}
	return nil
}

func isOnePage(b report.Block) bool {
	_, ok := b.(report.OnePage)
	return ok
}

// place is the name of a block in its document, for the table of contents.
func place(block int) string { return "#" + strconv.Itoa(block) }

// checkReferences returns an error for the first reference to nowhere.
func checkReferences(print *report.Print, declared map[string]bool) error {
	for _, doc := range print.Parts {
		for _, block := range doc.Blocks {
			for _, t := range texts(block) {
				for _, s := range t {
					for _, name := range []string{s.To, s.PageOf} {
						if name != "" && !declared[name] {
							return fmt.Errorf("lay out %q: %w: %q", doc.Title, ErrAnchor, name)
						}
					}
				}
			}
		}
	}
	return nil
}

// texts returns the texts of a block that may hold references.
func texts(block report.Block) []report.Text {
	switch x := block.(type) {
	case report.Paragraph:
		return []report.Text{x.Text}
	case report.Items:
		return itemTexts(x)
	case report.Facts:
		return values(x.Pairs)
	case report.Papers:
		return values(x.Pairs)
	case report.ControlBox:
		return values(x.Pairs)
	case report.HeaderBlock:
		return values(x.Pairs)
	case report.Signatures:
		return values(x.Pairs)
	case report.Panel:
		return append(append([]report.Text{x.Lead}, x.Numbered...), x.Text...)
	case report.Placeholder:
		return []report.Text{x.Text}
	case report.Table:
		return cellTexts(x)
	case report.Legend:
		return x.Entries
	case report.Columns:
		var out []report.Text
		for _, b := range slices.Concat(x.Left, x.Right) {
			out = append(out, texts(b)...)
		}
		return out
	}
	return nil
}

func values(pairs []report.Pair) []report.Text {
	out := make([]report.Text, len(pairs))
	for i, p := range pairs {
		out[i] = p.Value
	}
	return out
}

func itemTexts(x report.Items) []report.Text {
	var out []report.Text
	for _, item := range x.Items {
		out = append(out, item.Text)
		if item.Sub != nil {
			out = append(out, itemTexts(*item.Sub)...)
		}
	}
	return out
}

func cellTexts(t report.Table) []report.Text {
	var out []report.Text
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			out = append(out, c.Text, c.Second)
		}
	}
	return out
}
