package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"ledstjarna/internal/layout"
	"ledstjarna/internal/pdf"
	"ledstjarna/internal/pdfium"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui"
)

// printing is what lays out prints: to be written as PDF, and to be shown.
type printing struct {
	fonts   *pdf.Fonts
	engine  *pdfium.Engine
	version string
}

func newPrinting(version string) (*printing, error) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		return nil, fmt.Errorf("prepare printing: %w", err)
	}
	cache, err := os.UserCacheDir()
	if err == nil {
		cache = filepath.Join(cache, "ledstjarna", "pdfium")
	}
	return &printing{fonts: fonts, engine: pdfium.New(cache), version: version}, nil
}

func (p *printing) producer() string { return "Ledstjärna " + p.version }

// print is the ui.Printer.
func (p *printing) print(ctx context.Context, w io.Writer, x report.Print, at time.Time, done func(n, total int)) error {
	book, err := layout.Lay(ctx, x, p.fonts)
	if err != nil {
		return fmt.Errorf("lay out %s: %w", x.Title, err)
	}
	return pdf.Write(ctx, w, book, p.fonts, pdf.Options{Now: at, Producer: p.producer(), Progress: done})
}

func (p *printing) previewer() ui.Previewer {
	return ui.NewPreviewer(p.fonts, p.engine, p.producer())
}
