package main

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"ledstjarna/internal/sqlite"
)

// tampers changes the chain of events as somebody would who wants another history:
// an event is altered, moved, taken out or put in, or the end is cut off, without and
// with the hashes made to fit. A copy from before knows how it was. All must be found.
func tampers(c *course) error {
	path, err := newFile(c.dir, 12, 3)
	if err != nil {
		return err
	}
	f, err := sqlite.Open(context.Background(), path, options())
	if err != nil {
		return err
	}
	if _, err := f.KeepCopy(context.Background()); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(c.seed, 4))
	found := map[string]int{}
	for n := range c.count {
		if err := os.WriteFile(path, whole, 0o600); err != nil {
			return err
		}
		how, err := tamper(r, path, c.broken)
		if err != nil {
			return fmt.Errorf("time %d, %s: %w", n, how, err)
		}
		noticed, err := notices(path)
		if err != nil {
			return fmt.Errorf("time %d, %s: %w", n, how, err)
		}
		if !noticed {
			return fmt.Errorf("time %d, %s: nobody noticed", n, how)
		}
		found[how]++
	}
	c.note("%v, all found", found)
	return nil
}

// notices tells whether the check finds something wrong with the events, or the
// loading does.
func notices(path string) (bool, error) {
	f, err := sqlite.Open(context.Background(), path, options())
	if err != nil {
		return false, err
	}
	defer f.Close()
	flaws, err := f.Check(context.Background())
	return len(flaws) > 0, err
}

// row is an event as the database holds it.
type row [12]string

const rowColumns = "seq, id, kind, at, by, document, version, assignment, corrects, fields, prev, hash"

// tamper rewrites the events and tells how.
func tamper(r *rand.Rand, path, broken string) (string, error) {
	db, err := sql.Open("sqlite", filepath.ToSlash(path))
	if err != nil {
		return "", err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	rows, err := readRows(db)
	if err != nil {
		return "", err
	}
	how := []string{"alter", "move", "take out", "put in", "cut"}[r.IntN(5)]
	i := r.IntN(len(rows) - 1)
	switch how {
	case "alter":
		rows[i][4] += "x"
	case "move":
		rows[i], rows[i+1] = rows[i+1], rows[i]
	case "take out":
		rows = append(rows[:i], rows[i+1:]...)
	case "put in":
		more := rows[i]
		more[1] = fmt.Sprintf("%032x", r.Uint64())
		rows = append(rows[:i+1], append([]row{more}, rows[i+1:]...)...)
	case "cut":
		rows = rows[:len(rows)-1-r.IntN(len(rows)-1)]
	}
	if broken != "" { // nothing is tampered with after all
		return "nothing", nil
	}
	if how == "cut" || r.IntN(2) == 0 {
		how += ", hashes made to fit"
		chain(rows)
	}
	return how, writeRows(db, rows)
}

func readRows(db *sql.DB) ([]row, error) {
	found, err := db.Query("SELECT " + rowColumns + " FROM events ORDER BY seq")
	if err != nil {
		return nil, err
	}
	defer found.Close()
	var out []row
	for found.Next() {
		var x row
		into := make([]any, len(x))
		for i := range x {
			into[i] = &x[i]
		}
		if err := found.Scan(into...); err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	return out, found.Err()
}

// chain numbers the events and makes their hashes fit, as one can who reads the
// program.
func chain(rows []row) {
	last := ""
	for i := range rows {
		x := &rows[i]
		x[0], x[10] = strconv.Itoa(i+1), last
		h := sha256.New()
		for _, s := range append([]string{"event"}, x[:11]...) {
			_, _ = io.WriteString(h, strconv.Itoa(len(s))+":"+s+",") // a hash takes everything
		}
		x[11] = hex.EncodeToString(h.Sum(nil))
		last = x[11]
	}
}

// writeRows puts the events in the place of those that are there. The triggers that
// refuse it are taken away and put back as they were.
func writeRows(db *sql.DB, rows []row) error {
	drop, make, err := triggers(db)
	if err != nil {
		return err
	}
	for _, q := range append(drop, "PRAGMA foreign_keys = OFF", "DELETE FROM events") {
		if _, err := db.Exec(q); err != nil {
			return err
		}
	}
	for i, x := range rows {
		args := []any{i + 1}
		for _, s := range x[1:] {
			args = append(args, s)
		}
		if _, err := db.Exec("INSERT INTO events ("+rowColumns+") VALUES (?"+strings.Repeat(", ?", 11)+")", args...); err != nil {
			return err
		}
	}
	for _, q := range make {
		if _, err := db.Exec(q); err != nil {
			return err
		}
	}
	return nil
}

// triggers returns the statements that take the triggers of the events away, and those
// that put them back.
func triggers(db *sql.DB) (drop, make []string, err error) {
	found, err := db.Query("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'events'")
	if err != nil {
		return nil, nil, err
	}
	defer found.Close()
	for found.Next() {
		var name, text string
		if err := found.Scan(&name, &text); err != nil {
			return nil, nil, err
		}
		drop, make = append(drop, "DROP TRIGGER "+name), append(make, text)
	}
	return drop, make, found.Err()
}
