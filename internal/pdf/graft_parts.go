package pdf

import (
	"errors"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ledstjarna/internal/layout"
	"ledstjarna/internal/pdf/foreign"
)

var errEnclosed = errors.New("the enclosed file is not at hand as it was set")

// left is a stream whose bytes are read from its file when they are written.
type left struct {
	file   *foreign.File
	stream types.StreamDict
}

// set replaces an object.
func (f *finisher) set(ref types.IndirectRef, o types.Object) {
	f.x.Table[ref.ObjectNumber.Value()].Object = o
}

// annotation is a link of a page of another origin.
func (g *graft) annotation(l foreign.Link, p *layout.Page) types.Dict {
	d := types.Dict{
		"Type": types.Name("Annot"), "Subtype": types.Name("Link"), "P": g.f.pageRef(p), "Rect": rectangle(l.Rect),
		"Border": types.Array{types.Integer(0), types.Integer(0), types.Integer(0)}, "F": types.Integer(4),
	}
	if v := g.file.Object(l.Alt); v != nil {
		d["Contents"] = v
	}
	if l.URI != "" {
		d["A"] = types.Dict{"S": types.Name("URI"), "URI": byteString(l.URI)}
		return d
	}
	d["Dest"] = append(types.Array{g.f.pageRef(g.pages[l.Page])}, l.View...)
	return d
}

// finishGraftedPages gives pages of another origin their links, and keeps how their
// colours blend.
func (f *finisher) finishGraftedPages() {
	for _, g := range f.grafts {
		for i, p := range g.pages {
			page := f.pages[p.Number-1]
			if all := g.within[i]; len(all) > 0 {
				a := make(types.Array, len(all))
				for n, ref := range all {
					a[n] = ref
				}
				page["Annots"] = a
			}
			if group := g.file.Object(g.file.Pages[i].Group); group != nil && g.file.Tagged {
				page["Group"] = g.copied(group, 0)
			}
		}
		if err := g.copyQueued(); err != nil && f.err == nil {
			f.err = err
		}
	}
}

// addLayers keeps hidden what is hidden in the files of other origin.
func (f *finisher) addLayers() {
	var all, off types.Array
	for _, g := range f.grafts {
		for _, v := range g.file.Layers.All {
			all = append(all, g.copied(v, 0))
		}
		for _, v := range g.file.Layers.Off {
			off = append(off, g.copied(v, 0))
		}
		if err := g.copyQueued(); err != nil && f.err == nil {
			f.err = err
		}
	}
	if len(all) == 0 {
		return
	}
	shown := types.Dict{"Name": textString(f.book.Title), "Order": all}
	if len(off) > 0 {
		shown["OFF"] = off
	}
	f.root["OCProperties"] = types.Dict{"OCGs": all, "D": shown}
}

// claims are what the whole file can say of itself: what every file in it says.
func (f *finisher) claims() foreign.Claims {
	out := foreign.Claims{A: "A", UA: true}
	for _, g := range f.grafts {
		c := g.file.Claims
		out.UA = out.UA && c.UA
		switch {
		case out.A == "" || c.A == "":
			out.A = ""
		case c.A == "B" || out.A == "B":
			out.A = "B"
		case c.A == "U":
			out.A = "U"
		}
	}
	return out
}
