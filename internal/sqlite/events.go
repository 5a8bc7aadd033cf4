package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"ledstjarna/internal/plan"
)

const eventColumns = "seq, id, kind, at, by, document, version, assignment, corrects, fields, prev, hash"

// storedEvent is an event as its row holds it.
type storedEvent struct {
	seq                              int64
	id, kind, at, by                 string
	document, version, assignment    string
	corrects, fields, previous, hash string
}

func (e *storedEvent) columns() []any {
	return []any{
		&e.seq, &e.id, &e.kind, &e.at, &e.by, &e.document, &e.version, &e.assignment, &e.corrects,
		&e.fields, &e.previous, &e.hash,
	}
}

// chainHash is the SHA-256 over all of the event but the hash itself, each part
// with its length before it, so that no part can run into the next.
func (e *storedEvent) chainHash() string {
	h := sha256.New()
	for _, s := range []string{
		"event", strconv.FormatInt(e.seq, 10), e.id, e.kind, e.at, e.by, e.document, e.version, e.assignment,
		e.corrects, e.fields, e.previous,
	} {
		_, _ = io.WriteString(h, strconv.Itoa(len(s))+":"+s+",") // a hash takes everything
	}
	return hex.EncodeToString(h.Sum(nil))
}

// follows tells why e is not, unchanged, the event after last.
func (e *storedEvent) follows(last storedEvent) error {
	if e.seq != last.seq+1 || e.previous != last.hash {
		return errChain
	}
	if e.chainHash() != e.hash {
		return errHash
	}
	return nil
}

func (e *storedEvent) event() (plan.Event, error) {
	if len(e.fields) > plan.MaxEntryBytes || len(e.by) > plan.MaxEntryBytes {
		return plan.Event{}, plan.ErrLimit
	}
	at, err := time.Parse(time.RFC3339, e.at)
	if err != nil {
		return plan.Event{}, err
	}
	fields, _, err := plan.DecodeContent(plan.EventFields(plan.EventKind(e.kind)), []byte(e.fields))
	if err != nil {
		return plan.Event{}, err
	}
	return plan.Event{
		ID: plan.ID(e.id), Seq: e.seq, Kind: plan.EventKind(e.kind), At: at, By: e.by, Document: plan.ID(e.document),
		Version: plan.ID(e.version), Assignment: plan.ID(e.assignment), Corrects: plan.ID(e.corrects), Fields: fields,
		Prev: e.previous, Hash: e.hash,
	}, nil
}

// saveEvents appends the events to the chain and returns them as stored.
func (s *saver) saveEvents(events []plan.Event) ([]plan.Event, error) {
	if len(events) == 0 {
		return nil, nil
	}
	var seq int64
	var last string
	err := s.tx.QueryRowContext(s.ctx, "SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1").Scan(&seq, &last)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, err
	}
	out := make([]plan.Event, 0, len(events))
	for _, e := range events {
		fields, err := e.Fields.MarshalJSON()
		if err != nil {
			return nil, err
		}
		row := storedEvent{
			seq: seq + 1, id: string(e.ID), kind: string(e.Kind), at: e.At.UTC().Format(time.RFC3339), by: e.By,
			document: string(e.Document), version: string(e.Version), assignment: string(e.Assignment),
			corrects: string(e.Corrects), fields: string(fields), previous: last,
		}
		if len(row.fields) > plan.MaxEntryBytes {
			return nil, fmt.Errorf("register %s: %w", e.Kind, ErrTooLarge)
		}
		row.hash = row.chainHash()
		if err := s.insertEvent(row); err != nil {
			return nil, fmt.Errorf("register %s: %w", e.Kind, err)
		}
		seq, last = row.seq, row.hash
		stored, err := row.event()
		if err != nil {
			return nil, fmt.Errorf("register %s: %w", e.Kind, err)
		}
		if err := s.indexEvent(stored); err != nil {
			return nil, fmt.Errorf("register %s: %w", e.Kind, err)
		}
		out = append(out, stored)
	}
	return out, nil
}

func (s *saver) insertEvent(e storedEvent) error {
	return s.one("INSERT INTO events ("+eventColumns+") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		e.seq, e.id, e.kind, e.at, e.by, e.document, e.version, e.assignment, e.corrects, e.fields, e.previous, e.hash)
}

// loadEvents returns the events after verifying their chain.
func loadEvents(ctx context.Context, q querier) ([]plan.Event, error) {
	var out []plan.Event
	var last storedEvent
	err := each(ctx, q, upTo(mostEvents, func(r *sql.Rows) error {
		var e storedEvent
		if err := r.Scan(e.columns()...); err != nil {
			return err
		}
		if err := e.follows(last); err != nil {
			return damagedEvent(e, err)
		}
		ev, err := e.event()
		if err == nil {
			err = ev.Sound()
		}
		if err != nil {
			return damagedEvent(e, err)
		}
		out, last = append(out, ev), e
		return nil
	}), "SELECT "+eventColumns+" FROM events ORDER BY seq")
	return out, err
}

func damagedEvent(e storedEvent, err error) error {
	return &DamagedError{
		What: "events", Document: plan.ID(e.document), Err: fmt.Errorf("event %d (%s): %w", e.seq, e.kind, err),
	}
}
