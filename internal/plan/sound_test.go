package plan

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestWhatCouldNotHaveBeenMadeHereIsUnsound(t *testing.T) {
	at := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	document := func(change func(*Document)) error {
		d := Document{ID: "d", Kind: Policy, Versions: []Version{{ID: "v", Draft: 1, Stage: StageDraft, Created: at}}}
		change(&d)
		return d.Sound()
	}
	relation := func(kind RelationKind, from, to ID) error { return Relation{kind, from, to}.Sound() }
	event := func(change func(*Event)) error {
		e := Event{ID: "e", Kind: EventReview, At: at}
		change(&e)
		return e.Sound()
	}
	for name, c := range map[string]struct{ got, want error }{
		"a document":              {document(func(*Document) {}), nil},
		"a kind":                  {document(func(d *Document) { d.Kind = "virus" }), ErrKind},
		"a quick policy":          {document(func(d *Document) { d.Quick = true }), ErrKind},
		"a rule":                  {document(func(d *Document) { d.Rule = "R9" }), ErrRule},
		"no version":              {document(func(d *Document) { d.Versions = nil }), ErrVersion},
		"an ID with a space":      {document(func(d *Document) { d.ID = "a b" }), ErrDocument},
		"a long ID":               {document(func(d *Document) { d.ID = ID(strings.Repeat("x", 201)) }), ErrDocument},
		"no version's ID":         {document(func(d *Document) { d.Versions[0].ID = "" }), ErrVersion},
		"a stage":                 {document(func(d *Document) { d.Versions[0].Stage = "x" }), ErrKind},
		"a number below 0":        {document(func(d *Document) { d.Versions[0].Major = -1 }), ErrNumber},
		"a number without end":    {document(func(d *Document) { d.Versions[0].Draft = 1 << 40 }), ErrNumber},
		"a year":                  {document(func(d *Document) { d.Versions[0].Created = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC) }), ErrDate},
		"a relation":              {relation(Governs, "a", "b"), nil},
		"a relation's kind":       {relation("owns", "a", "b"), ErrKind},
		"a relation to itself":    {relation(Governs, "a", "a"), ErrDocument},
		"a relation of nothing":   {relation(Governs, "", "a"), ErrDocument},
		"an event":                {event(func(*Event) {}), nil},
		"an event's kind":         {event(func(e *Event) { e.Kind = "party" }), ErrKind},
		"an event before time":    {event(func(e *Event) { e.At = time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC) }), ErrDate},
		"an event with a newline": {event(func(e *Event) { e.Document = "a\nb" }), ErrRecord},
	} {
		if !errors.Is(c.got, c.want) || (c.want == nil) != (c.got == nil) {
			t.Errorf("%s: %v, want %v", name, c.got, c.want)
		}
	}
}
