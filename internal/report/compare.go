package report

import (
	"strings"

	"ledstjarna/internal/plan"
)

// ChangeKind is what has happened to a field or row.
type ChangeKind uint8

// The kinds of change.
const (
	Altered ChangeKind = iota
	Added
	Removed
	Moved
)

// ChangeLine is one difference between two versions, in words.
type ChangeLine struct {
	Section plan.Key
	Number  int       // the section's
	Path    plan.Path // of the field or row, in the newer version, in the older one where it has gone
	Row     string    // the row, or rows, that the field stands in: "Frukostmöte"; "" outside lists
	Field   string    // "Start"
	Kind    ChangeKind
	Old     []plan.TextSpan // what the older version says, of the kinds same and removed
	New     []plan.TextSpan // what the newer one says, of the kinds same and added
}

// Comparison is what differs between two versions of a document, in words.
type Comparison struct {
	Document plan.Document
	Older    plan.Version
	Newer    plan.Version
	Lines    []ChangeLine
}

// Count returns how many lines are of the kind.
func (c Comparison) Count(k ChangeKind) int {
	n := 0
	for _, l := range c.Lines {
		if l.Kind == k {
			n++
		}
	}
	return n
}

// Compare tells what differs between two versions of a document, field by field,
// row by row and word by word.
func Compare(s Source, d plan.Document, older, newer plan.Version) (Comparison, error) {
	a, err := s.paper(d, older)
	if err != nil {
		return Comparison{}, err
	}
	b, err := s.paper(d, newer)
	if err != nil {
		return Comparison{}, err
	}
	c := comparer{older: a, newer: b, out: Comparison{Document: d, Older: older, Newer: newer}}
	sections := map[plan.Key]plan.Section{}
	for _, sec := range plan.SectionsOf(d.Kind, false) {
		sections[sec.Key] = sec
	}
	for _, x := range plan.Compare(d.Kind, a.subject.Content, b.subject.Content) {
		c.section = sections[x.Section]
		c.field(x, "")
	}
	return c.out, nil
}

// comparer collects the lines of a comparison.
type comparer struct {
	older, newer *paper
	section      plan.Section
	out          Comparison
}

func (c *comparer) line(l ChangeLine) {
	l.Section, l.Number = c.section.Key, c.section.Number
	c.out.Lines = append(c.out.Lines, l)
}

// field tells one field; in is the row that it stands in.
func (c *comparer) field(x plan.Contrast, in string) {
	if x.Field.Kind == plan.List || x.Field.Kind == plan.Checklist {
		for _, r := range x.Rows {
			c.row(x, r, in)
		}
		return
	}
	l := ChangeLine{Path: x.Path, Row: in, Field: c.newer.label(x.Path), Kind: Altered}
	switch {
	case x.Added():
		l.Kind = Added
	case x.Removed():
		l.Kind = Removed
	}
	l.Old, l.New = sides(c.older.value(x.Field, x.Path, x.Old).String(), c.newer.value(x.Field, x.Path, x.New).String(), x.Field.Kind)
	c.line(l)
}

// sides are the stretches of what each version says. Texts and lists of names
// are compared word by word, other values as a whole.
func sides(older, newer string, kind plan.Kind) (a, b []plan.TextSpan) {
	switch kind {
	case plan.Line, plan.LongText, plan.Choices, plan.References:
		for _, s := range plan.CompareText(older, newer) {
			if s.Kind != plan.SpanAdded {
				a = append(a, s)
			}
			if s.Kind != plan.SpanRemoved {
				b = append(b, s)
			}
		}
		return a, b
	}
	return whole(plan.SpanRemoved, older), whole(plan.SpanAdded, newer)
}

func whole(k plan.SpanKind, text string) []plan.TextSpan {
	if text == "" {
		return nil
	}
	return []plan.TextSpan{{Kind: k, Text: text}}
}

// row tells a row: as a whole where it is added or removed, its place where it
// is moved, and each cell that differs.
func (c *comparer) row(x plan.Contrast, r plan.RowContrast, in string) {
	at := x.Path.AtRow(r.ID)
	list := c.newer.label(x.Path)
	switch {
	case r.Added:
		c.line(ChangeLine{
			Path: at, Row: within(in, c.newer.rowWords(x, r.ID, r.New, r.To)), Field: list, Kind: Added,
			New: whole(plan.SpanAdded, c.newer.cells(x, r.New)),
		})
		return
	case r.Removed:
		c.line(ChangeLine{
			Path: at, Row: within(in, c.older.rowWords(x, r.ID, r.Old, r.From)), Field: list, Kind: Removed,
			Old: whole(plan.SpanRemoved, c.older.cells(x, r.Old)),
		})
		return
	}
	name := within(in, c.newer.rowWords(x, r.ID, r.New, r.To))
	if r.Moved {
		place := func(i int) string { return c.newer.Words.T("compare.place", "n", i+1) }
		c.line(ChangeLine{
			Path: at, Row: name, Field: list, Kind: Moved,
			Old: whole(plan.SpanRemoved, place(r.From)), New: whole(plan.SpanAdded, place(r.To)),
		})
	}
	for _, cell := range r.Cells {
		c.field(cell, name)
	}
}

func within(in, row string) string {
	if in == "" {
		return row
	}
	return in + " · " + row
}

// rowWords name a row of a list: a question of a checklist, what the row is
// called, or its place.
func (p *paper) rowWords(x plan.Contrast, id plan.ID, cells plan.Content, i int) string {
	if x.Field.Kind == plan.Checklist {
		return p.Words.T(plan.CheckWords(x.Field.Key, id))
	}
	if name := plan.RowName(x.Field, plan.Row{ID: id, Cells: cells}); name != "" {
		return name
	}
	for _, col := range x.Field.Columns {
		if v := cells.Get(col.Key); !v.IsZero() && (col.Kind == plan.Reference || col.Kind == plan.Choice || col.Kind == plan.DateField) {
			return p.value(col, column(x.Path, col.Key), v).String()
		}
	}
	return p.Words.T("form.new-row", "n", i+1)
}

// cells writes out what a whole row says beside its name.
func (p *paper) cells(x plan.Contrast, cells plan.Content) string {
	var out []string
	name := plan.RowName(x.Field, plan.Row{Cells: cells})
	for _, col := range x.Field.Columns {
		v := cells.Get(col.Key)
		if v.IsZero() || col.Kind == plan.Derived {
			continue
		}
		path := column(x.Path, col.Key)
		if words := p.value(col, path, v).String(); words != "" && words != name {
			out = append(out, p.label(path)+": "+words)
		}
	}
	if len(out) == 0 {
		return name
	}
	return strings.Join(out, " · ")
}

// Code is the kind's name in keys and on the command line.
func (k ChangeKind) Code() string { return [...]string{"changed", "added", "removed", "moved"}[k] }

// Words returns the key of the word for the kind.
func (k ChangeKind) Words() string { return "compare." + k.Code() }
