package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ledstjarna/internal/layout"
)

// tagger writes the structure tree.
type tagger struct {
	f       *finisher
	owners  map[*layout.Page][]types.IndirectRef // element of each mark
	numbers types.Array                          // the parent tree's rows for links
	next    int                                  // key of the next row
	ids     map[string]types.IndirectRef         // elements that have names
}

// addTags writes the structure tree with the parent tree that leads back to it.
func (f *finisher) addTags() {
	t := &tagger{f: f, owners: map[*layout.Page][]types.IndirectRef{}, next: len(f.book.Pages), ids: map[string]types.IndirectRef{}}
	for _, p := range f.book.Pages {
		t.owners[p] = make([]types.IndirectRef, len(p.Marks))
	}
	root := types.Dict{"Type": types.Name("StructTreeRoot")}
	rootRef := f.add(root)
	root["K"] = types.Array{t.element(f.book.Root, rootRef)}
	rows := make(types.Array, 0, 2*len(f.book.Pages)+len(t.numbers))
	for i, p := range f.book.Pages {
		rows = append(rows, types.Integer(i), f.add(t.row(p)))
	}
	root["ParentTree"] = f.add(types.Dict{"Nums": append(rows, t.numbers...)})
	t.addIDs(root)
	root["ParentTreeNextKey"] = types.Integer(t.next)
	f.root["StructTreeRoot"] = rootRef
	f.root["MarkInfo"] = types.Dict{"Marked": types.Boolean(true)}
}

// element writes a node and everything below it.
func (t *tagger) element(n *layout.Node, parent types.IndirectRef) types.IndirectRef {
	d := types.Dict{"Type": types.Name("StructElem"), "S": types.Name(n.Role), "P": parent}
	ref := t.f.add(d)
	for key, value := range map[string]string{"T": n.Title, "Alt": n.Alt, "ActualText": n.Actual} {
		if value != "" {
			d[key] = textString(value)
		}
	}
	if n.Language != "" {
		d["Lang"] = byteString(n.Language)
	}
	t.f.boundSheet(n)
	if a := attributes(n); len(a) > 0 {
		d["A"] = a
	}
	kids := t.kids(n, d, ref)
	if n.Sheets != nil {
		kids = append(kids, t.sheets(n, d, ref)...)
	}
	if len(kids) > 0 {
		d["K"] = kids
	}
	return ref
}

// kids writes what a node consists of. Marks on the page of the first are only
// numbers.
func (t *tagger) kids(n *layout.Node, d types.Dict, ref types.IndirectRef) types.Array {
	var out types.Array
	var page *layout.Page
	for _, k := range n.Kids {
		switch {
		case k.Node != nil:
			out = append(out, t.element(k.Node, ref))
		case k.Mark >= 0:
			t.owners[k.Page][k.Mark] = ref
			if page == nil {
				page = k.Page
				d["Pg"] = t.f.pageRef(page)
			}
			if page == k.Page {
				out = append(out, types.Integer(k.Mark))
			} else {
				out = append(out, types.Dict{"Type": types.Name("MCR"), "Pg": t.f.pageRef(k.Page), "MCID": types.Integer(k.Mark)})
			}
		default:
			out = append(out, t.link(k, ref))
		}
	}
	return out
}

// link writes a reference to a link's annotation and its row in the parent tree.
func (t *tagger) link(k layout.Kid, ref types.IndirectRef) types.Dict {
	annotation := t.f.linkRefs[linkKey{k.Page, k.Link}]
	if d, err := t.f.x.DereferenceDict(annotation); err == nil && d != nil {
		d["StructParent"] = types.Integer(t.next)
	}
	t.numbers = append(t.numbers, types.Integer(t.next), ref)
	t.next++
	return types.Dict{"Type": types.Name("OBJR"), "Obj": annotation, "Pg": t.f.pageRef(k.Page)}
}

// attributes returns what tables, lists and figures say beyond their role.
func attributes(n *layout.Node) types.Array {
	var out types.Array
	table := types.Dict{"O": types.Name("Table")}
	if n.Scope != "" {
		table["Scope"] = types.Name(n.Scope)
	}
	if n.Span > 1 {
		table["ColSpan"] = types.Integer(n.Span)
	}
	if n.Summary != "" {
		table["Summary"] = textString(n.Summary)
	}
	if len(table) > 1 {
		out = append(out, table)
	}
	if n.Number != "" {
		out = append(out, types.Dict{"O": types.Name("List"), "ListNumbering": types.Name(n.Number)})
	}
	if b := n.BBox; b != nil {
		out = append(out, types.Dict{
			"O":    types.Name("Layout"),
			"BBox": types.Array{types.Float(b[0]), types.Float(b[1]), types.Float(b[2]), types.Float(b[3])},
		})
	}
	return out
}
