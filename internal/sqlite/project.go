package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"ledstjarna/internal/plan"
)

// projection is a table of what lists need across contents.
type projection struct {
	table   string
	columns []string // beside version and id; the first is the place, from 1
	// rows returns the cells of every row that the content gives, by row ID.
	rows func(plan.Content) []projected
}

type projected struct {
	id    plan.ID
	cells []string
}

func projections() []projection {
	return []projection{activityProjection(), goalProjection()}
}

// projectedRows returns one projected row for each row of a list.
func projectedRows(c plan.Content, list plan.Key, cells ...plan.Key) []projected {
	var out []projected
	for i, r := range c.Get(list).Rows() {
		p := projected{id: r.ID, cells: []string{fmt.Sprint(i + 1)}}
		for _, k := range cells {
			v := r.Cells.Get(k)
			s := canonical(v.Text())
			if v.Kind() == plan.ValueDate {
				s = v.Date().String()
			}
			p.cells = append(p.cells, s)
		}
		out = append(out, p)
	}
	return out
}

// project brings the projections of the version from the content before to the
// content after, writing the rows that differ only.
func (s *saver) project(ch plan.ContentChange) error {
	for _, p := range projections() {
		before, after := p.rows(ch.Before.Content), p.rows(ch.After.Content)
		if err := s.projectRows(p, ch.Version, before, after); err != nil {
			return fmt.Errorf("save %s of version %s: %w", p.table, ch.Version, err)
		}
	}
	return nil
}

func (s *saver) projectRows(p projection, version plan.ID, before, after []projected) error {
	had := make(map[plan.ID][]string, len(before))
	for _, r := range before {
		had[r.id] = r.cells
	}
	has := make(map[plan.ID]bool, len(after))
	for _, r := range after {
		has[r.id] = true
	}
	for _, r := range before {
		if has[r.id] {
			continue
		}
		if err := s.one("DELETE FROM "+p.table+" WHERE (version, id) = (?, ?)", string(version), string(r.id)); err != nil {
			return err
		}
	}
	marks := strings.Repeat(", ?", len(p.columns)-1)
	insert := "INSERT INTO " + p.table + " (" + strings.Join(p.columns, ", ") + ", version, id) VALUES (?" + marks + ", ?, ?)"
	update := "UPDATE " + p.table + " SET (" + strings.Join(p.columns, ", ") + ") = (?" + marks + ") WHERE (version, id) = (?, ?)"
	for _, r := range after {
		query := insert
		if cells, ok := had[r.id]; ok {
			if slices.Equal(cells, r.cells) {
				continue
			}
			query = update
		}
		args := make([]any, 0, len(r.cells)+2)
		for _, c := range r.cells {
			args = append(args, c)
		}
		if err := s.one(query, append(args, string(version), string(r.id))...); err != nil {
			return err
		}
	}
	return nil
}

// stored returns the rows of the version as the table holds them.
func (p projection) stored(ctx context.Context, q querier, version plan.ID) ([]projected, error) {
	var out []projected
	err := each(ctx, q, func(r *sql.Rows) error {
		row := projected{cells: make([]string, len(p.columns))}
		into := []any{&row.id}
		for i := range row.cells {
			into = append(into, &row.cells[i])
		}
		err := r.Scan(into...)
		out = append(out, row)
		return err
	}, "SELECT id, "+strings.Join(p.columns, ", ")+" FROM "+p.table+" WHERE version = ? ORDER BY "+p.columns[0], string(version))
	return out, err
}

// projections compares every projection with what a content gives.
func (x *examiner) projections(s soundContent) error {
	for _, p := range projections() {
		have, err := p.stored(x.ctx, x.q, s.version)
		if err != nil {
			return err
		}
		same := slices.EqualFunc(have, p.rows(s.content), func(a, b projected) bool {
			return a.id == b.id && slices.Equal(a.cells, b.cells)
		})
		if !same {
			x.flaws = append(x.flaws, Flaw{
				Kind: FlawProjection, Document: s.document, Version: s.version, Title: plan.HeadOf(s.content).Title, Detail: p.table,
			})
		}
	}
	return nil
}

// Rebuild writes the projections anew from the contents, as after an import or
// where Check found that they differ. It changes nothing else.
func (f *File) Rebuild(ctx context.Context) error {
	c, err := f.take(ctx)
	if err != nil {
		return fmt.Errorf("rebuild %s: %w", f.path, err)
	}
	defer giveBack(c)
	tx, err := begin(ctx, c, false)
	if err != nil {
		return fmt.Errorf("rebuild %s: %w", f.path, translate(err))
	}
	if err := f.rebuild(ctx, tx); err != nil {
		f.abandon(c, tx)
		return fmt.Errorf("rebuild %s: %w", f.path, translate(err))
	}
	if err := tx.Commit(); err != nil {
		f.spoilt = true
		return fmt.Errorf("rebuild %s: %w", f.path, translate(err))
	}
	return nil
}

func (f *File) rebuild(ctx context.Context, tx *sql.Tx) error {
	s := &saver{ctx: ctx, tx: tx, columns: f.columns, touched: map[plan.ID]bool{}, unsealed: newUnsealed()}
	for _, p := range projections() {
		if _, err := tx.ExecContext(ctx, "DELETE FROM "+p.table); err != nil {
			return err
		}
	}
	return indexAnd(ctx, tx, func(c soundContent) error {
		for _, p := range projections() {
			if err := s.projectRows(p, c.version, nil, p.rows(c.content)); err != nil {
				return err
			}
		}
		return nil
	})
}
