package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"

	"ledstjarna/internal/plan"
)

func hashOf(b []byte) string {
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}

// Content returns the version's content, verified against its SHA-256. It
// returns plan.ErrVersion where there is none and a *DamagedError naming the
// version where the bytes are not what was stored. kind is the document's.
func (f *File) Content(ctx context.Context, kind plan.DocumentKind, version plan.ID) (plan.Sealed, error) {
	c, err := f.take(ctx)
	if err != nil {
		return plan.Sealed{}, fmt.Errorf("read version %s: %w", version, err)
	}
	defer giveBack(c)
	s, err := readContent(ctx, c, kind, version)
	if err != nil {
		return plan.Sealed{}, fmt.Errorf("read version %s: %w", version, reading(err))
	}
	return s, nil
}

// storedContent is a content as the file has it.
type storedContent struct {
	version, document plan.ID
	kind              plan.DocumentKind
	hash, title       string
	size              int
	json              []byte // nil where there is none, or too much
}

const selectContent = `SELECT v.id, v.document, coalesce(d.kind, ''), v.sha256, v.title, coalesce(octet_length(c.json), 0),
		CASE WHEN octet_length(c.json) <= ?1 THEN c.json END
	FROM versions v LEFT JOIN contents c ON c.version = v.id LEFT JOIN documents d ON d.id = v.document`

func scanContent(r interface{ Scan(into ...any) error }) (storedContent, error) {
	var s storedContent
	err := r.Scan(&s.version, &s.document, &s.kind, &s.hash, &s.title, &s.size, &s.json)
	return s, err
}

// verify returns why the content is not what was stored.
func (s storedContent) verify() error {
	switch {
	case s.size > plan.MaxContentBytes:
		return s.damaged(plan.ErrLimit)
	case s.json == nil:
		return s.damaged(plan.ErrVersion)
	case hashOf(s.json) != s.hash:
		return s.damaged(errHash)
	}
	return nil
}

func (s storedContent) damaged(err error) error {
	return &DamagedError{What: "content", Document: s.document, Version: s.version, Title: s.title, Err: err}
}

func readContent(ctx context.Context, q querier, kind plan.DocumentKind, version plan.ID) (plan.Sealed, error) {
	stored, err := scanContent(q.QueryRowContext(ctx, selectContent+" WHERE v.id = ?2", plan.MaxContentBytes, string(version)))
	if errors.Is(err, sql.ErrNoRows) {
		return plan.Sealed{}, plan.ErrVersion
	}
	if err == nil {
		err = stored.verify()
	}
	if err != nil {
		return plan.Sealed{}, err
	}
	s, err := plan.Open(plan.FieldsOf(kind), stored.json)
	if err != nil {
		return plan.Sealed{}, stored.damaged(err)
	}
	return s, nil
}

func (s *saver) saveContent(ch plan.ContentChange) error {
	s.unsealed.documents[ch.Document] = true
	if err := s.replaceContent(ch); err != nil {
		return fmt.Errorf("save version %s: %w", ch.Version, err)
	}
	if err := s.attach(ch); err != nil {
		return err
	}
	if err := s.project(ch); err != nil {
		return err
	}
	return s.indexContent(ch)
}

func (s *saver) replaceContent(ch plan.ContentChange) error {
	id := string(ch.Version)
	if !ch.Before.IsZero() {
		if err := s.expectHash(ch.Version, ch.Before.Hash); err != nil {
			return err
		}
		if err := s.keep(plan.ThingContent(ch.Version), ch.Before); err != nil {
			return err
		}
	}
	if ch.After.IsZero() {
		return s.one("DELETE FROM contents WHERE version = ?", id)
	}
	if err := ch.After.Fits(); err != nil {
		return fmt.Errorf("%w: %w", ErrTooLarge, err)
	}
	if hashOf(ch.After.JSON) != ch.After.Hash {
		return errHash
	}
	query := "UPDATE contents SET json = ?2 WHERE version = ?1"
	if ch.Before.IsZero() {
		query = "INSERT INTO contents (version, json) VALUES (?1, ?2)"
	}
	if err := s.one(query, id, ch.After.JSON); err != nil {
		return err
	}
	values := append([]any{ch.After.Catalogue, ch.After.Hash}, headCells(plan.HeadOf(ch.After.Content))...)
	err := s.one("UPDATE versions SET (catalogue, sha256, "+headColumns+") = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?",
		append(values, id)...)
	if err != nil {
		return err
	}
	s.touched[ch.Version] = true
	return nil
}

// expectHash refuses an edit that was made from another content than the stored
// one.
func (s *saver) expectHash(version plan.ID, hash string) error {
	var have string
	err := s.tx.QueryRowContext(s.ctx, "SELECT sha256 FROM versions WHERE id = ?", string(version)).Scan(&have)
	if errors.Is(err, sql.ErrNoRows) || err == nil && have != hash {
		return ErrConflict
	}
	return err
}
