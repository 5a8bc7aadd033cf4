package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// handOverCommand writes a copy for somebody else to work in: of the whole file, or
// of some documents and what they refer to.
type handOverCommand struct {
	File     string   `arg:"" name:"file"`
	Document []string `name:"document" placeholder:"document"`
	output
}

// Run writes the copy and prints where it is.
func (c *handOverCommand) Run(a *app) error {
	return a.read(c.File, func(s *session) error {
		var documents []plan.ID
		for _, word := range c.Document {
			d, err := s.document(word)
			if err != nil {
				return err
			}
			documents = append(documents, d.ID)
		}
		if err := c.write(s, documents); err != nil {
			return err
		}
		if near := s.register().Related(documents); len(near) > 0 {
			s.note("cli.handed-over-beside", "n", len(near))
		}
		if s.json {
			return s.printJSON(map[string]string{"path": c.Path})
		}
		_, err := fmt.Fprintln(s.out, c.Path)
		return err
	})
}

// write makes the copy beside a file that it is to replace, and then replaces that.
func (c *handOverCommand) write(s *session, documents []plan.ID) error {
	path := c.Path
	there, err := os.Stat(c.Path)
	switch own, oerr := os.Stat(c.File); {
	case err != nil:
	case oerr == nil && os.SameFile(own, there):
		return refuse("cli.error.own-file", "file", c.Path)
	case !c.Overwrite:
		return refuse("cli.error.exists", "file", c.Path)
	default:
		path = filepath.Join(filepath.Dir(c.Path), "~$"+string(plan.NewID())+sqlite.Extension)
	}
	ctx := context.Background()
	if len(documents) == 0 {
		err = s.file.CopyTo(ctx, path)
	} else {
		err = s.ed.HandOver(ctx, path, documents, plan.Source{File: filepath.Base(c.File), By: s.by, At: s.now})
	}
	if err != nil {
		return &fileError{c.Path, err}
	}
	if path == c.Path {
		return nil
	}
	if err := sqlite.Replace(c.Path, path, s.options()); err != nil {
		return &fileError{c.Path, errors.Join(err, os.Remove(path))}
	}
	return nil
}
