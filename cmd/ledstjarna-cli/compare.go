package main

import (
	"strconv"
	"strings"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// compared names the two versions of a document that are compared.
type compared struct {
	Document string `arg:"" name:"document"`
	From     string `name:"from" placeholder:"version"`
	To       string `name:"to" placeholder:"version"`
}

// compareCommand tells what differs between two versions of a document.
type compareCommand struct {
	File     string `arg:"" name:"file"`
	compared `embed:""`
}

type exportCompareCommand struct {
	compared    `embed:""`
	paperOutput `embed:""`
}

// versions are the two: the latest, unless another is named, and the one that
// was adopted last before it.
func (c compared) versions(s *session) (d plan.Document, older, newer plan.Version, err error) {
	if d, err = s.document(c.Document); err != nil {
		return d, older, newer, err
	}
	if newer, err = s.version(d, c.To); err != nil {
		return d, older, newer, err
	}
	if c.From != "" {
		older, err = s.version(d, c.From)
		return d, older, newer, err
	}
	older, ok := s.register().AdoptedBefore(d, newer.ID)
	if !ok {
		err = refuse("cli.error.no-older", "document", d.Latest().Head.Title, "version", newer.Number())
	}
	return d, older, newer, err
}

// foundChange is a difference as --json prints it; what only one version says
// stands in removed and added.
type foundChange struct {
	Kind    string     `json:"kind"` // changed, added, removed, moved
	Section plan.Key   `json:"section"`
	Field   string     `json:"field"`
	Label   string     `json:"label"`
	Row     string     `json:"row,omitempty"`
	Old     string     `json:"old"`
	New     string     `json:"new"`
	Text    []textPart `json:"text,omitempty"`
}

// textPart is a stretch of the newer and the older words, in their order.
type textPart struct {
	Kind string `json:"kind"` // same, removed, added
	Text string `json:"text"`
}

// Run prints the differences.
func (c *compareCommand) Run(a *app) error {
	return a.read(c.File, func(s *session) error {
		d, older, newer, err := c.versions(s)
		if err != nil {
			return err
		}
		x := &exporter{session: s}
		found, err := report.Compare(report.Source{Register: s.register(), Words: a.words, Today: s.today(), Content: x.read}, d, older, newer)
		if err != nil {
			return err
		}
		if a.json {
			out := []foundChange{}
			for _, l := range found.Lines {
				out = append(out, changeOf(l))
			}
			return a.printJSON(out)
		}
		if len(found.Lines) == 0 {
			a.note("compare.none")
			return nil
		}
		var rows [][]string
		for _, l := range found.Lines {
			field := l.Field
			if l.Row != "" {
				field = l.Row + ": " + field
			}
			rows = append(rows, []string{strconv.Itoa(l.Number), a.words.T(l.Kind.Words()), field, marked(l.Old, "[-", "-]"), marked(l.New, "{+", "+}")})
		}
		return a.printTable([]string{
			a.words.T("compare.section"), a.words.T("cli.column.change"), a.words.T("compare.field"),
			a.words.T("compare.side-older", "version", older.Number()), a.words.T("compare.side-older", "version", newer.Number()),
		}, rows)
	})
}

func changeOf(l report.ChangeLine) foundChange {
	return foundChange{
		Kind: strings.TrimPrefix(l.Kind.Words(), "compare."), Section: l.Section, Field: l.Path.String(), Label: l.Field, Row: l.Row,
		Old: said(l.Old), New: said(l.New), Text: parts(l),
	}
}

// parts puts both sides together again, where they have words in common.
func parts(l report.ChangeLine) []textPart {
	words := map[plan.SpanKind]string{plan.SpanSame: "same", plan.SpanRemoved: "removed", plan.SpanAdded: "added"}
	var out []textPart
	for _, x := range plan.CompareText(said(l.Old), said(l.New)) {
		out = append(out, textPart{words[x.Kind], x.Text})
	}
	return out
}

func said(spans []plan.TextSpan) string { return marked(spans, "", "") }

// marked writes the stretches on one line, those that the other side lacks
// between two marks.
func marked(spans []plan.TextSpan, open, shut string) string {
	var b strings.Builder
	for _, x := range spans {
		text := x.Text
		if x.Kind != plan.SpanSame {
			text = open + text + shut
		}
		b.WriteString(text)
	}
	if open == "" {
		return b.String()
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Run writes the differences as a paper.
func (c *exportCompareCommand) Run(a *app, g *grammar) error {
	return a.read(g.Export.File.File, func(s *session) error {
		d, older, newer, err := c.versions(s)
		if err != nil {
			return err
		}
		x := &exporter{session: s, out: c.paperOutput, title: newer.Head.Title}
		return x.export(func(src report.Source) (report.Print, error) { return report.OneChanges(src, d, older, newer) })
	})
}
