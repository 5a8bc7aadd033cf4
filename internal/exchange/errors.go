package exchange

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// The reasons why a document is refused, beside those of package plan.
var (
	ErrFormat    = errors.New("not a dump of a plan file")
	ErrNewer     = errors.New("written by a newer version of the program")
	ErrSyntax    = errors.New("not well-formed JSON")
	ErrKey       = errors.New("no such key here")
	ErrRepeated  = errors.New("occurs twice")
	ErrMissing   = errors.New("is missing")
	ErrHash      = errors.New("does not fit its hash")
	ErrID        = errors.New("not an ID")
	ErrTime      = errors.New("not a time")
	ErrKind      = errors.New("not one of the kinds")
	ErrType      = errors.New("value of the wrong type")
	ErrCanonical = errors.New("not stored in the form that a dump can keep")
)

// PlaceError says where in a document something was refused and, by wrapping
// it, why.
type PlaceError struct {
	File   string // name of the fragment; "" where there is only one file
	Place  string // "documents[3].versions[0].content.goals[2].target"; "" for the whole
	Line   int    // from 1, of ErrSyntax; else 0
	Column int    // from 1, in bytes, of ErrSyntax; else 0
	Err    error
}

// Error implements error.
func (e *PlaceError) Error() string {
	s := e.Err.Error()
	if e.Place != "" {
		s = e.Place + ": " + s
	}
	if e.Line > 0 {
		s = fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, s)
	}
	if e.File != "" {
		s = e.File + ": " + s
	}
	return s
}

// Unwrap returns the reason.
func (e *PlaceError) Unwrap() error { return e.Err }

// within returns err with its place put inside the step, a key or an index.
func within(step string, err error) error {
	var p *PlaceError
	if !errors.As(err, &p) {
		return &PlaceError{Place: step, Err: err}
	}
	at := *p
	switch {
	case at.Place == "":
		at.Place = step
	case strings.HasPrefix(at.Place, "["):
		at.Place = step + at.Place
	default:
		at.Place = step + "." + at.Place
	}
	return &at
}

func index(i int) string { return "[" + strconv.Itoa(i) + "]" }
