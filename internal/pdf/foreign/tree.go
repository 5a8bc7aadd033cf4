package foreign

import (
	"errors"
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

const (
	mostPages = 10_000
	deepest   = 256 // levels of a page tree
)

var (
	errNoPages = errors.New("it has no pages")
	errGone    = errors.New("pages are gone")
	errMany    = errors.New("more pages than there is room for")
	errRound   = errors.New("the page tree goes round")
)

// Box is a rectangle of a page: left, bottom, right, top.
type Box [4]float64

// Width of the box.
func (b Box) Width() float64 { return b[2] - b[0] }

// Height of the box.
func (b Box) Height() float64 { return b[3] - b[1] }

// Page is a page of a file.
type Page struct {
	Number      int // of its object, 0 for none
	Media, Crop Box
	Rotate      int     // clockwise, 0, 90, 180 or 270
	Unit        float64 // points in a unit of the page
	Resources   types.Object
	Group       types.Object
	Drawn       []Drawn // appearances, in their order
	Links       []Link
	Key         int // in the structure's parent tree, -1 for none

	dict types.Dict
}

// inherited are the entries that a page may have from above.
type inherited struct{ resources, media, crop, rotate types.Object }

func (o objects) inherit(up inherited, d types.Dict) inherited {
	for _, e := range []struct {
		to  *types.Object
		key string
	}{{&up.resources, "Resources"}, {&up.media, "MediaBox"}, {&up.crop, "CropBox"}, {&up.rotate, "Rotate"}} {
		if v := d[e.key]; o.get(v) != nil {
			*e.to = v
		}
	}
	return up
}

// pages walks the page tree once.
func (o objects) pages(root types.Dict) ([]Page, error) {
	w := &walk{objects: o, path: map[int]bool{}}
	if err := w.node(root["Pages"], inherited{}, 0); err != nil {
		return nil, err
	}
	if len(w.out) == 0 {
		return nil, errNoPages
	}
	return w.out, nil
}

type walk struct {
	objects
	path map[int]bool // nodes above
	out  []Page
}

func (w *walk) node(v types.Object, up inherited, depth int) error {
	n := number(v)
	d := w.dict(v)
	switch {
	case d == nil:
		return errGone
	case depth > deepest || n > 0 && w.path[n]:
		return errRound
	case len(w.out) >= mostPages:
		return errMany
	}
	up = w.inherit(up, d)
	kids, isNode := w.get(d["Kids"]).(types.Array)
	if !isNode {
		w.out = append(w.out, w.page(d, n, up))
		return nil
	}
	w.path[n] = true
	defer delete(w.path, n)
	for _, kid := range kids {
		if err := w.node(kid, up, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (w *walk) page(d types.Dict, n int, up inherited) Page {
	p := Page{
		Number: n, Resources: up.resources, Group: d["Group"], Key: w.integer(d["StructParents"], -1), Unit: 1, dict: d,
		Rotate: ((w.integer(up.rotate, 0)%360 + 360) % 360) / 90 * 90,
	}
	if u, ok := w.number(d["UserUnit"]); ok && u > 0 && u <= 100 {
		p.Unit = u
	}
	media, ok := w.box(up.media)
	if !ok {
		media = Box{0, 0, 612, 792} // what readers take where a page does not say
	}
	p.Media, p.Crop = media, media
	if crop, ok := w.box(up.crop); ok {
		crop = Box{max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3])}
		if crop.Width() > 0 && crop.Height() > 0 {
			p.Crop = crop
		}
	}
	return p
}

// most and least are the sides of a page that can be shown, in its units.
const (
	mostSide  = 20_000
	leastSide = 1
)

// box reads a rectangle; its corners may stand in any order.
func (o objects) box(v types.Object) (Box, bool) {
	a := o.array(v)
	if len(a) != 4 {
		return Box{}, false
	}
	var n [4]float64
	for i := range n {
		f, ok := o.number(a[i])
		if !ok || math.IsNaN(f) || math.Abs(f) > 1e6 {
			return Box{}, false
		}
		n[i] = f
	}
	b := Box{min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3])}
	if b.Width() < leastSide || b.Height() < leastSide || b.Width() > mostSide || b.Height() > mostSide {
		return Box{}, false
	}
	return b, true
}

// Shown is the page's size in points as it is shown.
func (p Page) Shown() (width, height float64) {
	width, height = p.Crop.Width()*p.Unit, p.Crop.Height()*p.Unit
	if p.Rotate%180 != 0 {
		width, height = height, width
	}
	return width, height
}
