package report

import (
	"cmp"
	"strconv"
	"strings"

	"ledstjarna/internal/packet"
)

// Supplement returns the print of what has changed in a meeting's papers since they
// were sent (komplettering): a cover that lists what is new, what is replaced and
// what is withdrawn, then the new and replaced papers, with their numbers.
func Supplement(s Source, pk packet.Packet, number int, changed []packet.ChangedPaper) (Print, error) {
	b := packetPrinter{Source: s, pk: pk}
	title := s.Words.T("supplement.title", "n", number)
	parts := []Document{b.supplementCover(title, changed)}
	for _, it := range pk.Items {
		for _, x := range changed {
			if x.Item != it.Row || x.Change == packet.Gone {
				continue
			}
			doc, ok, err := b.changed(it, x)
			if err != nil {
				return Print{}, err
			}
			if ok {
				parts = append(parts, doc)
			}
		}
	}
	out := s.print(title+" "+pk.Body+" "+s.iso(pk.Meeting.Date), "", parts...)
	out.Packet = true
	return out, nil
}

// changed is the paper that a change is about: the item's report, or an appendix.
func (b packetPrinter) changed(it packet.Item, x packet.ChangedPaper) (Document, bool, error) {
	if b.pk.Public && it.Protected {
		return b.hidden(it, packet.Paper{}), x.Appendix == 0, nil
	}
	if x.Appendix == 0 {
		doc, ok := b.officersReport(it)
		return b.marked(doc, it), ok, nil
	}
	for _, paper := range it.Papers {
		if paper.Number != x.Appendix {
			continue
		}
		if b.hides(paper) {
			return b.hidden(it, paper), true, nil
		}
		doc, ok, err := b.paperOf(paper)
		if err == nil && ok {
			b.place(&doc, it, paper)
			doc = b.marked(doc, it)
		}
		return doc, ok, err
	}
	return Document{}, false, nil
}

var supplementSymbols = map[packet.Change]Symbol{packet.Added: Plus, packet.Replaced: Square, packet.Gone: Minus}

func (b packetPrinter) supplementCover(title string, changed []packet.ChangedPaper) Document {
	w := b.Words
	doc := Document{
		Title: title, Language: string(w.Language()), Logo: true, Level: 1, Anchor: "supplement",
		FooterLeft: b.footer(packet.Item{}, packet.Paper{}), Unnumbered: true,
	}
	t := Table{Columns: []Column{
		{Head: w.T("column.nr"), Fixed: true}, {Head: w.T("column.item")}, {Head: w.T("supplement.paper")}, {Head: w.T("supplement.change"), Fixed: true},
	}, Summary: title}
	for _, x := range changed {
		paper := w.T("packet.report")
		if x.Appendix > 0 {
			name := x.Title
			if x.Changes {
				name = w.T("packet.changes-of", "title", x.Title)
			}
			paper = strings.TrimSpace(b.appendix(x.Appendix) + " " + name)
		}
		t.Rows = append(t.Rows, TableRow{Cells: []Cell{
			{Text: Plain(strconv.Itoa(x.Number))},
			{Text: Plain(cmp.Or(x.Heading, w.T("public.hidden")))},
			{Text: Plain(paper)},
			{Text: Text{{Text: w.T("sent." + string(x.Change)), Symbol: supplementSymbols[x.Change]}}},
		}})
	}
	doc.Blocks = []Block{
		Title{Kind: TitlePacket, Text: title, Subtitle: b.pk.Body + " " + b.iso(b.pk.Meeting.Date)},
		Paragraph{Text: Plain(w.T("supplement.intro"))},
		t,
	}
	return doc
}
