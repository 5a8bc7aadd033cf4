package sqlite

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"reflect"

	"ledstjarna/internal/plan"
)

// doubt is an edit of which nobody knows whether it is in the file: its saving failed
// when all of it was written and before that was certain to last. Who saved it was told
// that nothing was changed, so the next saving either finds it done or takes it back.
type doubt struct {
	edit      plan.Edit
	events    []plan.Event // as they would be stored
	kept      map[plan.Thing]bool
	count     []byte // of the file's changes, before it
	settled   bool   // it is in the file
	otherwise *doubt // where it is not, the one before it is in the file
}

// changeCount is SQLite's count of the changes of the file.
func changeCount(ctx context.Context, q querier) ([]byte, error) {
	var b []byte
	err := q.QueryRowContext(ctx, "SELECT substr(data, 25, 4) FROM sqlite_dbpage WHERE pgno = 1").Scan(&b)
	if err != nil {
		return nil, fmt.Errorf("count changes: %w", err)
	}
	return b, nil
}

// commit ends the transaction. Where the disk fails the edit is in doubt.
func (f *File) commit(s *saver) error {
	err := s.tx.Commit()
	f.spoilt = f.spoilt || err != nil
	switch {
	case err == nil:
		f.kept = s.kept
		if s.cleared {
			f.doubt = nil
		}
	case s.written && errors.Is(translate(err), ErrIO):
		f.doubt = &doubt{edit: s.whole, events: s.events, kept: s.kept, count: s.count, otherwise: f.doubt}
	}
	return err
}

// settle finds out whether the edit in doubt is in the file.
func (f *File) settle(s *saver) (err error) {
	if s.count, err = changeCount(s.ctx, s.tx); err != nil {
		return err
	}
	d := f.doubt
	if d == nil || d.settled {
		return nil
	}
	d.settled = true
	if bytes.Equal(s.count, d.count) {
		f.doubt = d.otherwise
	}
	d.otherwise = nil
	return nil
}

// saveOnce saves the edit and tells whether it was written, whatever came of it then.
func (f *File) saveOnce(ctx context.Context, e plan.Edit) (events []plan.Event, written bool, err error) {
	err = f.transact(ctx, func(s *saver) (err error) {
		if events, err = s.saveAfter(f.doubt, e); err == nil {
			s.whole, s.events, s.written, written = e, events, true, true
		}
		return err
	})
	return events, written, err
}

// saveAfter writes the edit after one that was in doubt and is in the file: nothing more
// where it is the same, else in its place. An event cannot be taken back; what does not
// fit to it is then a conflict.
func (s *saver) saveAfter(d *doubt, e plan.Edit) ([]plan.Event, error) {
	if d == nil {
		return s.edit(e)
	}
	maps.Copy(s.kept, d.kept)
	if reflect.DeepEqual(d.edit, e) {
		s.cleared = true
		return d.events, s.touch()
	}
	if len(d.edit.Events) > 0 {
		return s.edit(e)
	}
	s.cleared = true
	if _, err := s.edit(d.edit.Inverse()); err != nil {
		return nil, err
	}
	return s.edit(e)
}

// touch changes the file without changing what it holds, so that committing makes
// everything last that was written before.
func (s *saver) touch() error {
	var version int
	if err := s.tx.QueryRowContext(s.ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	_, err := s.tx.ExecContext(s.ctx, fmt.Sprintf("PRAGMA user_version = %d", version))
	return err
}
