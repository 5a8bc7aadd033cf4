package check

import (
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// under lists what may stand directly below a role that restricts its children.
func under(role string) []string {
	switch role {
	case "L":
		return []string{"LI", "L", "Caption"}
	case "LI":
		return []string{"Lbl", "LBody"}
	case "Table":
		return []string{"Caption", "THead", "TBody", "TFoot", "TR"}
	case "THead", "TBody", "TFoot":
		return []string{"TR"}
	case "TR":
		return []string{"TH", "TD"}
	case "TOC":
		return []string{"TOCI", "TOC", "Caption"}
	case "TOCI":
		return []string{"Lbl", "Reference", "NonStruct", "P", "TOC"}
	}
	return nil
}

// above lists where a role must stand.
func above(role string) []string {
	switch role {
	case "LI":
		return []string{"L"}
	case "LBody":
		return []string{"LI"}
	case "THead", "TBody", "TFoot":
		return []string{"Table"}
	case "TR":
		return []string{"Table", "THead", "TBody", "TFoot"}
	case "TH", "TD":
		return []string{"TR"}
	case "TOCI":
		return []string{"TOC"}
	}
	return nil
}

// known are the roles of PDF 1.7 in use.
func known() []string {
	return strings.Fields("Document Part Sect Div P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table Caption THead TBody TFoot TR TH TD TOC TOCI Reference Link Span Figure")
}

// checkRoles checks the order of elements: headings, lists, tables, figures.
func (f *file) checkRoles(top *Element) {
	level := 0
	roles := known()
	f.own(top).Walk(func(e *Element) {
		if e.Role != "StructTreeRoot" && !slices.Contains(roles, e.Role) {
			f.report("%q is no standard role", e.Role)
		}
		if len(e.Role) == 2 && e.Role[0] == 'H' {
			at := int(e.Role[1] - '0')
			if at > level+1 {
				f.report("heading %q of level %d follows one of level %d", e.AllText(), at, level)
			}
			level = at
			if strings.TrimSpace(e.AllText()) == "" {
				f.report("a heading of level %d is empty", at)
			}
		}
		for _, k := range e.Kids {
			if may := under(e.Role); may != nil && !slices.Contains(may, k.Role) {
				f.report("a %s stands in a %s", k.Role, e.Role)
			}
			if must := above(k.Role); must != nil && !slices.Contains(must, e.Role) {
				f.report("a %s stands in a %s", k.Role, e.Role)
			}
		}
		f.checkElement(e)
	})
}

func (f *file) checkElement(e *Element) {
	switch e.Role {
	case "Figure":
		if e.Alt == "" && e.Actual == "" {
			f.report("a figure has no text alternative")
		}
		if len(f.array(f.attribute(e, "Layout")["BBox"])) != 4 {
			f.report("the figure %q has no bounding box", e.Alt)
		}
	case "TH":
		if f.name(f.attribute(e, "Table")["Scope"]) == "" {
			f.report("the table head %q has no scope", e.AllText())
		}
	case "Table":
		f.checkTable(e)
	case "Link":
		if len(e.links) == 0 {
			f.report("the link %q has no place to click on", e.AllText())
		}
	}
}

// checkTable checks that every row of a table has as many columns.
func (f *file) checkTable(table *Element) {
	columns, heads := 0, 0
	table.Walk(func(e *Element) {
		if e.Role != "TR" {
			return
		}
		n := 0
		for _, cell := range e.Kids {
			span := f.integer(f.attribute(cell, "Table")["ColSpan"])
			n += max(span, 1)
			if cell.Role == "TH" {
				heads++
			}
		}
		switch {
		case n == 0:
			f.report("a table row has no cells")
		case columns == 0:
			columns = n
		case n != columns:
			f.report("a table has rows of %d and of %d columns", columns, n)
		}
	})
	if heads == 0 {
		f.report("a table has no head")
	}
}

// attribute returns the attributes of an element by their owner.
func (f *file) attribute(e *Element, owner string) types.Dict {
	out := types.Dict{}
	for _, o := range f.list(e.dict["A"]) {
		if d := f.dict(o); f.name(d["O"]) == owner {
			for k, v := range d {
				out[k] = v
			}
		}
	}
	return out
}
