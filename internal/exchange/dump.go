package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"ledstjarna/internal/plan"
)

// Contents returns the stored content of a version.
type Contents func(plan.Document, plan.Version) (plan.Sealed, error)

// Dump writes everything as one JSON document. The same values give the same
// bytes. It asks for each content and for each file once, and holds one document
// at a time.
func Dump(w io.Writer, r plan.Register, contents Contents, files Files) error {
	d := &dumper{w: w}
	referred := map[string]bool{}
	refer := func(c plan.Content) {
		for _, hash := range plan.FilesIn(c) {
			referred[hash] = true
		}
	}
	refer(r.Organisation())
	for _, e := range r.Entries(plan.ListPackets) {
		refer(e.Fields)
	}
	d.print("{\n  \"format\": %q,\n  \"version\": %d", formatName, formatVersion)
	d.lists(r)
	section(d, "documents", r.Documents(), func(x plan.Document) (any, error) {
		return documentJSON(x, func(d plan.Document, v plan.Version) (plan.Sealed, error) {
			s, err := contents(d, v)
			refer(s.Content)
			return s, err
		})
	})
	section(d, "relations", r.Relations(), relationOf)
	section(d, "events", r.Events(), eventOf)
	d.files(referred, files)
	d.print("\n}\n")
	if d.err != nil {
		return fmt.Errorf("dump: %w", d.err)
	}
	return nil
}

type dumpedRelation struct {
	Kind plan.RelationKind `json:"kind"`
	From plan.ID           `json:"from"`
	To   plan.ID           `json:"to"`
}

type dumpedDocument struct {
	ID         plan.ID           `json:"id"`
	Kind       plan.DocumentKind `json:"kind"`
	Quick      bool              `json:"quick"`
	Rule       plan.Rule         `json:"rule,omitempty"`
	RuleReason string            `json:"rule-reason,omitempty"`
	Versions   []dumpedVersion   `json:"versions"`
}

type dumpedVersion struct {
	ID      plan.ID         `json:"id"`
	Major   int             `json:"major"`
	Minor   int             `json:"minor"`
	Draft   int             `json:"draft"`
	Stage   plan.Stage      `json:"stage"`
	Created string          `json:"created"`
	Hash    string          `json:"hash"`
	Content json.RawMessage `json:"content"`
}

type dumpedEvent struct {
	ID         plan.ID         `json:"id"`
	Kind       plan.EventKind  `json:"kind"`
	At         string          `json:"at"`
	By         string          `json:"by"`
	Document   plan.ID         `json:"document,omitempty"`
	Version    plan.ID         `json:"version,omitempty"`
	Assignment plan.ID         `json:"assignment,omitempty"`
	Corrects   plan.ID         `json:"corrects,omitempty"`
	Fields     json.RawMessage `json:"fields"`
}

func relationOf(x plan.Relation) (any, error) { return dumpedRelation(x), nil }

func documentJSON(d plan.Document, contents Contents) (any, error) {
	out := dumpedDocument{ID: d.ID, Kind: d.Kind, Quick: d.Quick, Rule: d.Rule, RuleReason: d.RuleReason}
	for _, v := range d.Versions {
		c, err := contents(d, v)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		if err := json.Compact(&b, c.JSON); err != nil || !bytes.Equal(b.Bytes(), c.JSON) {
			return nil, fmt.Errorf("version %s: %w", v.ID, ErrCanonical)
		}
		out.Versions = append(out.Versions, dumpedVersion{
			ID: v.ID, Major: v.Major, Minor: v.Minor, Draft: v.Draft, Stage: v.Stage,
			Created: v.Created.UTC().Format(time.RFC3339), Hash: c.Hash, Content: c.JSON,
		})
	}
	return out, nil
}

func eventOf(e plan.Event) (any, error) {
	fields, err := e.Fields.MarshalJSON()
	return dumpedEvent{
		ID: e.ID, Kind: e.Kind, At: e.At.UTC().Format(time.RFC3339), By: e.By, Document: e.Document, Version: e.Version,
		Assignment: e.Assignment, Corrects: e.Corrects, Fields: fields,
	}, err
}
