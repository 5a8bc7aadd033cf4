package check

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// checkTree checks the structure tree and that the parent tree mirrors it.
func (f *file) checkTree() {
	top := f.tree()
	if top == nil {
		f.report("there is no structure tree")
		return
	}
	if len(top.Kids) != 1 || top.Kids[0].Role != "Document" {
		f.report("the structure tree does not have one Document at its root")
	}
	parents := f.parents(f.dict(top.dict["ParentTree"]), 0)
	owners := map[markRef]*Element{}
	links := map[int]*Element{}
	top.Walk(func(e *Element) {
		for _, m := range e.marks {
			if owners[m] != nil {
				f.report("content %d of page %d belongs to two elements", m.mcid, m.page.number)
			}
			owners[m] = e
		}
		for _, n := range e.links {
			links[n] = e
		}
	})
	for _, p := range f.pages {
		f.checkPageParents(p, parents, owners)
		f.checkLinkParents(p, parents, links)
	}
	f.checkRoles(top)
}

// deepest is how many levels a number tree may have.
const deepest = 20

// parents reads the parent tree: the object for each key.
func (f *file) parents(d types.Dict, depth int) map[int]types.Object {
	out := map[int]types.Object{}
	if depth > deepest {
		f.report("the parent tree goes round")
		return out
	}
	nums := f.array(d["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		key := f.integer(nums[i])
		if _, twice := out[key]; twice {
			f.report("the parent tree has key %d twice", key)
		}
		out[key] = nums[i+1]
	}
	for _, kid := range f.array(d["Kids"]) {
		for k, v := range f.parents(f.dict(kid), depth+1) {
			out[k] = v
		}
	}
	return out
}

// checkPageParents checks a page's row in the parent tree against its content.
func (f *file) checkPageParents(p *page, parents map[int]types.Object, owners map[markRef]*Element) {
	key := f.integer(p.dict["StructParents"])
	row := f.array(parents[key])
	if key < 0 || parents[key] == nil {
		f.report("page %d is not in the parent tree", p.number)
		return
	}
	if len(row) != p.count || len(p.marks) != p.count {
		f.report("page %d has %d sequences up to number %d, its row in the parent tree %d", p.number, len(p.marks), p.count, len(row))
	}
	for mcid := range row {
		owner := owners[markRef{p, mcid}]
		if owner == nil {
			f.report("content %d of page %d belongs to no element", mcid, p.number)
		} else if owner.object != objectNumber(row[mcid]) {
			f.report("the parent tree names another element for content %d of page %d", mcid, p.number)
		}
	}
	if f.name(p.dict["Tabs"]) != "S" {
		f.report("page %d: the tab order does not follow the structure", p.number)
	}
	if p.dict["Group"] != nil && !p.other {
		f.report("page %d has a transparency group", p.number)
	}
}

// checkLinkParents checks that each annotation is in the tree and leads back.
func (f *file) checkLinkParents(p *page, parents map[int]types.Object, links map[int]*Element) {
	for _, o := range f.array(p.dict["Annots"]) {
		d := f.dict(o)
		key := f.integer(d["StructParent"])
		owner := links[objectNumber(o)]
		switch {
		case p.other && owner == nil && !f.tagged(p): // its link goes with no structure
		case owner == nil:
			f.report("page %d: a link is not in the structure tree", p.number)
		case key < 0 || objectNumber(parents[key]) != owner.object:
			f.report("page %d: the parent tree does not lead from a link to its element", p.number)
		case owner.Role != "Link":
			f.report("page %d: a link stands in a %s", p.number, owner.Role)
		}
	}
}
