package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ledstjarna/assets"
	"ledstjarna/internal/layout"
)

// finisher adds to a drawn file what makes it accessible and lasting.
type finisher struct {
	x        *model.XRefTable
	root     types.Dict
	book     *layout.Book
	options  Options
	fonts    *Fonts
	used     [faces][]rune
	pageRefs []types.IndirectRef // by page number - 1
	pages    []types.Dict
	linkRefs map[linkKey]types.IndirectRef
	grafts   []*graft     // of files of other origin
	left     map[int]left // streams that are still in their files, by object number
	err      error        // the first of those that adding objects gives
}

type linkKey struct {
	page *layout.Page
	link int
}

// finish writes the finished file.
func finish(w io.Writer, d drawn, book *layout.Book, o Options) error {
	conf := &model.Configuration{
		Reader15: true, ValidationMode: model.ValidationRelaxed, Eol: types.EolLF, Limits: model.DefaultResourceLimits(),
	}
	ctx, err := api.ReadContext(bytes.NewReader(d.data), conf)
	if err != nil {
		return fmt.Errorf("read drawn file: %w", err)
	}
	f := &finisher{
		x: ctx.XRefTable, book: book, options: o, fonts: d.fonts, used: d.used, linkRefs: map[linkKey]types.IndirectRef{}, left: map[int]left{},
	}
	if f.root, err = f.x.Catalog(); err != nil {
		return fmt.Errorf("read catalog: %w", err)
	}
	if err := f.collectPages(); err != nil {
		return err
	}
	f.finishFonts()
	f.finishPages()
	if err := f.addGrafts(); err != nil {
		return err
	}
	f.addLinks()
	f.finishGraftedPages()
	f.addTags()
	f.addOutline()
	info := f.addMetadata()
	if f.err != nil {
		return f.err
	}
	return f.serialize(w, info)
}

var errPageTree = errors.New("the drawn pages are not those of the book")

// collectPages walks the page tree, which the drawing library writes flat.
func (f *finisher) collectPages() error {
	tree, err := f.x.DereferenceDict(f.root["Pages"])
	if err != nil {
		return fmt.Errorf("read page tree: %w", err)
	}
	kids, err := f.x.DereferenceArray(tree["Kids"])
	if err != nil || len(kids) != len(f.book.Pages) {
		return errPageTree
	}
	for _, kid := range kids {
		ref, ok := kid.(types.IndirectRef)
		if !ok {
			return errPageTree
		}
		page, err := f.x.DereferenceDict(ref)
		if err != nil || page == nil {
			return errPageTree
		}
		f.pageRefs, f.pages = append(f.pageRefs, ref), append(f.pages, page)
	}
	return nil
}

// finishPages gives each page its size and place in the parent tree.
func (f *finisher) finishPages() {
	for i, page := range f.pages {
		p := f.book.Pages[i]
		page["MediaBox"] = types.Array{types.Integer(0), types.Integer(0), types.Float(p.Width), types.Float(p.Height)}
		page["StructParents"] = types.Integer(i)
		page["Tabs"] = types.Name("S")
		delete(page, "Group")
		delete(page, "Annots")
	}
}

// add puts an object into the file.
func (f *finisher) add(o types.Object) types.IndirectRef {
	ref, err := f.x.IndRefForNewObject(o)
	if err != nil {
		if f.err == nil {
			f.err = fmt.Errorf("add object: %w", err)
		}
		return types.IndirectRef{}
	}
	return *ref
}

// addStream puts a stream into the file, compressed unless plain.
func (f *finisher) addStream(data []byte, entries types.Dict, plain bool) types.IndirectRef {
	s, err := f.x.NewStreamDictForBuf(data)
	if err == nil {
		if plain {
			s.FilterPipeline = nil
			delete(s.Dict, "Filter")
		}
		for k, v := range entries {
			s.Dict[k] = v
		}
		err = s.Encode()
	}
	if err != nil {
		if f.err == nil {
			f.err = fmt.Errorf("add stream: %w", err)
		}
		return types.IndirectRef{}
	}
	return f.add(*s)
}

// pageRef is the reference of a page of the book.
func (f *finisher) pageRef(p *layout.Page) types.IndirectRef { return f.pageRefs[p.Number-1] }

// destination is a place on a page, at the zoom that the reader has.
func (f *finisher) destination(p *layout.Page, y float64) types.Array {
	if p.Sheet != nil { // whose space is its own
		return types.Array{f.pageRef(p), types.Name("XYZ"), nil, nil, nil}
	}
	top := types.Float(p.Height - max(y-8, 0))
	return types.Array{f.pageRef(p), types.Name("XYZ"), types.Integer(0), top, types.Integer(0)}
}

// outputIntent says that colours are sRGB.
func (f *finisher) outputIntent() types.Array {
	profile := f.addStream(assets.SRGB(), types.Dict{"N": types.Integer(3), "Alternate": types.Name("DeviceRGB")}, false)
	return types.Array{types.Dict{
		"Type": types.Name("OutputIntent"), "S": types.Name("GTS_PDFA1"),
		"OutputConditionIdentifier": types.StringLiteral("sRGB IEC61966-2.1"), "Info": types.StringLiteral("sRGB IEC61966-2.1"),
		"DestOutputProfile": profile,
	}}
}
