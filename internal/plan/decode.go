package plan

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// DecodeContent is Open without sealing; it returns the catalogue number that
// the bytes carry, 0 for none.
func DecodeContent(fields []Field, b []byte) (Content, int, error) {
	if !utf8.Valid(b) {
		return Content{}, 0, fmt.Errorf("read content: %w: it is not UTF-8", ErrJSON)
	}
	if !json.Valid(b) {
		return Content{}, 0, fmt.Errorf("read content: %w: an object with fields is expected", ErrJSON)
	}
	d := decoder{}
	c, _, err := d.content(fields, b, 0)
	if err != nil {
		return Content{}, 0, fmt.Errorf("read content: %w", err)
	}
	return c, d.catalogue, nil
}

// DecodePart reads of stored bytes that are known to be those of a content nothing but
// the fields, and of their rows nothing but the columns that these declare: the same as
// DecodeContent does of them, in a fraction of the time. What else there is may be
// anything.
func DecodePart(fields []Field, b []byte) (Content, error) {
	if !utf8.Valid(b) {
		return Content{}, fmt.Errorf("read content: %w: it is not UTF-8", ErrJSON)
	}
	d := decoder{part: true}
	c, _, err := d.content(fields, b, 0)
	if err != nil {
		return Content{}, fmt.Errorf("read content: %w", err)
	}
	return c, nil
}

type decoder struct {
	catalogue int
	part      bool     // leaves out what the fields do not declare
	members   []member // of the objects that are being read, the outermost first
}

func (d *decoder) content(fields []Field, b []byte, depth int) (Content, ID, error) {
	if depth > maxDepth {
		return Content{}, "", ErrLimit
	}
	from := len(d.members)
	defer func() { d.members = d.members[:from] }()
	var err error
	if d.members, err = membersOf(b, d.members); err != nil {
		return Content{}, "", fmt.Errorf("%w: an object with fields is expected", ErrJSON)
	}
	own := d.members[from:]
	head := headOf(own, depth)
	id, err := d.head(own, head)
	if err != nil {
		return Content{}, "", err
	}
	m := make(map[Key]Value, len(own))
	for i, x := range own {
		if i == head {
			continue
		}
		f, k := fieldNamed(fields, x.name)
		if f == nil && d.part {
			continue
		}
		v, err := d.value(f, x.value, depth)
		if err != nil {
			return Content{}, "", fmt.Errorf("%s: %w", k, err)
		}
		if _, twice := m[k]; twice {
			return Content{}, "", fmt.Errorf("%s: %w: the field occurs twice", k, ErrJSON)
		}
		if !v.IsZero() {
			m[k] = v
		}
	}
	return Content{m}, id, nil
}

// headOf is where among the members what stands beside the fields is: the catalogue
// number of a content, the ID of a row; -1 for nothing. What people write may say "id"
// for "@".
func headOf(own []member, depth int) int {
	named := func(name string) int {
		return slices.IndexFunc(own, func(m member) bool { return string(m.name) == name })
	}
	if depth == 0 {
		return named("#")
	}
	if i := named("@"); i >= 0 {
		return i
	}
	return named("id")
}

// head reads what stands beside the fields.
func (d *decoder) head(own []member, at int) (ID, error) {
	switch {
	case at < 0:
		return "", nil
	case string(own[at].name) == "#":
		if json.Unmarshal(own[at].value, &d.catalogue) != nil {
			return "", fmt.Errorf("catalogue number: %w", ErrJSON)
		}
		return "", nil
	}
	id, err := readString(own[at].value)
	if err != nil {
		return "", fmt.Errorf("row ID: %w", ErrJSON)
	}
	return ID(norm.NFC.String(id)), nil
}

func (d *decoder) value(f *Field, x []byte, depth int) (Value, error) {
	if string(x) == "null" {
		return Value{}, nil
	}
	if f == nil {
		var buf bytes.Buffer
		if err := json.Compact(&buf, x); err != nil {
			return Value{}, ErrJSON
		}
		return rawValue(buf.Bytes()), nil
	}
	switch f.Kind {
	case Decimal:
		if x[0] != '-' && (x[0] < '0' || x[0] > '9') {
			return Value{}, ErrKind
		}
		num, err := ParseNumber(string(x))
		return Num(num), err
	case Choices, References:
		var s []string
		if err := json.Unmarshal(x, &s); err != nil {
			return Value{}, ErrKind
		}
		return Texts(s...), nil
	case List, Checklist:
		return d.rows(f, x, depth)
	case Related, Derived:
		return Value{}, fmt.Errorf("%w: it is not stored in a content", ErrField)
	}
	s, err := readString(x)
	if err != nil {
		return Value{}, err
	}
	if f.Kind == DateField && s != "" {
		day, err := ParseDate(s)
		return Day(day), err
	}
	return Text(s), nil
}

// readString reads valid JSON that should be a string; most have no escapes.
func readString(x []byte) (string, error) {
	if x[0] == '"' && bytes.IndexByte(x, '\\') < 0 {
		return string(x[1 : len(x)-1]), nil
	}
	var s string
	if json.Unmarshal(x, &s) != nil {
		return "", ErrKind
	}
	return s, nil
}

func (d *decoder) rows(f *Field, x []byte, depth int) (Value, error) {
	raw, err := itemsOf(x, maxRows)
	if err != nil {
		return Value{}, err
	}
	if len(raw) > maxRows {
		return Value{}, ErrLimit
	}
	rows := make([]Row, 0, len(raw))
	seen := make(map[ID]bool, len(raw))
	for i, y := range raw {
		c, id, err := d.content(f.Columns, y, depth+1)
		if err != nil {
			return Value{}, fmt.Errorf("row %d: %w", i+1, err)
		}
		if id == "" {
			id = NewID()
		}
		if seen[id] {
			return Value{}, fmt.Errorf("row %d: the ID occurs twice: %w", i+1, ErrJSON)
		}
		seen[id] = true
		rows = append(rows, Row{ID: id, Cells: c})
	}
	return Rows(rows...), nil
}

// fieldNamed returns the field with the name, nil where none has it, and its key.
func fieldNamed(fields []Field, name []byte) (*Field, Key) {
	for i := range fields {
		if string(fields[i].Key) == string(name) {
			return &fields[i], fields[i].Key
		}
	}
	k := Key(norm.NFC.String(string(name)))
	return fieldIn(fields, k), k
}

func fieldIn(fields []Field, k Key) *Field {
	for i := range fields {
		if fields[i].Key == k {
			return &fields[i]
		}
	}
	return nil
}
