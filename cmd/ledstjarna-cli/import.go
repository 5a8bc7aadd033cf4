package main

import (
	"context"
	"errors"
	"path/filepath"

	"ledstjarna/internal/exchange"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// importCommand brings another plan file in.
type importCommand struct {
	File     string   `arg:"" name:"file"`
	Other    string   `arg:"" name:"other"`
	Document []string `name:"document" placeholder:"document"`
	Take     string   `name:"take" enum:"mine,theirs," default:"" placeholder:"side"`
	DryRun   bool     `name:"dry-run"`
}

// importedThing is what an import does about one thing, as --json prints it.
type importedThing struct {
	Outcome  plan.Outcome    `json:"outcome"`
	Document plan.ID         `json:"document,omitempty"`
	Version  plan.ID         `json:"version,omitempty"`
	List     plan.ListName   `json:"list,omitempty"`
	Entry    plan.ID         `json:"entry,omitempty"`
	Name     string          `json:"name"`
	Clashes  []importedClash `json:"clashes,omitempty"`
	Reason   string          `json:"reason,omitempty"`
}

type importedClash struct {
	Field  string `json:"field"`
	Base   string `json:"base,omitempty"`
	Mine   string `json:"mine"`
	Theirs string `json:"theirs"`
}

// Run prints what the import does and does it, unless it is only to be shown or
// places that both have changed are not decided on.
func (c *importCommand) Run(a *app) error {
	do := a.change
	if c.DryRun {
		do = a.read
	}
	return do(c.File, func(s *session) error {
		return a.other(c.Other, func(other *session) error { return c.bring(s, other) })
	})
}

// other opens the file that is imported. It must be closed elsewhere, for what is
// being written there is not finished.
func (a *app) other(path string, do func(*session) error) error {
	opts := a.options()
	opts.CopyLater = true
	f, beside, err := a.open(path, opts)
	if err != nil {
		return &fileError{path, err}
	}
	if beside != nil {
		return errors.Join(&fileError{path, beside}, f.Close())
	}
	return a.use(path, f, do)
}

func (c *importCommand) bring(s, other *session) error {
	var only []plan.ID
	for _, word := range c.Document {
		d, err := other.document(word)
		if err != nil {
			return err
		}
		only = append(only, d.ID)
	}
	im, err := s.ed.PlanImport(other.ed, only...)
	if err != nil {
		return &fileError{c.Other, err}
	}
	im.ChooseAll(c.Take == "theirs")
	for i := range im.Items {
		im.Items[i].Take = c.Take == "theirs"
	}
	if err := s.printBrought(im, other); err != nil {
		return err
	}
	switch open := im.Open(); {
	case im.IsEmpty():
		s.note("cli.nothing-to-import", "file", c.Other)
		return nil
	case c.DryRun:
		return nil
	case open > 0 && c.Take == "":
		return refuse("cli.error.import-open", "n", open)
	}
	if _, err := s.file.KeepCopyBefore(context.Background(), plan.BeforeImport); err != nil {
		return &fileError{c.File, err}
	}
	hash, err := exchange.HashFile(c.Other)
	if err != nil {
		return refuse("error.read-file", "file", c.Other)
	}
	from := plan.Source{File: filepath.Base(c.Other), Hash: hash, By: s.by, At: s.now}
	if err := s.ed.CarryOut(im, other.ed, from); err != nil {
		return &fileError{c.File, err}
	}
	s.note("cli.imported", "file", c.Other)
	return nil
}

func (s *session) printBrought(im *plan.Import, other *session) error {
	out := []importedThing{}
	var rows [][]string
	for _, i := range im.Items {
		x := importedThing{Outcome: i.Outcome, Document: i.Document, Version: i.Version, List: i.List, Entry: i.Entry, Name: i.Name}
		if i.Why != nil {
			x.Reason = i.Why.Error()
		}
		rows = append(rows, []string{s.words.T("import.outcome." + string(i.Outcome)), i.Name, "", "", ""})
		for n, l := range report.Clashes(s.source(), other.register(), i) {
			mine, theirs := said(l.Mine), said(l.Theirs)
			x.Clashes = append(x.Clashes, importedClash{i.Clashes[n].Path.String(), l.Base, mine, theirs})
			field := l.Field
			if l.Row != "" {
				field = l.Row + ": " + field
			}
			rows = append(rows, []string{"", "", field, plan.Excerpt(mine, "", excerptLetters), plan.Excerpt(theirs, "", excerptLetters)})
		}
		out = append(out, x)
	}
	if s.json {
		return s.printJSON(out)
	}
	if len(rows) == 0 {
		return nil
	}
	return s.printTable(s.headings("cli.column.outcome", "column.title", "cli.column.field", "cli.column.mine", "cli.column.theirs"), rows)
}

func (s *session) source() report.Source {
	return report.Source{Register: s.register(), Words: s.words, Today: s.today()}
}
