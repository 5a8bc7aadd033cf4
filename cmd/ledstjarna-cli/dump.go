package main

import (
	"context"
	"errors"
	"io"

	"ledstjarna/internal/exchange"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// dumpCommand writes the whole file as JSON.
type dumpCommand struct {
	File      string `arg:"" name:"file"`
	Output    string `name:"output" short:"o" placeholder:"output"`
	Overwrite bool   `name:"overwrite"`
}

// Run writes the dump to the output file, or to standard output.
func (c *dumpCommand) Run(a *app) error {
	return a.read(c.File, func(s *session) error {
		dump := func(w io.Writer) error {
			return exchange.Dump(w, s.register(), func(_ plan.Document, v plan.Version) (plan.Sealed, error) { return s.content(v) }, s.ed.CopyFile)
		}
		if c.Output == "" {
			return dump(a.out)
		}
		return output{c.Output, c.Overwrite}.write(c.File, dump)
	})
}

// loadCommand makes a new file from a dump.
type loadCommand struct {
	File string `arg:"" name:"file"`
	In   string `arg:"" name:"in"`
}

// Run reads the whole dump before it makes the file.
func (c *loadCommand) Run(a *app) error {
	in, err := exchange.OpenFile(c.In)
	if err != nil {
		return refuse("error.read-file", "file", c.In)
	}
	data, err := exchange.Load(in, exchange.DefaultLimits())
	if err = errors.Join(err, in.Close()); err != nil {
		return &fileError{c.In, err}
	}
	return a.create(c.File, data.Edit())
}

// create makes a new plan file that holds what first adds.
func (a *app) create(path string, first plan.Edit) error {
	f, err := sqlite.Create(context.Background(), path, a.options(), first)
	if err != nil {
		return &fileError{path, err}
	}
	if err := f.Close(); err != nil {
		return &fileError{path, err}
	}
	return nil
}
