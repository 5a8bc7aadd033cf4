package main

import (
	"errors"
	"fmt"
	"io"

	"ledstjarna/internal/exchange"
	"ledstjarna/internal/plan"
)

// importMembersCommand takes over names and populations of members from a file
// of rows.
type importMembersCommand struct {
	From   string `name:"file" required:"" placeholder:"rows"`
	DryRun bool   `name:"dry-run"`
}

// importedMember is a row as --json prints it.
type importedMember struct {
	Line       int           `json:"line"`
	State      plan.RowState `json:"state"`
	Name       string        `json:"name"`
	Member     plan.ID       `json:"member,omitempty"`
	Population *int64        `json:"population"` // null where it is not known
	Before     *int64        `json:"before"`
	Wrong      string        `json:"wrong,omitempty"`
}

// Run shows row by row what comes of the file, and does it in one step. A row
// that cannot be read is left out.
func (c *importMembersCommand) Run(a *app, g *grammar) error {
	rows, err := c.rows(a)
	if err != nil {
		return err
	}
	do := func(s *session) error {
		m := s.register().ImportMembers(rows)
		if !c.DryRun && !m.Edit.IsEmpty() {
			if err := s.do("import-members", m.Edit); err != nil {
				return err
			}
		}
		return s.printImport(m, c.DryRun)
	}
	if c.DryRun {
		return a.read(g.Register.File.File, do)
	}
	return a.change(g.Register.File.File, do)
}

func (c *importMembersCommand) rows(a *app) ([]plan.MemberRow, error) {
	in := a.in
	if c.From != "-" {
		f, err := exchange.OpenFile(c.From)
		if errors.Is(err, exchange.ErrNotFile) {
			return nil, refuse("error.read-file", "file", c.From)
		}
		if err != nil {
			return nil, refuse("cli.error.no-file", "file", c.From)
		}
		defer f.Close()
		in = f
	}
	b, err := io.ReadAll(io.LimitReader(in, maxInput+1))
	if err != nil {
		return nil, fmt.Errorf("read rows of members: %w", err)
	}
	text, err := exchange.SheetText(b)
	var rows []plan.MemberRow
	if err == nil {
		rows, err = exchange.ReadMembers(text)
	}
	for _, known := range []struct {
		err error
		key string
	}{{exchange.ErrNotText, "members.not-text"}, {exchange.ErrTooLong, "members.too-long"}, {exchange.ErrNoRows, "members.no-rows"}} {
		if errors.Is(err, known.err) {
			return nil, refuse(known.key)
		}
	}
	return rows, err
}

func (s *session) printImport(m plan.MemberImport, dry bool) error {
	out := []importedMember{}
	var rows [][]string
	for _, l := range m.Lines {
		out = append(out, importedMember{l.Line, l.State, l.Name, l.Entry, whole(l.Population), whole(l.Before), l.Wrong})
		why := ""
		if l.Wrong != "" {
			why = s.words.T("members.wrong-"+l.Wrong, "line", l.First)
		}
		rows = append(rows, []string{fmt.Sprint(l.Line), s.words.T("members." + string(l.State)), l.Name, s.people(l.Before), s.people(l.Population), why})
	}
	if s.json {
		return s.printJSON(out)
	}
	err := s.printTable(s.headings("members.line", "members.state", "members.name", "members.before", "members.after", "members.why"), rows)
	done := "members.done"
	if dry {
		done = "members.would-be"
	}
	s.note(done, "new", m.Count(plan.RowNew), "changed", m.Count(plan.RowChanged), "unchanged", m.Count(plan.RowUnchanged),
		"refused", m.Count(plan.RowRefused), "kept", m.Kept)
	return err
}

// whole returns a number of people, nil where it is not known.
func whole(v plan.Value) *int64 {
	if v.IsZero() {
		return nil
	}
	n := v.Number().Round()
	return &n
}

func (s *session) people(v plan.Value) string {
	if v.IsZero() {
		return ""
	}
	return s.words.Number(v.Number().Float())
}
