package main

import (
	"errors"
	"strings"
	"time"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/exchange"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// refusal is an error with its words: what happened, what was kept, what to do.
type refusal struct {
	key   string
	pairs []any
}

// Error implements error; a person sees the words of the key instead.
func (r *refusal) Error() string { return r.key }

func refuse(key string, pairs ...any) error { return &refusal{key, pairs} }

// fileError is an error of a file, with the name by which the person knows it.
type fileError struct {
	path string
	err  error
}

// Error implements error.
func (e *fileError) Error() string { return e.path + ": " + e.err.Error() }

// Unwrap returns the reason.
func (e *fileError) Unwrap() error { return e.err }

// worded is an error that knows its words, as those of a plan file do.
type worded interface {
	error
	MessageKey() string
}

// explain puts an error into the person's words.
func (a *app) explain(err error) string {
	file := ""
	var f *fileError
	if errors.As(err, &f) {
		file = f.path
	}
	var r *refusal
	if errors.As(err, &r) {
		return a.words.T(r.key, r.pairs...)
	}
	var place *exchange.PlaceError
	if errors.As(err, &place) {
		return a.explainPlace(file, place)
	}
	var w worded
	if errors.As(err, &w) && a.words.Has(w.MessageKey()) {
		return a.words.T(w.MessageKey(), append(a.gaps(w), "file", file)...)
	}
	if key := editor.ReasonKey(err); key != "" {
		return a.words.T(key)
	}
	return a.words.T("error.internal") + " [" + err.Error() + "]"
}

// gaps are what an error fills its words with.
func (a *app) gaps(err error) []any {
	var pairs []any
	if w, ok := err.(interface{ MessageArgs() map[string]any }); ok {
		for name, value := range w.MessageArgs() {
			if t, ok := value.(time.Time); ok {
				t = t.Local()
				value = a.words.Date(i18n.DayOf(t)) + " " + a.words.Clock(t)
			}
			pairs = append(pairs, strings.ToLower(name), value)
		}
	}
	return pairs
}

// explainPlace tells where in a document that was to be loaded something is
// wrong, and what.
func (a *app) explainPlace(file string, p *exchange.PlaceError) string {
	var at []string
	if p.File != "" {
		at = append(at, p.File)
	}
	if p.Line > 0 {
		at = append(at, a.words.T("cli.line", "line", p.Line, "column", p.Column))
	}
	if p.Place != "" {
		at = append(at, p.Place)
	}
	where := strings.Join(at, ", ")
	if where == "" {
		where = file
	}
	return a.words.T("cli.error.load", "file", file, "where", where, "reason", a.words.T("cli.reason."+reasonCode(p.Err)))
}

func reasonCode(err error) string {
	for _, known := range []struct {
		err  error
		code string
	}{
		{exchange.ErrFormat, "format"},
		{exchange.ErrNewer, "newer"},
		{exchange.ErrSyntax, "syntax"},
		{exchange.ErrKey, "key"},
		{exchange.ErrRepeated, "repeated"},
		{exchange.ErrMissing, "missing"},
		{exchange.ErrHash, "hash"},
		{exchange.ErrID, "id"},
		{exchange.ErrTime, "time"},
		{exchange.ErrKind, "choice"},
		{exchange.ErrType, "type"},
		{plan.ErrDate, "date"},
		{plan.ErrNumber, "number"},
		{plan.ErrKind, "type"},
		{plan.ErrChoice, "choice"},
		{plan.ErrOverlap, "overlap"},
		{plan.ErrCycle, "cycle"},
		{plan.ErrDocument, "document"},
		{plan.ErrVersion, "version"},
		{plan.ErrEntry, "entry"},
		{plan.ErrLimit, "limit"},
		{plan.ErrNoFile, "file"},
	} {
		if errors.Is(err, known.err) {
			return known.code
		}
	}
	return "other"
}
