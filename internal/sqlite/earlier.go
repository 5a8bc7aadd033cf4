package sqlite

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"

	"ledstjarna/internal/plan"
)

// statesKept is how many earlier states of one thing are kept.
const statesKept = 12

// keep keeps what a thing was before its first change since the file was opened, and
// gives the thing a new revision.
func (s *saver) keep(t plan.Thing, state plan.Sealed) error {
	if s.kept[t] {
		return nil
	}
	s.kept[t] = true
	revision, err := s.revision(t, state.Hash)
	if err == nil {
		err = s.keepState(plan.Earlier{Thing: t, Revision: revision, Hash: state.Hash, JSON: state.JSON})
	}
	if err == nil {
		err = s.setRevision(t, rand.Text())
	}
	if err != nil {
		return fmt.Errorf("keep the earlier state of %s: %w", t, err)
	}
	return nil
}

func (s *saver) revision(t plan.Thing, hash string) (string, error) {
	var r string
	err := s.tx.QueryRowContext(s.ctx, "SELECT revision FROM revisions WHERE thing = ?", string(t)).Scan(&r)
	if errors.Is(err, sql.ErrNoRows) {
		return plan.FirstRevision(hash), nil
	}
	return r, err
}

func (s *saver) setRevision(t plan.Thing, revision string) error {
	return s.one("INSERT OR REPLACE INTO revisions (thing, revision) VALUES (?, ?)", string(t), revision)
}

// keepState keeps a state as the newest of its thing. One that was decided stays so.
func (s *saver) keepState(e plan.Earlier) error {
	var was sql.NullBool
	const look = "SELECT max(decided) FROM earlier WHERE (thing, revision) = (?, ?)"
	if err := s.prepare(look); err != nil {
		return err
	}
	if err := s.made[look].QueryRowContext(s.ctx, string(e.Thing), e.Revision).Scan(&was); err != nil {
		return err
	}
	if err := s.one("INSERT OR REPLACE INTO earlier (thing, revision, decided, sha256, json) VALUES (?, ?, ?, ?, ?)",
		string(e.Thing), e.Revision, e.Decided || was.Bool, e.Hash, e.JSON); err != nil {
		return err
	}
	const surplus = "DELETE FROM earlier WHERE thing = ?1 AND id NOT IN (SELECT id FROM earlier WHERE thing = ?1 ORDER BY id DESC LIMIT ?2)"
	if err := s.prepare(surplus); err != nil {
		return err
	}
	_, err := s.made[surplus].ExecContext(s.ctx, string(e.Thing), statesKept)
	return err
}

// keepRelations keeps the relations before their first change.
func (s *saver) keepRelations() error {
	if s.kept[plan.ThingRelations] {
		return nil
	}
	all, err := loadRelations(s.ctx, s.tx)
	if err != nil {
		return err
	}
	return s.keep(plan.ThingRelations, plan.RelationsState(all))
}

// Remember notes states of another file that an import has dealt with, and of those
// that things have now, their revisions.
func (f *File) Remember(ctx context.Context, states []plan.Earlier) error {
	if len(states) == 0 {
		return nil
	}
	err := f.transact(ctx, func(s *saver) error {
		for _, e := range states {
			if e.Mine {
				if err := s.keep(e.Thing, plan.Sealed{Hash: e.Hash, JSON: e.JSON}); err != nil {
					return err
				}
				continue
			}
			if err := s.keepState(e); err != nil {
				return err
			}
			if !e.Now {
				continue
			}
			if err := s.setRevision(e.Thing, e.Revision); err != nil {
				return err
			}
			delete(s.kept, e.Thing) // the next change makes another revision
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("remember an import in %s: %w", f.path, translate(err))
	}
	return nil
}

// Known returns the revisions of things.
func (f *File) Known(ctx context.Context) (plan.Known, error) {
	c, err := f.take(ctx)
	if err != nil {
		return plan.Known{}, fmt.Errorf("read revisions: %w", err)
	}
	defer giveBack(c)
	k := plan.NewKnown()
	err = each(ctx, c, func(r *sql.Rows) error {
		var t plan.Thing
		var revision string
		var decided bool
		err := r.Scan(&t, &revision, &decided)
		k.Add(t, revision, decided)
		return err
	}, "SELECT thing, revision, decided FROM earlier ORDER BY id DESC")
	if err == nil {
		err = each(ctx, c, func(r *sql.Rows) error {
			var t plan.Thing
			var revision string
			err := r.Scan(&t, &revision)
			k.Now[t] = revision
			return err
		}, "SELECT thing, revision FROM revisions")
	}
	if err != nil {
		return plan.Known{}, fmt.Errorf("read revisions: %w", translate(err))
	}
	return k, nil
}

// State returns an earlier state of a thing, verified.
func (f *File) State(ctx context.Context, t plan.Thing, revision string) ([]byte, error) {
	c, err := f.take(ctx)
	if err != nil {
		return nil, fmt.Errorf("read an earlier state of %s: %w", t, err)
	}
	defer giveBack(c)
	var b []byte
	var hash string
	err = c.QueryRowContext(ctx, "SELECT json, sha256 FROM earlier WHERE (thing, revision) = (?, ?)", string(t), revision).Scan(&b, &hash)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		err = plan.ErrVersion
	case err == nil && hashOf(b) != hash:
		err = &DamagedError{What: "earlier state", Err: errHash}
	}
	if err != nil {
		return nil, fmt.Errorf("read an earlier state of %s: %w", t, translate(err))
	}
	return b, nil
}

// states examines the earlier states.
func (x *examiner) states() error {
	return each(x.ctx, x.q, func(r *sql.Rows) error {
		var t plan.Thing
		var hash string
		var b []byte
		err := r.Scan(&t, &hash, &b)
		if err == nil && hashOf(b) != hash {
			x.flaws = append(x.flaws, Flaw{Kind: FlawContent, Detail: fmt.Sprintf("an earlier state of %s: %v", t, errHash)})
		}
		return err
	}, "SELECT thing, sha256, json FROM earlier")
}
