package check

import (
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// stamp begins the name of the form that holds the line of numbers on a page of
// another origin.
const stamp = "Stamp"

// stampOf returns the drawing of a page's line of numbers, nil where it has none.
func (f *file) stampOf(p *page) []byte {
	for name, v := range f.dict(f.dict(p.dict["Resources"])["XObject"]) {
		if strings.HasPrefix(name, stamp) && f.name(f.dict(v)["Subtype"]) == "Form" {
			return append(f.stream(v), ' ')
		}
	}
	return nil
}

// checkStamps checks that lines of numbers are artifacts, whose characters can be
// read.
func (f *file) checkStamps() {
	for _, p := range f.pages {
		src := f.stampOf(p)
		if src == nil {
			continue
		}
		inner := &page{number: p.number, dict: p.dict, marks: map[int]string{}}
		r := &reader{f: f, page: inner, fonts: f.stampFonts(p)}
		s := &scanner{src: src}
		for t, ok := s.next(); ok; t, ok = s.next() {
			if t.kind != operator {
				r.args = append(r.args, t)
				continue
			}
			r.do(t.text)
			r.args = r.args[:0]
		}
		if inner.count > 0 {
			f.report("page %d: the line of numbers is no artifact", p.number)
		}
	}
}

// stampFonts are the fonts of a page's line of numbers.
func (f *file) stampFonts(p *page) types.Dict {
	for name, v := range f.dict(f.dict(p.dict["Resources"])["XObject"]) {
		if strings.HasPrefix(name, stamp) {
			return f.dict(f.dict(f.dict(v)["Resources"])["Font"])
		}
	}
	return nil
}

// tagged reports whether the page brings a structure of its own.
func (f *file) tagged(p *page) bool {
	return f.dict(f.dict(p.dict["Resources"])["XObject"])["Page"] == nil
}

// own is the tree without the parts that are of another origin.
func (f *file) own(top *Element) *Element {
	out := *top
	out.Kids = nil
	for _, k := range top.Kids {
		if k.Role == "Document" {
			k = f.own(k)
		} else if f.isOther(k) {
			continue
		}
		out.Kids = append(out.Kids, k)
	}
	return &out
}

func (f *file) isOther(e *Element) bool {
	found := false
	e.Walk(func(e *Element) {
		found = found || slices.ContainsFunc(e.marks, func(m markRef) bool { return m.page.other })
	})
	return found
}
