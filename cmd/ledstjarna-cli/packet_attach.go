package main

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"ledstjarna/internal/pdf/foreign"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// packetAttachCommand adds a file to an item's papers.
type packetAttachCommand struct {
	Packet   string `arg:"" name:"packet"`
	Item     string `arg:"" name:"item"`
	Path     string `arg:"" name:"path"`
	Title    string `name:"title" placeholder:"title"`
	Separate bool   `name:"separate"`
}

// Run stores the file with the item and prints the paper's ID. A file that cannot
// be taken in as pages is refused, unless it is to be delivered separately.
func (c *packetAttachCommand) Run(a *app, g *grammar) error {
	return a.change(g.Packet.File.File, func(s *session) error {
		e, _, item, err := s.item(c.Packet, c.Item)
		if err != nil {
			return err
		}
		return withFile(c.Path, func(file plan.Attachment) error {
			if err := c.examine(a, file); err != nil {
				return err
			}
			title := c.Title
			if title == "" {
				title = strings.TrimSuffix(file.Name, filepath.Ext(file.Name))
			}
			fields, id, err := plan.Enclose(e.Fields, item, file.AttachedFile, title, c.Separate)
			if err != nil {
				return &fileError{c.Path, err}
			}
			edit, err := s.register().SetEntry(plan.ListPackets, e.ID, fields)
			if err != nil {
				return err
			}
			edit.Files = []plan.Attachment{file}
			if err := s.do("attach", edit); err != nil {
				return err
			}
			return a.printID(id)
		})
	})
}

// examine finds out how the file will come into the papers, and tells it.
func (c *packetAttachCommand) examine(a *app, file plan.Attachment) error {
	if c.Separate {
		return nil
	}
	engine := a.engine()
	defer func() { _ = engine.Close() }() // of no more use
	f, err := foreign.Open(context.Background(), engine, foreign.Source{Type: string(file.Type), Size: file.Size, Data: file.Source})
	if err != nil {
		return err
	}
	if f.Apart.Refuses() {
		return refuse("cli.error.enclosure", "file", filepath.Base(c.Path), "reason", a.words.T("enclosure.because."+string(f.Apart)))
	}
	if f.Apart != "" || len(f.Notes) > 0 {
		a.note("cli.enclosed", "file", filepath.Base(c.Path), "text", report.RemarkText(report.Source{Words: a.words}, f.Enclosure))
	}
	return nil
}

// shelved gives a source of papers the files of other origin that are enclosed. The
// caller calls done when the papers are written.
func (s *session) shelved(ctx context.Context, src *report.Source) (shelf *foreign.Shelf, done func()) {
	engine := s.engine()
	shelf = foreign.NewShelf(engine, func(_ context.Context, hash string, w io.Writer) error { return s.copyFile(hash, w) })
	src.Enclosed = func(f plan.AttachedFile) (report.Enclosure, error) {
		return shelf.Enclosure(ctx, f.Hash, string(f.Type))
	}
	return shelf, func() {
		_, _ = shelf.Close(), engine.Close() // the system cleans up what is left in its folder
	}
}
