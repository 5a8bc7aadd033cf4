package plan

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// slowDecoder reads as encoding/json does, which is how contents were read first: what
// reads them now must find the same in the same bytes.
type slowDecoder struct{ catalogue int }

func (d *slowDecoder) content(fields []Field, b []byte, depth int) (Content, ID, error) {
	if depth > maxDepth {
		return Content{}, "", ErrLimit
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(b, &raw); err != nil || raw == nil {
		return Content{}, "", ErrJSON
	}
	id, err := d.head(raw, depth)
	if err != nil {
		return Content{}, "", err
	}
	m := make(map[Key]Value, len(raw))
	for name, x := range raw {
		k := Key(norm.NFC.String(name))
		v, err := d.value(fieldIn(fields, k), x, depth)
		if err != nil {
			return Content{}, "", err
		}
		if _, twice := m[k]; twice {
			return Content{}, "", ErrJSON
		}
		if !v.IsZero() {
			m[k] = v
		}
	}
	return Content{m}, id, nil
}

// head takes out what stands beside the fields: the catalogue number of a
// content, the ID of a row. What people write may say "id" for "@".
func (d *slowDecoder) head(raw map[string]json.RawMessage, depth int) (ID, error) {
	if depth == 0 {
		if x, ok := raw["#"]; ok && json.Unmarshal(x, &d.catalogue) != nil {
			return "", ErrJSON
		}
		delete(raw, "#")
		return "", nil
	}
	for _, k := range []string{"@", "id"} {
		x, ok := raw[k]
		if !ok {
			continue
		}
		delete(raw, k)
		var id string
		if err := json.Unmarshal(x, &id); err != nil {
			return "", ErrJSON
		}
		return ID(norm.NFC.String(id)), nil
	}
	return "", nil
}

func (d *slowDecoder) value(f *Field, x json.RawMessage, depth int) (Value, error) {
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
		return Value{}, ErrField
	}
	s, err := slowString(x)
	if err != nil {
		return Value{}, err
	}
	if f.Kind == DateField && s != "" {
		day, err := ParseDate(s)
		return Day(day), err
	}
	return Text(s), nil
}

// slowString leaves every string to encoding/json.
func slowString(x json.RawMessage) (string, error) {
	var s string
	if json.Unmarshal(x, &s) != nil {
		return "", ErrKind
	}
	return s, nil
}

func (d *slowDecoder) rows(f *Field, x json.RawMessage, depth int) (Value, error) {
	var raw []json.RawMessage
	if err := json.Unmarshal(x, &raw); err != nil {
		return Value{}, ErrKind
	}
	if len(raw) > maxRows {
		return Value{}, ErrLimit
	}
	rows := make([]Row, 0, len(raw))
	seen := make(map[ID]bool, len(raw))
	for _, y := range raw {
		c, id, err := d.content(f.Columns, y, depth+1)
		if err != nil {
			return Value{}, err
		}
		if id == "" {
			id = NewID()
		}
		if seen[id] {
			return Value{}, ErrJSON
		}
		seen[id] = true
		rows = append(rows, Row{ID: id, Cells: c})
	}
	return Rows(rows...), nil
}

type failing interface {
	Helper()
	Fatalf(string, ...any)
}

// written are pieces of JSON and what is nearly that: put together at random they are
// read, or refused, in every way.
func written() []string {
	return []string{
		"{", "}", "[", "]", ",", ":", " ", "\n", `"`, `\`, `\"`, `\u00e5`, `\ud800`, "null", "true", "1.50", "-0", "1e3", "2026-11-22", "å", "a\u030a", "\x01", "\xff",
		`"#":7`, `"#":"x"`, `"@":"r"`, `"@":"q"`, `"id":"s"`, `"@":null`, `"@":5`, `"title":"T"`, `"title":"M\u00e5l"`, `"title":5`, `"title":null`, `"t\u0069tle":"U"`,
		`"goals":[`, `"results":[`, `"activities":[`, `"activity":"Möte"`, `"start":"2026-02-03"`, `"start":"2026-02-30"`, `"depends-on":["a","b"]`, `"depends-on":"a"`,
		`"target-date":"2026-11-22"`, `"baseline":12.5`, `"baseline":"12"`, `"year":2026`, `"x":{"a":[1,2.50,"}"]}`, `"M\u00e5l":1`, `"Ma\u030al":2`, `"version":"1"`,
		`{"@":"a1","activity":"A"}`, `{"@":"a1"}`, `{}`, `{"title":"T","goals":[{"@":"r","baseline":1}]}`,
	}
}

