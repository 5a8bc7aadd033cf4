package plan

import (
	"fmt"
	"slices"
	"strconv"
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

// NewRow stands for a row that is to be added: goals[+].
const NewRow ID = "+"

// ParsePath reads a path against a content: rows by [n], counted from 1 as they
// are shown, by [ID] or a unique beginning of it, or [+] for a new row.
func ParsePath(fields []Field, c Content, s string) (Path, error) {
	var p Path
	for part := range strings.SplitSeq(s, ".") {
		key, row, in := strings.Cut(part, "[")
		f, ok := FieldIn(fields, Key(key))
		if !ok || in && f.Kind != List && f.Kind != Checklist {
			return nil, fmt.Errorf("%s: %w", part, ErrField)
		}
		step := Step{Key: f.Key}
		if in {
			name, closed := strings.CutSuffix(row, "]")
			if !closed || name == "" {
				return nil, fmt.Errorf("%s: %w", part, ErrField)
			}
			r, err := findRow(f, c.Get(f.Key), name)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", part, err)
			}
			step.Row, c = r.ID, r.Cells
		}
		p, fields = append(p, step), f.Columns
		if !in {
			c, fields = Content{}, nil
		}
	}
	return p, nil
}

func findRow(f Field, v Value, name string) (Row, error) {
	if name == string(NewRow) && f.Kind == List {
		return Row{ID: NewRow}, nil
	}
	if f.Kind == Checklist && slices.Contains(f.Fixed, ID(name)) {
		r, _, _ := v.Row(ID(name))
		r.ID = ID(name)
		return r, nil
	}
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(v.rows) {
		return v.rows[n-1], nil
	}
	var found []Row
	for _, r := range v.rows {
		if r.ID == ID(name) {
			return r, nil
		}
		if strings.HasPrefix(string(r.ID), name) {
			found = append(found, r)
		}
	}
	switch len(found) {
	case 0:
		return Row{}, ErrRow
	case 1:
		return found[0], nil
	}
	return Row{}, ErrAmbiguous
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

// InsertRow returns the content with the row put at the index of the list that
// the path names; an index past the end appends.
func (c Content) InsertRow(list Path, at int, r Row) (Content, error) {
	rows := c.At(list).Rows()
	if slices.ContainsFunc(rows, func(x Row) bool { return x.ID == r.ID }) {
		return c, fmt.Errorf("insert row %s: %w", r.ID, ErrAmbiguous)
	}
	return c.Set(list, Rows(slices.Insert(rows, max(0, min(at, len(rows))), r)...))
}

// RemoveRow returns the content without the row that the path ends in.
func (c Content) RemoveRow(row Path) (Content, error) {
	list, rows, i, err := c.rowAt(row)
	if err != nil {
		return c, err
	}
	return c.Set(list, Rows(slices.Delete(rows, i, i+1)...))
}

// MoveRow returns the content with the row that the path ends in at the index of
// its list, from 0.
func (c Content) MoveRow(row Path, to int) (Content, error) {
	list, rows, i, err := c.rowAt(row)
	if err != nil {
		return c, err
	}
	if to < 0 || to >= len(rows) {
		return c, fmt.Errorf("move row %s to %d: %w", row, to, ErrRow)
	}
	r := rows[i]
	return c.Set(list, Rows(slices.Insert(slices.Delete(rows, i, i+1), to, r)...))
}

func (c Content) rowAt(row Path) (list Path, rows []Row, i int, err error) {
	if len(row) == 0 {
		return nil, nil, 0, ErrRow
	}
	list = slices.Clone(row)
	list[len(list)-1].Row = ""
	rows = c.At(list).Rows()
	i = slices.IndexFunc(rows, func(r Row) bool { return r.ID == row[len(row)-1].Row })
	if i < 0 {
		return nil, nil, 0, fmt.Errorf("%s: %w", row, ErrRow)
	}
	return list, rows, i, nil
}
