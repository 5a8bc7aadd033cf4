package main

import (
	"fmt"
	"os"
	"path/filepath"

	"ledstjarna/internal/pdf"
	"ledstjarna/internal/pdf/foreign"
	"ledstjarna/internal/pdfium"
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

func (p *printing) printer() ui.Printer { return ui.NewPrinter(p.fonts, p.producer()) }

func (p *printing) shelf(fetch foreign.Fetch) *foreign.Shelf {
	return foreign.NewShelf(p.engine, fetch)
}

func (p *printing) previewer() ui.Previewer {
	return ui.NewPreviewer(p.fonts, p.engine, p.producer())
}
