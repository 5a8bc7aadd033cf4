package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ledstjarna/internal/layout"
)

// addLinks writes the links' annotations.
func (f *finisher) addLinks() {
	for i, p := range f.book.Pages {
		var all types.Array
		for n, l := range p.Links {
			ref := f.add(f.annotation(p, l))
			f.linkRefs[linkKey{p, n}] = ref
			all = append(all, ref)
		}
		if len(all) > 0 {
			f.pages[i]["Annots"] = all
		}
	}
}

func (f *finisher) annotation(p *layout.Page, l layout.Link) types.Dict {
	d := types.Dict{
		"Type": types.Name("Annot"), "Subtype": types.Name("Link"), "P": f.pageRef(p),
		"Rect": types.Array{
			types.Float(l.X), types.Float(p.Height - l.Y - l.H), types.Float(l.X + l.W), types.Float(p.Height - l.Y),
		},
		"Border":   types.Array{types.Integer(0), types.Integer(0), types.Integer(0)},
		"F":        types.Integer(4), // printed
		"Contents": textString(l.Contents),
	}
	if l.Page != nil {
		d["Dest"] = f.destination(l.Page, l.ToY)
	} else {
		d["A"] = types.Dict{"S": types.Name("URI"), "URI": byteString(address(l.URL))}
	}
	return d
}

// addOutline writes the bookmarks. Entries below the first level are folded.
func (f *finisher) addOutline() {
	if len(f.book.Bookmarks) == 0 {
		return
	}
	root := types.Dict{"Type": types.Name("Outlines")}
	rootRef := f.add(root)
	type open struct {
		dict types.Dict
		ref  types.IndirectRef
		last types.Dict // its youngest child
		at   types.IndirectRef
	}
	path := []*open{{dict: root, ref: rootRef}}
	for _, b := range f.book.Bookmarks {
		level := min(b.Level, len(path))
		path = path[:level]
		parent := path[level-1]
		d := types.Dict{"Title": textString(b.Title), "Parent": parent.ref, "Dest": f.destination(b.Page, b.Y)}
		ref := f.add(d)
		if parent.last == nil {
			parent.dict["First"] = ref
		} else {
			parent.last["Next"], d["Prev"] = ref, parent.at
		}
		parent.dict["Last"] = ref
		parent.last, parent.at = d, ref
		count, _ := parent.dict["Count"].(types.Integer)
		if level == 1 {
			parent.dict["Count"] = count + 1
		} else {
			parent.dict["Count"] = count - 1
		}
		path = append(path, &open{dict: d, ref: ref})
	}
	f.root["Outlines"] = rootRef
	f.root["PageMode"] = types.Name("UseOutlines")
}
