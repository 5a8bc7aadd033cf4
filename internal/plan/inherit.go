package plan

import (
	"fmt"
	"slices"
	"strings"
)

// Sources are what contents may be taken over from.
type Sources struct {
	Register Register
	// Contents are those of documents, each of the version that speaks for it
	// (SpeaksFor). A document that is not among them offers nothing, and what was
	// taken over from it is neither told as changed nor as removed.
	Contents map[ID]Content
	Today    Date
}

// SpeaksFor returns the version from which others take over: the one in force on
// the day, else the latest.
func (r Register) SpeaksFor(d Document, on Date) Version {
	if v, _, ok := r.Current(d, on); ok {
		return v
	}
	return d.Latest()
}

// Parents returns the documents of the kinds from which a document may take
// over, by its relations: the strategies that govern it and the period plans
// that it elaborates.
func (r Register) Parents(doc ID) []ID {
	return append(r.Subjects(doc, Governs), r.Subjects(doc, ElaboratedIn)...)
}

// SourcesOf returns the documents whose contents tell what a document may take
// over and what has become of what it took over: its parents and the documents
// of its origins that still exist.
func (r Register) SourcesOf(d Document, c Content) []ID {
	out := r.Parents(d.ID)
	for _, o := range Origins(d.Kind, c) {
		if _, ok := r.documents[o.From.Document]; ok && !slices.Contains(out, o.From.Document) {
			out = append(out, o.From.Document)
		}
	}
	return out
}

// Offer is something that may be taken over into a field.
type Offer struct {
	Field Key
	From  Place
	Name  string
	Taken Content // as it would stand in the content's own field
	// Held tells that the content has taken it over already, or has a row of the
	// same name.
	Held bool
}

// Offers returns what the document with the content c may take over into the
// field, the nearest first.
func (s Sources) Offers(d Document, c Content, field Key) []Offer {
	own, ok := FieldIn(FieldsOf(d.Kind), field)
	if !ok {
		return nil
	}
	var out []Offer
	for _, in := range own.Inherits {
		for _, p := range s.places(d, in) {
			taken, ok := s.at(own, in, p)
			if !ok || taken.Len() == 0 {
				continue
			}
			o := Offer{Field: field, From: p, Name: nameOf(own, Row{ID: p.Row, Cells: taken}), Taken: taken}
			if own.Kind == List && own.Columns[0].Kind == Reference {
				e, _ := s.Register.Entry(own.Columns[0].Target.List, taken.Get(own.Columns[0].Key).ID())
				o.Name = s.Register.EntryName(own.Columns[0].Target.List, e)
			}
			o.Held = held(d.Kind, c, own, o)
			out = append(out, o)
		}
	}
	return out
}

// nameOf is what is told of something that is taken over.
func nameOf(own Field, r Row) string {
	if own.Kind == List {
		return RowName(own, r)
	}
	for _, f := range own.taken() {
		if f.Kind == Line && f.Key == KeyCode || r.Cells.Text(f.Key) == "" {
			continue
		}
		return strings.TrimSpace(r.Cells.Text(KeyCode) + " " + r.Cells.Text(f.Key))
	}
	return ""
}

func held(kind DocumentKind, c Content, own Field, x Offer) bool {
	if own.Kind == References {
		return c.Get(own.Key).Has(string(x.From.Row))
	}
	for _, o := range Origins(kind, c) {
		if o.Field == own.Key && o.From == x.From && (o.Row == "" || hasRow(c, own.Key, o.Row)) {
			return true
		}
	}
	if own.Kind != List {
		return false
	}
	first := own.Columns[0].Key
	return slices.ContainsFunc(c.Get(own.Key).rows, func(r Row) bool {
		return strings.EqualFold(strings.TrimSpace(r.Cells.Text(first)), strings.TrimSpace(x.Taken.Text(first)))
	})
}

func hasRow(c Content, list Key, id ID) bool {
	_, _, ok := c.Get(list).Row(id)
	return ok
}

// places are where something stands that may be taken over as in says.
func (s Sources) places(d Document, in Inherit) []Place {
	if in.Document == "" && in.Key == "" {
		var out []Place
		for _, e := range s.Register.Entries(in.List) {
			out = append(out, Place{List: in.List, Row: e.ID})
		}
		return out
	}
	if in.Document == "" {
		return placesIn(s.Register.Organisation(), Place{List: ListOrganisation, Key: in.Key})
	}
	var out []Place
	for _, id := range s.Register.Parents(d.ID) {
		if x, ok := s.Register.Document(id); ok && x.Kind == in.Document {
			out = append(out, placesIn(s.Contents[id], Place{Document: id, Key: in.Key})...)
		}
	}
	return out
}

// placesIn are the text of c that p names, or all rows of its list.
func placesIn(c Content, p Place) []Place {
	v := c.Get(p.Key)
	if v.kind != ValueRows {
		return []Place{p}
	}
	out := make([]Place, 0, len(v.rows))
	for _, r := range v.rows {
		p.Row = r.ID
		out = append(out, p)
	}
	return out
}

// Take returns the content with what is offered taken over: rows at the end of
// their list, a text in the place of the one there, references beside those
// there. Each remembers its origin. It refuses with ErrField what the field
// cannot take over.
func (s Sources) Take(d Document, c Content, offers ...Offer) (Content, error) {
	for _, x := range offers {
		own, ok := FieldIn(FieldsOf(d.Kind), x.Field)
		if !ok || len(own.Inherits) == 0 || !own.Stored() {
			return c, fmt.Errorf("take over into %s: %w", x.Field, ErrField)
		}
		o := Origin{ID: NewID(), Field: x.Field, From: x.From, Taken: x.Taken}
		for _, old := range Forsaken(d.Kind, c, x.Field) { // it comes back
			if old.From == x.From {
				c = c.withoutOrigin(old.ID)
			}
		}
		switch own.Kind {
		case List:
			o.Row = NewID()
			c = c.With(own.Key, Rows(append(c.Get(own.Key).Rows(), Row{ID: o.Row, Cells: x.Taken})...))
		case References:
			o.Row = x.From.Row
			if !c.Get(own.Key).Has(string(o.Row)) {
				c = c.With(own.Key, Texts(append(c.Get(own.Key).Texts(), string(o.Row))...))
			}
		default:
			c = c.With(own.Key, x.Taken.Get(own.Key))
		}
		c = c.withOrigin(o)
	}
	return c, nil
}
