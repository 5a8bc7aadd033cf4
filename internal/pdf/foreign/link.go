package foreign

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ledstjarna/internal/layout"
)

// link reads a link that leads to the web or to a page of the file.
func (f *File) link(d types.Dict, n int) (Link, bool) {
	rect, ok := f.o.box(d["Rect"])
	if !ok {
		return Link{}, false
	}
	l := Link{Number: n, Rect: rect, Page: -1, Alt: d["Contents"], Key: f.o.integer(d["StructParent"], -1)}
	a := f.o.dict(d["A"])
	dest := d["Dest"]
	switch f.o.name(a["S"]) {
	case "URI":
		l.URI = f.bytes(a["URI"])
		return l, layout.Follows(l.URI)
	case "GoTo":
		dest = a["D"]
	}
	at := f.o.array(f.destination(dest))
	if len(at) == 0 {
		return Link{}, false
	}
	for i, p := range f.Pages {
		if p.Number > 0 && p.Number == number(at[0]) {
			l.Page, l.View = i, f.view(at[1:])
			return l, true
		}
	}
	return Link{}, false
}

// view keeps the plain values of a destination.
func (f *File) view(a types.Array) types.Array {
	var out types.Array
	for _, v := range a {
		switch v := f.o.get(v).(type) {
		case nil, types.Name, types.Integer, types.Float:
			out = append(out, v)
		}
	}
	return out
}

// Text returns the bytes of a string.
func (f *File) Text(v types.Object) string { return f.bytes(v) }

// bytes returns a string.
func (f *File) bytes(v types.Object) string {
	switch s := f.o.get(v).(type) {
	case types.StringLiteral:
		b, err := types.Unescape(s.Value())
		if err != nil {
			return ""
		}
		return string(b)
	case types.HexLiteral:
		b, err := s.Bytes()
		if err != nil {
			return ""
		}
		return string(b)
	}
	return ""
}

// destination finds a named destination; others are what they are.
func (f *File) destination(v types.Object) types.Object {
	name := ""
	switch n := f.o.get(v).(type) {
	case types.Name:
		name = n.Value()
	case types.StringLiteral, types.HexLiteral:
		name = f.bytes(n)
	default:
		return v
	}
	if f.names == nil {
		f.names = map[string]types.Object{}
		for k, d := range f.o.dict(f.root["Dests"]) {
			f.names[k] = d
		}
		f.readNames(f.o.dict(f.root["Names"])["Dests"], 0)
	}
	d := f.names[name]
	if in := f.o.dict(d); in != nil {
		return in["D"]
	}
	return d
}

// mostNames bounds the destinations that are read.
const mostNames = 200_000

func (f *File) readNames(v types.Object, depth int) {
	d := f.o.dict(v)
	if d == nil || depth > 32 {
		return
	}
	names := f.o.array(d["Names"])
	for i := 0; i+1 < len(names) && len(f.names) < mostNames; i += 2 {
		f.names[f.bytes(names[i])] = names[i+1]
	}
	for _, kid := range f.o.array(d["Kids"]) {
		if len(f.names) < mostNames {
			f.readNames(kid, depth+1)
		}
	}
}
