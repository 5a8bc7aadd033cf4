package report

import (
	"strconv"
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

// Changes returns the paper "Ändringar sedan fastställd version", or of any two
// versions: a row for each difference, the older words struck out and the newer
// ones underlined.
func Changes(s Source, d plan.Document, older, newer plan.Version) (Document, error) {
	c, err := Compare(s, d, older, newer)
	if err != nil {
		return Document{}, err
	}
	_, adopted := s.Register.AdoptionOf(d, older.ID)
	title := s.Words.T("compare.title")
	if !adopted {
		title = s.Words.T("compare.title-any", "older", s.version(d, older), "newer", s.version(d, newer))
	}
	doc := Document{
		Title: newer.Head.Title, Version: s.Words.T("version.label", "version", s.version(d, newer)), Language: string(s.Words.Language()),
		Level: 1, Bookmark: title, Anchor: "compare-" + string(newer.ID), FooterLeft: s.footer(newer.Head.Dnr),
	}
	doc.Blocks = []Block{
		Title{Kind: TitleCompact, Kicker: newer.Head.Title, Text: title},
		HeaderBlock{Pairs: s.compared(d, older, newer, adopted)},
		Paragraph{Text: s.lead(c)},
	}
	if len(c.Lines) > 0 {
		doc.Blocks = append(doc.Blocks, s.changeTable(c))
	}
	return doc, nil
}

// compared are the details of both versions.
func (s Source) compared(d plan.Document, older, newer plan.Version, adopted bool) []Pair {
	key := "compare.older"
	if adopted {
		key = "compare.adopted"
	}
	pairs := []Pair{
		{s.Words.T(key), Plain(s.dated(d, older))},
		{s.Words.T(s.newerWord(d, newer, "compare.newer")), Plain(s.dated(d, newer))},
	}
	if newer.Head.Dnr != "" {
		pairs = append(pairs, Pair{s.Words.T("box.dnr"), Plain(newer.Head.Dnr)})
	}
	return pairs
}

// newerWord is the key for the newer version: a draft is a proposal.
func (s Source) newerWord(d plan.Document, v plan.Version, key string) string {
	if _, adopted := s.Register.AdoptionOf(d, v.ID); adopted {
		return key + "-adopted"
	}
	return key
}

// dated is a version with the day of its decision and its paragraph, a draft with
// the day of the print.
func (s Source) dated(d plan.Document, v plan.Version) string {
	a, ok := s.Register.AdoptionOf(d, v.ID)
	if !ok {
		return s.version(d, v) + ", " + s.iso(s.Today)
	}
	out := s.version(d, v) + ", " + s.iso(a.Date)
	if a.Paragraph != "" {
		out += " § " + strings.TrimSpace(strings.TrimPrefix(a.Paragraph, "§"))
	}
	return out
}

// lead counts the differences and explains the marks.
func (s Source) lead(c Comparison) Text {
	if len(c.Lines) == 0 {
		return Plain(s.Words.T("compare.none"))
	}
	var counts []string
	for _, k := range []ChangeKind{Altered, Added, Removed, Moved} {
		if n := c.Count(k); n > 0 {
			counts = append(counts, s.Words.N("compare.count-"+k.word(), n))
		}
	}
	return Text{
		{Text: s.Words.N("compare.count", len(c.Lines)) + ": " + s.Words.List(counts) + ". " + s.Words.T("compare.unchanged") + " "},
		{Text: s.Words.T("compare.struck"), Strike: true},
		{Text: " " + s.Words.T("compare.struck-means") + " "},
		{Text: s.Words.T("compare.under"), Under: true, Bold: true},
		{Text: " " + s.Words.T("compare.under-means")},
	}
}

func (k ChangeKind) word() string { return [...]string{"changed", "added", "removed", "moved"}[k] }

// Words returns the key of the word for the kind.
func (k ChangeKind) Words() string { return "compare." + k.word() }

var changeSymbols = map[ChangeKind]Symbol{Altered: Square, Added: Plus, Removed: Minus, Moved: Ring}

func (s Source) changeTable(c Comparison) Table {
	t := Table{Hanging: true, Columns: []Column{
		{Head: s.Words.T("compare.section"), Width: 15},
		{Head: s.Words.T("compare.field"), Width: 33},
		{Head: s.Words.T("compare.side-older", "version", s.version(c.Document, c.Older)), Width: 56},
		{Head: s.Words.T(s.newerWord(c.Document, c.Newer, "compare.side-newer"), "version", s.version(c.Document, c.Newer)), Width: 56},
	}, Summary: s.Words.T("compare.summary")}
	last := -1
	for _, l := range c.Lines {
		number := Text(nil)
		if l.Number != last {
			number, last = Text{{Text: strconv.Itoa(l.Number), Bold: true}}, l.Number
		}
		field := Text{{Text: l.Field, Bold: true}}
		if l.Row != "" {
			field = append(field, Span{Text: "\n" + l.Row})
		}
		second := Text{{Text: s.Words.T(l.Kind.Words()), Symbol: changeSymbols[l.Kind]}}
		t.Rows = append(t.Rows, TableRow{Cells: []Cell{
			{Text: number}, {Text: field, Second: second}, {Text: s.side(l.Old, "compare.was-not")}, {Text: s.side(l.New, "compare.is-gone")},
		}})
	}
	return t
}

// side writes one version's words; a side that says nothing tells so.
func (s Source) side(spans []plan.TextSpan, empty string) Text {
	if len(spans) == 0 {
		return Text{{Text: s.Words.T(empty), Muted: true}}
	}
	var out Text
	for _, x := range spans {
		before, words, after := edges(x.Text)
		add := func(text string, mark bool) {
			if text == "" {
				return
			}
			out = append(out, Span{
				Text: text, Strike: mark && x.Kind == plan.SpanRemoved, Under: mark && x.Kind == plan.SpanAdded, Bold: mark && x.Kind == plan.SpanAdded,
			})
		}
		add(before, false)
		add(words, true)
		add(after, false)
	}
	return out
}

// edges parts the space at both ends of a text from its words.
func edges(s string) (before, words, after string) {
	rest := strings.TrimLeft(s, " \n\t")
	before = s[:len(s)-len(rest)]
	words = strings.TrimRight(rest, " \n\t")
	return before, words, rest[len(words):]
}

// OneChanges returns the print of a comparison.
func OneChanges(s Source, d plan.Document, older, newer plan.Version) (Print, error) {
	doc, err := Changes(s, d, older, newer)
	if err != nil {
		return Print{}, err
	}
	return s.print(doc.Bookmark+" – "+newer.Head.Title, newer.Head.Dnr, doc), nil
}