// notAField reports whether a piece is no whole field.
func notAField(s string) bool { return !json.Valid([]byte("{"+s+"}")) || !strings.HasPrefix(s, `"`) }

func sameOutcome(t failing, fields []Field, b []byte) {
	t.Helper()
	slow := slowDecoder{}
	want, _, wrong := slow.content(fields, b, 0)
	if !utf8.Valid(b) {
		wrong = ErrJSON
	}
	got, catalogue, err := DecodeContent(fields, b)
	switch {
	case (err == nil) != (wrong == nil):
		t.Fatalf("%q: %v, want %v", b, err, wrong)
	case err != nil:
		return
	case catalogue != slow.catalogue || !alike(got, want):
		t.Fatalf("%q is read as %s, %d; want %s, %d", b, Seal(got).JSON, catalogue, Seal(want).JSON, slow.catalogue)
	}
	part := slices.DeleteFunc(slices.Clone(fields), func(f Field) bool { return len(f.Key)%2 == 0 })
	for i, f := range part {
		part[i].Columns = slices.DeleteFunc(slices.Clone(f.Columns), func(f Field) bool { return len(f.Key)%3 == 0 })
	}
	some, err := DecodePart(part, b)
	if err != nil || !alike(some, onlyDeclared(got, part)) {
		t.Fatalf("of %q is read %s, %v; want %s", b, Seal(some).JSON, err, Seal(onlyDeclared(got, part)).JSON)
	}
}

// alike compares contents of which rows without an ID were given one.
func alike(a, b Content) bool {
	return maps.EqualFunc(a.fields, b.fields, func(v, w Value) bool {
		if v.kind != ValueRows || w.kind != ValueRows {
			return v.Equal(w)
		}
		return slices.EqualFunc(v.rows, w.rows, func(x, y Row) bool { return len(x.ID) == len(y.ID) && alike(x.Cells, y.Cells) })
	})
}

// onlyDeclared is the content without what the fields do not declare.
func onlyDeclared(c Content, fields []Field) Content {
	out := Filled{}
	for k, v := range c.fields {
		f := fieldIn(fields, k)
		if f == nil {
			continue
		}
		if v.kind == ValueRows {
			rows := v.Rows()
			for i := range rows {
				rows[i].Cells = onlyDeclared(rows[i].Cells, f.Columns)
			}
			v = Rows(rows...)
		}
		out[k] = v
	}
	return NewContent(out)
}

func TestContentsAreReadAsEncodingJSONReadsThem(t *testing.T) {
	kinds, pieces := DocumentKinds(), written()
	rapid.Check(t, func(t *rapid.T) {
		fields := FieldsOf(rapid.SampledFrom(kinds).Draw(t, "kind"))
		some := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "pieces")
		named := rapid.SliceOfN(rapid.SampledFrom(slices.DeleteFunc(slices.Clone(pieces), notAField)), 0, 5).Draw(t, "fields")
		for _, s := range []string{
			"{" + strings.Join(named, ",") + "}", `{"goals":[{` + strings.Join(named, " , ") + "}]}",
			strings.Join(some, ""), "{" + strings.Join(some, "") + "}", "{" + strings.Join(some, ",") + "}",
			`{"goals":[{` + strings.Join(some, ",") + "}]}", `{"activities":[` + strings.Join(some, ",") + "]}",
		} {
			sameOutcome(t, fields, []byte(s))
		}
	})
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{
		`{"#":7,"goals":[{"@":"r","x":{"a":[1,2.50]},"id":"s"}],"x":[true,null],"Ma\u030al":0}`,
		`{ "goals" : [ {} , {"id":"2"} ] , "title" : "a\\\"b" }`, `{"title":"a","title":5}`, `{"title":5,"title":"a"}`, `{"title":"a","t\u0069tle":"b"}`,
		`{"goals":[{"@":"r","baseline":-0.50,"results":[{"@":"q","year":2026}]}]}`, `{"a":"\\"}`, `{"a":"\\\\","b":1}`, `{"":""}`, `{"#":1,"#":2}`, `{"goals":[1,2],"goals":[]}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if !bytes.Equal(bytes.ToValidUTF8(b, nil), b) {
			if _, _, err := DecodeContent(nil, b); !errors.Is(err, ErrJSON) {
				t.Fatalf("%q is read: %v", b, err)
			}
			return
		}
		sameOutcome(t, FieldsOf(PeriodPlan), b)
		sameOutcome(t, FieldsOf(AssignmentPlan), b)
		_, _ = DecodePart(FieldsOf(PeriodPlan), b) // finds an end in any bytes
	})
}
