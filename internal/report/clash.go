package report

import (
	"slices"

	"ledstjarna/internal/plan"
)

// ClashLine is a place that both sides of an import have changed, in words.
type ClashLine struct {
	Row    string // that the field stands in; "" outside lists
	Field  string
	Base   string          // what both began with; "" where that is not known, or was nothing
	Mine   []plan.TextSpan // what stands here, of the kinds same and removed
	Theirs []plan.TextSpan // what stands there, of the kinds same and added
}

// Clashes puts the places of an import's item that both sides have changed into
// words. References of theirs are read in their register.
func Clashes(s Source, theirs plan.Register, item plan.ImportItem) []ClashLine {
	mine, other := item.Sides()
	here, there := s.importPaper(item, mine, s.Register), s.importPaper(item, other, theirs)
	var out []ClashLine
	for _, x := range item.Clashes {
		out = append(out, clashLine(here, there, x))
	}
	return out
}

// importPaper is the paper of one side of an item.
func (s Source) importPaper(item plan.ImportItem, c plan.Content, r plan.Register) *paper {
	s.Register = r
	p := &paper{Source: s, subject: plan.Subject{Register: r, Content: c, Today: s.Today}, words: string(item.List)}
	if d, ok := r.Document(item.Document); ok {
		p.subject.Document, p.words = d, ""
		p.subject.Version, _ = d.Version(item.Version)
	}
	return p
}

func clashLine(here, there *paper, x plan.Clash) ClashLine {
	fields := plan.FieldsOf(here.subject.Document.Kind)
	if here.words != "" {
		fields = plan.ListFields(plan.ListName(here.words))
	}
	last := x.Path[len(x.Path)-1]
	l := ClashLine{Field: here.label(x.Path)}
	var list plan.Path
	for i := range x.Path[:len(x.Path)-1] { // the rows that it stands in
		list = append(slices.Clone(x.Path[:i]), plan.Step{Key: x.Path[i].Key})
		l.Row = within(l.Row, here.rowAt(there, fields, list, x.Path[i].Row))
	}
	f, err := plan.FieldAt(fields, withoutRow(x.Path))
	switch {
	case err != nil: // of a newer app
		l.Field = string(last.Key)
		return l
	case x.Order:
		l.Mine, l.Theirs = sides(here.order(f, x.Path, x.Mine), there.order(f, x.Path, x.Theirs), plan.LongText)
	case last.Row != "":
		list = withoutRow(x.Path)
		l.Field, l.Row = here.label(list), within(l.Row, here.rowAt(there, fields, list, last.Row))
		at := plan.Contrast{Field: f, Path: list}
		l.Mine, l.Theirs = whole(plan.SpanRemoved, here.rowText(at, x.Mine)), whole(plan.SpanAdded, there.rowText(at, x.Theirs))
		l.Base = here.rowText(at, x.Base)
	default:
		l.Mine, l.Theirs = sides(here.value(f, x.Path, x.Mine).String(), there.value(f, x.Path, x.Theirs).String(), f.Kind)
		l.Base = here.value(f, x.Path, x.Base).String()
	}
	return l
}

func withoutRow(p plan.Path) plan.Path {
	p = slices.Clone(p)
	p[len(p)-1].Row = ""
	return p
}

// rowAt names a row of a list, as it is here or, where it is not, there.
func (p *paper) rowAt(there *paper, fields []plan.Field, list plan.Path, id plan.ID) string {
	f, err := plan.FieldAt(fields, list)
	if err != nil {
		return ""
	}
	for _, side := range []*paper{p, there} {
		if r, i, ok := side.subject.Content.At(list).Row(id); ok {
			return side.rowWords(plan.Contrast{Field: f, Path: list}, id, r.Cells, i)
		}
	}
	return ""
}

// rowText writes out a row that stands alone in a list; "" for none.
func (p *paper) rowText(at plan.Contrast, list plan.Value) string {
	rows := list.Rows()
	if len(rows) == 0 {
		return ""
	}
	return p.cells(at, rows[0].Cells)
}

// order names the rows of a list, a line each.
func (p *paper) order(f plan.Field, list plan.Path, v plan.Value) string {
	var s string
	for i, r := range v.Rows() {
		s += p.rowWords(plan.Contrast{Field: f, Path: list}, r.ID, r.Cells, i) + "\n"
	}
	return s
}
