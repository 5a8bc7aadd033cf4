package editor

import (
	"fmt"
	"slices"

	"ledstjarna/internal/plan"
)

// check refuses an edit that does not fit the register: one that was made from
// another state, that changes what is frozen or locked, or, where removals are
// not checked yet, that removes what is referred to.
func check(r plan.Register, e plan.Edit, removals bool) error {
	return r.ApplyEach(e, func(r plan.Register, c plan.Change) error {
		switch c := c.(type) {
		case plan.EntryChange:
			return checkEntry(r, c, removals)
		case plan.DocumentChange:
			return checkDocument(r, c, removals)
		case plan.ContentChange:
			return checkContent(r, c)
		}
		return nil
	})
}

func checkEntry(r plan.Register, c plan.EntryChange, removals bool) error {
	switch {
	case c.Before == nil && c.After == nil:
		return fmt.Errorf("%s: %w", c.List, plan.ErrEntry)
	case c.Before == nil:
		if _, there := r.Entry(c.List, c.After.ID); there {
			return fmt.Errorf("%s %s: %w", c.List, c.After.ID, ErrStale)
		}
		return nil
	}
	now, ok := r.Entry(c.List, c.Before.ID)
	if !ok || !sameEntry(&now, c.Before) {
		return fmt.Errorf("%s %s: %w", c.List, c.Before.ID, ErrStale)
	}
	if c.After == nil && removals {
		_, err := r.RemoveEntry(c.List, c.Before.ID)
		return err
	}
	return nil
}

func sameEntry(a, b *plan.Entry) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.ID == b.ID && a.Position == b.Position && a.Fields.Equal(b.Fields)
}

func checkDocument(r plan.Register, c plan.DocumentChange, removals bool) error {
	switch {
	case c.Before == nil && c.After == nil:
		return plan.ErrDocument
	case c.Before == nil:
		if _, there := r.Document(c.After.ID); there {
			return fmt.Errorf("document %s: %w", c.After.ID, ErrStale)
		}
		return nil
	}
	now, ok := r.Document(c.Before.ID)
	if !ok || !sameDocument(now, *c.Before) {
		return fmt.Errorf("document %s: %w", c.Before.ID, ErrStale)
	}
	if c.After == nil && removals {
		_, err := r.RemoveDocument(now, nil)
		return err
	}
	for _, v := range now.Versions {
		i := -1
		if c.After != nil {
			i = slices.IndexFunc(c.After.Versions, func(x plan.Version) bool { return x.ID == v.ID })
		}
		if i < 0 && r.Frozen(now, v) || i >= 0 && !sameNumbers(v, c.After.Versions[i]) && r.WasAdopted(v.ID) {
			return fmt.Errorf("version %s: %w", v.ID, plan.ErrFrozen)
		}
	}
	return nil
}

// sameDocument compares what a DocumentChange decides on. Hash, head and
// catalogue number belong to the content.
func sameDocument(a, b plan.Document) bool {
	return a.ID == b.ID && a.Kind == b.Kind && a.Quick == b.Quick && a.Rule == b.Rule && a.RuleReason == b.RuleReason &&
		slices.EqualFunc(a.Versions, b.Versions, sameNumbers)
}

func sameNumbers(a, b plan.Version) bool {
	return a.ID == b.ID && a.Major == b.Major && a.Minor == b.Minor && a.Draft == b.Draft && a.Stage == b.Stage &&
		a.Created.Equal(b.Created)
}

func checkContent(r plan.Register, c plan.ContentChange) error {
	d, ok := r.Document(c.Document)
	if !ok {
		return fmt.Errorf("document %s: %w", c.Document, plan.ErrDocument)
	}
	v, ok := d.Version(c.Version)
	switch {
	case !ok:
		return fmt.Errorf("version %s: %w", c.Version, plan.ErrVersion)
	case d.Kind != c.Kind:
		return fmt.Errorf("version %s: %w", c.Version, plan.ErrKind)
	case c.Before.IsZero():
		return nil // a new version
	case c.Before.Hash != v.Hash:
		return fmt.Errorf("version %s: %w", c.Version, ErrStale)
	case c.After.IsZero(): // goes away with its document or version
		if r.Frozen(d, v) {
			return fmt.Errorf("version %s: %w", c.Version, plan.ErrFrozen)
		}
		return nil
	}
	if err := r.Editable(d, v); err != nil {
		return fmt.Errorf("version %s: %w", c.Version, err)
	}
	return nil
}
