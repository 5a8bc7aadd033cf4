package pdf

import (
	"fmt"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ledstjarna/internal/layout"
	"ledstjarna/internal/pdf/foreign"
)

// graft takes the pages of one file of another origin into the book, once for each
// time that the book shows it.
type graft struct {
	f      *finisher
	file   *foreign.File
	pages  []*layout.Page              // in the file's order
	mapped map[int]types.IndirectRef   // what objects of the file are here
	queue  []int                       // objects of the file that are still to be copied
	links  map[int]types.IndirectRef   // annotations, by the file's numbers
	within map[int][]types.IndirectRef // annotations of each page
	owners map[int][]types.IndirectRef // element of each piece of content, by page
}

// addGrafts puts the pages of other files in the place of the pages drawn for them.
func (f *finisher) addGrafts() error {
	for _, p := range f.book.Pages {
		if p.Sheet == nil {
			continue
		}
		if p.Sheet.Index == 0 {
			file, ok := f.options.Shelf.File(p.Sheet.File)
			if !ok {
				return fmt.Errorf("page %d: %w", p.Number, errEnclosed)
			}
			f.grafts = append(f.grafts, &graft{
				f: f, file: file, mapped: map[int]types.IndirectRef{}, links: map[int]types.IndirectRef{},
				within: map[int][]types.IndirectRef{}, owners: map[int][]types.IndirectRef{},
			})
		}
		if len(f.grafts) == 0 {
			return fmt.Errorf("page %d: %w", p.Number, errEnclosed)
		}
		g := f.grafts[len(f.grafts)-1]
		if p.Sheet.Index != len(g.pages) || p.Sheet.Index >= len(g.file.Pages) {
			return fmt.Errorf("page %d: %w", p.Number, errEnclosed)
		}
		g.pages = append(g.pages, p)
	}
	for _, g := range f.grafts {
		if err := g.takeIn(); err != nil {
			return err
		}
	}
	f.addLayers()
	return f.err
}

func (g *graft) takeIn() error {
	for i, p := range g.pages {
		if n := g.file.Pages[i].Number; n > 0 {
			if _, twice := g.mapped[n]; !twice {
				g.mapped[n] = g.f.pageRef(p)
			}
		}
	}
	for i, p := range g.pages {
		if err := g.page(i, p); err != nil {
			return fmt.Errorf("page %d of an enclosed file: %w", i+1, err)
		}
	}
	return g.copyQueued()
}

// page puts a page of the file in the place of the one drawn for it, which becomes
// its line of numbers.
func (g *graft) page(i int, p *layout.Page) error {
	in, page := g.file.Pages[i], g.f.pages[p.Number-1]
	stamp, err := g.stamp(page, p)
	if err != nil {
		return err
	}
	if g.file.Tagged {
		err = g.direct(i, page, stamp, in.StampMatrix(p.Sheet.Turned))
	} else {
		err = g.wrapped(i, page, stamp, in.StampMatrix(p.Sheet.Turned))
	}
	if err != nil {
		return err
	}
	page["MediaBox"], page["CropBox"] = rectangle(in.Media), rectangle(in.Crop)
	if in.Rotate != 0 {
		page["Rotate"] = types.Integer(in.Rotate)
	}
	if in.Unit != 1 {
		page["UserUnit"] = types.Float(in.Unit)
	}
	for _, l := range in.Links {
		ref := g.f.add(g.annotation(l, p))
		g.links[l.Number] = ref
		g.within[i] = append(g.within[i], ref)
	}
	return nil
}

func rectangle(b foreign.Box) types.Array {
	return types.Array{types.Float(b[0]), types.Float(b[1]), types.Float(b[2]), types.Float(b[3])}
}

