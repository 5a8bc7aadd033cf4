package check

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// ErrUnreadable reports a file that is no PDF or is damaged.
var ErrUnreadable = errors.New("not a readable PDF file")

// file is an opened PDF with what has been found wrong with it.
type file struct {
	x        *model.XRefTable
	root     types.Dict
	pages    []*page
	fonts    map[int]*font // by object number
	problems []string
}

// page is a page of the file.
type page struct {
	number int
	object int
	dict   types.Dict
	marks  map[int]string // text of each MCID
	count  int            // one more than the highest MCID
	other  bool           // it is of another origin, with a line of numbers on it
}

// Problems reads a finished file and returns what is wrong with its structure, in
// plain English for the developer who reads the test's output. An error wraps
// ErrUnreadable.
func Problems(data []byte) ([]string, error) {
	f, err := open(data)
	if err != nil {
		return nil, err
	}
	f.checkContents()
	f.checkStamps()
	f.checkTree()
	f.checkFonts()
	f.checkLinks()
	f.checkMetadata()
	return f.problems, nil
}

// Read returns the structure tree of a file with its texts.
func Read(data []byte) (*Element, error) {
	f, err := open(data)
	if err != nil {
		return nil, err
	}
	f.checkContents()
	return f.tree(), nil
}

func open(data []byte) (*file, error) {
	conf := &model.Configuration{
		Reader15: true, ValidationMode: model.ValidationRelaxed, Eol: types.EolLF, Limits: model.DefaultResourceLimits(),
	}
	ctx, err := api.ReadContext(bytes.NewReader(data), conf)
	if err != nil {
		return nil, fmt.Errorf("read file: %w: %w", ErrUnreadable, err)
	}
	f := &file{x: ctx.XRefTable, fonts: map[int]*font{}}
	if f.root, err = f.x.Catalog(); err != nil {
		return nil, fmt.Errorf("read catalog: %w: %w", ErrUnreadable, err)
	}
	f.collectPages(f.root["Pages"], map[int]bool{})
	return f, nil
}

func (f *file) report(format string, args ...any) {
	f.problems = append(f.problems, fmt.Sprintf(format, args...))
}

// collectPages walks the page tree once.
func (f *file) collectPages(o types.Object, seen map[int]bool) {
	number := objectNumber(o)
	if seen[number] {
		return
	}
	seen[number] = true
	d := f.dict(o)
	if kids := f.array(d["Kids"]); kids != nil {
		for _, kid := range kids {
			f.collectPages(kid, seen)
		}
		return
	}
	if d != nil {
		p := &page{number: len(f.pages) + 1, object: number, dict: d, marks: map[int]string{}}
		p.other = f.stampOf(p) != nil
		f.pages = append(f.pages, p)
	}
}

// objectNumber is that of a reference, 0 for a direct object.
func objectNumber(o types.Object) int {
	if r, ok := o.(types.IndirectRef); ok {
		return r.ObjectNumber.Value()
	}
	return 0
}

func (f *file) dict(o types.Object) types.Dict {
	o, _ = f.x.Dereference(o)
	switch o := o.(type) {
	case types.Dict:
		return o
	case types.StreamDict:
		return o.Dict
	}
	return nil
}

func (f *file) array(o types.Object) types.Array {
	o, _ = f.x.Dereference(o)
	a, _ := o.(types.Array)
	return a
}

// integer returns a number, or -1.
func (f *file) integer(o types.Object) int {
	o, _ = f.x.Dereference(o)
	if i, ok := o.(types.Integer); ok {
		return i.Value()
	}
	return -1
}

func (f *file) name(o types.Object) string {
	o, _ = f.x.Dereference(o)
	if n, ok := o.(types.Name); ok {
		return n.Value()
	}
	return ""
}

// text returns a text string.
func (f *file) text(o types.Object) string {
	o, _ = f.x.Dereference(o)
	if o == nil {
		return ""
	}
	s, err := model.Text(o)
	if err != nil {
		return ""
	}
	return s
}

// stream returns the decoded bytes of a stream.
func (f *file) stream(o types.Object) []byte {
	sd, _, err := f.x.DereferenceStreamDict(o)
	if err != nil || sd == nil {
		return nil
	}
	if err := sd.Decode(); err != nil {
		return nil
	}
	return sd.Content
}

// contents returns the drawing instructions of a page.
func (f *file) contents(p *page) []byte {
	if a := f.array(p.dict["Contents"]); a != nil {
		var all []byte
		for _, o := range a {
			all = append(append(all, f.stream(o)...), '\n')
		}
		return all
	}
	return f.stream(p.dict["Contents"])
}
