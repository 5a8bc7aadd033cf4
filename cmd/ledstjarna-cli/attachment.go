package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"ledstjarna/internal/exchange"
	"ledstjarna/internal/plan"
)

// attachmentCommand keeps the files of a document's appendices.
type attachmentCommand struct {
	File struct {
		File    string                   `arg:"" name:"file"`
		Add     attachmentAddCommand     `cmd:"" default:"withargs"`
		List    attachmentListCommand    `cmd:""`
		Extract attachmentExtractCommand `cmd:""`
		Remove  attachmentRemoveCommand  `cmd:""`
	} `arg:"" name:"file"`
}

// attachmentAddCommand attaches a file.
type attachmentAddCommand struct {
	Document string `arg:"" name:"document"`
	Path     string `arg:"" name:"path"`
	Title    string `name:"title" placeholder:"title"`
	Public   bool   `name:"public"`
}

// attachmentListCommand lists the attached files.
type attachmentListCommand struct {
	Document string `arg:"" name:"document"`
}

// attachmentExtractCommand writes an attached file.
type attachmentExtractCommand struct {
	Document   string `arg:"" name:"document"`
	Attachment string `arg:"" name:"attachment"`
	output
}

// attachmentRemoveCommand takes an appendix away.
type attachmentRemoveCommand struct {
	Document   string `arg:"" name:"document"`
	Attachment string `arg:"" name:"attachment"`
}

// listedAttachment is an attached file as --json prints it.
type listedAttachment struct {
	ID     plan.ID        `json:"id"`
	No     string         `json:"no"`
	Title  string         `json:"title"`
	Public bool           `json:"public"`
	File   string         `json:"file"`
	Type   plan.MediaType `json:"type"`
	Size   int64          `json:"size"`
	Hash   string         `json:"sha256"`
}

// Run stores the file with the document's latest version and prints the
// appendix's ID. Its title is the file's name where none is given.
func (c *attachmentAddCommand) Run(a *app, g *grammar) error {
	return a.change(g.Attachment.File.File, func(s *session) error {
		d, before, err := s.latest(c.Document)
		if err != nil {
			return err
		}
		return withFile(c.Path, func(file plan.Attachment) error {
			title := c.Title
			if title == "" {
				title = strings.TrimSuffix(file.Name, filepath.Ext(file.Name))
			}
			after, id, err := plan.Attach(before.Content, file.AttachedFile, title, c.Public)
			if err != nil {
				return &fileError{c.Path, err}
			}
			edit, err := s.register().SetContent(d, d.Latest(), before, after)
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

// withFile examines the file at path and hands it to do while it is open.
func withFile(path string, do func(plan.Attachment) error) (err error) {
	f, err := exchange.OpenFile(path)
	if err != nil {
		return refuse("error.read-file", "file", path)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return refuse("error.read-file", "file", path)
	}
	a, err := plan.Examine(filepath.Base(path), f, info.Size())
	if errors.As(err, new(*os.PathError)) {
		return refuse("error.read-file", "file", path)
	}
	if err != nil {
		return &fileError{path, err}
	}
	return do(a)
}

// latest finds a document and reads its latest version.
func (s *session) latest(word string) (plan.Document, plan.Sealed, error) {
	d, err := s.document(word)
	if err != nil {
		return d, plan.Sealed{}, err
	}
	c, err := s.content(d.Latest())
	return d, c, err
}

// Run prints the files of the document's latest version.
func (c *attachmentListCommand) Run(a *app, g *grammar) error {
	return a.read(g.Attachment.File.File, func(s *session) error {
		_, content, err := s.latest(c.Document)
		if err != nil {
			return err
		}
		out := []listedAttachment{}
		var rows [][]string
		for _, x := range plan.AppendicesIn(content.Content) {
			out = append(out, listedAttachment{x.Row, x.No, x.Title, x.Public, x.File.Name, x.File.Type, x.File.Size, x.File.Hash})
			rows = append(rows, []string{
				x.No, x.Title, x.File.Name, a.words.T("media-type." + x.File.Type.Code()), a.words.FileSize(x.File.Size), string(x.Row),
			})
		}
		switch {
		case a.json:
			return a.printJSON(out)
		case len(rows) == 0:
			a.note("attachments.none")
			return nil
		}
		return a.printTable(a.headings("column.no", "column.title", "column.file", "field.media-type",
			"column.file-size", "cli.column.id"), rows)
	})
}

// Run writes the file as it was attached.
func (c *attachmentExtractCommand) Run(a *app, g *grammar) error {
	return a.read(g.Attachment.File.File, func(s *session) error {
		_, content, err := s.latest(c.Document)
		if err != nil {
			return err
		}
		x, err := appendix(content.Content, c.Attachment)
		if err != nil {
			return err
		}
		return c.write(s.path, func(w io.Writer) error { return s.copyFile(x.File.Hash, w) })
	})
}

func (s *session) copyFile(hash string, w io.Writer) error {
	if err := s.ed.CopyFile(hash, w); err != nil {
		return &fileError{s.path, err}
	}
	return nil
}

// appendix finds an appendix by its number, its title, its file's name or its ID.
func appendix(c plan.Content, word string) (plan.Appendix, error) {
	var all []named
	byID := map[plan.ID]plan.Appendix{}
	for _, x := range plan.AppendicesIn(c) {
		all = append(all, named{x.Row, []string{x.No, x.Title, x.File.Name}})
		byID[x.Row] = x
	}
	id, err := find(all, word, "cli.error.attachment")
	return byID[id], err
}

// Run takes the appendix from the document. What an earlier version refers to
// stays stored.
func (c *attachmentRemoveCommand) Run(a *app, g *grammar) error {
	return a.change(g.Attachment.File.File, func(s *session) error {
		d, before, err := s.latest(c.Document)
		if err != nil {
			return err
		}
		x, err := appendix(before.Content, c.Attachment)
		if err != nil {
			return err
		}
		after, err := plan.Detach(before.Content, x.Row)
		if err != nil {
			return err
		}
		return s.setContent("detach", d, before, after)
	})
}
