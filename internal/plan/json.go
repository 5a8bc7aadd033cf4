package plan

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// The limits of what is stored: the text of a dozen thick books in one plan, many times
// the rows that one has, and a book in an entry of the register. What is larger was not
// written by a person, and would keep one waiting.
const (
	MaxContentBytes = 8 << 20 // stored JSON
	MaxEntryBytes   = 1 << 20 // stored JSON of an entry or a registration
	maxDepth        = 8       // rows within rows
	maxRows         = 10_000  // of one list
)

// Sealed is a content together with the bytes that are stored for it.
type Sealed struct {
	Content   Content
	JSON      []byte // canonical JSON, not to be changed
	Hash      string // SHA-256 of JSON, lower-case hex
	Catalogue int    // catalogue number with which it was written
}

// IsZero reports whether nothing was sealed.
func (s Sealed) IsZero() bool { return s.Hash == "" }

// Seal encodes a content as canonical JSON and takes its hash. Equal contents
// give equal bytes: keys in byte order, no white space, texts in NFC.
func Seal(c Content) Sealed {
	b := appendContent(nil, c, "", CatalogueNumber)
	return Sealed{Content: c, JSON: b, Hash: hashOf(b), Catalogue: CatalogueNumber}
}

func hashOf(b []byte) string {
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}

// MarshalJSON writes the content as canonical JSON without catalogue number.
func (c Content) MarshalJSON() ([]byte, error) { return appendContent(nil, c, "", 0), nil }

func appendContent(b []byte, c Content, id ID, catalogue int) []byte {
	b = append(b, '{')
	sep := func(k string) {
		if b[len(b)-1] != '{' {
			b = append(b, ',')
		}
		b = append(appendString(b, k), ':')
	}
	if catalogue > 0 { // "#" sorts before every key
		sep("#")
		b = fmt.Append(b, catalogue)
	}
	if id != "" { // "@" likewise
		sep("@")
		b = appendString(b, string(id))
	}
	for _, k := range c.Keys() {
		sep(string(k))
		b = appendValue(b, c.fields[k])
	}
	return append(b, '}')
}

func appendValue(b []byte, v Value) []byte {
	switch v.kind {
	case ValueText:
		return appendString(b, v.text)
	case ValueNumber:
		return append(b, v.number.String()...)
	case ValueDate:
		return appendString(b, v.Date().String())
	case ValueTexts:
		return appendList(b, v.texts(), appendString)
	case ValueRows:
		return appendList(b, v.rows, func(b []byte, r Row) []byte { return appendContent(b, r.Cells, r.ID, 0) })
	case ValueRaw:
		return append(b, v.raw()...)
	case ValueNone:
	}
	return append(b, "null"...)
}

func appendList[T any](b []byte, list []T, one func([]byte, T) []byte) []byte {
	b = append(b, '[')
	for i, x := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = one(b, x)
	}
	return append(b, ']')
}

const hexDigits = "0123456789abcdef"

func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	s = composed(s)
	from := 0 // of what is written as it stands
	for i := range len(s) {
		c := s[i]
		if c >= 0x20 && c != 0x7f && c != '"' && c != '\\' {
			continue
		}
		b = append(b, s[from:i]...)
		from = i + 1
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		default:
			b = append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	return append(append(b, s[from:]...), '"')
}

// Open decodes stored bytes into a content, reading each key as the fields
// declare it. A key that they do not declare is kept as it is. It refuses what
// is not JSON, is too deep or too long, or does not fit the field, with
// ErrJSON, ErrLimit or ErrKind.
func Open(fields []Field, b []byte) (Sealed, error) {
	if len(b) > MaxContentBytes {
		return Sealed{}, fmt.Errorf("read content of %d bytes: %w", len(b), ErrLimit)
	}
	c, number, err := DecodeContent(fields, b)
	if err != nil {
		return Sealed{}, err
	}
	return Sealed{Content: c, JSON: bytes.Clone(b), Hash: hashOf(b), Catalogue: number}, nil
}
