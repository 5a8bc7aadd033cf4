package report

import (
	"strconv"
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
)

// Packet returns the print of a meeting's papers: the notice with the agenda
// first, then for each item its officer's report and its documents.
func Packet(s Source, pk packet.Packet) (Print, error) {
	b := packetPrinter{Source: s, pk: pk, listed: true}
	var papers []Document
	remarks, err := b.remarks()
	if err != nil {
		return Print{}, err
	}
	for _, it := range pk.Items {
		docs, err := b.item(it)
		if err != nil {
			return Print{}, err
		}
		papers = append(papers, docs...)
	}
	title := s.Words.T("packet.papers") + " " + pk.Body + " " + s.iso(pk.Meeting.Date)
	notice := b.notice()
	notice.Blocks = append(append(notice.Blocks, remarks...), b.colophon()...)
	out := s.print(title, "", append([]Document{notice}, papers...)...)
	out.Packet = true
	return out, nil
}

type packetPrinter struct {
	Source
	pk packet.Packet
	// listed says that the agenda stands in the same print, so that papers can lead
	// back to it.
	listed bool
}

// back leads back to the agenda.
func (b packetPrinter) back() []Block {
	if !b.listed {
		return nil
	}
	return []Block{Paragraph{Label: true, Text: Text{{Text: b.Words.T("packet.to-agenda"), To: "agenda"}}}}
}

// colophon names the latest registration that the papers build on by its hash, so that
// what is cut off or made anew in the file afterwards can be told by the papers.
func (b packetPrinter) colophon() []Block {
	e, ok := b.Register.LastBinding()
	if !ok {
		return nil
	}
	return []Block{Paragraph{Label: true, Text: Plain(b.Words.T("packet.colophon", "n", e.Seq, "day", b.iso(plan.DateOf(e.At)), "hash", e.Hash))}}
}

func (b packetPrinter) footer(it packet.Item, paper packet.Paper) string {
	parts := []string{b.pk.Body + " " + b.iso(b.pk.Meeting.Date)}
	if it.Number > 0 {
		parts = append(parts, b.Words.T("page.item", "n", it.Number))
	}
	if paper.Number > 0 {
		parts = append(parts, b.appendix(paper.Number))
	}
	return strings.Join(parts, " · ")
}

// item returns an item's papers: its officer's report, where there is something
// to say, and its documents as appendices.
func (b packetPrinter) item(it packet.Item) ([]Document, error) {
	if b.pk.Public && it.Protected {
		return []Document{b.hidden(it, packet.Paper{})}, nil
	}
	var out []Document
	if doc, ok := b.officersReport(it); ok {
		out = append(out, b.marked(doc, it))
	}
	for _, x := range it.Papers {
		if b.hides(x) {
			out = append(out, b.hidden(it, x))
			continue
		}
		doc, ok, err := b.paperOf(x)
		if err != nil {
			return nil, err
		}
		if ok {
			b.place(&doc, it, x)
			out = append(out, b.marked(doc, it))
		}
	}
	return out, nil
}

// paperOf returns what stands on an appendix, false where nothing in the file is
// meant.
func (b packetPrinter) paperOf(x packet.Paper) (Document, bool, error) {
	if x.Foreign() {
		doc, err := b.foreign(x)
		return doc, err == nil, err
	}
	if x.Status {
		return Status(b.Source, StatusOverview(b.Register, b.Today)), true, nil
	}
	if e, ok := b.Register.Event(x.Record); ok {
		return Review(b.Source, e), true, nil
	}
	d, ok := b.Register.Document(x.Document)
	if !ok {
		return Document{}, false, nil
	}
	if older, ok := d.Version(x.Changes); ok {
		newer, _ := d.Version(x.Version)
		doc, err := Changes(b.Source, d, older, newer)
		return doc, err == nil, err
	}
	v, ok := d.Version(x.Version)
	if !ok {
		return Document{}, false, nil
	}
	doc, err := Version(b.Source, d, v)
	return doc, err == nil, err
}

// place puts a document into the packet: its footer, bookmark and anchors. The
// same version may go with two items, so anchors carry the item's row.
func (b packetPrinter) place(doc *Document, it packet.Item, x packet.Paper) {
	prefix := anchorPrefix(it, x)
	doc.FooterLeft, doc.Level = b.footer(it, x), 2
	doc.Title = b.appendix(x.Number) + " " + b.paperName(x)
	doc.Anchor = prefix + "paper"
	for i, block := range doc.Blocks {
		if h, ok := block.(Heading); ok && h.Anchor != "" {
			h.Anchor = prefix + h.Anchor
			doc.Blocks[i] = h
		}
	}
}

