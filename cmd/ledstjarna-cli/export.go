package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"ledstjarna/internal/layout"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/pdf"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// exportCommand writes papers.
type exportCommand struct {
	File struct {
		File       string                  `arg:"" name:"file"`
		Document   exportDocumentCommand   `cmd:""`
		Onepage    exportOnePageCommand    `cmd:""`
		Compare    exportCompareCommand    `cmd:""`
		Packet     exportPacketCommand     `cmd:""`
		Status     exportStatusCommand     `cmd:""`
		Supplement exportSupplementCommand `cmd:""`
		Extract    exportExtractCommand    `cmd:""`
		Review     exportReviewCommand     `cmd:""`
		Register   exportRegisterCommand   `cmd:""`
	} `arg:"" name:"file"`
}

// paperOutput is where and how papers are written.
type paperOutput struct {
	output
	Format  string `name:"format" default:"pdf" placeholder:"format"`
	Variant string `name:"variant" default:"full" placeholder:"variant"`
}

type exportDocumentCommand struct {
	Document    string `arg:"" name:"document"`
	Version     string `name:"version" placeholder:"version"`
	paperOutput `embed:""`
}

type exportPacketCommand struct {
	Packet      string `arg:"" name:"packet"`
	Dispatch    bool   `name:"dispatch"`
	Folder      bool   `name:"folder"`
	Documents   bool   `name:"documents"`
	paperOutput `embed:""`
}

// Run writes one version of a document.
func (c *exportDocumentCommand) Run(a *app, g *grammar) error {
	return a.read(g.Export.File.File, func(s *session) error {
		d, err := s.document(c.Document)
		if err != nil {
			return err
		}
		v, err := s.version(d, c.Version)
		if err != nil {
			return err
		}
		x := &exporter{session: s, out: c.paperOutput, title: v.Head.Title}
		return x.export(func(src report.Source) (report.Print, error) { return report.One(src, d, v) })
	})
}

type exportOnePageCommand exportDocumentCommand

// Run writes a version of a plan on one page.
func (c *exportOnePageCommand) Run(a *app, g *grammar) error {
	return a.read(g.Export.File.File, func(s *session) error {
		d, err := s.document(c.Document)
		if err != nil {
			return err
		}
		v, err := s.version(d, c.Version)
		if err != nil {
			return err
		}
		if !d.Kind.IsPlan() {
			return refuse("cli.error.no-plan", "document", v.Head.Title)
		}
		x := &exporter{session: s, out: c.paperOutput, title: v.Head.Title}
		return x.export(func(src report.Source) (report.Print, error) { return report.OnePageOf(src, d, v) })
	})
}

// Run writes all papers of a meeting as one file.
func (c *exportPacketCommand) Run(a *app, g *grammar) error {
	return a.read(g.Export.File.File, func(s *session) error {
		e, err := s.entry(plan.ListPackets, c.Packet)
		if err != nil {
			return err
		}
		p, err := packet.Of(s.register(), e, s.today())
		if err != nil {
			return refuse("cli.error.packet-meeting", "value", string(e.ID))
		}
		x := &exporter{session: s, out: c.paperOutput, title: s.register().EntryName(plan.ListPackets, e), variants: true}
		x.note(plan.ListFields(plan.ListPackets), string(plan.ListPackets), x.title, e.Fields)
		if slices.ContainsFunc(p.Items, func(it packet.Item) bool { return it.Subject == plan.SubjectStatus }) {
			x.noteStatus(report.StatusOverview(s.register(), s.today()))
		}
		file := filepath.Base(c.Path)
		if c.Folder || c.Documents {
			file, err = x.exportFolder(p, c.Documents)
		} else {
			err = x.export(func(src report.Source) (report.Print, error) {
				shown, err := c.variant(&src, p)
				if err != nil {
					return report.Print{}, err
				}
				if x.remarks, err = report.Remarks(src, shown); err != nil {
					return report.Print{}, err
				}
				return report.Packet(src, shown)
			})
		}
		if err != nil {
			return err
		}
		x.tellRemarks()
		if !c.Dispatch {
			return nil
		}
		return s.logDispatch(p, packet.Made{
			File: file, Hash: x.hash, Pages: x.pages, Public: c.Variant == plan.VariantPublic,
		})
	})
}

