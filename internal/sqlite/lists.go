package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ledstjarna/internal/plan"
)

var errValue = errors.New("not a value of the field")

// scanner reads the columns of a row, as sql.Rows.Scan does.
type scanner func(into ...any) error

// columnsOf returns the fields of each list that have a column in this file.
func columnsOf(ctx context.Context, q querier) (map[plan.ListName][]plan.Field, error) {
	have := map[string]bool{}
	err := each(ctx, q, func(r *sql.Rows) error {
		var table, name string
		err := r.Scan(&table, &name)
		have[table+"."+name] = true
		return err
	}, "SELECT m.name, p.name FROM sqlite_schema m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'")
	if err != nil {
		return nil, err
	}
	out := map[plan.ListName][]plan.Field{}
	for _, l := range plan.ListNames() {
		for _, f := range plan.ListFields(l) {
			if have[string(l)+"."+column(f)] {
				out[l] = append(out[l], f)
			}
		}
	}
	return out, nil
}

// listColumns returns all columns of the list's table, quoted, comma-separated.
func listColumns(fields []plan.Field) string {
	names := []string{`"id"`, `"position"`}
	for _, f := range fields {
		names = append(names, `"`+column(f)+`"`)
	}
	return strings.Join(append(names, `"more"`), ", ")
}

// cells returns the values of an entry's columns. It goes through the canonical
// JSON, so that what is stored is what a content would hold.
func cells(fields []plan.Field, e plan.Entry) ([]any, error) {
	b, err := e.Fields.MarshalJSON()
	if err != nil {
		return nil, err
	}
	if len(b) > plan.MaxEntryBytes {
		return nil, fmt.Errorf("%w: %w", ErrTooLarge, plan.ErrLimit)
	}
	var raw map[plan.Key]json.RawMessage
	if err := json.Unmarshal(b, &raw); err != nil {
		return nil, err
	}
	out := []any{string(e.ID), e.Position}
	for _, f := range fields {
		v, err := cell(f, raw[f.Key])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Key, err)
		}
		out = append(out, v)
		delete(raw, f.Key)
	}
	more := e.Fields
	for _, k := range e.Fields.Keys() {
		if _, left := raw[k]; !left {
			more = more.With(k, plan.Value{})
		}
	}
	b, err = more.MarshalJSON()
	return append(out, string(b)), err
}

func cell(f plan.Field, raw json.RawMessage) (any, error) {
	if raw == nil {
		return nil, nil
	}
	if !isText(f.Kind) {
		return string(raw), nil
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		return nil, plan.ErrKind
	}
	return s, nil
}

// isText reports whether a column holds the value itself and not JSON. A
// number's JSON is the number itself as well.
func isText(k plan.Kind) bool {
	return slices.Contains([]plan.Kind{plan.Line, plan.LongText, plan.DateField, plan.Choice, plan.Reference}, k)
}

// entryOf is the inverse of cells.
func entryOf(l plan.ListName, columns []plan.Field, scan scanner) (plan.Entry, error) {
	values := make([]sql.NullString, len(columns))
	var e plan.Entry
	var more string
	into := []any{&e.ID, &e.Position}
	for i := range values {
		into = append(into, &values[i])
	}
	if err := scan(append(into, &more)...); err != nil {
		return plan.Entry{}, err
	}
	if !e.ID.Sound() {
		return plan.Entry{}, damagedEntry(l, e.ID, plan.ErrEntry)
	}
	raw := map[plan.Key]json.RawMessage{}
	if err := json.Unmarshal([]byte(more), &raw); err != nil {
		return plan.Entry{}, damagedEntry(l, e.ID, errValue)
	}
	for i, f := range columns {
		v := values[i]
		switch {
		case !v.Valid:
		case isText(f.Kind):
			b, err := json.Marshal(v.String)
			if err != nil {
				return plan.Entry{}, err
			}
			raw[f.Key] = b
		case !json.Valid([]byte(v.String)):
			return plan.Entry{}, damagedEntry(l, e.ID, fmt.Errorf("%s: %w", f.Key, errValue))
		default:
			raw[f.Key] = json.RawMessage(v.String)
		}
	}
	b, err := objectOf(raw)
	if len(b) > plan.MaxEntryBytes {
		err = plan.ErrLimit
	}
	if err == nil {
		e.Fields, _, err = plan.DecodeContent(plan.ListFields(l), b)
	}
	if err != nil {
		return plan.Entry{}, damagedEntry(l, e.ID, err)
	}
	return e, nil
}

