package main

import (
	"strings"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// driftCommand tells what plans took over that has changed where it came from,
// and settles it.
type driftCommand struct {
	File     string `arg:"" name:"file"`
	Document string `arg:"" name:"document" optional:""`
	Keep     string `name:"keep" placeholder:"difference"`
	Update   string `name:"update" placeholder:"difference"`
}

// foundDrift is a difference as --json prints it.
type foundDrift struct {
	ID       plan.ID       `json:"id"`
	Document plan.ID       `json:"document"`
	Version  plan.ID       `json:"version"`
	Open     bool          `json:"open"` // false: adopted or locked; it concerns the next version
	Field    plan.Key      `json:"field"`
	Name     string        `json:"name"`
	From     string        `json:"from"`
	Removed  bool          `json:"removed,omitempty"`
	Columns  []foundColumn `json:"columns,omitempty"`
}

// foundColumn is one column of it.
type foundColumn struct {
	Label string `json:"label"`
	Taken string `json:"taken"`
	Now   string `json:"now"`
	Own   string `json:"own"`
}

// all stands for every difference, offer or lesson.
const all = "all"

// Run prints the differences, or settles one or all of a document.
func (c *driftCommand) Run(a *app) error {
	settle := c.Keep != "" || c.Update != ""
	switch {
	case c.Keep != "" && c.Update != "", settle && c.Document == "":
		return refuse("cli.error.settle")
	case settle:
		return a.change(c.File, c.settle)
	}
	return a.read(c.File, func(s *session) error {
		docs := s.register().Heirs(s.today())
		if c.Document != "" {
			d, err := s.document(c.Document)
			if err != nil {
				return err
			}
			docs = []plan.Document{d}
		}
		out := []foundDrift{}
		for _, d := range docs {
			found, err := s.drift(d)
			if err != nil {
				return err
			}
			out = append(out, found...)
		}
		if a.json {
			return a.printJSON(out)
		}
		return s.printDrift(out)
	})
}

func (s *session) drift(d plan.Document) ([]foundDrift, error) {
	v := d.Latest()
	subject, err := s.subject(d, v)
	if err != nil {
		return nil, err
	}
	from, err := s.sources(s.register().SourcesOf(d, subject.Content)...)
	if err != nil {
		return nil, err
	}
	var out []foundDrift
	for _, x := range from.DriftOf(d.Kind, subject.Content) {
		told := report.Tell(s.words, subject, x)
		f := foundDrift{
			ID: x.Origin.ID, Document: d.ID, Version: v.ID, Open: s.register().Editable(d, v) == nil,
			Field: x.Origin.Field, Name: x.Name, From: told.From, Removed: x.Removed,
		}
		for _, col := range told.Columns {
			f.Columns = append(f.Columns, foundColumn(col))
		}
		out = append(out, f)
	}
	return out, nil
}

func (s *session) printDrift(list []foundDrift) error {
	var rows [][]string
	for _, x := range list {
		what := []string{}
		for _, c := range x.Columns {
			what = append(what, s.words.T("drift.column", "label", c.Label, "taken", c.Taken, "now", c.Now))
		}
		if x.Removed {
			what = append(what, s.words.T("drift.removed"))
		}
		if !x.Open {
			what = append(what, s.words.T("drift.next-version"))
		}
		rows = append(rows, []string{string(x.ID), s.title(x.Document), x.Name, x.From, strings.Join(what, "; ")})
	}
	return s.printTable(s.headings("cli.column.id", "column.document", "cli.column.name", "drift.from", "cli.column.detail"), rows)
}

func (c *driftCommand) settle(s *session) error {
	d, err := s.document(c.Document)
	if err != nil {
		return err
	}
	before, err := s.content(d.Latest())
	if err != nil {
		return err
	}
	from, err := s.sources(s.register().SourcesOf(d, before.Content)...)
	if err != nil {
		return err
	}
	after, differences := before.Content, from.DriftOf(d.Kind, before.Content)
	if word := c.Keep + c.Update; word != all {
		var candidates []named
		for _, x := range differences {
			candidates = append(candidates, named{x.Origin.ID, []string{x.Name}})
		}
		id, err := find(candidates, word, "cli.error.difference")
		if err != nil {
			return err
		}
		for _, x := range differences {
			if x.Origin.ID == id {
				differences = []plan.Difference{x}
				break
			}
		}
	}
	for _, x := range differences {
		if c.Keep != "" {
			after = plan.KeepOwn(after, x)
		} else if after, err = plan.TakeNew(d.Kind, after, x); err != nil {
			return err
		}
	}
	return s.setContent("settle", d, before, after)
}