// logDispatch registers that the papers were sent as they are, or says that a file
// that can only be read holds no note of it.
func (s *session) logDispatch(p packet.Packet, m packet.Made) error {
	if s.ed.ReadOnly() {
		s.note("cli.not-logged", "file", m.File)
		return nil
	}
	if err := s.do("dispatch", packet.Log(s.register(), p, m, s.by, s.now)); err != nil {
		return err
	}
	if m.Public {
		s.note("cli.published", "file", m.File)
		return nil
	}
	s.note("cli.dispatched", "n", len(packet.Dispatches(s.register(), p.ID)))
	return nil
}

// exporter makes a print, lays it out and writes it.
type exporter struct {
	*session
	out   paperOutput
	title string
	// variants says that the paper has a public variant.
	variants bool
	hash     string          // SHA-256 of what was written
	pages    int             // of it
	remarks  []report.Remark // of files of other origin
	said     []saying        // all that the contents say, to find what cannot be printed
}

func (x *exporter) export(build func(report.Source) (report.Print, error)) error {
	return x.with(func(src report.Source, write printer) error {
		p, err := build(src)
		if err != nil {
			return x.failed(err)
		}
		return x.out.write(x.path, func(w io.Writer) error { return write(w, &p) })
	})
}

// printer lays out a print and writes it.
type printer func(w io.Writer, p *report.Print) error

// with prepares what printing needs for do.
func (x *exporter) with(do func(report.Source, printer) error) error {
	switch {
	case x.out.Format != "pdf":
		return refuse("cli.error.format", "value", x.out.Format)
	case x.out.Variant != plan.VariantFull && (x.out.Variant != plan.VariantPublic || !x.variants):
		return refuse("cli.error.variant", "value", x.out.Variant)
	}
	fonts, err := pdf.NewFonts()
	if err != nil {
		return fmt.Errorf("prepare printing: %w", err)
	}
	logo, err := x.ed.Logo()
	if err != nil {
		return &fileError{x.path, err}
	}
	ctx := context.Background()
	src := report.Source{Register: x.register(), Words: x.words, Today: x.today(), Content: x.read, Logo: logo}
	shelf, done := x.shelved(ctx, &src)
	defer done()
	return do(src, func(w io.Writer, p *report.Print) error {
		if err := x.unprintable(fonts); err != nil {
			return err
		}
		book, err := layout.Lay(ctx, *p, fonts)
		if err != nil {
			return x.failed(err)
		}
		sum := sha256.New()
		err = pdf.Write(ctx, io.MultiWriter(w, sum), book, fonts, pdf.Options{Now: x.now, Producer: "Ledstjärna " + x.app.version, Shelf: shelf})
		if err != nil {
			return x.failed(err)
		}
		x.hash, x.pages = hex.EncodeToString(sum.Sum(nil)), len(book.Pages)
		return nil
	})
}

// failed tells that nothing was exported, unless the error has words of its own.
func (x *exporter) failed(err error) error {
	var own *fileError
	var told *refusal
	if errors.As(err, &own) || errors.As(err, &told) {
		return err
	}
	return errors.Join(refuse("cli.error.export", "document", x.title), err)
}

// read returns a version's content and notes what it says.
func (x *exporter) read(d plan.Document, v plan.Version) (plan.Content, error) {
	c, err := x.content(v)
	if err == nil {
		x.note(plan.FieldsOf(d.Kind), string(d.Kind), v.Head.Title, c.Content)
	}
	return c.Content, err
}
