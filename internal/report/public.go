package report

import (
	"slices"
	"strconv"
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
)

// hidden is the page that stands in for what is not published: an item, or one of
// its papers where x has a number.
func (b packetPrinter) hidden(it packet.Item, x packet.Paper) Document {
	w := b.Words
	doc := Document{
		Title: w.T("page.item", "n", it.Number) + " " + it.Heading, Language: string(w.Language()), Level: 1,
		Anchor: itemAnchor(it), FooterLeft: b.footer(it, x),
	}
	text := w.T("public.item", "item", it.Heading)
	if x.Number > 0 {
		doc.Title, doc.Level, doc.Anchor = b.appendix(x.Number), 2, hiddenAnchor(it, x)
		text = w.T("public.appendix", "n", packet.Appendix(b.Register, x.Number), "item", it.Heading)
	}
	doc.Blocks = []Block{Placeholder{Heading: w.T("page.not-published"), Text: Plain(text)}}
	doc.Blocks = append(doc.Blocks, b.back()...)
	return doc
}

// hiddenAnchor names the page that stands in for a paper; of what the paper is nothing
// is known any more but its number.
func hiddenAnchor(it packet.Item, x packet.Paper) string {
	return string(it.Row) + "/hidden/" + strconv.Itoa(x.Number)
}

// hides reports whether the paper is left out of the variant.
func (b packetPrinter) hides(x packet.Paper) bool { return b.pk.Public && x.Protected }

// mark is the mark of confidentiality on an item's papers, "" where there is none: the
// organisation uses them, the item names the section of law, and the variant is
// the full one.
func (b packetPrinter) mark(it packet.Item) string {
	statute := it.Texts.Text(plan.KeyStatute)
	if b.pk.Public || statute == "" || b.Register.Organisation().Text(plan.KeyUseSecrecy) != plan.Yes {
		return ""
	}
	parts := []string{b.Words.T("public.mark"), statute}
	if d := it.Texts.Get(plan.KeyMarkedOn).Date(); !d.IsZero() {
		parts = append(parts, b.Words.ISO(i18n.Day(d)))
	}
	return strings.Join(append(parts, b.organisation()), " · ")
}

// marked puts the mark of an item on the first page of a paper; where the page is of
// another origin, into its line of numbers.
func (b packetPrinter) marked(doc Document, it packet.Item) Document {
	mark := b.mark(it)
	switch {
	case mark == "":
	case doc.Enclosed != nil:
		doc.FooterLeft = mark + " · " + doc.FooterLeft
	default:
		doc.Blocks = slices.Concat([]Block{Paragraph{Text: Text{{Text: mark, Bold: true}}}}, doc.Blocks)
	}
	return doc
}
