package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"ledstjarna/assets"
	"ledstjarna/internal/layout"
	"ledstjarna/internal/pdf"
	"ledstjarna/internal/report"
)

// guideCommand writes the user guide.
type guideCommand struct {
	output `embed:""`
}

// Run writes the user guide in the language of the run.
func (c *guideCommand) Run(a *app) error {
	g, err := report.ReadGuide(assets.Guide(), a.words, false)
	if err != nil {
		return err
	}
	fonts, err := pdf.NewFonts()
	if err != nil {
		return fmt.Errorf("prepare printing: %w", err)
	}
	ctx := context.Background()
	paper := report.GuidePaper(g, a.words, a.version)
	book, err := layout.Lay(ctx, paper, fonts)
	if err != nil {
		return errors.Join(refuse("cli.error.export", "document", paper.Title), err)
	}
	return c.write("", func(w io.Writer) error {
		return pdf.Write(ctx, w, book, fonts, pdf.Options{Now: a.now, Producer: "Ledstjärna " + a.version})
	})
}
