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

// Merge brings two contents together that began as base, or as nobody knows what
// where base is nil. What one side alone has changed is taken from it, row by row
// and cell by cell. Where both have changed the same, the result has mine, and the
// clash says what theirs is; Settle takes that instead.
func Merge(base *Content, mine, theirs Content) (Content, []Clash) {
	m := merger{known: base != nil}
	var from Content
	if base != nil {
		from = *base
	}
	return m.content(nil, from, mine, theirs), m.clashes
}

type merger struct {
	known   bool
	clashes []Clash
}

func (m *merger) content(at Path, base, mine, theirs Content) Content {
	keys := append(mine.Keys(), theirs.Keys()...)
	slices.Sort(keys)
	out := mine
	for _, k := range slices.Compact(keys) {
		p := append(slices.Clone(at), Step{Key: k})
		out = out.With(k, m.value(p, base.Get(k), mine.Get(k), theirs.Get(k)))
	}
	return out
}

func (m *merger) value(at Path, base, mine, theirs Value) Value {
	switch {
	case mine.Equal(theirs), m.known && theirs.Equal(base):
		return mine
	case m.known && mine.Equal(base):
		return theirs
	case areRows(base, mine, theirs):
		return m.rows(at, base, mine, theirs)
	}
	m.clash(Clash{Path: at, Base: base, Mine: mine, Theirs: theirs})
	return mine
}

func (m *merger) clash(c Clash) {
	c.Known = m.known
	m.clashes = append(m.clashes, c)
}

func areRows(values ...Value) bool {
	for _, v := range values {
		if v.Kind() != ValueRows && !v.IsZero() {
			return false
		}
	}
	return true
}

func (m *merger) rows(at Path, base, mine, theirs Value) Value {
	kept := map[ID]Row{}
	for _, r := range mine.Rows() {
		b, _, had := base.Row(r.ID)
		t, _, has := theirs.Row(r.ID)
		switch {
		case has:
			kept[r.ID] = Row{r.ID, m.content(slices.Clone(at.AtRow(r.ID)), b.Cells, r.Cells, t.Cells)}
		case had && r.Cells.Equal(b.Cells): // they have removed it
		default:
			kept[r.ID] = r
			if had {
				m.clash(Clash{Path: at.AtRow(r.ID), Base: Rows(b), Mine: Rows(r)})
			}
		}
	}
	for _, t := range theirs.Rows() {
		b, _, had := base.Row(t.ID)
		if _, _, has := mine.Row(t.ID); has {
			continue
		}
		switch {
		case !had:
			kept[t.ID] = t
		case !t.Cells.Equal(b.Cells): // I have removed what they have changed
			m.clash(Clash{Path: at.AtRow(t.ID), Base: Rows(b), Theirs: Rows(t)})
		}
	}
	return Rows(m.ordered(at, kept, base, mine, theirs)...)
}

// ordered puts rows in the order of the side that has moved them, with those of the
// other side after the row that they follow there.
func (m *merger) ordered(at Path, kept map[ID]Row, base, mine, theirs Value) []Row {
	lead, other := mine, theirs
	switch {
	case m.known && sameOrder(base, mine) && !sameOrder(base, theirs):
		lead, other = theirs, mine
	case m.known && !sameOrder(base, mine) && !sameOrder(base, theirs) && !sameOrder(mine, theirs):
		m.clash(Clash{Path: at, Order: true, Base: base, Mine: mine, Theirs: theirs})
	}
	var out []Row
	for _, r := range lead.Rows() {
		if k, ok := kept[r.ID]; ok {
			out = append(out, k)
		}
	}
	before := ID("")
	for _, r := range other.Rows() {
		k, ok := kept[r.ID]
		if !ok {
			continue
		}
		if _, _, there := lead.Row(r.ID); !there {
			i := slices.IndexFunc(out, func(x Row) bool { return x.ID == before }) + 1
			out = slices.Insert(out, i, k)
		}
		before = r.ID
	}
	return out
}

// sameOrder reports whether the rows that both have stand in the same order.
func sameOrder(a, b Value) bool {
	common := func(v, w Value) []ID {
		var ids []ID
		for _, r := range v.rows {
			if _, _, ok := w.Row(r.ID); ok {
				ids = append(ids, r.ID)
			}
		}
		return ids
	}
	return slices.Equal(common(a, b), common(b, a))
}

// Settle returns the content with theirs at the place of the clash.
func (c Content) Settle(x Clash) (Content, error) {
	switch last := x.Path[len(x.Path)-1]; {
	case x.Order:
		return c.reorder(x.Path, x.Theirs)
	case last.Row == "":
		return c.Set(x.Path, x.Theirs)
	case x.Theirs.IsZero():
		return c.RemoveRow(x.Path)
	default:
		list := slices.Clone(x.Path)
		list[len(list)-1].Row = ""
		return c.InsertRow(list, c.At(list).Len(), x.Theirs.Rows()[0])
	}
}

// reorder puts the rows of the list in the order of others; those that these lack
// come last.
func (c Content) reorder(list Path, as Value) (Content, error) {
	rows := c.At(list).Rows()
	place := func(r Row) int {
		if _, i, ok := as.Row(r.ID); ok {
			return i
		}
		return as.Len()
	}
	slices.SortStableFunc(rows, func(a, b Row) int { return place(a) - place(b) })
	return c.Set(list, Rows(rows...))
}