// anchorPrefix begins the anchors of a paper.
func anchorPrefix(it packet.Item, x packet.Paper) string {
	prefix := string(it.Row) + "/" + string(x.Row) + "/"
	switch {
	case x.Changes != "":
		prefix += "changes/"
	case x.Record != "":
		prefix += "record/"
	}
	return prefix
}

func itemAnchor(it packet.Item) string { return string(it.Row) + "/item" }

// target is where the agenda's line of an item leads: its report, else its first
// paper; "" where it has none.
func (b packetPrinter) target(it packet.Item) string {
	if _, ok := b.officersReport(it); ok || b.pk.Public && it.Protected {
		return itemAnchor(it)
	}
	for _, x := range it.Papers {
		if b.hides(x) {
			return hiddenAnchor(it, x)
		}
		if _, ok := b.Register.Document(x.Document); ok || x.Status || x.Record != "" || x.Foreign() {
			return anchorPrefix(it, x) + "paper"
		}
	}
	return ""
}

// notice is the summons with the agenda.
func (b packetPrinter) notice() Document {
	f, w := b.pk.Fields, b.Words
	doc := Document{
		Title: w.T("packet.notice-and-agenda"), Language: string(w.Language()), Logo: true, Level: 1, Anchor: "notice",
		FooterLeft: b.footer(packet.Item{}, packet.Paper{}), Unnumbered: true,
	}
	when := i18n.Capital(w.WeekdayDate(i18n.Day(b.pk.Meeting.Date)))
	facts := Facts{}
	fact := func(key string, t Text) {
		if len(t) > 0 {
			facts.Pairs = append(facts.Pairs, Pair{w.T(key), t})
		}
	}
	fact("packet.body", Plain(b.pk.Body))
	fact("packet.time", Text{{Text: strings.TrimSuffix(when+", "+f.Text(plan.KeyTime), ", "), Bold: true}})
	fact("packet.place", Plain(f.Text(plan.KeyPlace)))
	fact("packet.chair", Plain(f.Text(plan.KeyChair)))
	fact("packet.secretary", Plain(f.Text(plan.KeySecretary)))
	fact("packet.called", Plain(f.Text(plan.KeyCalled)))
	excuses := b.pk.Excuses
	if excuses == "" {
		excuses = f.Text(plan.KeySecretary)
	}
	if excuses != "" {
		fact("packet.excuses-label", Plain(w.T("packet.excuses", "name", excuses)))
	}
	switch f.Text(plan.KeyOpenMeeting) {
	case plan.Yes:
		fact("packet.form", Plain(w.T("packet.open")))
	case plan.No:
		fact("packet.form", Plain(w.T("packet.closed")))
	}
	doc.Blocks = []Block{
		Title{Kind: TitlePacket, Text: w.T("packet.notice-and-agenda")},
		facts,
		Heading{Level: 1, Text: w.T("packet.agenda"), Anchor: "agenda"},
		b.agenda(),
	}
	return doc
}

// agenda is the table of items with links to their papers.
func (b packetPrinter) agenda() Table {
	w := b.Words
	t := Table{Hanging: true, Columns: []Column{
		{Head: w.T("column.nr"), Width: 15, Fixed: true},
		{Head: w.T("column.item"), Width: 52},
		{Head: w.T("column.dnr"), Width: 21.75, Fixed: true},
		{Head: w.T("column.type"), Width: 18.75, Fixed: true},
		{Head: w.T("column.presenter"), Width: 32.25},
		{Head: w.T("column.appendices"), Width: 12.75, Align: Right, Fixed: true},
		{Head: w.T("column.page"), Width: 7.5, Align: Right, Fixed: true},
	}}
	for _, it := range b.pk.Items {
		heading, page := Plain(it.Heading), Text(nil)
		if to := b.target(it); to != "" {
			heading = Text{{Text: it.Heading, To: to}}
			page = Text{{Text: "0", PageOf: to, To: to}}
		}
		appendices := ""
		if n := len(it.Papers); n > 0 {
			appendices = strconv.Itoa(n)
		}
		t.Rows = append(t.Rows, TableRow{Cells: []Cell{
			{Text: Plain(strconv.Itoa(it.Number))},
			{Text: heading},
			{Text: Plain(it.Dnr)},
			{Text: Plain(w.T("item." + it.Type))},
			{Text: Plain(it.Presenter)},
			{Text: Plain(appendices)},
			{Text: page},
		}})
	}
	return t
}

// ItemAnchors are where an item's papers begin in a print of its packet: its report,
// and each of its papers. Some of them may not be there.
func ItemAnchors(it packet.Item) (item string, papers []string) {
	for _, x := range it.Papers {
		papers = append(papers, anchorPrefix(it, x)+"paper")
	}
	return itemAnchor(it), papers
}
