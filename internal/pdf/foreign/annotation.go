package foreign

import (
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Drawn is an appearance on its place on the page.
type Drawn struct {
	Form   types.IndirectRef
	Matrix [6]float64
}

// Link is a place to click on that leads to the web, or to a page of the file.
type Link struct {
	Number int // of its object
	Rect   Box
	URI    string      // "" for one to a page
	Page   int         // from 0
	View   types.Array // of a destination, after its page
	Alt    types.Object
	Key    int // in the structure's parent tree, -1 for none
}

// found is what the annotations of a file hold beside what can be shown.
type found struct {
	fields    bool // form fields
	unfilled  bool // fields with values that have no appearance
	signature bool
	active    bool // scripts, sound, film, files
	bare      bool // marks without an appearance
	widgets   bool // appearances of form fields
}

// Flags of an annotation.
const (
	flagHidden = 1 << 1
	flagNoView = 1 << 5
)

// annotations reads what stands on a page beside its contents.
func (f *File) annotations(p *Page, seen *found) {
	for _, v := range f.o.array(p.dict["Annots"]) {
		d := f.o.dict(v)
		if d == nil {
			continue
		}
		kind := f.o.name(d["Subtype"])
		seen.active = seen.active || d["AA"] != nil || f.isActive(kind, d)
		flags := f.o.integer(d["F"], 0)
		if flags&(flagHidden|flagNoView) != 0 {
			continue
		}
		switch kind {
		case "Popup":
		case "Link":
			if l, ok := f.link(d, number(v)); ok {
				p.Links = append(p.Links, l)
			}
		case "Widget":
			f.widget(p, d, seen)
		default:
			if !f.draw(p, d) && f.marks(kind) {
				seen.bare = true
			}
		}
	}
}

func (f *File) isActive(kind string, d types.Dict) bool {
	switch kind {
	case "FileAttachment", "Sound", "Movie", "Screen", "RichMedia", "3D":
		return true
	}
	switch a := f.o.dict(d["A"]); f.o.name(a["S"]) {
	case "JavaScript", "Launch", "SubmitForm", "ImportData", "Rendition", "Movie", "Sound":
		return true
	}
	return false
}

// marks reports whether an annotation of the kind shows something on the page.
func (f *File) marks(kind string) bool {
	switch kind {
	case "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline", "Squiggly", "StrikeOut",
		"Stamp", "Caret", "Ink", "Redact", "Watermark":
		return true
	}
	return false
}

// widget reads a form field.
func (f *File) widget(p *Page, d types.Dict, seen *found) {
	seen.fields = true
	kind := f.o.name(f.field(d, "FT"))
	value := f.o.get(f.field(d, "V"))
	if kind == "Sig" && value != nil {
		seen.signature = true
	}
	if f.draw(p, d) {
		seen.widgets = true
		return
	}
	if rect, ok := f.o.box(d["Rect"]); !ok || rect.Width() < leastSide {
		return
	}
	switch kind {
	case "Tx", "Ch":
		seen.unfilled = seen.unfilled || !f.blank(value)
	case "Btn":
		on := f.o.name(value)
		seen.unfilled = seen.unfilled || on != "" && on != "Off"
	}
}

func (f *File) blank(v types.Object) bool {
	switch s := v.(type) {
	case nil:
		return true
	case types.StringLiteral:
		return s.Value() == ""
	case types.HexLiteral:
		return s.Value() == ""
	case types.Array:
		return len(s) == 0
	}
	return false
}

// field returns an entry of a form field, which it may have from above.
func (f *File) field(d types.Dict, key string) types.Object {
	for range 32 {
		if v := d[key]; v != nil {
			return v
		}
		if d = f.o.dict(d["Parent"]); d == nil {
			break
		}
	}
	return nil
}

// draw notes the appearance that an annotation shows, false where it has none.
func (f *File) draw(p *Page, d types.Dict) bool {
	ap := f.o.dict(d["AP"])
	v := ap["N"]
	if _, isForm := f.o.stream(v); !isForm {
		states := f.o.dict(v)
		if states == nil {
			return false
		}
		state := f.o.name(d["AS"])
		if v = states[state]; v == nil {
			return state == "Off" || state == ""
		}
	}
	ref, ok := v.(types.IndirectRef)
	sd, isForm := f.o.stream(v)
	rect, placed := f.o.box(d["Rect"])
	bbox, boxed := f.o.box(sd.Dict["BBox"])
	if !ok || !isForm {
		return false
	}
	if !placed || !boxed {
		return true // an appearance without size shows nothing
	}
	p.Drawn = append(p.Drawn, Drawn{Form: ref, Matrix: f.onto(rect, bbox, sd.Dict["Matrix"])})
	return true
}

// onto is the matrix that puts an appearance on its rectangle: its box, turned by
// its own matrix, is stretched to it.
func (f *File) onto(rect, bbox Box, matrix types.Object) [6]float64 {
	m := [6]float64{1, 0, 0, 1, 0, 0}
	if a := f.o.array(matrix); len(a) == 6 {
		for i := range m {
			m[i], _ = f.o.number(a[i])
		}
	}
	turned := Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, x := range []float64{bbox[0], bbox[2]} {
		for _, y := range []float64{bbox[1], bbox[3]} {
			tx, ty := m[0]*x+m[2]*y+m[4], m[1]*x+m[3]*y+m[5]
			turned = Box{min(turned[0], tx), min(turned[1], ty), max(turned[2], tx), max(turned[3], ty)}
		}
	}
	sx, sy := 1.0, 1.0
	if turned.Width() > 0 {
		sx = rect.Width() / turned.Width()
	}
	if turned.Height() > 0 {
		sy = rect.Height() / turned.Height()
	}
	return [6]float64{sx, 0, 0, sy, rect[0] - sx*turned[0], rect[1] - sy*turned[1]}
}
