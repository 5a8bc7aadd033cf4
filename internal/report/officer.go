package report

import (
	"cmp"
	"slices"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
)

// reportPart is a part of an officer's report with the key of its heading.
type reportPart struct {
	field plan.Key
	words string
}

// reportParts are the parts of an officer's report in the organisation's order, after
// the proposed decision.
func (s Source) reportParts() []reportPart {
	words := map[plan.Key]string{
		plan.KeySummary: "report.summary", plan.KeyMatter: "report.matter", plan.KeyAssessment: "report.assessment",
		plan.KeyEconomy: "report.economy", plan.KeyOtherEffects: "report.other-consequences",
	}
	var out []reportPart
	for _, k := range s.Register.ReportParts() {
		out = append(out, reportPart{k, words[k]})
	}
	return out
}

// appendix names an appendix as it is printed, "Bilaga 2".
func (s Source) appendix(n int) string {
	return s.Words.T("page.appendix", "n", packet.Appendix(s.Register, n))
}

// officersReport is the paper in which an officer puts an item before the body.
// There is none for formalities, nor where nothing is said or proposed.
func (b packetPrinter) officersReport(it packet.Item) (Document, bool) {
	points := packet.Sentences(b.Register, b.pk, it, b.Words)
	said := false
	for _, part := range b.reportParts() {
		said = said || it.Texts.Text(part.field) != ""
	}
	if it.Type == plan.ItemFormality || !said && len(points) == 0 {
		return Document{}, false
	}
	doc := Document{
		Title: b.Words.T("page.item", "n", it.Number) + " " + it.Heading, Language: string(b.Words.Language()), Logo: true, Level: 1,
		Anchor: itemAnchor(it), FooterLeft: b.footer(it, packet.Paper{}),
	}
	doc.Blocks = append(doc.Blocks, Title{Kind: TitleCompact, Kicker: b.Words.T("packet.report"), Text: it.Heading}, b.reportHead(it))
	if len(points) > 0 {
		panel := Panel{Heading: b.Words.T("report.proposal"), Lead: Plain(packet.Lead(b.Register, b.pk, it, b.Words))}
		for _, s := range points {
			panel.Numbered = append(panel.Numbered, Plain(s))
		}
		doc.Blocks = append(doc.Blocks, panel)
	}
	for _, part := range b.reportParts() {
		if s := it.Texts.Text(part.field); s != "" {
			doc.Blocks = append(doc.Blocks, Heading{Level: 1, Small: true, Text: b.Words.T(part.words)})
			doc.Blocks = append(doc.Blocks, Markdown(s)...)
		}
	}
	if it.Subject == plan.SubjectAnnual {
		doc.Blocks = append(doc.Blocks, b.annualList(it)...)
	}
	doc.Blocks = append(doc.Blocks, b.reportTail(it)...)
	doc.Blocks = append(doc.Blocks, b.back()...)
	return doc, true
}

func (b packetPrinter) reportHead(it packet.Item) HeaderBlock {
	h := HeaderBlock{Pairs: []Pair{
		{b.Words.T("report.to"), Plain(b.pk.Body)},
		{b.Words.T("report.date"), Plain(b.iso(b.reportDate()))},
	}}
	if it.Dnr != "" {
		h.Pairs = append(h.Pairs, Pair{b.Words.T("column.dnr"), Plain(it.Dnr)})
	}
	if it.Presenter != "" {
		h.Pairs = append(h.Pairs, Pair{b.Words.T("report.case-officer"), Plain(it.Presenter)})
	}
	return h
}

// reportDate is the day of dispatch, or today where that has passed.
func (b packetPrinter) reportDate() plan.Date {
	if b.pk.Meeting.Dispatch.After(b.Today) {
		return b.pk.Meeting.Dispatch
	}
	return b.Today
}

// annualList is the documents of the year's review with what each came to.
func (b packetPrinter) annualList(it packet.Item) []Block {
	t := Table{Named: true, Columns: []Column{
		{Head: b.Words.T("column.document")},
		{Head: b.Words.T("column.version"), Fixed: true},
		{Head: b.Words.T("annual.reviewed"), Fixed: true},
		{Head: b.Words.T("column.reviewer")},
		{Head: b.Words.T("column.outcome")},
	}, Summary: it.Heading}
	lines := packet.AnnualLines(b.Register, it.Year, b.pk.Meeting.Date)
	slices.SortStableFunc(lines, func(x, y packet.AnnualLine) int { return b.Words.Compare(x.Version.Head.Title, y.Version.Head.Title) })
	for _, l := range lines {
		t.Rows = append(t.Rows, TableRow{Cells: []Cell{
			{Text: Plain(l.Version.Head.Title)},
			{Text: Plain(b.version(l.Document, l.Version))},
			{Text: Plain(b.iso(l.Duty.Met))},
			{Text: Plain(l.Review.Reviewer)},
			{Text: Plain(i18n.Capital(packet.AnnualOutcome(b.Words, l)))},
		}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []Block{Heading{Level: 1, Small: true, Text: b.Words.T("annual.documents")}, t}
}

func (b packetPrinter) reportTail(it packet.Item) []Block {
	var out []Block
	if own := it.Texts.Text(plan.KeyBasis); own != "" {
		out = append(out, Heading{Level: 1, Small: true, Text: b.Words.T("report.supporting")})
		out = append(out, Markdown(own)...)
	} else if len(it.Papers) > 0 {
		facts := Facts{}
		for _, x := range it.Papers {
			title := b.paperName(x)
			if b.hides(x) {
				title = b.Words.T("public.hidden")
			}
			if d, ok := b.Register.Document(x.Document); ok && x.Changes == "" {
				title = b.paperTitle(d, x)
			}
			facts.Pairs = append(facts.Pairs, Pair{b.appendix(x.Number), Plain(title)})
		}
		out = append(out, Heading{Level: 1, Small: true, Text: b.Words.T("report.supporting")}, facts)
	}
	if s := it.Texts.Text(plan.KeyDistribution); s != "" {
		out = append(out, Heading{Level: 1, Small: true, Text: b.Words.T("report.distribution")})
		out = append(out, Markdown(s)...)
	}
	if it.Presenter != "" {
		out = append(out, Signatures{Pairs: []Pair{{it.Presenter, nil}}})
	}
	return out
}

// paperName is what a paper is called: what has changed in a document and a
// review's record by that.
func (b packetPrinter) paperName(x packet.Paper) string {
	switch {
	case x.Changes != "":
		return b.Words.T("packet.changes-of", "title", x.Title)
	case x.Record != "":
		return b.Words.T("review-paper.title", "title", x.Title)
	}
	return x.Title
}

func (b packetPrinter) paperTitle(d plan.Document, x packet.Paper) string {
	v, ok := d.Version(x.Version)
	if !ok {
		return x.Title
	}
	return cmp.Or(x.Title, v.Head.Title) + ", " + b.Words.T("version.label", "version", b.version(d, v))
}
