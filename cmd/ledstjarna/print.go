package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"sync"

	"ledstjarna/internal/pdf"
	"ledstjarna/internal/pdf/foreign"
	"ledstjarna/internal/pdfium"
	"ledstjarna/internal/ui"
)

// printing is what lays out prints: to be written as PDF, and to be shown.
type printing struct {
	fonts   func() (*pdf.Fonts, error) // read when something is first printed or shown: it takes a while and 8 MB
	engine  *pdfium.Engine
	version string
}

func newPrinting(version string) *printing {
	cache, err := os.UserCacheDir()
	if err == nil {
		cache = filepath.Join(cache, "ledstjarna", "pdfium")
	}
	return &printing{fonts: sync.OnceValues(pdf.NewFonts), engine: pdfium.New(cache), version: version}
}

func (p *printing) producer() string { return "Ledstjärna " + p.version }

func (p *printing) printer() ui.Printer {
	return func(ctx context.Context, w io.Writer, paper ui.Paper, done func(n, total int)) error {
		fonts, err := p.fonts()
		if err != nil {
			return err
		}
		return ui.NewPrinter(fonts, p.producer())(ctx, w, paper, done)
	}
}

func (p *printing) shelf(fetch foreign.Fetch) *foreign.Shelf {
	return foreign.NewShelf(p.engine, fetch)
}

func (p *printing) previewer() ui.Previewer {
	return func(ctx context.Context, paper ui.Paper) (ui.Pages, error) {
		fonts, err := p.fonts()
		if err != nil {
			return nil, err
		}
		return ui.NewPreviewer(fonts, p.engine, p.producer())(ctx, paper)
	}
}
