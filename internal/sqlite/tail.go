package sqlite

import (
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"

	"ledstjarna/internal/plan"
)

// tail compares the events with what the kept copies know of them: each copy's events
// must be the first ones here, or the first ones up to a restoring. A chain that was
// made anew from its beginning, or cut off at its end, is found by nothing else.
func (x *examiner) tail() error {
	copies, err := Backups(x.file.path)
	if err != nil {
		return nil // without copies there is nothing to compare with
	}
	here := map[int64]string{}
	restored := int64(0) // the first event that a restoring added
	last := int64(0)
	err = each(x.ctx, x.q, func(r *sql.Rows) error {
		var seq int64
		var hash, kind string
		err := r.Scan(&seq, &hash, &kind)
		if here[seq] = hash; plan.EventKind(kind) == plan.EventRestore && restored == 0 {
			restored = seq
		}
		last = seq
		return err
	}, "SELECT seq, hash, kind FROM events ORDER BY seq")
	if err != nil {
		return err
	}
	for _, b := range copies {
		seq, hash, err := x.anchor(b.Path, restored)
		if err != nil || seq == 0 {
			continue // a damaged copy tells nothing
		}
		if here[seq] != hash {
			x.add(FlawEvent, fmt.Sprintf("the backup %s knows another event %d than the file, which has %d", filepath.Base(b.Path), seq, last))
			return nil
		}
	}
	return nil
}

// anchor returns the number and hash of the last event of a copy, but of none that
// comes after the restoring.
func (x *examiner) anchor(path string, restored int64) (int64, string, error) {
	conn, err := newConnector(path, modeRead, x.file.conn.vfs)
	if err != nil {
		return 0, "", err
	}
	db := openDB(conn)
	defer db.Close()
	c, err := checkout(x.ctx, db)
	if err != nil {
		return 0, "", err
	}
	defer c.Close()
	if err := checkSchema(x.ctx, c, x.file.migrations); err != nil { // what stands there as events may be a view
		return 0, "", err
	}
	var seq int64
	var hash string
	err = c.QueryRowContext(x.ctx, "SELECT seq, hash FROM events WHERE ?1 = 0 OR seq < ?1 ORDER BY seq DESC LIMIT 1", restored).Scan(&seq, &hash)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, "", nil
	}
	return seq, hash, err
}
