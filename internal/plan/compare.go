package plan

import "slices"

// Contrast is how one field differs between an older and a newer content.
type Contrast struct {
	Section Key  // in which it stands, "" inside a row
	Path    Path // in the newer content, in the older one where the row has gone
	Field   Field
	Old     Value
	New     Value
	Rows    []RowContrast // of a List or Checklist whose rows can be told apart, in the newer order
}

// Added reports whether only the newer content has the field filled.
func (c Contrast) Added() bool { return c.Old.IsZero() && !c.New.IsZero() }

// Removed reports whether only the older content has the field filled.
func (c Contrast) Removed() bool { return !c.Old.IsZero() && c.New.IsZero() }

// RowContrast is how one row differs. A row that is the same, and in its place
// among those that both contents have, is not told.
type RowContrast struct {
	ID      ID
	Old     Content // empty where the row is added
	New     Content // empty where the row is removed
	Added   bool
	Removed bool
	Moved   bool       // among the rows that both have; as few as possible are told to be moved
	From    int        // index in the older list, -1 for none
	To      int        // index in the newer list, -1 for none
	Cells   []Contrast // what differs inside a row that both have
}

// Compare returns what differs between two contents of the kind, in the order of
// the catalogue. Rows are matched by ID, so that a row that stands elsewhere is
// moved, not removed and added. What is derived or related is not compared.
func Compare(kind DocumentKind, older, newer Content) []Contrast {
	var out []Contrast
	for _, s := range SectionsOf(kind, false) {
		for _, c := range compareFields(s.Fields, nil, older, newer) {
			c.Section = s.Key
			out = append(out, c)
		}
	}
	return out
}

// CompareFields is Compare for the fields of an entry of the register or an event.
func CompareFields(fields []Field, older, newer Content) []Contrast {
	return compareFields(fields, nil, older, newer)
}

func compareFields(fields []Field, above Path, older, newer Content) []Contrast {
	var out []Contrast
	for _, f := range fields {
		a, b := older.fields[f.Key], newer.fields[f.Key]
		if f.Kind == Derived || f.Kind == Related || a.Equal(b) {
			continue
		}
		p := append(slices.Clone(above), Step{Key: f.Key})
		c := Contrast{Path: p, Field: f, Old: a, New: b}
		if f.Kind == List || f.Kind == Checklist {
			c.Rows = compareRows(f, p, a.rows, b.rows)
		}
		out = append(out, c)
	}
	return out
}

// compareRows tells the rows in the newer order; one that has gone stands after
// the row that it stood after.
func compareRows(f Field, p Path, older, newer []Row) []RowContrast {
	was := indexRows(older)
	is := indexRows(newer)
	moved := movedRows(was, newer)
	var out []RowContrast
	gone := func(from int) int {
		for ; from < len(older); from++ {
			if _, kept := is[older[from].ID]; kept {
				return from
			}
			out = append(out, RowContrast{ID: older[from].ID, Old: older[from].Cells, Removed: true, From: from, To: -1})
		}
		return from
	}
	gone(0)
	for i, r := range newer {
		from, both := was[r.ID]
		if !both {
			out = append(out, RowContrast{ID: r.ID, New: r.Cells, Added: true, From: -1, To: i})
			continue
		}
		x := RowContrast{ID: r.ID, Old: older[from].Cells, New: r.Cells, Moved: moved[r.ID], From: from, To: i}
		x.Cells = compareFields(f.Columns, p.AtRow(r.ID), x.Old, x.New)
		if x.Moved || len(x.Cells) > 0 {
			out = append(out, x)
		}
		gone(from + 1)
	}
	return out
}

func indexRows(rows []Row) map[ID]int {
	m := make(map[ID]int, len(rows))
	for i, r := range rows {
		m[r.ID] = i
	}
	return m
}

// movedRows returns which of the rows that both lists have are to be lifted so
// that the others stand in the same order: all but a longest rising run of their
// older places.
func movedRows(was map[ID]int, newer []Row) map[ID]bool {
	var common []ID
	for _, r := range newer {
		if _, ok := was[r.ID]; ok {
			common = append(common, r.ID)
		}
	}
	// Patience: ends[n] is the common row in which the best run of length n+1 ends.
	var ends []int
	before := make([]int, len(common))
	for i, id := range common {
		n, _ := slices.BinarySearchFunc(ends, was[id], func(e, place int) int { return was[common[e]] - place })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	moved := make(map[ID]bool, len(common)-len(ends))
	stay := make([]bool, len(common))
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			stay[i] = true
		}
	}
	for i, id := range common {
		if !stay[i] {
			moved[id] = true
		}
	}
	return moved
}
