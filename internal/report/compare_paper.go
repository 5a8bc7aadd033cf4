package report

import (
	"strconv"
	"strings"

	"ledstjarna/internal/plan"
)

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
			counts = append(counts, s.Words.N("compare.count-"+k.Code(), n))
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
