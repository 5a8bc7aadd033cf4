package plan

import (
	"fmt"
	"slices"
)

// InsertRow returns the content with the row put at the index of the list that
// the path names; an index past the end appends.
func (c Content) InsertRow(list Path, at int, r Row) (Content, error) {
	rows := c.At(list).Rows()
	if slices.ContainsFunc(rows, func(x Row) bool { return x.ID == r.ID }) {
		return c, fmt.Errorf("insert row %s: %w", r.ID, ErrAmbiguous)
	}
	return c.Set(list, Rows(slices.Insert(rows, max(0, min(at, len(rows))), r)...))
}

// RemoveRow returns the content without the row that the path ends in.
func (c Content) RemoveRow(row Path) (Content, error) {
	list, rows, i, err := c.rowAt(row)
	if err != nil {
		return c, err
	}
	return c.Set(list, Rows(slices.Delete(rows, i, i+1)...))
}

// MoveRow returns the content with the row that the path ends in at the index of
// its list, from 0.
func (c Content) MoveRow(row Path, to int) (Content, error) {
	list, rows, i, err := c.rowAt(row)
	if err != nil {
		return c, err
	}
	if to < 0 || to >= len(rows) {
		return c, fmt.Errorf("move row %s to %d: %w", row, to, ErrRow)
	}
	r := rows[i]
	return c.Set(list, Rows(slices.Insert(slices.Delete(rows, i, i+1), to, r)...))
}

func (c Content) rowAt(row Path) (list Path, rows []Row, i int, err error) {
	if len(row) == 0 {
		return nil, nil, 0, ErrRow
	}
	list = slices.Clone(row)
	list[len(list)-1].Row = ""
	rows = c.At(list).Rows()
	i = slices.IndexFunc(rows, func(r Row) bool { return r.ID == row[len(row)-1].Row })
	if i < 0 {
		return nil, nil, 0, fmt.Errorf("%s: %w", row, ErrRow)
	}
	return list, rows, i, nil
}
