package plan

import (
	"maps"
	"slices"
)

// Key is a field's name in the catalogue: lower-case English words joined by
// hyphens. A key is never renamed and never used again for something else.
type Key string

// Content is a tree of values keyed by the catalogue: what a version, an entry
// of the register, an event or a row says. It is immutable; With returns a new
// one. The zero Content is empty and ready for use.
type Content struct{ fields map[Key]Value }

// Get returns the value of the field, unfilled where there is none.
func (c Content) Get(k Key) Value { return c.fields[k] }

// Text is short for Get(k).Text().
func (c Content) Text(k Key) string { return c.fields[k].text }

// With returns c with the field set to v, or cleared where v is unfilled.
func (c Content) With(k Key, v Value) Content {
	if c.fields[k].Equal(v) {
		return c
	}
	m := make(map[Key]Value, len(c.fields)+1)
	maps.Copy(m, c.fields)
	if v.IsZero() {
		delete(m, k)
	} else {
		m[k] = v
	}
	return Content{m}
}

// Keys returns the keys of the filled fields in order.
func (c Content) Keys() []Key {
	keys := make([]Key, 0, len(c.fields))
	for k := range c.fields {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// Len returns how many fields are filled.
func (c Content) Len() int { return len(c.fields) }

// Equal reports whether both contents say the same.
func (c Content) Equal(d Content) bool { return maps.EqualFunc(c.fields, d.fields, Value.Equal) }

// Filled is a Content under construction: NewContent(Filled{...}).
type Filled map[Key]Value

// NewContent returns a content with the given values; unfilled ones are left out.
func NewContent(f Filled) Content {
	m := make(map[Key]Value, len(f))
	for k, v := range f {
		if !v.IsZero() {
			m[k] = v
		}
	}
	return Content{m}
}
