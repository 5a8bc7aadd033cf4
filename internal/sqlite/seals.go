package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"ledstjarna/internal/plan"
)

// unsealed are the things that an edit has changed and whose seals are set when all
// of it is written.
type unsealed struct {
	entries   map[plan.Thing]*plan.Entry // nil for one that was removed
	documents map[plan.ID]bool
	relations bool
}

func newUnsealed() unsealed {
	return unsealed{entries: map[plan.Thing]*plan.Entry{}, documents: map[plan.ID]bool{}}
}

func sealOfEntry(e plan.Entry) (string, error) {
	b, err := e.Fields.MarshalJSON()
	if err != nil {
		return "", err
	}
	return hashOf(fmt.Appendf(nil, "%s %d %s", e.ID, e.Position, b)), nil
}

func sealOfDocument(d plan.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %t %q %q\n", d.ID, d.Kind, d.Quick, d.Rule, d.RuleReason)
	for _, v := range d.Versions {
		fmt.Fprintf(&b, "%s %d %d %d %q %s %d %s\n", v.ID, v.Major, v.Minor, v.Draft, v.Stage, v.Created.UTC().Format(time.RFC3339), v.Catalogue, v.Hash)
	}
	return hashOf([]byte(b.String()))
}

func (s *saver) setSeal(t plan.Thing, seal string) error {
	return s.one("INSERT OR REPLACE INTO seals (thing, sha256) VALUES (?, ?)", string(t), seal)
}

func (s *saver) dropSeal(t plan.Thing) error {
	_, err := s.tx.ExecContext(s.ctx, "DELETE FROM seals WHERE thing = ?", string(t))
	return err
}

// seal sets the seals of what the edit has changed.
func (s *saver) seal() error {
	for t, e := range s.unsealed.entries {
		if e == nil {
			if err := s.dropSeal(t); err != nil {
				return fmt.Errorf("seal %s: %w", t, err)
			}
			continue
		}
		seal, err := sealOfEntry(*e)
		if err == nil {
			err = s.setSeal(t, seal)
		}
		if err != nil {
			return fmt.Errorf("seal %s: %w", t, err)
		}
	}
	for id := range s.unsealed.documents {
		if err := s.sealDocument(id); err != nil {
			return fmt.Errorf("seal document %s: %w", id, err)
		}
	}
	if !s.unsealed.relations {
		return nil
	}
	all, err := loadRelations(s.ctx, s.tx)
	if err == nil {
		err = s.setSeal(plan.ThingRelations, plan.RelationsState(all).Hash)
	}
	if err != nil {
		return fmt.Errorf("seal relations: %w", err)
	}
	return nil
}

func (s *saver) sealDocument(id plan.ID) error {
	found, err := loadDocumentsWhere(s.ctx, s.tx, "WHERE document = ?", "WHERE id = ?", string(id))
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return s.dropSeal(plan.ThingDocument(id))
	}
	return s.setSeal(plan.ThingDocument(id), sealOfDocument(found[0]))
}

// everySeal calls one for everything that is sealed, with its seal as it should be.
func everySeal(ctx context.Context, q querier, one func(t plan.Thing, document plan.ID, seal string) error) error {
	columns, err := columnsOf(ctx, q)
	if err != nil {
		return err
	}
	for _, l := range plan.ListNames() {
		entries, err := loadList(ctx, q, l, columns[l])
		if err != nil {
			return err
		}
		for _, e := range entries {
			seal, err := sealOfEntry(e)
			if err != nil {
				return err
			}
			if err := one(plan.ThingEntry(l, e.ID), "", seal); err != nil {
				return err
			}
		}
	}
	documents, err := loadDocuments(ctx, q)
	if err != nil {
		return err
	}
	for _, d := range documents {
		if err := one(plan.ThingDocument(d.ID), d.ID, sealOfDocument(d)); err != nil {
			return err
		}
	}
	all, err := loadRelations(ctx, q)
	if err != nil || len(all) == 0 {
		return err
	}
	return one(plan.ThingRelations, "", plan.RelationsState(all).Hash)
}

// sealAll seals a file of an older schema as it is.
func sealAll(ctx context.Context, tx *sql.Tx) error {
	s := &saver{ctx: ctx, tx: tx}
	return everySeal(ctx, tx, func(t plan.Thing, _ plan.ID, seal string) error { return s.setSeal(t, seal) })
}

// seals examines what is sealed.
func (x *examiner) seals() error {
	have := map[plan.Thing]string{}
	err := each(x.ctx, x.q, func(r *sql.Rows) error {
		var t plan.Thing
		var seal string
		err := r.Scan(&t, &seal)
		have[t] = seal
		return err
	}, "SELECT thing, sha256 FROM seals")
	if err != nil {
		return err
	}
	err = everySeal(x.ctx, x.q, func(t plan.Thing, document plan.ID, seal string) error {
		if have[t] != seal {
			x.flaws = append(x.flaws, Flaw{Kind: FlawRegister, Document: document, Detail: fmt.Sprintf("%s: %v", t, errHash)})
		}
		delete(have, t)
		return nil
	})
	if err != nil {
		return err
	}
	for t, seal := range have {
		if t == plan.ThingRelations && seal == plan.RelationsState(nil).Hash {
			continue
		}
		x.flaws = append(x.flaws, Flaw{Kind: FlawRegister, Detail: fmt.Sprintf("%s is gone", t)})
	}
	return nil
}
