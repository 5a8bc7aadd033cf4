package main

import (
	"context"
	"strings"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// searchCommand finds texts in the whole file.
type searchCommand struct {
	File  string   `arg:"" name:"file"`
	Words []string `arg:"" name:"words"`
	Most  int      `name:"most" default:"50" placeholder:"number"`
}

// foundText is a text that was found as --json prints it.
type foundText struct {
	Document plan.ID       `json:"document,omitempty"`
	Version  plan.ID       `json:"version,omitempty"`
	List     plan.ListName `json:"list,omitempty"`
	Entry    plan.ID       `json:"entry,omitempty"`
	Field    string        `json:"field"` // as set takes it
	In       string        `json:"in"`
	At       string        `json:"at,omitempty"`
	Text     string        `json:"text"`
}

// excerptLetters is how much of a text is printed.
const excerptLetters = 70

// Run prints what was found, the best and then the newest first.
func (c *searchCommand) Run(a *app) error {
	return a.read(c.File, func(s *session) error {
		query := strings.Join(c.Words, " ")
		found, err := s.ed.Search(context.Background(), query, c.Most, s.today())
		if err != nil {
			return &fileError{c.File, err}
		}
		out := []foundText{}
		var rows [][]string
		for _, x := range found {
			f := foundText{Document: x.Document, List: x.List, Field: x.Path().String(), Text: x.Text}
			if x.Document != "" && x.List == "" {
				f.Version = x.Owner
			} else {
				f.Entry = x.Owner
			}
			f.In, f.At = report.Place(s.words, s.register(), x)
			out = append(out, f)
			rows = append(rows, []string{f.In, f.At, plan.Excerpt(x.Text, query, excerptLetters), f.Field})
		}
		if a.json {
			return a.printJSON(out)
		}
		if len(rows) == 0 {
			a.note("cli.nothing-found", "words", query)
			return nil
		}
		return a.printTable(a.headings("cli.column.in", "cli.column.place", "cli.column.text", "cli.column.field"), rows)
	})
}
