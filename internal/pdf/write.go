package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"ledstjarna/internal/layout"
)

// ErrEmpty reports a book without pages.
var ErrEmpty = errors.New("no pages to write")

// Options are what a file says about its making.
type Options struct {
	Now      time.Time // when it was made; the file holds it to the second
	Producer string    // the program and its version
	// Progress, if set, is told how many of the pages are drawn. It is called on
	// the goroutine that called Write.
	Progress func(done, total int)
}

// Write writes a book as a tagged file. The same book, fonts and options give the
// same bytes. Nothing is written to w if there is an error: ErrEmpty, that of a
// cancelled ctx, a picture that cannot be read, or w's own.
func Write(ctx context.Context, w io.Writer, book *layout.Book, fonts *Fonts, o Options) error {
	if len(book.Pages) == 0 {
		return fmt.Errorf("write PDF: %w", ErrEmpty)
	}
	if o.Progress == nil {
		o.Progress = func(int, int) {}
	}
	o.Now = o.Now.Truncate(time.Second)
	drawn, err := draw(ctx, book, fonts, o)
	if err != nil {
		return fmt.Errorf("draw pages: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	data, err := finish(drawn, book, o)
	if err != nil {
		return fmt.Errorf("finish PDF: %w", err)
	}
	if _, err := w.Write(data); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	return nil
}
