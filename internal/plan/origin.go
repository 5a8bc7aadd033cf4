package plan

import "slices"

// The keys of what a content remembers of where it was taken over from.
const (
	KeyOrigins        Key = "origins"
	KeyOriginField    Key = "field"
	KeyOriginRow      Key = "row"
	KeyOriginList     Key = "list"
	KeyOriginDocument Key = "document"
	KeyOriginKey      Key = "their-field"
	KeyOriginTheirRow Key = "their-row"
	KeyOriginTaken    Key = "taken"
)

// Inherit is a place from which a field's rows or text may be taken over:
// entries of a list of the register, a field of the organisation's entry, or a
// field of a document of the kind to which the content's document is related.
type Inherit struct {
	List     ListName
	Document DocumentKind
	Key      Key    // their field; "" for the entries of List themselves
	Pairs    []Pair // what becomes what
}

// Pair says that a column, or a text itself, is taken over from one of theirs.
type Pair struct{ Own, Theirs Key }

// origins declares what a content remembers of its origins. It stands beside the
// sections: it is stored and compared by the app, never typed or printed.
func origins() Field {
	return list(KeyOrigins, Optional,
		line(KeyOriginField, Mandatory),
		line(KeyOriginRow, Optional),
		line(KeyOriginList, Optional),
		line(KeyOriginDocument, Optional),
		line(KeyOriginKey, Optional),
		line(KeyOriginTheirRow, Optional),
		line(KeyOriginTaken, Optional),
	)
}

// Place is where something that is taken over stands: an entry of a list of the
// register, a text or a row of the organisation's entry, or a text or a row of
// a document.
type Place struct {
	List     ListName // "" where Document is set
	Document ID
	Key      Key // their field; "" for an entry itself
	Row      ID  // the entry or the row; "" for a text
}

// Origin is where one row, one text or one reference of a content was taken over
// from, and what stood there when that was last settled.
type Origin struct {
	ID    ID // row of KeyOrigins
	Field Key
	Row   ID // own row; of references, what is referred to; "" for a text
	From  Place
	// Taken is what stood there, in the columns of the content's own field.
	Taken Content
}

// Origins returns the origins of the content of a document of the kind, in the
// order in which they were taken over. One that the catalogue cannot read is
// left out.
func Origins(kind DocumentKind, c Content) []Origin {
	rows := c.Get(KeyOrigins).rows
	out := make([]Origin, 0, len(rows))
	for _, r := range rows {
		if o, ok := originOf(kind, r); ok {
			out = append(out, o)
		}
	}
	return out
}

func originOf(kind DocumentKind, r Row) (Origin, bool) {
	f := r.Cells
	o := Origin{ID: r.ID, Field: Key(f.Text(KeyOriginField)), Row: f.Get(KeyOriginRow).ID(), From: Place{
		List: ListName(f.Text(KeyOriginList)), Document: f.Get(KeyOriginDocument).ID(),
		Key: Key(f.Text(KeyOriginKey)), Row: f.Get(KeyOriginTheirRow).ID(),
	}}
	own, ok := FieldIn(FieldsOf(kind), o.Field)
	if !ok || len(own.Inherits) == 0 {
		return Origin{}, false
	}
	taken, _, err := DecodeContent(own.taken(), []byte(f.Text(KeyOriginTaken)))
	o.Taken = taken
	return o, err == nil
}

// taken are the fields in which what was taken over is remembered: the columns
// of a list, a text itself, or of references the columns of the rows that they
// lead to.
func (f Field) taken() []Field {
	switch f.Kind {
	case List:
		return f.Columns
	case References:
		theirs, _ := FieldIn(kindFields[PeriodPlan], f.Target.Rows)
		return theirs.Columns
	}
	return []Field{f}
}

func (o Origin) row() Row {
	return Row{ID: o.ID, Cells: NewContent(Filled{
		KeyOriginField: Text(string(o.Field)), KeyOriginRow: Ref(o.Row), KeyOriginList: Text(string(o.From.List)),
		KeyOriginDocument: Ref(o.From.Document), KeyOriginKey: Text(string(o.From.Key)), KeyOriginTheirRow: Ref(o.From.Row),
		KeyOriginTaken: Text(string(appendContent(nil, o.Taken, "", 0))),
	})}
}

// OriginOf returns the origin of the field's row, or with row "" of its text.
func OriginOf(kind DocumentKind, c Content, field Key, row ID) (Origin, bool) {
	for _, o := range Origins(kind, c) {
		if o.Field == field && o.Row == row {
			return o, true
		}
	}
	return Origin{}, false
}

// Forsaken returns the origins of the field's rows or references that have been
// removed from the content since they were taken over.
func Forsaken(kind DocumentKind, c Content, field Key) []Origin {
	var out []Origin
	for _, o := range Origins(kind, c) {
		own, _ := FieldIn(FieldsOf(kind), o.Field)
		if _, exists := ownCells(c, own, o); o.Field == field && !exists {
			out = append(out, o)
		}
	}
	return out
}

// Name is what that which was taken over was called there.
func (o Origin) Name(kind DocumentKind) string {
	own, _ := FieldIn(FieldsOf(kind), o.Field)
	return nameOf(own, Row{ID: o.Row, Cells: o.Taken})
}

// withOrigin returns the content with the origin, in the place of an earlier one
// of the same row or text.
func (c Content) withOrigin(o Origin) Content {
	rows := slices.DeleteFunc(c.Get(KeyOrigins).Rows(), func(r Row) bool {
		return r.ID != o.ID && r.Cells.Text(KeyOriginField) == string(o.Field) && r.Cells.Get(KeyOriginRow).ID() == o.Row
	})
	if i := slices.IndexFunc(rows, func(r Row) bool { return r.ID == o.ID }); i >= 0 {
		rows[i] = o.row()
	} else {
		rows = append(rows, o.row())
	}
	return c.With(KeyOrigins, Rows(rows...))
}

func (c Content) withoutOrigin(id ID) Content {
	return c.With(KeyOrigins, Rows(slices.DeleteFunc(c.Get(KeyOrigins).Rows(), func(r Row) bool { return r.ID == id })...))
}
