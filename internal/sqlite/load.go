package sqlite

import (
	"context"
	"fmt"

	"ledstjarna/internal/plan"
)

// Load returns the whole register, without contents. It verifies the chain of
// events.
func (f *File) Load(ctx context.Context) (plan.Register, error) {
	r, err := f.load(ctx)
	if err != nil {
		return plan.Register{}, fmt.Errorf("load %s: %w", f.path, reading(err))
	}
	return r, nil
}

// load reads in one transaction, since another program may be writing to a file
// that is open for reading only.
func (f *File) load(ctx context.Context) (plan.Register, error) {
	c, err := f.take(ctx)
	if err != nil {
		return plan.Register{}, err
	}
	defer giveBack(c)
	tx, err := begin(ctx, c, true)
	if err != nil {
		return plan.Register{}, err
	}
	e, err := f.everything(ctx, tx)
	var origin plan.ID
	if err == nil {
		err = tx.QueryRowContext(ctx, "SELECT id FROM identity").Scan(&origin)
	}
	if err == nil {
		var seen int
		seen, err = number(ctx, tx, "data_version")
		f.seen.Store(int64(seen))
	}
	if err != nil {
		f.abandon(c, tx)
		return plan.Register{}, err
	}
	if err := tx.Commit(); err != nil {
		return plan.Register{}, err
	}
	return plan.Register{}.From(origin).Apply(e), nil
}

// everything returns the register as the edit that makes it from nothing.
func (f *File) everything(ctx context.Context, q querier) (plan.Edit, error) {
	var e plan.Edit
	for _, l := range plan.ListNames() {
		entries, err := loadList(ctx, q, l, f.columns[l])
		if err != nil {
			return plan.Edit{}, err
		}
		for i := range entries {
			e.Changes = append(e.Changes, plan.EntryChange{List: l, After: &entries[i]})
		}
	}
	documents, err := loadDocuments(ctx, q)
	if err != nil {
		return plan.Edit{}, err
	}
	for i := range documents {
		e.Changes = append(e.Changes, plan.DocumentChange{After: &documents[i]})
	}
	relations, err := loadRelations(ctx, q)
	if err != nil {
		return plan.Edit{}, err
	}
	for _, x := range relations {
		e.Changes = append(e.Changes, plan.RelationChange{Relation: x})
	}
	e.Events, err = loadEvents(ctx, q)
	return e, err
}
