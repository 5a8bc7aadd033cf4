package plan

import (
	"slices"
	"strings"
)

// rule returns how the field takes over from the place.
func (s Sources) rule(own Field, p Place) (Inherit, bool) {
	kind := DocumentKind("")
	if p.Document != "" {
		d, ok := s.Register.Document(p.Document)
		if !ok {
			return Inherit{}, false
		}
		kind = d.Kind
	}
	i := slices.IndexFunc(own.Inherits, func(in Inherit) bool {
		return in.List == p.List && in.Document == kind && in.Key == p.Key
	})
	if i < 0 {
		return Inherit{}, false
	}
	return own.Inherits[i], true
}

// at returns what stands at the place as it would stand in the field, and
// whether the place still exists.
func (s Sources) at(own Field, in Inherit, p Place) (Content, bool) {
	cells, ok := s.read(p)
	if !ok {
		return Content{}, false
	}
	f := Filled{}
	for _, x := range in.Pairs {
		if field, ok := FieldIn(own.taken(), x.Own); ok {
			f[x.Own] = fitted(field, cells.Get(x.Theirs), p.Row)
		}
	}
	return NewContent(f), true
}

// read returns the fields of the entry, the cells of the row, or the content
// with the text, that stands at the place.
func (s Sources) read(p Place) (Content, bool) {
	if p.Document == "" && p.Key == "" {
		e, ok := s.Register.Entry(p.List, p.Row)
		return e.Fields, ok
	}
	c := s.Register.Organisation()
	if p.Document != "" {
		var ok bool
		if c, ok = s.Contents[p.Document]; !ok {
			return Content{}, false
		}
	}
	if p.Row == "" {
		return c, !c.Get(p.Key).IsZero()
	}
	r, _, ok := c.Get(p.Key).Row(p.Row)
	return r.Cells, ok
}

// fitted is a value as the field can hold it: a long text as one line, a text in
// a list as its only row.
func fitted(f Field, v Value, row ID) Value {
	switch {
	case v.kind != ValueText:
		return v
	case f.Kind == Line:
		return Text(strings.Join(strings.Fields(v.text), " "))
	case f.Kind == List && len(f.Columns) > 0:
		return Rows(Row{ID: row, Cells: NewContent(Filled{f.Columns[0].Key: fitted(f.Columns[0], v, row)})})
	}
	return v
}
