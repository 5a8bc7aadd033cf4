package ui

// calendarRowsKept are the rows of the timeline from one look to the next: there can be
// half a million, and most edits leave them as they are.
type calendarRowsKept struct {
	filter calendarFilter
	plans  []*calendarPlan
	open   []bool // of each plan
	rows   []calendarPlace
}

// of returns the rows of a model that the filter lets by; the same ones where they are
// no others.
func (k *calendarRowsKept) of(m *calendarModel, f calendarFilter) []calendarPlace {
	if k.holds(m, f) {
		return k.rows
	}
	*k = calendarRowsKept{filter: f, plans: m.plans, open: make([]bool, len(m.plans)), rows: calendarRows(m.plans, f, m.folded, m.channels, m.today)}
	for i, p := range m.plans {
		k.open[i] = !m.folded[p.version]
	}
	return k.rows
}

// holds reports whether the rows are sure to be the same. Those of a filter that looks at
// things may be others after any edit of them.
func (k *calendarRowsKept) holds(m *calendarModel, f calendarFilter) bool {
	if f != k.filter || f.ofThings() || len(m.plans) != len(k.plans) {
		return false
	}
	for i, p := range m.plans {
		was := k.plans[i]
		if p != was && (p.document != was.document || p.version != was.version || len(p.things) != len(was.things)) || k.open[i] == m.folded[p.version] {
			return false
		}
	}
	return true
}
