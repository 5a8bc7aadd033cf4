package plan

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// ParseValue reads a value of the field from text as the command line and files
// write it: numbers with a point, dates as YYYY-MM-DD, codes and IDs separated by
// commas, rows as JSON. Empty text clears the field.
func ParseValue(f Field, s string) (Value, error) {
	if s == "" {
		return Value{}, nil
	}
	var v Value
	var err error
	switch f.Kind {
	case Line:
		v = Text(oneLine(s))
	case LongText:
		v = Text(strings.ReplaceAll(s, "\r\n", "\n"))
	case Choice, Reference:
		v = Text(s)
	case Decimal:
		var n Number
		n, err = ParseNumber(s)
		v = Num(n)
	case DateField:
		var d Date
		d, err = ParseDate(s)
		v = Day(d)
	case Choices, References:
		var list []string
		for x := range strings.SplitSeq(s, ",") {
			if x = strings.TrimSpace(x); x != "" {
				list = append(list, x)
			}
		}
		v = Texts(list...)
	case List, Checklist:
		if !utf8.ValidString(s) || !json.Valid([]byte(s)) {
			return Value{}, ErrJSON
		}
		v, err = (&decoder{}).rows(&f, []byte(s), 0)
	case Related, Derived:
		return Value{}, ErrField
	}
	if err == nil {
		err = CheckValue(f, v)
	}
	if err != nil {
		return Value{}, err
	}
	return v, nil
}

// oneLine puts a space for every line break.
func oneLine(s string) string {
	return strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(s)
}

// ParseRow reads a JSON object as a new row of the list.
func ParseRow(f Field, s string) (Row, error) {
	v, err := ParseValue(f, "["+s+"]")
	if err != nil || len(v.rows) != 1 {
		return Row{}, fmt.Errorf("read row: %w", orJSON(err))
	}
	return v.rows[0], nil
}

func orJSON(err error) error {
	if err == nil {
		return ErrJSON
	}
	return err
}

// CheckValue tells why the field cannot hold the value: ErrKind, ErrChoice,
// ErrField, or nil. Bounds and limits are findings, not errors.
func CheckValue(f Field, v Value) error {
	if v.IsZero() {
		return nil
	}
	want := ValueText
	switch f.Kind {
	case Line, LongText, Reference:
	case Choice:
		if v.kind == ValueText && !slices.Contains(f.Choices, v.text) {
			return ErrChoice
		}
	case Decimal:
		want = ValueNumber
	case DateField:
		want = ValueDate
	case Choices, References:
		want = ValueTexts
		for _, s := range v.texts() {
			if f.Kind == Choices && !slices.Contains(f.Choices, s) {
				return ErrChoice
			}
		}
	case List, Checklist:
		if v.kind != ValueRows {
			return ErrKind
		}
		return checkRows(f, v)
	case Related, Derived:
		return ErrField
	}
	if v.kind != want {
		return ErrKind
	}
	return nil
}

func checkRows(f Field, v Value) error {
	for _, r := range v.rows {
		if f.Kind == Checklist && !f.Extra && !slices.Contains(f.Fixed, r.ID) {
			return ErrRow
		}
		for k, cell := range r.Cells.fields {
			col, ok := FieldIn(f.Columns, k)
			if !ok {
				continue // of another catalogue, kept as it is
			}
			if err := CheckValue(col, cell); err != nil {
				return fmt.Errorf("%s: %w", k, err)
			}
		}
	}
	return nil
}
