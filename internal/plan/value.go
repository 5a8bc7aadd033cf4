package plan

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// ValueKind is how a value is held, not what it means: a choice, a reference
// and a line of text are all ValueText.
type ValueKind uint8

// The ways in which a value is held.
const (
	ValueNone   ValueKind = iota // not filled
	ValueText                    // line, long text, choice code, ID of what is referred to
	ValueNumber                  // exact decimal
	ValueDate                    // calendar day
	ValueTexts                   // several choice codes or IDs, in their order
	ValueRows                    // rows with IDs, in their order
	ValueRaw                     // JSON of a key that this catalogue does not know, kept as it is
)

// Value is what one field holds. It is immutable and owns all it holds; the
// zero Value is an unfilled field.
type Value struct {
	kind       ValueKind
	month, day uint8 // of the date, which with its year takes no room of its own:
	year       int32 // a file holds hundreds of thousands of values, each in 64 bytes
	text       string
	number     Number
	rows       []Row
	rare       *rare // what few values hold; nil for the others
}

type rare struct {
	texts []string
	raw   []byte
}

// Row is one row of a list: its identity, which survives moves, and its cells.
type Row struct {
	ID    ID
	Cells Content
}

// Text returns s as a value; the empty string is an unfilled field. All texts
// are held composed (NFC), so that what looks equal is equal, and as valid
// UTF-8.
func Text(s string) Value {
	if s == "" {
		return Value{}
	}
	return Value{kind: ValueText, text: composed(s)}
}

func composed(s string) string { return norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")) }

// Num returns n as a value.
func Num(n Number) Value { return Value{kind: ValueNumber, number: n} }

// Day returns d as a value; no date is an unfilled field.
func Day(d Date) Value {
	if d.IsZero() {
		return Value{}
	}
	return Value{kind: ValueDate, year: int32(d.Year), month: uint8(d.Month), day: uint8(d.Day)}
}

// Ref returns a reference to id as a value.
func Ref(id ID) Value { return Text(string(id)) }

// Texts returns the codes or IDs as a value; none is an unfilled field.
func Texts(s ...string) Value {
	if len(s) == 0 {
		return Value{}
	}
	texts := make([]string, len(s))
	for i := range s {
		texts[i] = composed(s[i])
	}
	return Value{kind: ValueTexts, rare: &rare{texts: texts}}
}

// Rows returns the rows as a value; none is an unfilled field.
func Rows(r ...Row) Value {
	if len(r) == 0 {
		return Value{}
	}
	return Value{kind: ValueRows, rows: slices.Clone(r)}
}

func rawValue(b []byte) Value { return Value{kind: ValueRaw, rare: &rare{raw: bytes.Clone(b)}} }

// texts returns the codes or IDs themselves, which must not be changed.
func (v Value) texts() []string {
	if v.rare == nil {
		return nil
	}
	return v.rare.texts
}

// raw returns the JSON itself, which must not be changed.
func (v Value) raw() []byte {
	if v.rare == nil {
		return nil
	}
	return v.rare.raw
}

// Kind tells how v is held.
func (v Value) Kind() ValueKind { return v.kind }

// IsZero reports whether the field is unfilled.
func (v Value) IsZero() bool { return v.kind == ValueNone }

// Text returns the text, choice code or ID, or "" for another kind.
func (v Value) Text() string { return v.text }

// ID returns the ID that a reference holds, or "".
func (v Value) ID() ID { return ID(v.text) }

// Number returns the number, or 0 for another kind.
func (v Value) Number() Number { return v.number }

// Date returns the date, or no date for another kind.
func (v Value) Date() Date { return Date{int(v.year), time.Month(v.month), int(v.day)} }

// Texts returns a copy of the codes or IDs.
func (v Value) Texts() []string { return slices.Clone(v.texts()) }

// Has reports whether s is among the codes or IDs.
func (v Value) Has(s string) bool { return slices.Contains(v.texts(), s) }

// Rows returns a copy of the rows.
func (v Value) Rows() []Row { return slices.Clone(v.rows) }

// Len returns how many rows or codes v holds.
func (v Value) Len() int { return len(v.rows) + len(v.texts()) }

// Row returns the row with the ID, its index, and whether it exists.
func (v Value) Row(id ID) (Row, int, bool) {
	i := slices.IndexFunc(v.rows, func(r Row) bool { return r.ID == id })
	if i < 0 {
		return Row{}, -1, false
	}
	return v.rows[i], i, true
}

// Equal reports whether v and w hold the same.
func (v Value) Equal(w Value) bool {
	return v.kind == w.kind && v.text == w.text && v.number == w.number && v.Date() == w.Date() &&
		slices.Equal(v.texts(), w.texts()) && bytes.Equal(v.raw(), w.raw()) &&
		slices.EqualFunc(v.rows, w.rows, func(a, b Row) bool { return a.ID == b.ID && a.Cells.Equal(b.Cells) })
}
