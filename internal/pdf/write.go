package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"ledstjarna/internal/layout"
	"ledstjarna/internal/pdf/foreign"
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
	// Shelf holds the files of other origin whose pages stand in the book; nil where
	// there are none.
	Shelf *foreign.Shelf
}

// stoppable stops writing when nobody waits for the file any more.
type stoppable struct {
	ctx context.Context
	w   io.Writer
}

func (s *stoppable) Write(b []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.w.Write(b)
}

// Write writes a book as a tagged file. The same book, fonts and options give the
// same bytes. Its errors are ErrEmpty, that of a cancelled ctx, a picture or an
// enclosed file that cannot be read, and w's own; after one, w may hold a part.
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
	if err := finish(&stoppable{ctx, w}, drawn, book, o); err != nil {
		return fmt.Errorf("finish PDF: %w", err)
	}
	return nil
}
