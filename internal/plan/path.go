package plan

import (
	"fmt"
	"slices"
	"strings"
)

// Step is one step of a path: a field, and where the path goes on inside one of
// its rows, that row.
type Step struct {
	Key Key
	Row ID
}

// Path names a field in a content from the top: goals[<row>].target. The empty
// path names nothing.
type Path []Step

// PathTo returns the path of a top-level field.
func PathTo(k Key) Path { return Path{{Key: k}} }

// In returns the path of a column in a row of the list that p names.
func (p Path) In(row ID, column Key) Path {
	q := slices.Clone(p)
	q[len(q)-1].Row = row
	return append(q, Step{Key: column})
}

// AtRow returns the path of a whole row of the list that p names.
func (p Path) AtRow(row ID) Path {
	q := slices.Clone(p)
	q[len(q)-1].Row = row
	return q
}

// String returns the path with the rows' IDs.
func (p Path) String() string {
	var b strings.Builder
	for i, s := range p {
		if i > 0 {
			b.WriteByte('.')
		}
		b.WriteString(string(s.Key))
		if s.Row != "" {
			b.WriteString("[" + string(s.Row) + "]")
		}
	}
	return b.String()
}

// Catalogue returns the path without rows, as words are keyed: goals.target.
func (p Path) Catalogue() string {
	keys := make([]string, len(p))
	for i, s := range p {
		keys[i] = string(s.Key)
	}
	return strings.Join(keys, ".")
}

// FieldAt returns the field that the path names among the fields.
func FieldAt(fields []Field, p Path) (Field, error) {
	var f Field
	for i, s := range p {
		found, ok := FieldIn(fields, s.Key)
		if !ok || i > 0 && p[i-1].Row == "" {
			return Field{}, fmt.Errorf("%s: %w", p, ErrField)
		}
		f, fields = found, found.Columns
	}
	if len(p) == 0 {
		return Field{}, ErrField
	}
	return f, nil
}

// At returns the value at the path, unfilled where a row is missing. A path that
// ends in a row gives the list with that row alone.
func (c Content) At(p Path) Value {
	for i, s := range p {
		v := c.Get(s.Key)
		if s.Row == "" {
			if i == len(p)-1 {
				return v
			}
			return Value{}
		}
		r, _, ok := v.Row(s.Row)
		switch {
		case !ok:
			return Value{}
		case i == len(p)-1:
			return Rows(r)
		}
		c = r.Cells
	}
	return Value{}
}

// Set returns the content with the value at the path, which must end in a
// field. A row of a checklist is made where it is missing; any other missing row
// is ErrRow.
func (c Content) Set(p Path, v Value) (Content, error) {
	switch {
	case len(p) == 0:
		return c, ErrField
	case p[0].Row == "" && len(p) == 1:
		return c.With(p[0].Key, v), nil
	case p[0].Row == "" || len(p) == 1:
		return c, fmt.Errorf("%s: %w", p, ErrField)
	}
	rows := c.Get(p[0].Key).Rows()
	i := slices.IndexFunc(rows, func(r Row) bool { return r.ID == p[0].Row })
	if i < 0 {
		return c, fmt.Errorf("%s: %w", p, ErrRow)
	}
	cells, err := rows[i].Cells.Set(p[1:], v)
	if err != nil {
		return c, err
	}
	rows[i].Cells = cells
	return c.With(p[0].Key, Rows(rows...)), nil
}

// SetIn is Set with the catalogue at hand: it also makes the missing rows of
// checklists, in their fixed order, and checks the value.
func (c Content) SetIn(fields []Field, p Path, v Value) (Content, error) {
	f, err := FieldAt(fields, p)
	if err != nil {
		return c, err
	}
	if err := CheckValue(f, v); err != nil {
		return c, fmt.Errorf("%s: %w", p, err)
	}
	return c.withChecklistRow(fields, p).Set(p, v)
}

func (c Content) withChecklistRow(fields []Field, p Path) Content {
	f, _ := FieldIn(fields, p[0].Key)
	if f.Kind != Checklist || p[0].Row == "" {
		return c
	}
	old := c.Get(f.Key)
	if _, _, ok := old.Row(p[0].Row); ok {
		return c
	}
	var rows []Row
	for _, id := range f.Fixed {
		if r, _, ok := old.Row(id); ok {
			rows = append(rows, r)
		} else if id == p[0].Row {
			rows = append(rows, Row{ID: id})
		}
	}
	return c.With(f.Key, Rows(rows...))
}
