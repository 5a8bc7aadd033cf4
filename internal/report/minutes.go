package report

import (
	"strings"

	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
)

// MinutesExtract returns the print "Underlag till protokollsutdrag": what was
// decided on an item, word for word, with what it rested on and who is told.
func MinutesExtract(s Source, pk packet.Packet, it packet.Item, d packet.Decided) Print {
	b := packetPrinter{Source: s, pk: pk}
	w := s.Words
	doc := Document{
		Title: w.T("minutes.title"), Language: string(w.Language()), Logo: true, Level: 1, Anchor: itemAnchor(it), FooterLeft: b.footer(it, packet.Paper{}),
	}
	head := HeaderBlock{Pairs: []Pair{
		{w.T("packet.body"), Plain(pk.Body)}, {w.T("report.date"), Plain(s.iso(d.Date))}, {w.T("minutes.paragraph"), Plain("§\u00a0" + d.Paragraph)},
	}}
	if it.Dnr != "" {
		head.Pairs = append(head.Pairs, Pair{w.T("column.dnr"), Plain(it.Dnr)})
	}
	doc.Blocks = append(doc.Blocks, Title{Kind: TitleCompact, Kicker: doc.Title, Text: it.Heading}, head)
	panel := Panel{Heading: w.T("minutes.decision")}
	for line := range strings.Lines(d.Text) {
		line = strings.TrimSpace(line)
		if number, rest, ok := strings.Cut(line, ". "); ok && strings.Trim(number, "0123456789") == "" {
			panel.Numbered = append(panel.Numbered, Plain(rest))
		} else if line != "" {
			panel.Text = append(panel.Text, Plain(line))
		}
	}
	if first, _, _ := strings.Cut(d.Text, "\n"); len(panel.Numbered) > 0 && len(panel.Text) == 1 && panel.Text[0].String() == strings.TrimSpace(first) {
		panel.Lead, panel.Text = panel.Text[0], nil
	}
	if len(panel.Numbered) > 0 && len(panel.Text) > 0 { // as it was written
		panel.Numbered, panel.Text = nil, nil
		for line := range strings.Lines(d.Text) {
			panel.Text = append(panel.Text, Plain(strings.TrimSpace(line)))
		}
	}
	if len(panel.Numbered)+len(panel.Text) == 0 {
		panel.Text = []Text{Plain(w.T("decision." + d.Outcome))}
	}
	doc.Blocks = append(doc.Blocks, panel)
	if d.Outcome != plan.Adopted && d.Outcome != plan.Noted {
		doc.Blocks = append(doc.Blocks, Facts{Pairs: []Pair{{w.T("minutes.outcome"), Plain(w.T("decision." + d.Outcome))}}})
	}
	for _, part := range b.reportParts() {
		if part.field != plan.KeySummary && part.field != plan.KeyMatter {
			continue
		}
		if text := it.Texts.Text(part.field); text != "" {
			doc.Blocks = append(doc.Blocks, Heading{Level: 1, Small: true, Text: w.T(part.words)})
			doc.Blocks = append(doc.Blocks, Markdown(text)...)
		}
	}
	it.Presenter = "" // an extract is signed where it is made from the minutes
	doc.Blocks = append(doc.Blocks, b.reportTail(it)...)
	return s.print(doc.Title+" "+it.Heading, it.Dnr, doc)
}
