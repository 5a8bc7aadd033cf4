package sqlite

import (
	"database/sql"
	"fmt"
	"math"
	"slices"
	"strings"
)

// probes bounds how often a table is entered anew behind pages that cannot be read.
const probes = 200

// tableScan reads a table whose pages may be damaged: forwards up to where it cannot
// be read, backwards to there, and then what lies between, entered in the middle.
type tableScan struct {
	s       *salvager
	query   string // with two gaps, for the order
	one     func(row *int64, scan scanner) error
	flawed  int // rows that are there and cannot be read
	probes  int
	stopped bool // some pages could not be read
}

// table calls one with every row that can be read of the table's columns; its number is
// known when it is scanned. It returns
// how many rows are there that cannot be read, and whether all pages could.
func (s *salvager) table(name, columns string, one func(row *int64, scan scanner) error) (flawed int, all bool) {
	for _, c := range strings.Split(columns, ",") {
		if !s.tables[name][strings.Trim(c, ` "`)] {
			return 0, false
		}
	}
	t := &tableScan{s: s, one: one, probes: probes}
	t.query = fmt.Sprintf("SELECT rowid, %s FROM %q NOT INDEXED WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid", columns, name)
	low, ok := t.pass("", 0, math.MaxInt64)
	if !ok && low < math.MaxInt64 {
		high, _ := t.pass(" DESC", low+1, math.MaxInt64)
		t.between(low+1, min(high-1, low+s.rows)) // numbers that the app gives have no large gaps
	}
	return t.flawed, !t.stopped
}

// between enters the rows from low to high, which could not be reached.
func (t *tableScan) between(low, high int64) {
	if low > high || t.probes == 0 || t.s.spent() {
		return
	}
	t.probes--
	middle := low + int64((uint64(high)-uint64(low))/2)
	up, ok := t.pass("", middle, high)
	down := middle
	if middle > low {
		var fine bool
		if down, fine = t.pass(" DESC", low, middle-1); fine {
			down = low
		}
	}
	if !ok && up > middle { // else there was nothing to be had from here on
		t.between(up+1, high)
	}
	if down > low {
		t.between(low, down-1)
	}
	if !ok && up <= middle && high > middle {
		t.between(middle+1, high)
	}
}

// pass reads the rows from low to high and returns the last one that it reached.
func (t *tableScan) pass(order string, low, high int64) (reached int64, ok bool) {
	reached = low
	if order != "" {
		reached = high
	}
	err := each(t.s.ctx, t.s.c, func(r *sql.Rows) error {
		if t.s.spent() {
			return errSpent
		}
		t.s.rows--
		var row int64
		scan := func(into ...any) error { return r.Scan(append([]any{&row}, into...)...) }
		if err := t.one(&row, func(into ...any) error {
			err := scan(into...)
			reached = row
			return err
		}); err != nil {
			t.flawed++
		}
		return nil
	}, t.query+order, low, high)
	if err != nil {
		t.stopped = true
	}
	return reached, err == nil
}

// keyed calls one with every row of a table without row numbers, forwards and, where
// that ends early, backwards.
func (s *salvager) keyed(name, columns string, one func(scan scanner) error) (all bool) {
	for _, c := range strings.Split(columns, ", ") {
		if !s.tables[name][c] {
			return false
		}
	}
	for _, order := range []string{"", " DESC"} {
		key, _, _ := strings.Cut(columns, ",")
		err := each(s.ctx, s.c, func(r *sql.Rows) error {
			if s.spent() {
				return errSpent
			}
			s.rows--
			_ = one(r.Scan) // a row that cannot be read is missing
			return nil
		}, fmt.Sprintf("SELECT %s FROM %q ORDER BY %s", columns, name, key+order))
		if err == nil {
			return order == ""
		}
	}
	return false
}

// spent reports whether no more is read: the rows of a damaged tree may have no end.
func (s *salvager) spent() bool {
	s.cut = s.cut || s.rows <= 0
	return s.cut || s.time.Err() != nil
}

// look finds the tables that are there, with their columns. Views and virtual tables
// are not read: they run what the file says.
func (s *salvager) look() {
	s.tables = map[string]map[string]bool{}
	var names []string
	_ = each(s.ctx, s.c, func(r *sql.Rows) error {
		var schema, name, kind string
		var columns, keyed, strict int
		if err := r.Scan(&schema, &name, &kind, &columns, &keyed, &strict); err == nil && schema == "main" && kind == "table" {
			names = append(names, name)
		}
		return nil
	}, "PRAGMA table_list")
	slices.Sort(names)
	for _, name := range names {
		have := map[string]bool{}
		_ = each(s.ctx, s.c, func(r *sql.Rows) error {
			var n, must, key int
			var column, kind string
			var preset sql.NullString
			if err := r.Scan(&n, &column, &kind, &must, &preset, &key); err == nil {
				have[column] = true
			}
			return nil
		}, fmt.Sprintf("PRAGMA table_info(%q)", name))
		s.tables[name] = have
	}
}
