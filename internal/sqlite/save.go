package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"

	"ledstjarna/internal/plan"
)

// saver writes one edit in one transaction.
type saver struct {
	ctx      context.Context
	tx       *sql.Tx
	columns  map[plan.ListName][]plan.Field
	made     map[string]*sql.Stmt // statements that were prepared, by their text
	grown    map[plan.ListName]bool
	touched  map[plan.ID]bool    // versions that were added or given a content
	kept     map[plan.Thing]bool // of which a state was kept since the file was opened
	unsealed unsealed

	whole   plan.Edit // and what came of it, where that is what is written
	events  []plan.Event
	written bool
	cleared bool   // it deals with the edit in doubt
	count   []byte // of the file's changes, before
}

// Save writes the edit in one transaction and returns its events as stored,
// with their place in the chain. On an error nothing is changed in the file:
// ErrConflict where the edit does not fit what is stored, plan.ErrFrozen where
// it would change an adopted version, and the reasons of the disk.
func (f *File) Save(ctx context.Context, e plan.Edit) ([]plan.Event, error) {
	events, err := f.save(ctx, e)
	if err != nil {
		return nil, fmt.Errorf("save to %s: %w", f.path, translate(err))
	}
	return events, nil
}

func (f *File) save(ctx context.Context, e plan.Edit) ([]plan.Event, error) {
	if e.IsEmpty() {
		return nil, nil
	}
	events, written, err := f.saveOnce(ctx, e)
	if written && errors.Is(translate(err), ErrIO) { // once more, to know whether it is in the file
		events, _, err = f.saveOnce(ctx, e)
	}
	return events, err
}

// transact writes in one transaction, if the file is still this program's to write.
func (f *File) transact(ctx context.Context, write func(*saver) error) error {
	if f.viewed {
		return ErrViewOnly
	}
	c, err := f.take(ctx)
	if err != nil {
		return err
	}
	defer giveBack(c)
	if f.spoilt { // still, see take
		return ErrMoved
	}
	tx, err := begin(ctx, c, false)
	if err != nil {
		return err
	}
	if f.lock != nil { // a file that is being made has none
		if err := f.mayWrite(); err != nil {
			f.abandon(c, tx)
			return err
		}
	}
	// The connection is ours, so nobody else uses what was kept.
	s := &saver{ctx: ctx, tx: tx, columns: f.columns, touched: map[plan.ID]bool{}, kept: maps.Clone(f.kept), unsealed: newUnsealed()}
	if err = f.settle(s); err == nil {
		err = write(s)
	}
	if err != nil {
		f.abandon(c, tx)
		return err
	}
	return f.commit(s)
}

// abandon ends a transaction that failed. SQLite may have ended it already, as it does
// when the disk fails or is full. Where it cannot be ended the connection goes with it
// and the next use makes a new one.
func (f *File) abandon(c *sql.Conn, tx *sql.Tx) {
	if tx.Rollback() == nil {
		return
	}
	f.spoilt = true
	ctx := context.Background()
	_, _ = c.ExecContext(ctx, "ROLLBACK") // fails where nothing is left to end
	_, err := c.ExecContext(ctx, "BEGIN DEFERRED")
	if err == nil {
		_, err = c.ExecContext(ctx, "ROLLBACK")
	}
	if err != nil {
		drop(c)
	}
}

func (s *saver) edit(e plan.Edit) ([]plan.Event, error) {
	for _, a := range e.Files {
		if err := s.saveFile(a); err != nil {
			return nil, err
		}
	}
	for _, ch := range e.Changes {
		if err := s.change(ch); err != nil {
			return nil, err
		}
	}
	if err := s.notTooLong(); err != nil {
		return nil, err
	}
	for id := range s.touched {
		if err := s.hasContent(id); err != nil {
			return nil, fmt.Errorf("save version %s: %w", id, err)
		}
	}
	if err := s.seal(); err != nil {
		return nil, err
	}
	return s.saveEvents(e.Events)
}

func (s *saver) change(ch plan.Change) error {
	switch ch := ch.(type) {
	case plan.EntryChange:
		return s.saveEntry(ch)
	case plan.DocumentChange:
		return s.saveDocument(ch)
	case plan.RelationChange:
		return s.saveRelation(ch)
	case plan.ContentChange:
		return s.saveContent(ch)
	}
	return fmt.Errorf("save a change of type %T: %w", ch, errors.ErrUnsupported)
}

// hasContent refuses a version that the edit would leave without content.
func (s *saver) hasContent(id plan.ID) error {
	var n int
	err := s.tx.QueryRowContext(s.ctx, "SELECT count(*) FROM contents WHERE version = ?", string(id)).Scan(&n)
	if err == nil && n != 1 {
		return ErrConflict
	}
	return err
}

// one runs a statement that must change exactly one row; anything else means
// that the file holds something else than the edit was made from.
func (s *saver) one(query string, args ...any) error {
	if err := s.prepare(query); err != nil {
		return err
	}
	r, err := s.made[query].ExecContext(s.ctx, args...)
	if err != nil {
		return err
	}
	n, err := r.RowsAffected()
	if err == nil && n != 1 {
		return ErrConflict
	}
	return err
}

// prepare puts a statement into made, once for the whole transaction, with which it ends.
func (s *saver) prepare(query string) (err error) {
	if s.made[query] != nil {
		return nil
	}
	if s.made == nil {
		s.made = map[string]*sql.Stmt{}
	}
	s.made[query], err = s.tx.PrepareContext(s.ctx, query) //nolint:sqlclosecheck // the transaction closes it
	return err
}
