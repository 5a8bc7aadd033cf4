package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"ledstjarna/internal/plan"
)

const (
	documentColumns = "id, kind, quick, rule, rule_reason"
	numberColumns   = "major, minor, draft, stage, created"
	headColumns     = "title, subtype, period, assignment, valid_from, valid_to, validity, owner, dnr"
)

func documentCells(d plan.Document) []any {
	quick := 0
	if d.Quick {
		quick = 1
	}
	return []any{string(d.ID), string(d.Kind), quick, string(d.Rule), d.RuleReason}
}

func numberCells(v plan.Version) []any {
	return []any{v.Major, v.Minor, v.Draft, string(v.Stage), v.Created.UTC().Format(time.RFC3339)}
}

func headCells(h plan.Head) []any {
	return []any{
		canonical(h.Title), canonical(h.Subtype), canonical(string(h.Period)), canonical(string(h.Assignment)),
		h.ValidFrom.String(), h.ValidTo.String(), canonical(string(h.Validity)), canonical(h.Owner), canonical(h.Dnr),
	}
}

// canonical gives a text the form that it has in a content's canonical JSON.
func canonical(s string) string { return norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")) }

func (s *saver) saveDocument(ch plan.DocumentChange) error {
	for _, d := range []*plan.Document{ch.Before, ch.After} {
		if d != nil {
			s.unsealed.documents[d.ID] = true
		}
	}
	switch {
	case ch.After == nil && ch.Before == nil:
		return nil
	case ch.After == nil:
		return s.removeDocument(*ch.Before)
	case ch.Before == nil:
		return s.addDocument(*ch.After)
	}
	return s.changeDocument(*ch.Before, *ch.After)
}

func (s *saver) removeDocument(d plan.Document) error {
	for _, v := range d.Versions {
		if err := s.removeVersion(v.ID); err != nil {
			return err
		}
	}
	if err := s.one("DELETE FROM documents WHERE id = ?", string(d.ID)); err != nil {
		return fmt.Errorf("remove document %s: %w", d.ID, err)
	}
	return nil
}

func (s *saver) addDocument(d plan.Document) error {
	if err := s.one("INSERT INTO documents ("+documentColumns+") VALUES (?, ?, ?, ?, ?)", documentCells(d)...); err != nil {
		return fmt.Errorf("add document %s: %w", d.ID, err)
	}
	for i, v := range d.Versions {
		if err := s.addVersion(d.ID, i, v); err != nil {
			return err
		}
	}
	return nil
}

func (s *saver) changeDocument(before, after plan.Document) error {
	if a, b := documentCells(before), documentCells(after); !slices.Equal(a, b) {
		if err := s.keep(plan.ThingDocument(before.ID), before.Settings()); err != nil {
			return err
		}
		query := "UPDATE documents SET (" + documentColumns + ") = (?, ?, ?, ?, ?) WHERE id = ?"
		if err := s.one(query, append(b, string(before.ID))...); err != nil {
			return fmt.Errorf("change document %s: %w", before.ID, err)
		}
	}
	for _, v := range before.Versions {
		if _, stays := after.Version(v.ID); !stays {
			if err := s.removeVersion(v.ID); err != nil {
				return err
			}
		}
	}
	for i, v := range after.Versions {
		j := slices.IndexFunc(before.Versions, func(x plan.Version) bool { return x.ID == v.ID })
		var err error
		switch {
		case j < 0:
			err = s.addVersion(after.ID, i, v)
		case j != i, !slices.Equal(numberCells(before.Versions[j]), numberCells(v)):
			err = s.changeVersion(i, v)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *saver) addVersion(doc plan.ID, place int, v plan.Version) error {
	values := slices.Concat([]any{string(v.ID), string(doc), place}, numberCells(v), []any{v.Catalogue, v.Hash}, headCells(v.Head))
	query := "INSERT INTO versions (id, document, place, " + numberColumns + ", catalogue, sha256, " + headColumns + ")" +
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
	if err := s.one(query, values...); err != nil {
		return fmt.Errorf("add version %s: %w", v.ID, err)
	}
	s.touched[v.ID] = true
	return nil
}

func (s *saver) changeVersion(place int, v plan.Version) error {
	values := slices.Concat([]any{place}, numberCells(v), []any{string(v.ID)})
	query := "UPDATE versions SET (place, " + numberColumns + ") = (?, ?, ?, ?, ?, ?) WHERE id = ?"
	if err := s.one(query, values...); err != nil {
		return fmt.Errorf("change version %s: %w", v.ID, err)
	}
	return nil
}

func (s *saver) removeVersion(id plan.ID) error {
	if err := s.one("DELETE FROM versions WHERE id = ?", string(id)); err != nil {
		return fmt.Errorf("remove version %s: %w", id, err)
	}
	delete(s.touched, id)
	return nil
}

func (s *saver) saveRelation(ch plan.RelationChange) error {
	if err := s.keepRelations(); err != nil {
		return err
	}
	s.unsealed.relations = true
	values := []any{string(ch.Relation.Kind), string(ch.Relation.From), string(ch.Relation.To)}
	if _, err := s.tx.ExecContext(s.ctx, "DELETE FROM relations WHERE (kind, subject, object) = (?, ?, ?)", values...); err != nil {
		return fmt.Errorf("remove relation: %w", err)
	}
	if ch.Removed {
		return nil
	}
	if err := s.one("INSERT INTO relations (kind, subject, object) VALUES (?, ?, ?)", values...); err != nil {
		return fmt.Errorf("add relation: %w", err)
	}
	return nil
}

// loadDocuments returns the documents with their versions.
func loadDocuments(ctx context.Context, q querier) ([]plan.Document, error) {
	return loadDocumentsWhere(ctx, q, "", "")
}

// loadDocumentsWhere returns the documents of a condition on their versions and on
// themselves.
func loadDocumentsWhere(ctx context.Context, q querier, ofVersions, ofDocuments string, args ...any) ([]plan.Document, error) {
	versions := map[plan.ID][]plan.Version{}
	err := each(ctx, q, upTo(mostVersions, func(r *sql.Rows) error {
		doc, v, err := scanVersion(r.Scan)
		versions[doc] = append(versions[doc], v)
		return err
	}), "SELECT id, document, "+numberColumns+", catalogue, sha256, "+headColumns+" FROM versions "+ofVersions+" ORDER BY document, place", args...)
	if err != nil {
		return nil, err
	}
	var out []plan.Document
	err = each(ctx, q, upTo(mostDocuments, func(r *sql.Rows) error {
		var d plan.Document
		if err := r.Scan(&d.ID, &d.Kind, &d.Quick, &d.Rule, &d.RuleReason); err != nil {
			return err
		}
		d.Versions = versions[d.ID]
		if err := d.Sound(); err != nil {
			return &DamagedError{What: "documents", Document: d.ID, Err: err}
		}
		out = append(out, d)
		return nil
	}), "SELECT "+documentColumns+" FROM documents "+ofDocuments, args...)
	return out, err
}

func scanVersion(scan scanner) (plan.ID, plan.Version, error) {
	var v plan.Version
	var doc plan.ID
	var created, from, to string
	h := &v.Head
	err := scan(&v.ID, &doc, &v.Major, &v.Minor, &v.Draft, &v.Stage, &created, &v.Catalogue, &v.Hash,
		&h.Title, &h.Subtype, &h.Period, &h.Assignment, &from, &to, &h.Validity, &h.Owner, &h.Dnr)
	if err != nil {
		return "", plan.Version{}, err
	}
	v.Created, err = time.Parse(time.RFC3339, created)
	if err == nil {
		err = h.ValidFrom.UnmarshalText([]byte(from))
	}
	if err == nil {
		err = h.ValidTo.UnmarshalText([]byte(to))
	}
	if err != nil {
		return "", plan.Version{}, &DamagedError{What: "versions", Document: doc, Version: v.ID, Title: h.Title, Err: err}
	}
	return doc, v, nil
}

func loadRelations(ctx context.Context, q querier) ([]plan.Relation, error) {
	var out []plan.Relation
	err := each(ctx, q, upTo(mostRelations, func(r *sql.Rows) error {
		var x plan.Relation
		if err := r.Scan(&x.Kind, &x.From, &x.To); err != nil {
			return err
		}
		if err := x.Sound(); err != nil {
			return &DamagedError{What: "relations", Document: x.From, Err: err}
		}
		out = append(out, x)
		return nil
	}), "SELECT kind, subject, object FROM relations ORDER BY rowid")
	return out, err
}
