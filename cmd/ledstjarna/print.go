package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"ledstjarna/internal/layout"
	"ledstjarna/internal/pdf"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui"
)

// printer returns what lays out prints and writes them as PDF.
func printer(version string) (ui.Printer, error) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		return nil, fmt.Errorf("prepare printing: %w", err)
	}
	return func(ctx context.Context, w io.Writer, p report.Print, at time.Time, done func(n, total int)) error {
		book, err := layout.Lay(ctx, p, fonts)
		if err != nil {
			return fmt.Errorf("lay out %s: %w", p.Title, err)
		}
		return pdf.Write(ctx, w, book, fonts, pdf.Options{Now: at, Producer: "Ledstjärna " + version, Progress: done})
	}, nil
}
