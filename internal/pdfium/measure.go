package pdfium

import (
	"context"
	"fmt"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"
)

// Size returns the width and height of page n, from 0, in points as it is shown. It
// returns ErrPage, ErrUnreadable, or that of a ctx that is done.
func (d *Document) Size(ctx context.Context, n int) (width, height float64, err error) {
	if n < 0 || n >= d.pages {
		return 0, 0, fmt.Errorf("measure page %d of %d: %w", n+1, d.pages, ErrPage)
	}
	err = d.call(ctx, func() error {
		size, err := d.pdfium.GetPageSize(&requests.GetPageSize{Page: requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: n}}})
		if err != nil {
			return readable(err)
		}
		width, height = size.Width, size.Height
		return nil
	})
	if err != nil {
		return 0, 0, fmt.Errorf("measure page %d: %w", n+1, err)
	}
	return width, height, nil
}

// Form is what kind of form a document is.
type Form string

// The kinds of form.
const (
	FormNone   Form = ""
	FormFields Form = "fields"
	FormXFA    Form = "xfa" // which only its own program shows
)

// FormType tells what kind of form the document is. It returns ErrUnreadable, or
// that of a ctx that is done.
func (d *Document) FormType(ctx context.Context) (Form, error) {
	out := FormNone
	err := d.call(ctx, func() error {
		got, err := d.pdfium.FPDF_GetFormType(&requests.FPDF_GetFormType{Document: d.ref})
		if err != nil {
			return readable(err)
		}
		switch got.FormType {
		case enums.FPDF_FORMTYPE_XFA_FULL, enums.FPDF_FORMTYPE_XFA_FOREGROUND:
			out = FormXFA
		case enums.FPDF_FORMTYPE_ACRO_FORM:
			out = FormFields
		}
		return nil
	})
	if err != nil {
		return FormNone, fmt.Errorf("look for a form: %w", err)
	}
	return out, nil
}
