package main

import (
	"context"
	"errors"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// checkCommand examines the whole file.
type checkCommand struct {
	File string `arg:"" name:"file"`
}

// foundFlaw is a flaw as --json prints it.
type foundFlaw struct {
	Kind     sqlite.FlawKind `json:"kind"`
	Document plan.ID         `json:"document,omitempty"`
	Version  plan.ID         `json:"version,omitempty"`
	Title    string          `json:"title,omitempty"`
	Detail   string          `json:"detail"`
}

// Run prints what is wrong in the file, and fails where anything is. It does not
// load the register, which a damaged file may not have.
func (c *checkCommand) Run(a *app) error {
	opts := a.options()
	opts.CopyLater = true
	ctx := context.Background()
	f, _, err := a.open(c.File, opts)
	if err != nil {
		var e interface{ Recovers() bool }
		if errors.As(err, &e) && e.Recovers() {
			return errors.Join(&fileError{c.File, err}, c.readable(a))
		}
		return &fileError{c.File, err}
	}
	flaws, err := f.Check(ctx)
	if err = errors.Join(err, f.Close()); err != nil {
		return &fileError{c.File, err}
	}
	if err := c.print(a, flaws); err != nil {
		return err
	}
	if len(flaws) > 0 {
		return errors.Join(refuse("cli.error.flaws", "file", c.File, "n", len(flaws)), c.readable(a))
	}
	a.note("cli.sound", "file", c.File)
	return nil
}

// readable prints what can be read of a damaged file; with --json rescue tells that.
func (c *checkCommand) readable(a *app) error {
	if a.json {
		return nil
	}
	found, err := sqlite.Salvage(context.Background(), c.File, sqlite.Rescue{Backup: a.latestSound(c.File)}, a.options())
	if err != nil || found.IsEmpty() {
		return nil // what is wrong with the file is told already
	}
	a.note("cli.salvageable", "file", c.File)
	if err := a.printSalvaged(found); err != nil {
		return err
	}
	a.note("cli.rescue-hint", "file", c.File)
	return nil
}

func (c *checkCommand) print(a *app, flaws []sqlite.Flaw) error {
	out := []foundFlaw{}
	var rows [][]string
	for _, f := range flaws {
		out = append(out, foundFlaw(f))
		rows = append(rows, []string{a.words.T("cli.flaw." + string(f.Kind)), f.Title, string(f.Version), f.Detail})
	}
	if a.json {
		return a.printJSON(out)
	}
	if len(rows) == 0 {
		return nil
	}
	return a.printTable([]string{
		a.words.T("cli.column.flaw"), a.words.T("column.title"), a.words.T("column.version"), a.words.T("cli.column.detail"),
	}, rows)
}
