package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"ledstjarna/internal/plan"
)

// Limits bound what is read from outside.
type Limits struct {
	Bytes  int64 // of all files together
	Depth  int   // of arrays and objects within each other
	Values int   // of keys, texts, numbers, arrays and objects together
}

// DefaultLimits returns limits that a file of the largest intended size, some
// thousands of plans, stays far below.
func DefaultLimits() Limits { return Limits{Bytes: 1 << 30, Depth: 24, Values: 50_000_000} }

// readAll reads the whole document and checks what its parts cannot: its size,
// that it is one well-formed JSON value in UTF-8, its depth, and that no object
// has a key twice, which would drop one of them unseen.
func readAll(rd io.Reader, lim *Limits) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(rd, lim.Bytes+1))
	if err != nil {
		return nil, fmt.Errorf("read document: %w", err)
	}
	if lim.Bytes -= int64(len(b)); lim.Bytes < 0 {
		return nil, &PlaceError{Err: plan.ErrLimit}
	}
	b = bytes.TrimPrefix(b, []byte("\uFEFF")) // some editors on Windows write it
	if err := wellFormed(b); err != nil {
		return nil, err
	}
	s := scanner{dec: json.NewDecoder(bytes.NewReader(b)), lim: lim}
	s.dec.UseNumber()
	return b, s.value(0)
}

func wellFormed(b []byte) error {
	at := -1
	var syntax *json.SyntaxError
	if err := json.Unmarshal(b, new(json.RawMessage)); errors.As(err, &syntax) {
		at = max(int(syntax.Offset)-1, 0)
	} else if !utf8.Valid(b) {
		for at = 0; at < len(b); {
			r, n := utf8.DecodeRune(b[at:])
			if r == utf8.RuneError && n == 1 {
				break
			}
			at += n
		}
	}
	if at < 0 {
		return nil
	}
	at = min(at, len(b))
	line := bytes.Count(b[:at], []byte("\n")) + 1
	return &PlaceError{Line: line, Column: at - bytes.LastIndexByte(b[:at], '\n'), Err: ErrSyntax}
}

type scanner struct {
	dec *json.Decoder
	lim *Limits
}

// value consumes one value of a document that is known to be well-formed.
func (s *scanner) value(depth int) error {
	t, err := s.dec.Token()
	if err != nil {
		return fmt.Errorf("read document: %w", err)
	}
	if s.lim.Values--; s.lim.Values < 0 || depth > s.lim.Depth {
		return &PlaceError{Err: plan.ErrLimit}
	}
	switch t {
	case json.Delim('['):
		for i := 0; s.dec.More(); i++ {
			if err := s.value(depth + 1); err != nil {
				return within(index(i), err)
			}
		}
	case json.Delim('{'):
		if err := s.members(depth); err != nil {
			return err
		}
	default:
		return nil
	}
	_, err = s.dec.Token() // the closing bracket
	return err
}

func (s *scanner) members(depth int) error {
	seen := map[string]bool{}
	for s.dec.More() {
		t, err := s.dec.Token()
		if err != nil {
			return fmt.Errorf("read document: %w", err)
		}
		key, _ := t.(string)
		if seen[key] {
			return within(key, &PlaceError{Err: ErrRepeated})
		}
		seen[key] = true
		if err := s.value(depth + 1); err != nil {
			return within(key, err)
		}
	}
	return nil
}
