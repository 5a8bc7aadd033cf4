package report

import (
	"ledstjarna/internal/plan"
)

// ExtractLists returns the lists that an extract can hold, in their order: all but
// the papers of meetings, which are printed as such.
func ExtractLists() []plan.ListName {
	var out []plan.ListName
	for _, l := range plan.ListNames() {
		if l != plan.ListPackets {
			out = append(out, l)
		}
	}
	return out
}

// OneExtract returns the print of the lists of the register, of all of
// ExtractLists where none is named. Lists without entries are left out.
func OneExtract(s Source, lists ...plan.ListName) Print {
	doc := Extract(s, lists...)
	return s.print(doc.Title, "", doc)
}

// Extract returns the paper "Registerutdrag": a section for each list, the
// organisation as facts, the others as tables with all that some entry says.
func Extract(s Source, lists ...plan.ListName) Document {
	if len(lists) == 0 {
		lists = ExtractLists()
	}
	w := s.Words
	doc := Document{
		Title: w.T("extract.title"), Language: string(w.Language()), Logo: true, Level: 1, Anchor: "extract", FooterLeft: s.footer(""), Contents: true,
	}
	doc.Blocks = append(doc.Blocks, Title{Kind: TitlePacket, Text: doc.Title, Subtitle: w.T("extract.as-of", "date", s.iso(s.Today))})
	empty := true
	for _, l := range lists {
		p := &paper{Source: s, words: string(l), subject: plan.Subject{Register: s.Register, Today: s.Today}}
		blocks := p.extract(l)
		if len(blocks) == 0 {
			continue
		}
		empty = false
		doc.Blocks = append(doc.Blocks, Heading{Level: 1, Text: w.T("register." + string(l)), Anchor: "extract-" + string(l)})
		doc.Blocks = append(doc.Blocks, blocks...)
	}
	if empty {
		doc.Blocks = append(doc.Blocks, Paragraph{Text: Plain(w.T("extract.empty"))})
	}
	return doc
}

// How many columns of a register stand on a portrait and on a landscape page. With
// more, each entry is told by itself.
const (
	mostExtractColumns = 7
	mostWideColumns    = 10
)

// extract returns the blocks of one list.
func (p *paper) extract(l plan.ListName) []Block {
	entries := p.Register.Entries(l)
	if len(entries) == 0 {
		return nil
	}
	if l == plan.ListOrganisation {
		return p.section(plan.Section{Key: plan.Key(l), Fields: unrecorded(plan.ListFields(l))}, entries[0].Fields)
	}
	rows := make([]plan.Row, 0, len(entries))
	for _, e := range entries {
		rows = append(rows, plan.Row{ID: e.ID, Cells: e.Fields})
	}
	f := plan.Field{Key: plan.Key(l), Kind: plan.List, Columns: unrecorded(plan.ListFields(l))}
	v := plan.Rows(rows...)
	columns := p.usedColumns(f, v)
	if len(columns) == 0 {
		return nil
	}
	if len(columns) > mostWideColumns {
		return p.entriesApart(l, f, entries)
	}
	t := p.entries(f, v, columns)
	t.Wide = len(columns) > mostExtractColumns
	return []Block{t}
}

// unrecorded leaves out what the app writes and nobody reads.
func unrecorded(fields []plan.Field) []plan.Field {
	var out []plan.Field
	for _, f := range fields {
		if !unsaid(f) && !f.Retired {
			out = append(out, f)
		}
	}
	return out
}

// entriesApart tells each entry under its name.
func (p *paper) entriesApart(l plan.ListName, f plan.Field, entries []plan.Entry) []Block {
	var out []Block
	for _, e := range entries {
		name := p.Register.EntryName(l, e)
		var facts Facts
		for _, col := range f.Columns {
			if t := p.value(col, plan.PathTo(col.Key), e.Fields.Get(col.Key)); len(t) > 0 && t.String() != name {
				facts.Pairs = append(facts.Pairs, Pair{p.label(plan.PathTo(col.Key)), t})
			}
		}
		out = append(out, Heading{Level: 2, Text: name})
		if len(facts.Pairs) > 0 {
			out = append(out, facts)
		}
	}
	return out
}

// entries is the table of a list's entries.
func (p *paper) entries(f plan.Field, v plan.Value, columns []plan.Key) Table {
	t := Table{}
	var cols []plan.Field
	for _, k := range columns {
		col, _ := plan.FieldIn(f.Columns, k)
		cols = append(cols, col)
		c := p.column(f, col)
		c.Head = p.label(plan.PathTo(k))
		t.Columns = append(t.Columns, c)
	}
	for _, r := range v.Rows() {
		row := TableRow{}
		for _, col := range cols {
			row.Cells = append(row.Cells, Cell{Text: p.value(col, plan.PathTo(col.Key), r.Cells.Get(col.Key))})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
