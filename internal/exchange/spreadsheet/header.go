package spreadsheet

import (
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// Found is a column of a file and what it was taken for.
type Found struct {
	At      int    // from 1
	Head    string // as it stands there
	Column  Column
	Unknown bool // no column of the list is called so; it is left out
	Twice   bool // an earlier column is the same; it is left out
}

// Letter is how a spreadsheet names the column.
func (f Found) Letter() string { return letter(f.At) }

// header is the row with the names of the columns.
type header struct {
	grid    Grid
	row     int // its index
	columns []Found
	spoken  []*i18n.Printer // all languages, that of the heads first
}

// searched is how many rows are looked through for the names of the columns.
const searched = 20

// problem is what is wrong with a cell of the column.
func (f Found) problem(w *wrong) Problem { return Problem{f.At, f.Head, w.code, w.gaps} }

// findHeader finds the sheet and the row that names most columns of the list.
func (b Book) findHeader(grids []Grid, columns []Column, l plan.ListName) (header, error) {
	best, most := header{}, 0
	for _, g := range grids {
		for i, row := range g.Rows[:min(searched, len(g.Rows))] {
			if h, n := b.recognise(g, i, row, columns); n > most && h.tells(l) {
				best, most = h, n
			}
		}
	}
	if most == 0 {
		return best, ErrNoHead
	}
	return best, nil
}

// recognise takes a row for the names of the columns and counts those that it knows.
func (b Book) recognise(g Grid, index int, row GridRow, columns []Column) (header, int) {
	h := header{grid: g, row: index}
	votes := make([]int, len(b.spoken))
	n := 0
	for i, c := range row.Cells {
		head := strings.TrimSpace(c.Raw)
		if head == "" {
			continue
		}
		f := Found{At: i + 1, Head: head, Unknown: true}
		for _, col := range columns {
			for v, w := range b.spoken {
				if at := spelled(col.spellings(w), head); at >= 0 {
					f.Column, f.Unknown = col, false
					if at == 0 {
						votes[v]++
					}
				}
			}
			if !f.Unknown {
				break
			}
		}
		for _, earlier := range h.columns {
			f.Twice = f.Twice || !f.Unknown && !earlier.Unknown && !earlier.Twice && earlier.Column.same(f.Column)
		}
		if !f.Unknown && !f.Twice {
			n++
		}
		h.columns = append(h.columns, f)
	}
	h.spoken = inOrder(b.spoken, votes)
	return h, n
}

// inOrder puts the language that has most of the heads first; the person's own where
// none has.
func inOrder(spoken []*i18n.Printer, votes []int) []*i18n.Printer {
	best := 0
	for i := range votes {
		if votes[i] > votes[best] {
			best = i
		}
	}
	out := []*i18n.Printer{spoken[best]}
	for i, w := range spoken {
		if i != best {
			out = append(out, w)
		}
	}
	return out
}

func (c Column) same(d Column) bool { return c.role == d.role && c.Field.Key == d.Field.Key }

// spelled returns which of the spellings the head is, or -1.
func spelled(spellings []string, head string) int {
	k := headKey(head)
	for i, s := range spellings {
		if k == headKey(s) {
			return i
		}
	}
	return -1
}

func headKey(s string) string { return strings.Trim(plan.NameKey(s), "*:. ") }

// tells reports whether the columns can tell what the rows are about.
func (h header) tells(l plan.ListName) bool {
	if h.has(columnID, "") {
		return true
	}
	for _, k := range titleKeys(l) {
		if !h.has(columnField, k) {
			return false
		}
	}
	return true
}

func (h header) has(role columnRole, k plan.Key) bool {
	_, ok := h.at(role, k)
	return ok
}

func (h header) at(role columnRole, k plan.Key) (Found, bool) {
	for _, f := range h.columns {
		if !f.Unknown && !f.Twice && f.Column.role == role && f.Column.Field.Key == k {
			return f, true
		}
	}
	return Found{}, false
}

// cell returns what stands in the row in the column of a role.
func (h header) cell(row GridRow, role columnRole) GridCell {
	f, ok := h.at(role, "")
	if !ok {
		return GridCell{}
	}
	return row.cell(f.At - 1)
}
