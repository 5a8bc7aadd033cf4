package ui

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"image"
	"io"

	"ledstjarna/internal/layout"
	"ledstjarna/internal/pdf"
	"ledstjarna/internal/pdfium"
)

// Previewer lays out a paper and opens it for showing its pages. The caller closes
// what it returns.
type Previewer func(ctx context.Context, p Paper) (Pages, error)

// Pages are the pages of a print as they will be printed. It can be used from
// several goroutines.
type Pages interface {
	// Sizes returns the width and height of each page in points.
	Sizes() [][2]float64
	// Place returns on which page, from 0, and how far down as a share of its
	// height an anchor of the print stands.
	Place(anchor string) (page int, down float64, ok bool)
	// Image returns a page, from 0, as wide as the pixels.
	Image(ctx context.Context, page, width int) (image.Image, error)
	Close() error
}

// NewPrinter returns one that draws with the fonts. A print with a character that
// none of them has is refused with a *GlyphError before anything is written.
func NewPrinter(fonts *pdf.Fonts, producer string) Printer {
	return func(ctx context.Context, w io.Writer, p Paper, done func(n, total int)) error {
		book, err := layout.Lay(ctx, p.Print, fonts)
		if err != nil {
			return fmt.Errorf("lay out %s: %w", p.Title, err)
		}
		for _, u := range fonts.Unprintable(book) {
			return &GlyphError{string(u.Char), u.Document, cmp.Or(u.Heading, u.Document), u.Text}
		}
		return pdf.Write(ctx, w, book, fonts, pdf.Options{Now: p.At, Producer: producer, Progress: done, Shelf: p.Shelf})
	}
}

// GlyphError is a character that cannot be printed, and where it stands.
type GlyphError struct{ Character, Document, Field, Text string }

func (e *GlyphError) Error() string {
	return fmt.Sprintf("no typeface has %q in %q of %s", e.Character, e.Text, e.Document)
}

// MessageKey is the key of the words for a person.
func (e *GlyphError) MessageKey() string { return "error.glyph" }

// MessageArgs fill the gaps of the words.
func (e *GlyphError) MessageArgs() map[string]any {
	return map[string]any{"character": e.Character, "document": e.Document, "field": e.Field}
}

// NewPreviewer returns one that draws with the fonts and shows with the engine.
func NewPreviewer(fonts *pdf.Fonts, engine *pdfium.Engine, producer string) Previewer {
	return func(ctx context.Context, p Paper) (Pages, error) {
		book, err := layout.Lay(ctx, p.Print, fonts)
		if err != nil {
			return nil, fmt.Errorf("lay out preview: %w", err)
		}
		var b bytes.Buffer
		if err := pdf.Write(ctx, &b, book, fonts, pdf.Options{Now: p.At, Producer: producer, Shelf: p.Shelf}); err != nil {
			return nil, fmt.Errorf("draw preview: %w", err)
		}
		d, err := engine.Open(ctx, b.Bytes())
		if err != nil {
			return nil, fmt.Errorf("open preview: %w", err)
		}
		return &printedPages{Document: d, book: book}, nil
	}
}

// printedPages are the pages of a book.
type printedPages struct {
	*pdfium.Document
	book *layout.Book
}

func (p *printedPages) Sizes() [][2]float64 {
	out := make([][2]float64, len(p.book.Pages))
	for i, page := range p.book.Pages {
		out[i] = [2]float64{page.Width, page.Height}
	}
	return out
}

func (p *printedPages) Place(anchor string) (page int, down float64, ok bool) {
	at, ok := p.book.Places[anchor]
	if !ok {
		return 0, 0, false
	}
	return at.Page - 1, at.Y / p.book.Pages[at.Page-1].Height, true
}

func (p *printedPages) Image(ctx context.Context, page, width int) (image.Image, error) {
	return p.Render(ctx, page, width)
}
