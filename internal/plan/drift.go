package plan

import (
	"fmt"
	"slices"
)

// Difference is one thing that a content took over and that has changed or gone
// where it came from since it was last settled.
type Difference struct {
	Origin  Origin
	Name    string  // of the row, or what the text began with when it was taken over
	Removed bool    // it is no longer there
	Now     Content // what stands there now, in the columns of the own field
	Columns []ColumnDifference
}

// ColumnDifference is how one column differs.
type ColumnDifference struct {
	Key   Key
	Taken Value // what stood there when it was settled
	Now   Value
	Own   Value // what the content says itself
}

// DriftOf returns what has changed where the content took it over from: of each
// origin the columns that say something else there than when it was last
// settled, unless the content says that already. An origin whose own row or text
// is gone is not told.
func (s Sources) DriftOf(kind DocumentKind, c Content) []Difference {
	var out []Difference
	for _, o := range Origins(kind, c) {
		if d, ok := s.differs(kind, c, o); ok {
			out = append(out, d)
		}
	}
	return out
}

func (s Sources) differs(kind DocumentKind, c Content, o Origin) (Difference, bool) {
	own, ok := FieldIn(FieldsOf(kind), o.Field)
	mine, exists := ownCells(c, own, o)
	if !ok || !exists {
		return Difference{}, false
	}
	d := Difference{Origin: o, Name: nameOf(own, Row{Cells: o.Taken})}
	if own.Kind == List {
		if name := nameOf(own, Row{Cells: mine}); name != "" {
			d.Name = name
		}
		if first := own.Columns[0]; first.Kind == Reference {
			e, _ := s.Register.Entry(first.Target.List, mine.Get(first.Key).ID())
			d.Name = s.Register.EntryName(first.Target.List, e)
		}
	}
	now, state := s.now(own, o)
	switch state {
	case unknown:
		return Difference{}, false
	case gone:
		d.Removed = true
		return d, true
	}
	d.Now = now
	for _, f := range own.taken() {
		x := ColumnDifference{f.Key, o.Taken.Get(f.Key), now.Get(f.Key), mine.Get(f.Key)}
		if x.Taken.Equal(x.Now) || own.Kind != References && x.Own.Equal(x.Now) {
			continue
		}
		d.Columns = append(d.Columns, x)
	}
	return d, len(d.Columns) > 0
}

// ownCells are the cells of what the content has taken over, and whether it is
// still there.
func ownCells(c Content, own Field, o Origin) (Content, bool) {
	switch own.Kind {
	case List:
		r, _, ok := c.Get(own.Key).Row(o.Row)
		return r.Cells, ok
	case References:
		return Content{}, c.Get(own.Key).Has(string(o.Row))
	}
	return NewContent(Filled{own.Key: c.Get(own.Key)}), true
}

type standing uint8

const (
	unknown standing = iota // the document was not given, or the field is not taken over from there any more
	gone
	there
)

// now returns what stands where the origin points.
func (s Sources) now(own Field, o Origin) (Content, standing) {
	if o.From.Document != "" {
		if _, ok := s.Register.Document(o.From.Document); !ok {
			return Content{}, gone
		}
		if _, ok := s.Contents[o.From.Document]; !ok {
			return Content{}, unknown
		}
	}
	in, ok := s.rule(own, o.From)
	if !ok {
		return Content{}, unknown
	}
	now, ok := s.at(own, in, o.From)
	if !ok {
		return Content{}, gone
	}
	return now, there
}

// KeepOwn returns the content in which the difference is settled by keeping what
// it says: it is not told again until the origin changes once more. Of an origin
// that is gone the content forgets that it had one.
func KeepOwn(c Content, d Difference) Content {
	if d.Removed {
		return c.withoutOrigin(d.Origin.ID)
	}
	o := d.Origin
	o.Taken = d.Now
	return c.withOrigin(o)
}

// TakeNew returns the content of a document of the kind in which the difference
// is settled by taking over what has changed; what has not changed stays as the
// content has it. What is gone at its origin goes from the content too. It
// refuses with ErrRow where the own row is no longer there.
func TakeNew(kind DocumentKind, c Content, d Difference) (Content, error) {
	own, ok := FieldIn(FieldsOf(kind), d.Origin.Field)
	if !ok {
		return c, fmt.Errorf("take over %s: %w", d.Origin.Field, ErrField)
	}
	if _, exists := ownCells(c, own, d.Origin); !exists {
		return c, fmt.Errorf("take over %s: %w", d.Origin.Field, ErrRow)
	}
	switch {
	case d.Removed:
		return KeepOwn(without(c, own, d.Origin.Row), d), nil
	case own.Kind == List:
		rows := c.Get(own.Key).Rows()
		i := slices.IndexFunc(rows, func(r Row) bool { return r.ID == d.Origin.Row })
		for _, x := range d.Columns {
			rows[i].Cells = rows[i].Cells.With(x.Key, x.Now)
		}
		c = c.With(own.Key, Rows(rows...))
	case own.Kind != References:
		c = c.With(own.Key, d.Now.Get(own.Key))
	}
	return KeepOwn(c, d), nil
}

// without is the content without the row, the reference or the text.
func without(c Content, own Field, row ID) Content {
	switch own.Kind {
	case List:
		return c.With(own.Key, Rows(slices.DeleteFunc(c.Get(own.Key).Rows(), func(r Row) bool { return r.ID == row })...))
	case References:
		return c.With(own.Key, Texts(slices.DeleteFunc(c.Get(own.Key).Texts(), func(s string) bool { return s == string(row) })...))
	}
	return c.With(own.Key, Value{})
}

// Heirs returns the documents whose latest version may differ from what it took
// over: those that have sections to take over into and are neither repealed,
// superseded nor expired, nor the plan of an assignment that has been evaluated.
func (r Register) Heirs(on Date) []Document {
	var out []Document
	for _, d := range r.Documents() {
		takes := slices.ContainsFunc(FieldsOf(d.Kind), func(f Field) bool { return len(f.Inherits) > 0 })
		_, closed := r.EvaluationOf(d.ID, on)
		f := r.ForceOf(d.ID)
		ended := f.Ending != NotEnded && !f.To.IsZero() && f.To.Before(on) && r.Frozen(d, d.Latest())
		if takes && !closed && !ended {
			out = append(out, d)
		}
	}
	return out
}