// objectOf returns the JSON object of the members. It leaves the bytes of each
// as they are, where json.Marshal would escape some.
func objectOf(raw map[plan.Key]json.RawMessage) ([]byte, error) {
	b := []byte{'{'}
	for k, v := range raw {
		name, err := json.Marshal(k)
		if err != nil {
			return nil, err
		}
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = append(append(append(b, name...), ':'), v...)
	}
	return append(b, '}'), nil
}

func damagedEntry(l plan.ListName, id plan.ID, err error) error {
	return &DamagedError{What: string(l), Err: fmt.Errorf("entry %s: %w", id, err)}
}

func loadList(ctx context.Context, q querier, l plan.ListName, columns []plan.Field) ([]plan.Entry, error) {
	var out []plan.Entry
	err := each(ctx, q, upTo(mostEntries, func(r *sql.Rows) error {
		e, err := entryOf(l, columns, r.Scan)
		out = append(out, e)
		return err
	}), fmt.Sprintf("SELECT %s FROM %q ORDER BY position, rowid", listColumns(columns), string(l)))
	return out, err
}

// saveEntry removes and adds, so that among entries of one position the one
// changed last comes last, in the file as in the register.
func (s *saver) saveEntry(ch plan.EntryChange) error {
	columns, ok := s.columns[ch.List]
	if !ok {
		return fmt.Errorf("save entry of %q: %w", ch.List, plan.ErrEntry)
	}
	if ch.Before != nil {
		if err := s.keep(plan.ThingEntry(ch.List, ch.Before.ID), plan.Seal(ch.Before.Fields)); err != nil {
			return err
		}
		query := fmt.Sprintf("DELETE FROM %q WHERE id = ?", string(ch.List))
		if err := s.one(query, string(ch.Before.ID)); err != nil {
			return fmt.Errorf("replace entry %s of %s: %w", ch.Before.ID, ch.List, err)
		}
	}
	if ch.Before != nil {
		s.unsealed.entries[plan.ThingEntry(ch.List, ch.Before.ID)] = nil
	}
	if ch.After != nil {
		s.unsealed.entries[plan.ThingEntry(ch.List, ch.After.ID)] = ch.After
	}
	if err := s.encloseFiles(ch); err != nil {
		return err
	}
	if err := s.indexEntry(ch); err != nil {
		return err
	}
	if ch.After == nil {
		return nil
	}
	if ch.Before == nil {
		if s.grown == nil {
			s.grown = map[plan.ListName]bool{}
		}
		s.grown[ch.List] = true
	}
	for _, hash := range plan.FilesIn(ch.After.Fields) {
		if err := s.mustHaveFile(hash); err != nil {
			return fmt.Errorf("save entry %s of %s: %w", ch.After.ID, ch.List, err)
		}
	}
	values, err := cells(columns, *ch.After)
	if err != nil {
		return fmt.Errorf("save entry of %s: %w", ch.List, err)
	}
	query := fmt.Sprintf("INSERT INTO %q (%s) VALUES (?%s)",
		string(ch.List), listColumns(columns), strings.Repeat(", ?", len(values)-1))
	if err := s.one(query, values...); err != nil {
		return fmt.Errorf("save entry %s of %s: %w", ch.After.ID, ch.List, err)
	}
	return nil
}

// notTooLong refuses more entries than can be read again.
func (s *saver) notTooLong() error {
	for l := range s.grown {
		var n int
		if err := s.tx.QueryRowContext(s.ctx, fmt.Sprintf("SELECT count(*) FROM %q", string(l))).Scan(&n); err != nil {
			return err
		}
		if n > mostEntries {
			return fmt.Errorf("%d entries of %s: %w", n, l, ErrListFull)
		}
	}
	return nil
}

// encloseFiles keeps what is noted of a packet's files in step with its items.
func (s *saver) encloseFiles(ch plan.EntryChange) error {
	if ch.List != plan.ListPackets {
		return nil
	}
	var id plan.ID
	var before, after []string
	if ch.Before != nil {
		id, before = ch.Before.ID, plan.FilesIn(ch.Before.Fields)
	}
	if ch.After != nil {
		id, after = ch.After.ID, plan.FilesIn(ch.After.Fields)
	}
	return s.enclose(id, before, after)
}
