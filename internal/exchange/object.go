package exchange

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"ledstjarna/internal/plan"
)

// object is a JSON object that is being read. It keeps the first error, so that
// a caller reads all it wants and asks once.
type object struct {
	fields map[string]json.RawMessage
	err    error
}

// openObject reads an object that has no other keys than the known ones.
func openObject(raw json.RawMessage, known ...string) *object {
	o := &object{}
	if err := json.Unmarshal(raw, &o.fields); err != nil || o.fields == nil {
		o.err = &PlaceError{Err: ErrType}
		return o
	}
	for _, k := range slices.Sorted(maps.Keys(o.fields)) {
		if !slices.Contains(known, k) {
			o.fail(k, ErrKey)
		}
	}
	return o
}

func (o *object) fail(key string, err error) {
	if o.err == nil && err != nil {
		o.err = within(key, err)
	}
}

// read decodes the value of the key into p and reports whether there is one.
func (o *object) read(key string, p any) bool {
	raw, ok := o.fields[key]
	if !ok || string(raw) == "null" {
		return false
	}
	if err := json.Unmarshal(raw, p); err != nil {
		o.fail(key, ErrType)
		return false
	}
	return true
}

func (o *object) text(key string) string {
	var s string
	o.read(key, &s)
	return s
}

// wanted is text that must be there.
func (o *object) wanted(key string) string {
	s := o.text(key)
	if s == "" {
		o.fail(key, ErrMissing)
	}
	return s
}

func (o *object) flag(key string) bool {
	var b bool
	o.read(key, &b)
	return b
}

const maxNumber = 1_000_000 // of a version; far more than there will be

func (o *object) number(key string, least int) int {
	n := least
	o.read(key, &n)
	if n < least || n > maxNumber {
		o.fail(key, plan.ErrNumber)
	}
	return n
}

const maxID = 200 // bytes

// id is an ID that may be missing.
func (o *object) id(key string) plan.ID {
	s := o.text(key)
	if len(s) > maxID || strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsGraphic(r) || unicode.IsSpace(r) }) {
		o.fail(key, ErrID)
	}
	return plan.ID(s)
}

// ownID is an ID that must be there and is the first of its kind.
func (o *object) ownID(key string, seen map[plan.ID]bool) plan.ID {
	o.wanted(key)
	id := o.id(key)
	if seen[id] {
		o.fail(key, ErrRepeated)
	}
	seen[id] = true
	return id
}

func (o *object) time(key string) time.Time {
	t, err := time.Parse(time.RFC3339, o.wanted(key))
	if y := t.UTC().Year(); err != nil || y < 1 || y > 9999 || t.Nanosecond() != 0 {
		o.fail(key, ErrTime)
	}
	return t.UTC()
}

// oneOf is a text that is one of the codes.
func oneOf[T ~string](o *object, key string, codes []T) T {
	s := T(o.wanted(key))
	if !slices.Contains(codes, s) {
		o.fail(key, ErrKind)
	}
	return s
}

// each calls one for every element of an array.
func (o *object) each(key string, one func(int, json.RawMessage) error) {
	var list []json.RawMessage
	if !o.read(key, &list) || o.err != nil {
		return
	}
	for i, raw := range list {
		if err := one(i, raw); err != nil {
			o.fail(key, within(index(i), err))
			return
		}
	}
}
