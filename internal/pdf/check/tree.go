package check

import (
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Element is a node of the structure tree.
type Element struct {
	Role     string
	Text     string // what its own marked content says
	Alt      string
	Actual   string
	Language string
	Kids     []*Element

	dict   types.Dict
	object int
	order  []part
	marks  []markRef
	links  []int // annotations' object numbers
}

// part is what an element consists of, in reading order: text or an element.
type part struct {
	text string
	kid  *Element
}

// markRef is a piece of marked content on a page.
type markRef struct {
	page *page
	mcid int
}

// AllText returns what the element and everything below it say, in reading order.
// ActualText and Alt stand for the text that they replace.
func (e *Element) AllText() string {
	var s strings.Builder
	e.say(&s)
	return s.String()
}

func (e *Element) say(s *strings.Builder) {
	if e.Actual != "" || e.Alt != "" {
		s.WriteString(e.Actual + e.Alt)
		return
	}
	for _, p := range e.order {
		s.WriteString(p.text)
		if p.kid != nil {
			p.kid.say(s)
		}
	}
}

// Walk visits the element and everything below it.
func (e *Element) Walk(visit func(*Element)) {
	visit(e)
	for _, k := range e.Kids {
		k.Walk(visit)
	}
}

// tree reads the structure tree; nil if there is none.
func (f *file) tree() *Element {
	pages := map[int]*page{}
	for _, p := range f.pages {
		pages[p.object] = p
	}
	root := f.dict(f.root["StructTreeRoot"])
	if root == nil {
		return nil
	}
	top := &Element{Role: "StructTreeRoot", dict: root, object: objectNumber(f.root["StructTreeRoot"])}
	f.kids(top, root["K"], pages, map[int]bool{})
	return top
}

// kids reads the K entry of an element.
func (f *file) kids(e *Element, k types.Object, pages map[int]*page, seen map[int]bool) {
	for _, kid := range f.list(k) {
		number := objectNumber(kid)
		if mcid := f.integer(kid); mcid >= 0 {
			f.addMark(e, pages[objectNumber(e.dict["Pg"])], mcid)
			continue
		}
		d := f.dict(kid)
		switch {
		case d == nil || number > 0 && seen[number]:
			f.report("the structure tree has a broken branch below %s", e.Role)
		case f.name(d["Type"]) == "MCR":
			f.addMark(e, pages[objectNumber(d["Pg"])], f.integer(d["MCID"]))
		case f.name(d["Type"]) == "OBJR":
			e.links = append(e.links, objectNumber(d["Obj"]))
		default:
			seen[number] = true
			child := &Element{
				Role: f.name(d["S"]), Alt: f.text(d["Alt"]), Actual: f.text(d["ActualText"]), Language: f.text(d["Lang"]),
				dict: d, object: number,
			}
			if objectNumber(d["P"]) != e.object {
				f.report("a %s does not name the %s above it as its parent", child.Role, e.Role)
			}
			f.kids(child, d["K"], pages, seen)
			e.Kids, e.order = append(e.Kids, child), append(e.order, part{kid: child})
		}
	}
}

// list returns the objects of an entry that may be one object or an array.
func (f *file) list(o types.Object) []types.Object {
	if o == nil {
		return nil
	}
	if a := f.array(o); a != nil {
		return a
	}
	return []types.Object{o}
}

func (f *file) addMark(e *Element, p *page, mcid int) {
	if p == nil {
		f.report("a %s has content on no page", e.Role)
		return
	}
	if _, ok := p.marks[mcid]; !ok {
		f.report("a %s has content %d that page %d does not draw", e.Role, mcid, p.number)
	}
	e.marks = append(e.marks, markRef{p, mcid})
	e.Text += p.marks[mcid]
	e.order = append(e.order, part{text: p.marks[mcid]})
}
