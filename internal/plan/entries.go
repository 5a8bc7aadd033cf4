package plan

import (
	"fmt"
	"slices"
)

// AddEntry returns the edit that adds an entry at the end of the list.
func (r Register) AddEntry(l ListName, fields Content) (Edit, Entry, error) {
	list := r.lists[l]
	e := Entry{ID: NewID(), Position: 1, Fields: fields}
	if l == ListOrganisation {
		e.ID = OrganisationID
	}
	if n := len(list); n > 0 {
		e.Position = list[n-1].Position + 1
	}
	if err := r.checkEntry(l, e); err != nil {
		return Edit{}, Entry{}, fmt.Errorf("add to %s: %w", l, err)
	}
	return Edit{Changes: []Change{EntryChange{l, nil, &e}}}, e, nil
}

// SetEntry returns the edit that gives an entry new fields; an empty edit means
// that nothing differs.
func (r Register) SetEntry(l ListName, id ID, fields Content) (Edit, error) {
	before, ok := r.Entry(l, id)
	if !ok {
		return Edit{}, fmt.Errorf("change %s %s: %w", l, id, ErrEntry)
	}
	if before.Fields.Equal(fields) {
		return Edit{}, nil
	}
	after := before
	after.Fields = fields
	if err := r.checkEntry(l, after); err != nil {
		return Edit{}, fmt.Errorf("change %s: %w", l, err)
	}
	return Edit{Changes: []Change{EntryChange{l, &before, &after}}}, nil
}

// RemoveEntry returns the edit that removes an entry to which nothing in the
// register refers.
func (r Register) RemoveEntry(l ListName, id ID) (Edit, error) {
	before, ok := r.Entry(l, id)
	switch {
	case !ok:
		return Edit{}, fmt.Errorf("remove from %s %s: %w", l, id, ErrEntry)
	case l == ListOrganisation, len(r.Referrers(id)) > 0:
		return Edit{}, fmt.Errorf("remove from %s %s: %w", l, id, ErrInUse)
	}
	return Edit{Changes: []Change{EntryChange{l, &before, nil}}}, nil
}

// MoveEntry returns the edit that puts an entry at the index of its list, from 0.
func (r Register) MoveEntry(l ListName, id ID, to int) (Edit, error) {
	list := r.Entries(l)
	from := slices.IndexFunc(list, func(e Entry) bool { return e.ID == id })
	if from < 0 || to < 0 || to >= len(list) {
		return Edit{}, fmt.Errorf("move in %s %s: %w", l, id, ErrEntry)
	}
	moved := list[from]
	list = slices.Insert(slices.Delete(list, from, from+1), to, moved)
	var e Edit
	for i, x := range list {
		if x.Position != i+1 {
			before, after := x, x
			after.Position = i + 1
			e.Changes = append(e.Changes, EntryChange{l, &before, &after})
		}
	}
	return e, nil
}

func (r Register) checkEntry(l ListName, e Entry) error {
	if start, end := e.Fields.Get(KeyStart).Date(), e.Fields.Get(KeyEnd).Date(); !end.IsZero() && end.Before(start) {
		return ErrDate
	}
	if opens, closes := e.Fields.Get(KeyOpens).Date(), e.Fields.Get(KeyCloses).Date(); !closes.IsZero() && closes.Before(opens) {
		return ErrDate
	}
	if l != ListPeriods {
		return nil
	}
	start, end := e.Fields.Get(KeyStart).Date(), e.Fields.Get(KeyEnd).Date()
	for _, p := range r.Periods() {
		if p.ID != e.ID && !start.IsZero() && !end.IsZero() && !start.After(p.End) && !end.Before(p.Start) {
			return fmt.Errorf("%w: %s", ErrOverlap, p.Name)
		}
	}
	return nil
}

// Relate returns the edit that adds a relation. Circles are refused inside
// Governs and inside Supersedes only: across the kinds there is a legitimate one
// (programme → strategy → period plan → programme).
func (r Register) Relate(x Relation) (Edit, error) {
	_, from := r.documents[x.From]
	_, to := r.documents[x.To]
	switch {
	case !from || !to || !slices.Contains(RelationKinds(), x.Kind):
		return Edit{}, fmt.Errorf("relate %s %s %s: %w", x.From, x.Kind, x.To, ErrDocument)
	case slices.Contains(r.relations, x):
		return Edit{}, nil
	case x.From == x.To, (x.Kind == Governs || x.Kind == Supersedes) && r.leads(x.To, x.From, x.Kind, map[ID]bool{}):
		return Edit{}, fmt.Errorf("relate %s %s %s: %w", x.From, x.Kind, x.To, ErrCycle)
	}
	return Edit{Changes: []Change{RelationChange{Relation: x}}}, nil
}

// Unrelate returns the edit that removes a relation, empty where there is none.
func (r Register) Unrelate(x Relation) Edit {
	if !slices.Contains(r.relations, x) {
		return Edit{}
	}
	return Edit{Changes: []Change{RelationChange{x, true}}}
}

func (r Register) leads(from, to ID, k RelationKind, seen map[ID]bool) bool {
	if from == to {
		return true
	}
	seen[from] = true
	for _, next := range r.Objects(from, k) {
		if !seen[next] && r.leads(next, to, k, seen) {
			return true
		}
	}
	return false
}
