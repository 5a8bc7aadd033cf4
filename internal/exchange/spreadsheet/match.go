package spreadsheet

import (
	"slices"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// matcher finds out what each row is about.
type matcher struct {
	book    Book
	header  header
	groups  []*group
	list    plan.ListName
	one     bool // the activities of one plan alone are meant
	titles  *names
	rows    []*candidate
	claimed map[*group]map[plan.ID]int // the row that is about a thing
}

// candidate is a row under way.
type candidate struct {
	cells  GridRow
	row    Row
	left   bool   // the person has left it out
	group  *group // nil while it is not known
	thing  *thing // nil for a new one
	title  plan.Content
	name   string
	unread []Problem    // why the row does not tell what it is about
	fields plan.Content // as they are to be
}

// add takes up a row.
func (m *matcher) add(cells GridRow, left bool) {
	c := &candidate{cells: cells, row: Row{Number: cells.Number}, left: left}
	c.group = m.groupOf(c)
	if c.group != nil {
		r := reader{c.group, m.header.spoken}
		for _, k := range titleKeys(m.list) {
			if f, ok := m.header.at(columnField, k); ok {
				v, w := r.value(cells.cell(f.At-1), f.Column)
				if w != nil {
					c.unread = append(c.unread, f.problem(w))
				}
				c.title = c.title.With(k, v)
			}
		}
		if f, ok := m.header.at(columnField, plan.KeyName); ok && m.list == plan.ListPeriods {
			v, _ := r.value(cells.cell(f.At-1), f.Column)
			c.title = c.title.With(plan.KeyName, v)
		}
		c.name = c.group.name(c.title)
		c.row.Document, c.row.Plan = c.group.doc.ID, c.group.title
	}
	if c.row.Name = c.name; c.row.Name == "" && c.group == nil {
		if f, ok := m.header.at(columnField, plan.KeyActivity); ok {
			c.row.Name = cells.cell(f.At - 1).Shown
		}
	}
	m.rows = append(m.rows, c)
}

// groupOf tells the plan of a row: the one that its column names, else the one that has
// its ID, else the only one there is.
func (m *matcher) groupOf(c *candidate) *group {
	if m.list != Activities || len(m.groups) == 0 {
		return m.single(c)
	}
	var having []*group
	for _, g := range m.groups {
		if _, ok := m.identified(g, c); ok {
			having = append(having, g)
		}
	}
	named := m.header.cell(c.cells, columnPlan)
	if named.isBlank() {
		switch {
		case len(having) == 1:
			return having[0]
		case len(m.groups) == 1:
			return m.groups[0]
		}
		c.row.refuse(Problem{Code: "no-plan"})
		return nil
	}
	f, _ := m.header.at(columnPlan, "")
	i, code := m.planNamed(named)
	switch {
	case code != "" || i < 0:
		if code != "ambiguous" {
			code = "unknown-plan"
		}
		if m.one {
			code = "not-this-plan"
		}
		c.row.refuse(Problem{At: f.At, Head: f.Head, Code: code, Gaps: []any{"value", named.Raw}})
		return nil
	case len(having) > 0 && !slices.Contains(having, m.groups[i]):
		c.row.refuse(Problem{At: f.At, Head: f.Head, Code: "other-plan", Gaps: []any{"value", having[0].title}})
		return nil
	}
	return m.groups[i]
}

// planNamed returns the index of the group of the plan that a cell names, or -1 and
// why not.
func (m *matcher) planNamed(c GridCell) (int, string) {
	why := ""
	for _, words := range c.readings() {
		doc, code := m.titles.find(words)
		for i, g := range m.groups {
			cut := slices.ContainsFunc(m.header.spoken, func(w *i18n.Printer) bool { return sameText(words, fitting(m.titles.label(g.doc.ID), w)) })
			if g.doc.ID == doc || cut {
				return i, ""
			}
		}
		why = code
	}
	return -1, why
}

// identified returns the thing of the group that has the row's ID.
func (m *matcher) identified(g *group, c *candidate) (*thing, bool) {
	for _, id := range m.header.cell(c.cells, columnID).readings() {
		if t, ok := g.thing(plan.ID(id)); ok {
			return t, true
		}
	}
	return nil, false
}

func (m *matcher) single(c *candidate) *group {
	if len(m.groups) == 1 {
		return m.groups[0]
	}
	c.row.refuse(Problem{Code: "no-plan"})
	return nil
}

func (g *group) thing(id plan.ID) (*thing, bool) {
	for i := range g.things {
		if g.things[i].id == id {
			return &g.things[i], true
		}
	}
	return nil, false
}

// match finds the things: first by their IDs, then by their names.
func (m *matcher) match() {
	for _, g := range m.groups {
		m.claimed[g] = map[plan.ID]int{}
	}
	m.matchIDs()
	for _, g := range m.groups {
		byName := map[string][]*thing{}
		for i := range g.things {
			k := plan.NameKey(g.name(g.things[i].fields))
			byName[k] = append(byName[k], &g.things[i])
		}
		fresh := map[string]int{} // the rows that have a name
		for _, c := range m.rows {
			if c.group == g && c.thing != nil {
				fresh[plan.NameKey(c.name)] = c.row.Number
			}
		}
		for _, c := range m.rows {
			if c.group == g && c.thing == nil && c.row.State == "" {
				m.matchName(c, byName, fresh)
			}
		}
	}
}

// matchIDs claims the things by their IDs. Where several rows have the ID of one, as
// when a row was copied to make another, it belongs to the one that has its name too.
func (m *matcher) matchIDs() {
	type claim struct {
		group *group
		id    plan.ID
	}
	claims, order := map[claim][]*candidate{}, []claim{}
	for _, c := range m.rows {
		if c.group == nil || c.row.State != "" {
			continue
		}
		if t, ok := m.identified(c.group, c); ok {
			x := claim{c.group, t.id}
			if len(claims[x]) == 0 {
				order = append(order, x)
			}
			claims[x] = append(claims[x], c)
		}
	}
	for _, x := range order {
		t, _ := x.group.thing(x.id)
		all := claims[x]
		owner := all[0]
		if len(all) > 1 {
			same := slices.DeleteFunc(slices.Clone(all), func(c *candidate) bool { return plan.NameKey(c.name) != plan.NameKey(x.group.name(t.fields)) })
			if len(same) == 1 {
				owner = same[0]
			}
			for _, c := range all {
				if c != owner && (len(same) != 1 || c.name == "") {
					f, _ := m.header.at(columnID, "")
					c.row.refuse(Problem{At: f.At, Head: f.Head, Code: "id-twice", Gaps: []any{"row", owner.row.Number}})
				}
			}
		}
		owner.thing = t
		m.claimed[x.group][x.id] = owner.row.Number
	}
}

// matchName claims the only thing of the row's name; without one the row is new.
func (m *matcher) matchName(c *candidate, byName map[string][]*thing, fresh map[string]int) {
	k := plan.NameKey(c.name)
	same := byName[k]
	switch {
	case len(c.unread) > 0:
		for _, p := range c.unread {
			c.row.refuse(p)
		}
	case k == "" || !m.named(c):
		c.row.refuse(m.noName())
	case len(same) > 1:
		c.row.refuse(Problem{Code: "name-unclear", Gaps: []any{"name", c.name}})
	case fresh[k] > 0 && m.list != Activities:
		c.row.refuse(Problem{Code: "name-twice", Gaps: []any{"row", fresh[k]}})
	case len(same) == 1 && m.claimed[c.group][same[0].id] == 0:
		c.thing, fresh[k] = same[0], c.row.Number
		m.claimed[c.group][same[0].id] = c.row.Number
	default:
		fresh[k] = c.row.Number
	}
}

// named reports whether the row has all that a new entry needs to be told from others.
func (m *matcher) named(c *candidate) bool {
	return !slices.ContainsFunc(titleKeys(m.list), func(k plan.Key) bool { return c.title.Get(k).IsZero() })
}

// noName says that the row does not tell what it is about.
func (m *matcher) noName() Problem {
	p := Problem{Code: "no-name"}
	if f, ok := m.header.at(columnField, titleKeys(m.list)[0]); ok {
		p.At, p.Head = f.At, f.Head
	}
	return p
}
