package foreign

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

const (
	mostElements = 300_000
	mostDepth    = 100
)

// Element is an element of a file's structure tree.
type Element struct {
	Role   string // a standard one
	Dict   types.Dict
	Number int
	Kids   []Kid
}

// Kid is what an element consists of: an element, a piece of a page's content, or a
// link.
type Kid struct {
	Element *Element
	Page    int // from 0
	Mark    int // MCID, where Element is nil and Link is 0
	Link    int // number of the link's object
}

// structure reads the structure tree; nil where there is none that can be taken
// along whole.
func (f *File) structure() *Element {
	root := f.o.dict(f.root["StructTreeRoot"])
	if root == nil || !f.o.yes(f.o.dict(f.root["MarkInfo"])["Marked"]) {
		return nil
	}
	r := &structureReader{
		File: f, roles: f.o.dict(root["RoleMap"]), classes: f.o.dict(root["ClassMap"]), seen: map[int]bool{}, pages: map[int]int{},
	}
	for i, p := range f.Pages {
		if len(p.Drawn) > 0 || p.Key < 0 || p.Number == 0 {
			return nil
		}
		if _, twice := r.pages[p.Number]; twice {
			return nil
		}
		r.pages[p.Number] = i
	}
	top := &Element{Role: "Part"}
	if !r.kids(top, root["K"], -1, 0) || len(top.Kids) == 0 {
		return nil
	}
	return top
}

type structureReader struct {
	*File
	roles   types.Dict
	classes types.Dict
	seen    map[int]bool
	pages   map[int]int // by object number
	count   int
}

// kids reads what stands in an element; false where the tree is not sound.
func (r *structureReader) kids(to *Element, v types.Object, page, depth int) bool {
	if depth > mostDepth {
		return false
	}
	switch k := r.o.get(v).(type) {
	case nil:
		return true
	case types.Integer:
		if page < 0 {
			return false
		}
		to.Kids = append(to.Kids, Kid{Page: page, Mark: k.Value()})
		return true
	case types.Array:
		for _, x := range k {
			if !r.kids(to, x, page, depth+1) {
				return false
			}
		}
		return true
	case types.Dict:
		return r.kid(to, k, number(v), page, depth)
	}
	return false
}

func (r *structureReader) kid(to *Element, d types.Dict, n, page, depth int) bool {
	if v := d["Pg"]; v != nil {
		at, known := r.pages[number(v)]
		if !known {
			return false
		}
		page = at
	}
	switch r.o.name(d["Type"]) {
	case "MCR":
		mark := r.o.integer(d["MCID"], -1)
		if d["Stm"] != nil || page < 0 || mark < 0 {
			return false
		}
		to.Kids = append(to.Kids, Kid{Page: page, Mark: mark})
		return true
	case "OBJR":
		if page < 0 {
			return false
		}
		to.Kids = append(to.Kids, Kid{Page: page, Link: number(d["Obj"])})
		return true
	}
	r.count++
	if n == 0 || r.seen[n] || r.count > mostElements || r.o.name(d["S"]) == "" {
		return false
	}
	r.seen[n] = true
	e := &Element{Role: r.role(r.o.name(d["S"])), Dict: r.attributes(d), Number: n}
	to.Kids = append(to.Kids, Kid{Element: e})
	return r.kids(e, d["K"], page, depth+1)
}

// attributes are the entries of an element that go along: what classes say is put
// into the element itself.
func (r *structureReader) attributes(d types.Dict) types.Dict {
	out := types.Dict{}
	for _, key := range []string{"T", "Lang", "Alt", "E", "ActualText"} {
		if v := r.o.get(d[key]); v != nil {
			out[key] = v
		}
	}
	var all types.Array
	add := func(v types.Object) {
		switch a := r.o.get(v).(type) {
		case types.Dict:
			all = append(all, a)
		case types.Array:
			for _, x := range a {
				if ad := r.o.dict(x); ad != nil {
					all = append(all, ad)
				}
			}
		}
	}
	add(d["A"])
	switch c := r.o.get(d["C"]).(type) {
	case types.Name:
		add(r.classes[c.Value()])
	case types.Array:
		for _, x := range c {
			if name := r.o.name(x); name != "" {
				add(r.classes[name])
			}
		}
	}
	if len(all) > 0 {
		out["A"] = all
	}
	if v := r.o.get(d["ID"]); v != nil {
		out["ID"] = v
	}
	return out
}

// role returns the standard role that a role of the file's own stands for.
func (r *structureReader) role(s string) string {
	for range 16 {
		if standard(s) {
			break
		}
		next := r.o.name(r.roles[s])
		if next == "" {
			return "Span"
		}
		s = next
	}
	switch {
	case s == "Document": // there is one in the file that it comes into
		return "Sect"
	case !standard(s):
		return "Span"
	}
	return s
}

// standard reports whether a role is one of PDF 1.7.
func standard(role string) bool {
	return slices.Contains([]string{
		"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private", "P", "H", "H1", "H2",
		"H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note",
		"Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
	}, role)
}

// sound reports whether each piece of content belongs to one element and each
// link to one that is taken along.
func (f *File) sound(top *Element) bool {
	type piece struct{ page, mark, link int }
	known := map[piece]bool{}
	for i, p := range f.Pages {
		for _, l := range p.Links {
			known[piece{page: i, link: l.Number}] = false
		}
	}
	ok := true
	var visit func(*Element)
	visit = func(e *Element) {
		for _, k := range e.Kids {
			x := piece{k.Page, k.Mark, k.Link}
			switch {
			case k.Element != nil:
				visit(k.Element)
			case k.Link != 0:
				taken, there := known[x]
				ok = ok && there && !taken
				known[x] = true
			default:
				ok = ok && !known[x] && k.Mark < mostElements
				known[x] = true
			}
		}
	}
	visit(top)
	for _, taken := range known {
		ok = ok && taken
	}
	return ok
}
