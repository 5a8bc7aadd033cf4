package plan

import "slices"

// Clash is a place that two sides have changed in different ways since they were
// the same, or of which nobody knows what it was then.
type Clash struct {
	Path         Path  // of a field or a cell; ends in a row where one side has removed it
	Order        bool  // it is the order of the list's rows, not what they say
	Known        bool  // Base is what both began with
	Base         Value // of a row: the list with that row alone
	Mine, Theirs Value // unfilled where that side has none
}

// Merge brings two contents together that both came of the bases, the latest first;
// of none where nobody knows what they came of. What one side alone has changed is
// taken from it, row by row and cell by cell. Where both have changed the same, the
// result has mine, and the clash says what theirs is; Settle takes that instead.
//
// There are several bases where two sides have imported each other before. What
// stands in one of them, both have seen.
func Merge(bases []Content, mine, theirs Content) (Content, []Clash) {
	m := merger{known: len(bases) > 0}
	return m.content(nil, bases, mine, theirs), m.clashes
}

type merger struct {
	known   bool
	clashes []Clash
}

func (m *merger) content(at Path, bases []Content, mine, theirs Content) Content {
	keys := append(mine.Keys(), theirs.Keys()...)
	slices.Sort(keys)
	out := mine
	for _, k := range slices.Compact(keys) {
		values := make([]Value, len(bases))
		for i, b := range bases {
			values[i] = b.Get(k)
		}
		out = out.With(k, m.value(append(slices.Clone(at), Step{Key: k}), values, mine.Get(k), theirs.Get(k)))
	}
	return out
}

func (m *merger) value(at Path, bases []Value, mine, theirs Value) Value {
	mineOld, theirsOld := slices.ContainsFunc(bases, mine.Equal), slices.ContainsFunc(bases, theirs.Equal)
	switch {
	case mine.Equal(theirs):
		return mine
	case areRows(append(slices.Clone(bases), mine, theirs)):
		return m.rows(at, bases, mine, theirs)
	case theirsOld && (!mineOld || theirs.Equal(bases[0])):
		return mine
	case mineOld && (!theirsOld || mine.Equal(bases[0])):
		return theirs
	}
	m.clash(Clash{Path: at, Mine: mine, Theirs: theirs}, bases)
	return mine
}

func (m *merger) clash(c Clash, bases []Value) {
	if c.Known = m.known; len(bases) > 0 {
		c.Base = bases[0]
	}
	m.clashes = append(m.clashes, c)
}

func areRows(values []Value) bool {
	for _, v := range values {
		if v.Kind() != ValueRows && !v.IsZero() {
			return false
		}
	}
	return true
}

// rows brings lists together. A row that one side lacks was removed there if it
// stands in a base, and is new on the other side if it stands in none.
func (m *merger) rows(at Path, bases []Value, mine, theirs Value) Value {
	kept := map[ID]Row{}
	here, there := rowsByID(mine), rowsByID(theirs)
	stood := make([]map[ID]Row, len(bases))
	for i, b := range bases {
		stood[i] = rowsByID(b)
	}
	for _, r := range mine.rows {
		t, has := there[r.ID]
		was := rowsIn(stood, r.ID)
		switch {
		case has:
			kept[r.ID] = Row{r.ID, m.content(at.AtRow(r.ID), cellsOf(was), r.Cells, t.Cells)}
		case slices.ContainsFunc(was, r.equal): // they have removed it
		default:
			kept[r.ID] = r
			if len(was) > 0 || !m.known { // nobody knows whether they have removed it
				m.clash(Clash{Path: at.AtRow(r.ID), Mine: Rows(r)}, each(was))
			}
		}
	}
	for _, t := range theirs.rows {
		if _, has := here[t.ID]; has {
			continue
		}
		was := rowsIn(stood, t.ID)
		switch {
		case len(was) == 0 && m.known:
			kept[t.ID] = t
		case !slices.ContainsFunc(was, t.equal): // I have removed what they have changed, or may have
			m.clash(Clash{Path: at.AtRow(t.ID), Theirs: Rows(t)}, each(was))
		}
	}
	return Rows(m.ordered(at, kept, bases, mine, theirs)...)
}

func (r Row) equal(x Row) bool { return r.Cells.Equal(x.Cells) }

// rowsByID are the rows of a list, which may be long, to be looked up.
func rowsByID(list Value) map[ID]Row {
	m := make(map[ID]Row, len(list.rows))
	for _, r := range list.rows {
		m[r.ID] = r
	}
	return m
}

func rowsIn(lists []map[ID]Row, id ID) []Row {
	var out []Row
	for _, l := range lists {
		if r, ok := l[id]; ok {
			out = append(out, r)
		}
	}
	return out
}

func cellsOf(rows []Row) []Content {
	out := make([]Content, len(rows))
	for i, r := range rows {
		out[i] = r.Cells
	}
	return out
}

// each returns a list of one row for each of the rows.
func each(rows []Row) []Value {
	out := make([]Value, len(rows))
	for i, r := range rows {
		out[i] = Rows(r)
	}
	return out
}

// ordered puts rows in the order of the side that has moved them, with those of the
// other side after the row that they follow there.
func (m *merger) ordered(at Path, kept map[ID]Row, bases []Value, mine, theirs Value) []Row {
	lead, other := mine, theirs
	var base Value
	if len(bases) > 0 {
		base = bases[0]
	}
	switch {
	case m.known && sameOrder(base, mine) && !sameOrder(base, theirs):
		lead, other = theirs, mine
	case m.known && !sameOrder(base, mine) && !sameOrder(base, theirs) && !sameOrder(mine, theirs):
		m.clash(Clash{Path: at, Order: true, Mine: mine, Theirs: theirs}, bases)
	}
	led := rowsByID(lead)
	follow := map[ID][]Row{} // by the row of the lead that they stand after, "" for none
	before := ID("")
	for _, r := range other.rows {
		k, ok := kept[r.ID]
		if !ok {
			continue
		}
		if _, there := led[r.ID]; there {
			before = r.ID
		} else {
			follow[before] = append(follow[before], k)
		}
	}
	out := follow[""]
	for _, r := range lead.rows {
		if k, ok := kept[r.ID]; ok {
			out = append(append(out, k), follow[r.ID]...)
		}
	}
	return out
}

// sameOrder reports whether the rows that both have stand in the same order.
func sameOrder(a, b Value) bool {
	common := func(v, w Value) []ID {
		var ids []ID
		both := indexRows(w.rows)
		for _, r := range v.rows {
			if _, ok := both[r.ID]; ok {
				ids = append(ids, r.ID)
			}
		}
		return ids
	}
	return slices.Equal(common(a, b), common(b, a))
}