// stamp makes what was drawn on a page into a form.
func (g *graft) stamp(page types.Dict, p *layout.Page) (types.IndirectRef, error) {
	sd, _, err := g.f.x.DereferenceStreamDict(page["Contents"])
	if err != nil || sd == nil {
		return types.IndirectRef{}, fmt.Errorf("read the line of numbers: %w", errPageTree)
	}
	w, h := p.Width, p.Height
	if p.Sheet.Turned {
		w, h = h, w
	}
	form := *sd
	form.Dict = types.Dict{
		"Type": types.Name("XObject"), "Subtype": types.Name("Form"), "BBox": rectangle(foreign.Box{0, 0, w, h}),
		"Resources": page["Resources"],
	}
	if v := sd.Dict["Filter"]; v != nil {
		form.Dict["Filter"] = v
	}
	return g.f.add(form), nil
}

// wrapped puts the whole page into a form, so that whatever its drawing leaves behind
// does not reach the line of numbers, and makes it one figure.
func (g *graft) wrapped(i int, page types.Dict, stamp types.IndirectRef, at [6]float64) error {
	in := g.file.Pages[i]
	sd, err := g.file.Contents(i)
	if err != nil {
		return err
	}
	form := types.StreamDict{Dict: types.Dict{
		"Type": types.Name("XObject"), "Subtype": types.Name("Form"), "BBox": rectangle(in.Media), "Resources": types.Dict{},
	}}
	for _, key := range []string{"Filter", "DecodeParms"} {
		if v := sd.Dict[key]; v != nil {
			form.Dict[key] = g.copied(v, 0)
		}
	}
	if r := g.file.Object(in.Resources); r != nil {
		form.Dict["Resources"] = g.copied(in.Resources, 0)
	}
	if group := g.file.Object(in.Group); group != nil {
		form.Dict["Group"] = g.copied(group, 0)
	}
	names := types.Dict{"Page": g.addForeign(form, sd), "Stamp": stamp}
	content := "/Figure <</MCID 0>> BDC\nq /Page Do Q\n"
	for n, d := range in.Drawn {
		name := "Mark" + strconv.Itoa(n)
		names[name] = g.copied(d.Form, 0)
		content += "q " + matrix(d.Matrix) + " cm /" + name + " Do Q\n"
	}
	content += "EMC\nq " + matrix(at) + " cm /Stamp Do Q\n"
	page["Resources"] = types.Dict{"XObject": names}
	page["Contents"] = g.f.addStream([]byte(content), nil, false)
	return nil
}

// direct leaves a page's content as it is, with the marks that its structure
// refers to.
func (g *graft) direct(i int, page types.Dict, stamp types.IndirectRef, at [6]float64) error {
	in := g.file.Pages[i]
	sd, err := g.file.Contents(i)
	if err != nil {
		return err
	}
	own := types.StreamDict{Dict: types.Dict{}}
	for _, key := range []string{"Filter", "DecodeParms"} {
		if v := sd.Dict[key]; v != nil {
			own.Dict[key] = g.copied(v, 0)
		}
	}
	resources, _ := g.copied(g.file.Object(in.Resources), 0).(types.Dict)
	if resources == nil {
		resources = types.Dict{}
	}
	original, _ := g.file.Object(in.Resources).(types.Dict)
	names, _ := g.copied(g.file.Object(original["XObject"]), 0).(types.Dict)
	if names == nil {
		names = types.Dict{}
	}
	name := "Stamp"
	for names[name] != nil {
		name += "s"
	}
	names[name] = stamp
	resources["XObject"] = names
	page["Resources"] = resources
	before := g.f.addStream([]byte("q\n"), nil, false)
	after := g.f.addStream([]byte("\nQ\nq "+matrix(at)+" cm /"+name+" Do Q\n"), nil, false)
	page["Contents"] = types.Array{before, g.addForeign(own, sd), after}
	return nil
}

func matrix(m [6]float64) string {
	var out []byte
	for i, n := range m {
		if i > 0 {
			out = append(out, ' ')
		}
		out = strconv.AppendFloat(out, n, 'f', 5, 64)
	}
	return string(out)
}
