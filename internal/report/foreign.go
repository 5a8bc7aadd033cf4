package report

import (
	"strconv"

	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
)

// Remark tells of a file of another origin in a meeting's papers what a reader of
// them must know.
type Remark struct {
	Item      int    // its printed number
	Appendix  string // as it is printed
	Title     string
	File      plan.AttachedFile
	Enclosure Enclosure
}

// Remarks returns, in the order of the papers, the files of other origin that are
// delivered beside the papers or of which something is lost on the way.
func Remarks(s Source, pk packet.Packet) ([]Remark, error) {
	var out []Remark
	for _, it := range pk.Items {
		for _, x := range it.Papers {
			if !x.Foreign() {
				continue
			}
			e, err := s.enclosure(x)
			if err != nil {
				return nil, err
			}
			if e.Apart != "" || len(e.Notes) > 0 {
				out = append(out, Remark{it.Number, packet.Appendix(s.Register, x.Number), x.Title, x.File, e})
			}
		}
	}
	return out, nil
}

// enclosure tells how a file of another origin comes into the papers.
func (s Source) enclosure(x packet.Paper) (Enclosure, error) {
	switch {
	case x.Separate:
		return Enclosure{Apart: ApartAsked}, nil
	case s.Enclosed == nil:
		return Enclosure{Apart: ApartGone}, nil
	}
	return s.Enclosed(x.File)
}

// foreign is the paper that a file of another origin makes: its pages, or a page that
// tells where it is to be found.
func (b packetPrinter) foreign(x packet.Paper) (Document, error) {
	e, err := b.enclosure(x)
	if err != nil {
		return Document{}, err
	}
	doc := Document{Language: string(b.Words.Language())}
	if e.Apart == "" {
		doc.Enclosed = &Enclosed{Enclosure: e, File: x.File.Hash}
		return doc, nil
	}
	w := b.Words
	facts := Facts{Pairs: []Pair{
		{w.T("enclosure.file"), Plain(x.File.Name)},
		{w.T("enclosure.type"), Plain(w.T("media-type." + x.File.Type.Code()))},
		{w.T("enclosure.size"), Plain(w.FileSize(x.File.Size))},
		{w.T("enclosure.hash"), Plain(x.File.Hash)},
	}}
	doc.Blocks = []Block{
		Placeholder{Heading: x.Title, Text: Plain(w.T("enclosure.apart") + " " + w.T("enclosure.because."+string(e.Apart)))},
		facts,
	}
	return doc, nil
}

// remarks is what the notice says of files of other origin; nothing where there is
// nothing to say.
func (b packetPrinter) remarks() ([]Block, error) {
	all, err := Remarks(b.Source, b.pk)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	w := b.Words
	t := Table{Summary: w.T("enclosure.heading"), Columns: []Column{
		{Head: w.T("column.item"), Fixed: true}, {Head: w.T("column.appendix"), Fixed: true}, {Head: w.T("column.title")}, {Head: w.T("enclosure.note")},
	}}
	for _, r := range all {
		t.Rows = append(t.Rows, TableRow{Cells: []Cell{
			{Text: Plain(strconv.Itoa(r.Item))},
			{Text: Plain(r.Appendix)},
			{Text: Plain(r.Title)},
			{Text: Plain(RemarkText(b.Source, r.Enclosure))},
		}})
	}
	return []Block{Heading{Level: 1, Text: w.T("enclosure.heading"), Anchor: "enclosures"}, t, Paragraph{Text: Plain(w.T("enclosure.intro")), Label: true}}, nil
}

// RemarkText says in sentences what a reader must know of a file of another origin.
func RemarkText(s Source, e Enclosure) string {
	if e.Apart != "" {
		return s.Words.T("enclosure.apart") + " " + s.Words.T("enclosure.because."+string(e.Apart))
	}
	out := ""
	for _, n := range e.Notes {
		if out != "" {
			out += " "
		}
		out += s.Words.T("enclosure.note." + string(n))
	}
	return out
}
