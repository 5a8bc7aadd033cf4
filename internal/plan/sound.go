package plan

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// The limits of what names and counts from outside may be.
const (
	maxIDBytes       = 200
	maxVersionNumber = 1_000_000 // far more than there will be
)

// Sound reports whether the ID is one that could be made here: not empty, not long,
// without spaces and signs that nobody sees.
func (id ID) Sound() bool {
	return id != "" && len(id) <= maxIDBytes && !strings.ContainsFunc(string(id), func(r rune) bool {
		return !unicode.IsGraphic(r) || unicode.IsSpace(r)
	})
}

// soundOrNone is Sound of an ID that may be missing.
func (id ID) soundOrNone() bool { return id == "" || id.Sound() }

// Sound returns why a document that was read from outside could not have been made
// here, or nil: ErrKind, ErrRule, ErrVersion or ErrNumber.
func (d Document) Sound() error {
	switch {
	case !d.ID.Sound():
		return fmt.Errorf("the document's ID: %w", ErrDocument)
	case !slices.Contains(DocumentKinds(), d.Kind), d.Quick && d.Kind != AssignmentPlan:
		return fmt.Errorf("the document's kind %q: %w", Excerpt(string(d.Kind), "", 40), ErrKind)
	case d.Rule != "" && !slices.Contains([]Rule{R0, R1, R2}, d.Rule):
		return ErrRule
	case len(d.Versions) == 0:
		return ErrVersion
	}
	for _, v := range d.Versions {
		if err := v.sound(); err != nil {
			return err
		}
	}
	return nil
}

func (v Version) sound() error {
	inRange := func(n, least int) bool { return n >= least && n <= maxVersionNumber }
	switch y := v.Created.UTC().Year(); {
	case !v.ID.Sound():
		return fmt.Errorf("a version's ID: %w", ErrVersion)
	case !slices.Contains([]Stage{StageDraft, StageInPreparation, StageReady}, v.Stage):
		return fmt.Errorf("a version's stage: %w", ErrKind)
	case !inRange(v.Major, 0) || !inRange(v.Minor, 0) || !inRange(v.Draft, 1):
		return fmt.Errorf("a version's number: %w", ErrNumber)
	case y < 1 || y > 9999:
		return fmt.Errorf("when a version was made: %w", ErrDate)
	}
	return nil
}

// Fits returns ErrLimit where a content is larger than one that can be read again:
// in bytes, or in the rows of a list.
func (s Sealed) Fits() error {
	if len(s.JSON) > MaxContentBytes {
		return fmt.Errorf("a content of %d bytes: %w", len(s.JSON), ErrLimit)
	}
	return s.Content.fits()
}

func (c Content) fits() error {
	for k, v := range c.fields {
		if len(v.rows) > maxRows {
			return fmt.Errorf("%s: %d rows: %w", k, len(v.rows), ErrLimit)
		}
		for _, r := range v.rows {
			if err := r.Cells.fits(); err != nil {
				return err
			}
		}
	}
	return nil
}

// Sound returns ErrKind or ErrDocument where a relation that was read from outside
// could not have been made here.
func (x Relation) Sound() error {
	switch {
	case !slices.Contains(RelationKinds(), x.Kind):
		return fmt.Errorf("the relation's kind: %w", ErrKind)
	case !x.From.Sound() || !x.To.Sound() || x.From == x.To:
		return fmt.Errorf("what is related: %w", ErrDocument)
	}
	return nil
}

// Sound returns ErrKind, ErrDate or ErrRecord where an event that was read from outside
// could not have been registered here.
func (e Event) Sound() error {
	switch y := e.At.UTC().Year(); {
	case EventFields(e.Kind) == nil:
		return fmt.Errorf("the event's kind: %w", ErrKind)
	case y < 1 || y > 9999:
		return fmt.Errorf("when it was registered: %w", ErrDate)
	case !e.ID.Sound() || !e.Document.soundOrNone() || !e.Version.soundOrNone() || !e.Assignment.soundOrNone() || !e.Corrects.soundOrNone():
		return fmt.Errorf("what the event is about: %w", ErrRecord)
	}
	return nil
}
