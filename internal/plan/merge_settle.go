package plan

import (
	"cmp"
	"fmt"
	"slices"
)

// Settle returns the content with theirs at the places of the clashes, which are
// those of one Merge, in its order.
func (c Content) Settle(clashes ...Clash) (Content, error) { return c.settle(clashes, 0) }

// settle is Settle for clashes within c, which stands so many steps down their paths.
// It goes through a list once, however many clashes there are in it.
func (c Content) settle(clashes []Clash, depth int) (Content, error) {
	var keys []Key
	in := map[Key][]Clash{}
	for _, x := range clashes {
		k := x.Path[depth].Key
		if in[k] == nil {
			keys = append(keys, k)
		}
		in[k] = append(in[k], x)
	}
	for _, k := range keys {
		v, err := c.Get(k).settle(in[k], depth)
		if err != nil {
			return c, err
		}
		c = c.With(k, v)
	}
	return c, nil
}

func (v Value) settle(clashes []Clash, depth int) (Value, error) {
	rows, as, moved := slices.Clone(v.rows), Value{}, false
	places := indexRows(rows)
	gone, cells := map[ID]bool{}, map[ID][]Clash{}
	for _, x := range clashes {
		row := x.Path[depth].Row
		_, there := places[row]
		switch last := depth == len(x.Path)-1; {
		case last && x.Order:
			as, moved = x.Theirs, true
		case last && row == "":
			return x.Theirs, nil
		case last && !there && !x.Theirs.IsZero():
			places[row] = len(rows)
			rows = append(rows, x.Theirs.rows...)
		case !there:
			return v, fmt.Errorf("%s: %w", x.Path, ErrRow)
		case !last:
			cells[row] = append(cells[row], x)
		case x.Theirs.IsZero():
			gone[row] = true
		default:
			return v, fmt.Errorf("insert row %s: %w", row, ErrAmbiguous)
		}
	}
	for row, all := range cells {
		c, err := rows[places[row]].Cells.settle(all, depth+1)
		if err != nil {
			return v, err
		}
		rows[places[row]].Cells = c
	}
	rows = slices.DeleteFunc(rows, func(r Row) bool { return gone[r.ID] })
	if moved {
		rows = inOrderOf(rows, as)
	}
	return Rows(rows...), nil
}

// inOrderOf puts rows in the order of others; those that these lack come last.
func inOrderOf(rows []Row, others Value) []Row {
	places := indexRows(others.rows)
	place := func(r Row) int {
		if i, ok := places[r.ID]; ok {
			return i
		}
		return len(others.rows)
	}
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(place(a), place(b)) })
	return rows
}
