package main

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"ledstjarna/internal/exchange"
	"ledstjarna/internal/exchange/spreadsheet"
	"ledstjarna/internal/plan"
)

// exchangeCommand carries activities and lists of the register to and from
// spreadsheets.
type exchangeCommand struct {
	File struct {
		File string             `arg:"" name:"file"`
		Out  exchangeOutCommand `cmd:""`
		In   exchangeInCommand  `cmd:""`
	} `arg:"" name:"file"`
}

type exchangeOutCommand struct {
	List      string `arg:"" name:"exchanged"`
	Path      string `name:"file" required:"" placeholder:"output"`
	Document  string `name:"document" placeholder:"document"`
	Overwrite bool   `name:"overwrite"`
}

// exchanged is the list that the word names, and the plan whose activities alone are
// meant.
func (s *session) exchanged(word, document string) (plan.ListName, plan.ID, error) {
	l := plan.ListName(word)
	switch {
	case !slices.Contains(spreadsheet.Lists(), l):
		return "", "", refuse("cli.error.list", "value", word, "choices", joined(spreadsheet.Lists()))
	case document == "":
		return l, "", nil
	case l != spreadsheet.Activities:
		return "", "", refuse("cli.error.no-document-of", "value", word)
	}
	d, err := s.document(document)
	if err != nil {
		return "", "", err
	}
	if _, has := plan.FieldIn(plan.FieldsOf(d.Kind), plan.KeyActivities); !has {
		return "", "", refuse("cli.error.no-activities", "title", d.Latest().Head.Title)
	}
	return l, d.ID, nil
}

func (s *session) book() (spreadsheet.Book, error) {
	spoken, err := spreadsheet.Spoken(s.words)
	if err != nil {
		return spreadsheet.Book{}, err
	}
	return spreadsheet.NewBook(s.register(), s.contentOf, spoken, s.today()), nil
}

func (s *session) contentOf(_ plan.Document, v plan.Version) (plan.Sealed, error) {
	return s.content(v)
}

// Run writes a workbook, a text of rows or, of activities, a calendar, as the file's
// name ends.
func (c *exchangeOutCommand) Run(a *app, g *grammar) error {
	return a.read(g.Exchange.File.File, func(s *session) error {
		l, doc, err := s.exchanged(c.List, c.Document)
		if err != nil {
			return err
		}
		fill, err := c.filler(s, l, doc)
		if err != nil {
			return err
		}
		return output{c.Path, c.Overwrite}.write(s.path, fill)
	})
}

// filler is what writes a file of the kind.
func (c *exchangeOutCommand) filler(s *session, l plan.ListName, doc plan.ID) (func(io.Writer) error, error) {
	kind := strings.ToLower(filepath.Ext(c.Path))
	if kind == ".ics" && l == spreadsheet.Activities {
		previous, err := exchange.Previous(c.Path)
		if err != nil {
			return nil, refuse("error.write-file", "file", c.Path)
		}
		return func(w io.Writer) error {
			return exchange.ActivityCalendar{
				Register: s.register(), Content: s.contentOf, Document: doc, Words: s.words, Today: s.today(), Now: s.now, Version: s.app.version,
			}.Write(w, previous)
		}, nil
	}
	if kind != ".xlsx" && kind != ".csv" {
		return nil, refuse("cli.error.sheet-kind", "file", c.Path)
	}
	b, err := s.book()
	if err != nil {
		return nil, err
	}
	t, err := b.Table(l, doc, s.now)
	if err != nil {
		return nil, err
	}
	if kind == ".csv" {
		return t.WriteCSV, nil
	}
	return t.WriteXLSX, nil
}
