package ui

import (
	"iter"
	"slices"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// reviewRows keeps rows of documents in their order, and works out anew only those that
// an edit can concern. What it returns is never changed, but replaced.
type reviewRows[T any] struct {
	known    bool
	register plan.Register
	today    plan.Date
	years    [2]int // the first and the last
	rows     []T
}

// reviewRowKind says what the rows are.
type reviewRowKind[T any] struct {
	of       func(o outlook, years [2]int, documents iter.Seq[plan.ID]) []T
	document func(row T) plan.ID
	compare  func(a, b T) int // of two that are alike the one that of returns first comes first
}

// follow returns the rows as they now are; the same ones where no edit has concerned any.
func (b *reviewRows[T]) follow(o outlook, years [2]int, kind reviewRowKind[T]) []T {
	o.book.renew(o.register, o.today)
	since := o.register.Since(b.register)
	switch {
	case !b.known || b.today != o.today || b.years != years || slices.ContainsFunc(since.Lists, review.ConcernsAll):
		rows := kind.of(o, years, o.register.DocumentIDs())
		slices.SortStableFunc(rows, kind.compare)
		*b = reviewRows[T]{known: true, today: o.today, years: years, rows: rows}
	case !since.IsEmpty():
		b.renew(o, kind, o.register.Concerned(since, b.register))
	}
	b.register = o.register
	return b.rows
}

// renew works out the rows of the documents anew.
func (b *reviewRows[T]) renew(o outlook, kind reviewRowKind[T], documents []plan.ID) {
	concerned := make(map[plan.ID]bool, len(documents))
	for _, id := range documents {
		concerned[id] = true
	}
	made := kind.of(o, b.years, slices.Values(documents))
	gone := func(row T) bool { return concerned[kind.document(row)] }
	if len(made) == 0 && !slices.ContainsFunc(b.rows, gone) {
		return
	}
	rows := make([]T, 0, len(b.rows)+len(made))
	for _, row := range b.rows {
		if !gone(row) {
			rows = append(rows, row)
		}
	}
	if len(made) > fewPlans {
		rows = append(rows, made...)
		slices.SortStableFunc(rows, kind.compare)
	} else {
		for _, row := range made {
			i, _ := slices.BinarySearchFunc(rows, row, func(x, row T) int {
				if kind.compare(x, row) > 0 {
					return 1
				}
				return -1 // after those like it
			})
			rows = slices.Insert(rows, i, row)
		}
	}
	b.rows = rows
}

// sameRows reports whether follow returned both for one state of the rows.
func sameRows[T any](a, b []T) bool {
	return len(a) == len(b) && len(a) > 0 && &a[0] == &b[0]
}
