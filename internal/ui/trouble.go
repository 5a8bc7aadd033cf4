package ui

import (
	"errors"
	"strings"
	"time"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/ui/kit"
)

// worded is an error that knows the key of its words.
type worded interface {
	error
	MessageKey() string
}

// gapped is an error whose words have gaps.
type gapped interface{ MessageArgs() map[string]any }

// gapsOf are what an error fills the gaps of its words with.
func gapsOf(p *i18n.Printer, err error) []any {
	var pairs []any
	var g gapped
	if errors.As(err, &g) {
		for k, v := range g.MessageArgs() {
			if t, ok := v.(time.Time); ok {
				t = t.Local()
				v = p.Date(i18n.DayOf(t)) + " " + p.Clock(t)
			}
			pairs = append(pairs, strings.ToLower(k), v)
		}
	}
	return pairs
}

// problemOf puts an error into words: what happened, and where the words say so,
// what was kept and what to do. file is the name of the file concerned, or "".
func problemOf(p *i18n.Printer, err error, file string) kit.Problem {
	out := kit.Problem{Title: p.T("error.title"), Happened: p.T("error.internal"), Details: err.Error()}
	var w worded
	if errors.As(err, &w) {
		pairs := append([]any{"file", file}, gapsOf(p, err)...)
		out.Happened = p.T(w.MessageKey(), pairs...)
		out.Kept, _ = p.Find(w.MessageKey() + ".kept")
		out.Todo, _ = p.Find(w.MessageKey() + ".todo")
		return out
	}
	if key := editor.ReasonKey(err); key != "" {
		out.Happened = p.T(key)
	}
	return out
}
