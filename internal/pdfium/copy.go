package pdfium

import (
	"context"
	"fmt"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// Copy returns a new file with the pages, without forms, scripts, tags and
// attached files: what a reader of less patience can take in. It returns
// ErrUnreadable, or that of a ctx that is done.
func (d *Document) Copy(ctx context.Context) ([]byte, error) {
	var out []byte
	err := d.call(ctx, func() error {
		made, err := d.pdfium.FPDF_CreateNewDocument(&requests.FPDF_CreateNewDocument{})
		if err != nil {
			return readable(err)
		}
		defer d.closeCopy(made.Document)
		if _, err := d.pdfium.FPDF_ImportPages(&requests.FPDF_ImportPages{Source: d.ref, Destination: made.Document}); err != nil {
			return readable(err)
		}
		saved, err := d.pdfium.FPDF_SaveAsCopy(&requests.FPDF_SaveAsCopy{Document: made.Document})
		if err != nil {
			return readable(err)
		}
		if saved.FileBytes != nil {
			out = *saved.FileBytes
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("copy pages: %w", err)
	}
	return out, nil
}

func (d *Document) closeCopy(ref references.FPDF_DOCUMENT) {
	_, _ = d.pdfium.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: ref}) // goes with the instance anyway
}
