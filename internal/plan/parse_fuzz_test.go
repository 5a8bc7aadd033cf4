package plan_test

import (
	"testing"

	"ledstjarna/internal/plan"
)

// everyField returns the fields of all documents and registers that a
// person can set, one after the other.
func everyField() []plan.Field {
	var out []plan.Field
	add := func(fields []plan.Field) {
		for _, f := range fields {
			if f.Stored() {
				out = append(out, f)
			}
		}
	}
	for _, k := range plan.DocumentKinds() {
		add(plan.FieldsOf(k))
	}
	for _, l := range plan.ListNames() {
		add(plan.ListFields(l))
	}
	return out
}

// What is read as a value of a field may stand there and says the same when it
// has been written and opened.
func FuzzParseValue(f *testing.F) {
	fields := everyField()
	for i, s := range []string{
		"Rubrik", "två\r\nrader", "12.5", "-0", "2026-02-29", "2028-02-29", "until", "a,b, ,c", "[]", `[{"text":"x"}]`,
		`[{"id":"a"},{"id":"a"}]`, `[{"id":"subtitles","answer":"yes"}]`, "[[", "\xff", "\x00", "[null]", "e\u0301", "[{\"\":\"\xe8\"}]",
	} {
		for j := range fields {
			if (j+i)%9 == 0 {
				f.Add(uint16(j), s)
			}
		}
	}
	f.Fuzz(func(t *testing.T, which uint16, s string) {
		field := fields[int(which)%len(fields)]
		v, err := plan.ParseValue(field, s)
		if err != nil {
			if !v.IsZero() {
				t.Fatalf("%s: %q is refused and yet a value: %v", field.Key, s, err)
			}
			return
		}
		if err := plan.CheckValue(field, v); err != nil {
			t.Fatalf("%s: %q is read as what cannot stand there: %v", field.Key, s, err)
		}
		c := plan.Content{}.With(field.Key, v)
		sealed := plan.Seal(c)
		opened, err := plan.Open([]plan.Field{field}, sealed.JSON)
		if err != nil || !opened.Content.Equal(c) || opened.Hash != sealed.Hash {
			t.Fatalf("%s: %q is written as %s, opened as %v, %v", field.Key, s, sealed.JSON, opened, err)
		}
	})
}
