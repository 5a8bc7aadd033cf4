package pdf

import (
	"maps"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ledstjarna/internal/layout"
	"ledstjarna/internal/pdf/foreign"
)

// graftOf is the one that a node's or a page's sheets belong to.
func (f *finisher) graftOf(p *layout.Page) *graft {
	for _, g := range f.grafts {
		if slices.Contains(g.pages, p) {
			return g
		}
	}
	return nil
}

// boundSheet gives a figure that is a whole page of another origin its place, which
// the page itself knows.
func (f *finisher) boundSheet(n *layout.Node) {
	if n.Role != layout.Figure || len(n.Kids) == 0 || n.Kids[0].Page == nil || n.Kids[0].Page.Sheet == nil {
		return
	}
	p := n.Kids[0].Page
	if g := f.graftOf(p); g != nil {
		crop := [4]float64(g.file.Pages[p.Sheet.Index].Crop)
		n.BBox = &crop
	}
}

// sheets writes the structure that a file of another origin brings along.
func (t *tagger) sheets(n *layout.Node, d types.Dict, ref types.IndirectRef) types.Array {
	g := t.f.graftOf(n.Sheets.Pages[0])
	if g == nil || g.file.Elements == nil {
		return nil
	}
	w := &graftTagger{tagger: t, graft: g, prefix: "file" + strconv.Itoa(slices.Index(t.f.grafts, g)) + "."}
	if lang := g.file.Language; lang != nil && n.Language == "" {
		d["Lang"] = g.copied(lang, 0)
	}
	return w.kids(g.file.Elements, ref)
}

// graftTagger writes the elements of one file.
type graftTagger struct {
	*tagger
	graft  *graft
	prefix string // of its elements' names
}

func (w *graftTagger) element(e *foreign.Element, parent types.IndirectRef) types.IndirectRef {
	d, _ := w.graft.copied(e.Dict, 0).(types.Dict)
	d["Type"], d["S"], d["P"] = types.Name("StructElem"), types.Name(e.Role), parent
	ref := w.f.add(d)
	if id := w.graft.file.Text(e.Dict["ID"]); id != "" {
		name := w.prefix + id
		d["ID"] = byteString(name)
		w.ids[name] = ref
	}
	if a, ok := d["A"].(types.Array); ok {
		w.headers(a)
	}
	if kids := w.kids(e, ref); len(kids) > 0 {
		d["K"] = kids
	}
	return ref
}

// headers gives the header cells that cells name the names that they have here.
func (w *graftTagger) headers(attributes types.Array) {
	for i, v := range attributes {
		a, ok := v.(types.Dict)
		if !ok || a["Headers"] == nil {
			continue
		}
		names, _ := w.graft.file.Object(a["Headers"]).(types.Array)
		out := make(types.Array, 0, len(names))
		for _, n := range names {
			out = append(out, byteString(w.prefix+w.graft.file.Text(n)))
		}
		a = maps.Clone(a)
		a["Headers"] = out
		attributes[i] = a
	}
}

func (w *graftTagger) kids(e *foreign.Element, ref types.IndirectRef) types.Array {
	var out types.Array
	for _, k := range e.Kids {
		switch {
		case k.Element != nil:
			out = append(out, w.element(k.Element, ref))
		case k.Link != 0:
			annotation := w.graft.links[k.Link]
			if d, err := w.f.x.DereferenceDict(annotation); err == nil && d != nil {
				d["StructParent"] = types.Integer(w.next)
			}
			w.numbers = append(w.numbers, types.Integer(w.next), ref)
			w.next++
			out = append(out, types.Dict{"Type": types.Name("OBJR"), "Obj": annotation, "Pg": w.f.pageRef(w.graft.pages[k.Page])})
		default:
			row := w.graft.owners[k.Page]
			for len(row) <= k.Mark {
				row = append(row, types.IndirectRef{})
			}
			row[k.Mark] = ref
			w.graft.owners[k.Page] = row
			out = append(out, types.Dict{"Type": types.Name("MCR"), "Pg": w.f.pageRef(w.graft.pages[k.Page]), "MCID": types.Integer(k.Mark)})
		}
	}
	return out
}

// row is what the parent tree says of a page.
func (t *tagger) row(p *layout.Page) types.Array {
	owners := t.owners[p]
	if g := t.f.graftOf(p); g != nil && g.file.Tagged {
		owners = g.owners[p.Sheet.Index]
	}
	row := make(types.Array, len(owners))
	for n, ref := range owners {
		if ref.ObjectNumber != 0 {
			row[n] = ref
		}
	}
	return row
}

// addIDs writes the names of elements.
func (t *tagger) addIDs(root types.Dict) {
	if len(t.ids) == 0 {
		return
	}
	names := slices.Sorted(maps.Keys(t.ids))
	all := make(types.Array, 0, 2*len(names))
	for _, n := range names {
		all = append(all, byteString(n), t.ids[n])
	}
	root["IDTree"] = t.f.add(types.Dict{"Names": all})
}
