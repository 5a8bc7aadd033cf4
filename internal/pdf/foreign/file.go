package foreign

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ledstjarna/internal/layout"
	"ledstjarna/internal/pdfium"
)

// Source is a file to be examined. Data gives its bytes for as long as anything of
// it is used.
type Source struct {
	Type string // media type, by what the file holds
	Size int64
	Data io.ReaderAt
}

// File is an examined file. Its Enclosure says how it comes into the papers; the
// rest is of use only where its sheets have no pictures.
type File struct {
	layout.Enclosure
	Pages    []Page
	Layers   Layers
	Claims   Claims
	Elements *Element // its structure, nil where it is not taken along
	Language types.Object

	src   Source
	o     objects
	root  types.Dict
	names map[string]types.Object
}

// Object returns the value that v is or refers to, nil where there is none.
func (f *File) Object(v types.Object) types.Object { return f.o.get(v) }

// Open examines a file. Whatever is wrong with it is its outcome; the error is that
// of a ctx that is done, or of a machine that cannot do its part.
func Open(ctx context.Context, engine *pdfium.Engine, src Source) (*File, error) {
	switch {
	case src.Type == "image/png" || src.Type == "image/jpeg":
		return picture(src), ctx.Err()
	case src.Type != "application/pdf":
		return apart(layout.ApartKind), ctx.Err()
	}
	own, err := examine(ctx, src)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if reason, known := reasons(err); known {
		return apart(reason), nil
	}
	if err == nil && own.Apart != "" {
		return own, nil
	}
	doc, openErr := engine.OpenReader(ctx, src.Data, src.Size)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(openErr, pdfium.ErrPassword):
		return apart(layout.ApartPassword), nil
	case openErr != nil && err != nil:
		return apart(layout.ApartUnreadable), nil
	case openErr != nil:
		return own, nil // numbers stand at the lower edge
	}
	defer func() { _ = doc.Close() }() // of no more use, whatever it says
	if err != nil {
		own, err = another(ctx, doc, src)
		if err != nil || own.Apart != "" {
			return own, err
		}
	}
	return own, own.margins(ctx, engine, src)
}

func apart(reason layout.ApartReason) *File { return &File{Enclosure: layout.Enclosure{Apart: reason}} }

// reasons are those errors after which no other reader is asked.
func reasons(err error) (layout.ApartReason, bool) {
	switch {
	case errors.Is(err, errPassword):
		return layout.ApartPassword, true
	case errors.Is(err, errNoPages):
		return layout.ApartEmpty, true
	case errors.Is(err, errGone):
		return layout.ApartPages, true
	case errors.Is(err, errMany), errors.Is(err, errBomb):
		return layout.ApartLarge, true
	}
	return "", false
}

// examine reads a file with all that is to be known of it.
func examine(ctx context.Context, src Source) (*File, error) {
	x, err := read(ctx, src)
	if err != nil {
		return nil, err
	}
	f := &File{src: src, o: objects{x}}
	err = guarded(ctx, func(ctx context.Context) error {
		root, err := x.Catalog()
		if err != nil || root == nil {
			return fmt.Errorf("read catalog: %w", errors.Join(errContent, err))
		}
		f.root = root
		if f.Pages, err = f.o.pages(root); err != nil {
			return err
		}
		return f.look(ctx)
	})
	if err != nil {
		return nil, err
	}
	return f, nil
}

// look finds out what a file holds and what is lost when its pages are taken in.
func (f *File) look(ctx context.Context) error {
	form := f.o.dict(f.root["AcroForm"])
	if form["XFA"] != nil {
		f.Apart = layout.ApartXFA
		return nil
	}
	var seen found
	for i := range f.Pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		f.annotations(&f.Pages[i], &seen)
		if _, err := f.Contents(i); err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	if seen.unfilled {
		f.Apart = layout.ApartForm
		return nil
	}
	f.Layers = f.layers()
	f.Claims = f.claims()
	f.Language = f.o.get(f.root["Lang"])
	if top := f.structure(); top != nil && f.sound(top) && f.quiet() {
		f.Elements, f.Tagged = top, true
	}
	f.tell(seen)
	for _, p := range f.Pages {
		w, h := p.Shown()
		f.Sheets = append(f.Sheets, layout.Sheet{Width: w, Height: h})
	}
	return nil
}

// quiet reports whether what follows a page's contents starts anew on every page.
func (f *File) quiet() bool {
	for i := range f.Pages {
		sd, err := f.Contents(i)
		if err != nil {
			return false
		}
		b, err := f.decoded(f.piped(sd), mostContent)
		if err != nil || !balanced(b) {
			return false
		}
	}
	return true
}

// piped gives a stream that was put together here the way in which it is read.
func (f *File) piped(sd types.StreamDict) types.StreamDict {
	if len(sd.FilterPipeline) == 0 && f.o.name(sd.Dict["Filter"]) == "FlateDecode" {
		sd.FilterPipeline = []types.PDFFilter{{Name: "FlateDecode"}}
	}
	return sd
}

// tell notes what is lost.
func (f *File) tell(seen found) {
	note := func(n layout.EnclosureNote, so bool) {
		if so {
			f.Notes = append(f.Notes, n)
		}
	}
	note(layout.NoteRestricted, f.o.x.Encrypt != nil)
	note(layout.NoteForm, seen.fields)
	note(layout.NoteSignature, seen.signature)
	note(layout.NoteActive, seen.active || f.active())
	note(layout.NoteComments, seen.bare)
	note(layout.NoteUntagged, !f.Tagged)
	if !f.Tagged {
		f.Claims.UA = false
		if f.Claims.A == "A" { // which it cannot be without a structure
			f.Claims.A = ""
		}
	}
}

// another takes pages in that the first reader cannot: as PDFium copies them, else as
// pictures.
func another(ctx context.Context, doc *pdfium.Document, src Source) (*File, error) {
	form, err := doc.FormType(ctx)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err == nil && form == pdfium.FormXFA:
		return apart(layout.ApartXFA), nil
	case doc.Pages() == 0:
		return apart(layout.ApartUnreadable), nil
	case doc.Pages() > mostPages:
		return apart(layout.ApartLarge), nil
	}
	if b, err := doc.Copy(ctx); err == nil {
		clean := Source{Type: src.Type, Size: int64(len(b)), Data: bytes.NewReader(b)}
		if f, err := examine(ctx, clean); err == nil && f.Apart == "" && len(f.Pages) == doc.Pages() {
			f.Notes = slices.Insert(f.Notes, len(f.Notes)-1, layout.NoteCopied)
			if form == pdfium.FormFields && !slices.Contains(f.Notes, layout.NoteForm) {
				f.Notes = slices.Insert(f.Notes, 0, layout.NoteForm)
			}
			return f, nil
		}
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return photographed(ctx, doc)
}
