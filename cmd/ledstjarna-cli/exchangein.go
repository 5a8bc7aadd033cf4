package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"ledstjarna/internal/exchange"
	"ledstjarna/internal/exchange/spreadsheet"
	"ledstjarna/internal/plan"
)

type exchangeInCommand struct {
	List     string `arg:"" name:"exchanged"`
	From     string `name:"file" required:"" placeholder:"rows"`
	Document string `name:"document" placeholder:"document"`
	Leave    []int  `name:"leave-out" placeholder:"row"`
	DryRun   bool   `name:"dry-run"`
}

// exchangedRow is a row as --json prints it.
type exchangedRow struct {
	Row      int               `json:"row"`
	State    plan.RowState     `json:"state"`
	Name     string            `json:"name"`
	ID       plan.ID           `json:"id,omitempty"`
	Document plan.ID           `json:"document,omitempty"`
	Changes  []exchangedField  `json:"changes"`
	Problems []exchangedReason `json:"problems"`
	Notices  []exchangedReason `json:"notices"`
}

type exchangedField struct {
	Field  plan.Key `json:"field"`
	Column string   `json:"column"`
	From   string   `json:"from"`
	To     string   `json:"to"`
}

type exchangedReason struct {
	Column string `json:"column,omitempty"` // as a spreadsheet names it
	Head   string `json:"head,omitempty"`
	Code   string `json:"code"`
	Reason string `json:"reason"`
}

// exchangedFile is what --json prints.
type exchangedFile struct {
	Sheet     string         `json:"sheet,omitempty"`
	New       int            `json:"new"`
	Changed   int            `json:"changed"`
	Unchanged int            `json:"unchanged"`
	Refused   int            `json:"refused"`
	Kept      int            `json:"kept"`
	Unknown   []string       `json:"unknown-columns"`
	Rows      []exchangedRow `json:"rows"`
}

// Run shows row by row what comes of the file, and does it in one step. A row that
// cannot be read is left out.
func (c *exchangeInCommand) Run(a *app, g *grammar) error {
	grids, err := c.grids(a)
	if err != nil {
		return err
	}
	do := func(s *session) error {
		l, doc, err := s.exchanged(c.List, c.Document)
		if err != nil {
			return err
		}
		b, err := s.book()
		if err != nil {
			return err
		}
		p, err := b.Plan(l, doc, grids, c.Leave...)
		if err != nil {
			return c.refusal(err, s, l)
		}
		if !c.DryRun && !p.Edit.IsEmpty() {
			if err := s.do("exchange", p.Edit); err != nil {
				return err
			}
		}
		return s.printExchange(p, c.DryRun)
	}
	if c.DryRun {
		return a.read(g.Exchange.File.File, do)
	}
	return a.change(g.Exchange.File.File, do)
}

func (c *exchangeInCommand) grids(a *app) ([]spreadsheet.Grid, error) {
	in := a.in
	if c.From != "-" {
		f, err := exchange.OpenFile(c.From)
		if err != nil {
			return nil, refuse("cli.error.no-file", "file", c.From)
		}
		defer f.Close()
		in = f
	}
	grids, err := spreadsheet.Read(io.LimitReader(in, spreadsheet.MaxBytes+1))
	if err != nil {
		return nil, c.refusal(err, nil, "")
	}
	return grids, nil
}

// refusal is why a file is refused as a whole.
func (c *exchangeInCommand) refusal(err error, s *session, l plan.ListName) error {
	for _, known := range []struct {
		err error
		key string
	}{
		{spreadsheet.ErrNotSheet, "sheet.not-sheet"},
		{spreadsheet.ErrProtected, "sheet.protected"},
		{spreadsheet.ErrTooLong, "sheet.too-long"},
		{spreadsheet.ErrNoRows, "sheet.no-rows"},
	} {
		if errors.Is(err, known.err) {
			return refuse(known.key, "file", c.From)
		}
	}
	if errors.Is(err, spreadsheet.ErrNoHead) {
		return refuse("sheet.no-head", "file", c.From, "columns", strings.Join(spreadsheet.Heads(l, s.words), ", "))
	}
	return err
}

func (s *session) printExchange(p spreadsheet.Plan, dry bool) error {
	out := exchangedFile{
		Sheet: p.Sheet, New: p.Count(plan.RowNew), Changed: p.Count(plan.RowChanged), Unchanged: p.Count(plan.RowUnchanged),
		Refused: p.Count(plan.RowRefused), Kept: p.Kept, Unknown: []string{}, Rows: []exchangedRow{},
	}
	for _, f := range p.Columns {
		switch {
		case f.Unknown:
			s.note("sheet.unknown-column", "column", f.Letter(), "head", printable(f.Head))
			out.Unknown = append(out.Unknown, f.Head)
		case f.Twice:
			s.note("sheet.column-twice", "column", f.Letter(), "head", printable(f.Head))
		}
	}
	for _, r := range p.Rows {
		out.Rows = append(out.Rows, s.exchangedRow(r))
	}
	if s.json {
		return s.printJSON(out)
	}
	if rows := s.exchangeTable(p); len(rows) > 0 {
		if err := s.printTable(s.headings("sheet.row", "sheet.state", "sheet.about", "sheet.column", "sheet.from", "sheet.to"), rows); err != nil {
			return err
		}
	}
	done := "sheet.done"
	if dry {
		done = "sheet.would-be"
	}
	s.note(done, "new", out.New, "changed", out.Changed, "unchanged", out.Unchanged, "refused", out.Refused, "kept", out.Kept)
	return nil
}

func (s *session) exchangedRow(r spreadsheet.Row) exchangedRow {
	out := exchangedRow{r.Number, r.State, r.Name, r.ID, r.Document, []exchangedField{}, []exchangedReason{}, []exchangedReason{}}
	for _, c := range r.Changes {
		out.Changes = append(out.Changes, exchangedField{c.Field.Key, c.Letter(), c.From, c.To})
	}
	reasons := func(in []spreadsheet.Problem, to *[]exchangedReason) {
		for _, p := range in {
			*to = append(*to, exchangedReason{p.Letter(), p.Head, p.Code, p.Text(s.words)})
		}
	}
	reasons(r.Problems, &out.Problems)
	reasons(r.Notices, &out.Notices)
	return out
}

// exchangeTable is a line for each field that changes and each thing that is wrong.
func (s *session) exchangeTable(p spreadsheet.Plan) [][]string {
	var rows [][]string
	place := func(letter, label string) string { return strings.TrimSpace(letter + " " + label) }
	for _, r := range p.Rows {
		head := []string{fmt.Sprint(r.Number), s.words.T("members." + string(r.State)), short(r.Name)}
		if r.State == plan.RowRefused {
			for _, x := range r.Problems {
				rows = append(rows, append(head[:3:3], place(x.Letter(), x.Head), x.Text(s.words), ""))
			}
			continue
		}
		for _, c := range r.Changes {
			if r.State == plan.RowNew || r.State == plan.RowChanged {
				rows = append(rows, append(head[:3:3], place(c.Letter(), c.Label), short(c.From), short(c.To)))
			}
		}
		for _, x := range r.Notices {
			rows = append(rows, append(head[:3:3], place(x.Letter(), x.Head), x.Text(s.words), ""))
		}
	}
	return rows
}

// short is the beginning of a text on one line.
func short(text string) string { return plan.Excerpt(text, "", 60) }
