package plan

import "slices"

// Segment is the members of one size class.
type Segment struct {
	Class       string // of SizeClasses
	Members     []string
	Inhabitants Number // of the members whose number is known
}

// Segments returns the size classes that the register has members in, smallest
// first. A member's class is the one it has been given, else the one of its
// inhabitants; a member with neither belongs to none.
func (r Register) Segments() []Segment {
	out := make([]Segment, 0, len(SizeClasses()))
	for _, class := range SizeClasses() {
		s := Segment{Class: class}
		for _, e := range r.lists[ListMembers] {
			if memberClass(e.Fields) == class {
				s.Members = append(s.Members, e.Fields.Text(KeyName))
				s.Inhabitants += e.Fields.Get(KeyPopulation).Number()
			}
		}
		if len(s.Members) > 0 {
			out = append(out, s)
		}
	}
	return out
}

func memberClass(c Content) string {
	if class := c.Text(KeySizeClass); class != "" {
		return class
	}
	if c.Get(KeyPopulation).IsZero() {
		return ""
	}
	return SizeClassOf(c.Get(KeyPopulation).Number())
}

// WithSegments returns the rows of an adaptation matrix with an empty row for
// every segment that none of them is about, in the order of the size classes.
// Rows that are there stay as they are, in their order.
func WithSegments(rows []Row, segments []Segment) []Row {
	out := slices.Clone(rows)
	for _, s := range segments {
		if slices.ContainsFunc(out, func(r Row) bool { return r.Cells.Text(KeySegment) == s.Class }) {
			continue
		}
		at := len(out)
		for i, r := range out {
			if slices.Index(SizeClasses(), r.Cells.Text(KeySegment)) > slices.Index(SizeClasses(), s.Class) {
				at = i
				break
			}
		}
		out = slices.Insert(out, at, Row{ID: NewID(), Cells: NewContent(Filled{KeySegment: Text(s.Class)})})
	}
	return out
}
