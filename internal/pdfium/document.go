package pdfium

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"sync"

	gopdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// mostPixels is the size of the largest picture: a page of A3 at 300 dpi and more.
const mostPixels = 40_000_000

// Document is an open file. It is safe for use by several goroutines; their calls
// wait for each other.
type Document struct {
	mu     sync.Mutex
	pdfium gopdfium.Pdfium
	ref    references.FPDF_DOCUMENT
	pages  int
	dead   bool
}

// Open opens a PDF. data must not be changed while the document is open. It
// returns ErrUnreadable, ErrPassword, ErrClosed, or that of a ctx that is done.
// The caller closes the document.
func (e *Engine) Open(ctx context.Context, data []byte) (*Document, error) {
	return e.open(ctx, &requests.OpenDocument{File: &data})
}

// OpenReader opens a PDF of size bytes of which only what is needed is read. Otherwise
// it is as Open; data must give the same bytes while the document is open.
func (e *Engine) OpenReader(ctx context.Context, data io.ReaderAt, size int64) (*Document, error) {
	return e.open(ctx, &requests.OpenDocument{FileReader: io.NewSectionReader(data, 0, size), FileReaderSize: size})
}

func (e *Engine) open(ctx context.Context, request *requests.OpenDocument) (*Document, error) {
	i, err := e.instance(ctx)
	if err != nil {
		return nil, fmt.Errorf("open PDF: %w", err)
	}
	d := &Document{pdfium: i}
	err = d.call(ctx, func() error {
		opened, err := i.OpenDocument(request)
		if err != nil {
			return readable(err)
		}
		d.ref = opened.Document
		count, err := i.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
		if err != nil {
			return readable(err)
		}
		d.pages = count.PageCount
		return nil
	})
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open PDF: %w", err), d.Close())
	}
	return d, nil
}

func readable(err error) error {
	if errors.Is(err, pdferrors.ErrPassword) {
		return ErrPassword
	}
	return fmt.Errorf("%w: %w", ErrUnreadable, err)
}

// call runs one piece of work in the sandbox. Work that takes longer than Patience
// or than ctx allows is broken off, and the document is of no more use.
func (d *Document) call(ctx context.Context, work func() error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.dead {
		return ErrClosed
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	done := make(chan error, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				done <- fmt.Errorf("%w: %v", ErrUnreadable, p)
			}
		}()
		done <- work()
	}()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		d.dead = true
		killed := d.pdfium.Kill()
		return errors.Join(ctx.Err(), killed, <-done) // what ran in the module has been ended by it
	}
}

// Pages counts the pages.
func (d *Document) Pages() int { return d.pages }

// Render returns page n, from 0, as wide as width in pixels: what is printed, on
// white, with forms as they are filled in. It returns ErrPage, ErrLarge,
// ErrUnreadable, or that of a ctx that is done.
func (d *Document) Render(ctx context.Context, n, width int) (*image.RGBA, error) {
	if n < 0 || n >= d.pages || width < 1 {
		return nil, fmt.Errorf("render page %d of %d: %w", n+1, d.pages, ErrPage)
	}
	var out *image.RGBA
	err := d.call(ctx, func() error {
		page := requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: n}}
		size, err := d.pdfium.GetPageSize(&requests.GetPageSize{Page: page})
		if err != nil {
			return readable(err)
		}
		height := size.Height / max(size.Width, 1) * float64(width)
		if height*float64(width) > mostPixels {
			return ErrLarge
		}
		drawn, err := d.pdfium.RenderPageInPixels(&requests.RenderPageInPixels{
			Page: page, Width: width, Height: max(int(height+0.5), 1), RenderForm: true, Document: &d.ref,
			RenderFlags: enums.FPDF_RENDER_FLAG_ANNOT,
		})
		if err != nil {
			return readable(err)
		}
		defer drawn.Cleanup()
		out = onWhite(drawn.Result.RenderedImage)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("render page %d: %w", n+1, err)
	}
	return out, nil
}

// Close closes the document. It can be called more than once.
func (d *Document) Close() error {
	err := d.call(context.Background(), func() error { return d.pdfium.Close() })
	if errors.Is(err, ErrClosed) {
		return nil
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.dead = true
	return err
}
