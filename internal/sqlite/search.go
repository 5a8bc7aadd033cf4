package sqlite

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"ledstjarna/internal/plan"
)

// Search returns at most n passages that hold every word of the query, each at the
// beginning of a word, as it is written; then those that hold them within words or
// with other marks on their letters. Of each kind what was written last comes first.
// Words that keep refuses are left out; nil keeps all. A query without letters and
// digits finds nothing.
func (f *File) Search(ctx context.Context, query string, n int, keep func(plan.Found) bool) ([]plan.Found, error) {
	s := &searcher{n: n, keep: keep, had: map[int64]bool{}}
	for _, w := range plan.SearchWords(query) {
		if !strings.Contains(" "+strings.Join(s.words, " ")+" ", " "+w+" ") {
			s.words = append(s.words, w)
		}
	}
	if len(s.words) == 0 || n <= 0 {
		return nil, nil
	}
	c, err := f.take(ctx)
	if err != nil {
		return nil, fmt.Errorf("search %s: %w", f.path, err)
	}
	defer giveBack(c)
	for _, look := range []func(context.Context, querier) error{s.written, s.folded} {
		if err := look(ctx, c); err != nil {
			return nil, fmt.Errorf("search %s: %w", f.path, translate(err))
		}
	}
	return s.found, nil
}

// searcher gathers what is found.
type searcher struct {
	words []string
	n     int
	keep  func(plan.Found) bool
	had   map[int64]bool
	found []plan.Found
}

const foundColumns = "SELECT p.id, p.document, p.list, p.owner, p.field, p.row, p.text FROM "

// written finds words as they are written.
func (s *searcher) written(ctx context.Context, q querier) error {
	return s.gather(ctx, q, foundColumns+"words w JOIN passages p ON p.id = w.rowid WHERE w.words MATCH ? ORDER BY w.rowid DESC",
		matching(s.words))
}

// matching is the query of the full-text index for words, each the beginning of one.
// They hold letters and digits only, and the quotes keep AND, OR and NOT words.
func matching(words []string) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = `"` + w + `"*`
	}
	return strings.Join(parts, " AND ")
}

// folded finds words within others and with other marks. The index of letters knows
// three in a row; shorter words are looked for at the beginnings of words.
func (s *searcher) folded(ctx context.Context, q querier) error {
	var where []string
	var args []any
	var short []string
	for _, w := range s.words {
		part := plan.Folded(w)
		if utf8.RuneCountInString(part) < 3 {
			short = append(short, w)
			continue
		}
		where, args = append(where, "l.folded LIKE ?"), append(args, "%"+part+"%")
	}
	if len(where) == 0 {
		return nil
	}
	if len(short) > 0 {
		where, args = append(where, "l.rowid IN (SELECT rowid FROM words WHERE words MATCH ?)"), append(args, matching(short))
	}
	return s.gather(ctx, q, foundColumns+"letters l JOIN passages p ON p.id = l.rowid WHERE "+
		strings.Join(where, " AND ")+" ORDER BY l.rowid DESC", args...)
}

// gather reads until there is enough. Rows are made as they are read.
func (s *searcher) gather(ctx context.Context, q querier, query string, args ...any) error {
	if len(s.found) >= s.n {
		return nil
	}
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for len(s.found) < s.n && rows.Next() {
		var id int64
		var x plan.Found
		if err := rows.Scan(&id, &x.Document, &x.List, &x.Owner, &x.Field, &x.Row, &x.Text); err != nil {
			return err
		}
		if s.had[id] || s.keep != nil && !s.keep(x) {
			continue
		}
		s.had[id] = true
		s.found = append(s.found, x)
	}
	return rows.Err()
}
