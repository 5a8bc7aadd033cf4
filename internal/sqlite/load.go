package sqlite

import (
	"context"
	"fmt"

	"ledstjarna/internal/plan"
)

// Load returns the whole register, without contents. It verifies the chain of
// events.
func (f *File) Load(ctx context.Context) (plan.Register, error) {
	c, err := checkout(ctx, f.db)
	if err != nil {
		return plan.Register{}, fmt.Errorf("load %s: %w", f.path, err)
	}
	defer c.Close()
	e, err := f.everything(ctx, c)
	if err != nil {
		return plan.Register{}, fmt.Errorf("load %s: %w", f.path, translate(err))
	}
	var origin plan.ID
	if err := c.QueryRowContext(ctx, "SELECT id FROM identity").Scan(&origin); err != nil {
		return plan.Register{}, fmt.Errorf("load %s: %w", f.path, translate(err))
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
