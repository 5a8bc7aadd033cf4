package spreadsheet

import (
	"fmt"
	"slices"

	"ledstjarna/internal/plan"
)

// tell lets rows be referred to that are new or get another name.
func (m *matcher) tell() {
	for _, c := range m.rows {
		if c.group == nil || c.row.State != "" {
			continue
		}
		if c.thing != nil {
			c.row.ID, c.fields = c.thing.id, c.thing.fields
		} else {
			c.row.ID, c.row.Fresh = plan.NewID(), true
		}
		if m.list == Activities && c.name != "" {
			c.group.names(plan.Target{Rows: plan.KeyActivities}).call(named{c.row.ID, c.name})
		}
	}
}

// read reads the cells of a row and notes what they change.
func (m *matcher) read(c *candidate) {
	if c.row.State != "" {
		return
	}
	r := reader{c.group, m.header.spoken}
	var shown plan.Content
	if c.thing != nil {
		shown = c.thing.shown
		c.row.Name = c.group.name(c.thing.fields)
	}
	for _, f := range m.header.columns {
		if !f.Unknown && !f.Twice && f.Column.role == columnField {
			m.readCell(c, r, f, shown.Get(f.Column.Field.Key))
		}
	}
	switch does := len(c.row.Changes) > 0 || c.thing == nil; {
	case c.row.State != "":
	case does && c.group.locked != nil:
		c.row.refuse(Problem{Code: reason(c.group.locked), Gaps: []any{"plan", c.group.title}})
	case c.thing == nil:
		c.row.State = plan.RowNew
	case does:
		c.row.State = plan.RowChanged
	default:
		c.row.State = plan.RowUnchanged
	}
	if start, end := c.fields.Get(plan.KeyStart).Date(), c.fields.Get(plan.KeyEnd).Date(); m.list == Activities && !end.IsZero() && end.Before(start) {
		c.row.Notices = append(c.row.Notices, Problem{Code: "ends-before-start"})
	}
}

// readCell reads a cell. One that says what the field is written as leaves it alone.
func (m *matcher) readCell(c *candidate, r reader, f Found, was plan.Value) {
	cell, key := c.cells.cell(f.At-1), f.Column.Field.Key
	if r.says(cell, f.Column, was) && !cell.Failed {
		return
	}
	v, w := r.value(cell, f.Column)
	if w == nil && v.IsZero() && slices.Contains(titleKeys(m.list), key) {
		w = refused("no-name")
	}
	if w != nil {
		c.row.refuse(f.problem(w))
		return
	}
	if v.Equal(was) {
		return
	}
	if cell.Formula {
		c.row.Notices = append(c.row.Notices, f.problem(refused("formula", "value", cell.Shown)))
	}
	c.fields = c.fields.With(key, v)
	words := m.book.words
	c.row.Changes = append(c.row.Changes, Change{
		Field: f.Column.Field, Label: f.Column.title(words), At: f.At,
		From: c.group.cell(words, f.Column, was).said(words, key), To: c.group.cell(words, f.Column, v).said(words, key),
	})
}

// does reports whether the row adds or changes something.
func (c *candidate) does() bool { return !c.left && c.would() }

// would reports whether it does, or would if it were not left out.
func (c *candidate) would() bool { return c.row.State == plan.RowNew || c.row.State == plan.RowChanged }

// edit makes the edit of all rows that do something; those that the rules refuse are
// refused.
func (m *matcher) edit() (plan.Edit, error) {
	if m.list != Activities {
		return m.entries(), nil
	}
	m.refuseDangling()
	var out plan.Edit
	for _, g := range m.groups {
		e, err := m.activities(g)
		if err != nil {
			return plan.Edit{}, err
		}
		out = out.Then(e)
	}
	return out, nil
}

func (m *matcher) entries() plan.Edit {
	var puts []plan.Put
	var doing []*candidate
	for _, c := range m.rows {
		if c.does() {
			puts, doing = append(puts, plan.Put{ID: c.row.ID, Fields: c.fields}), append(doing, c)
		}
	}
	e, errs := m.book.Register.PutEntries(m.list, puts)
	for i, c := range doing {
		if errs[i] != nil {
			c.row.refuse(Problem{Code: reason(errs[i])})
		}
	}
	return e
}

// refuseDangling refuses rows that refer to a new row which is itself refused.
func (m *matcher) refuseDangling() {
	for again := true; again; {
		again = false
		gone := map[string]string{}
		for _, c := range m.rows {
			if c.thing == nil && !c.does() && c.row.ID != "" {
				gone[string(c.row.ID)] = c.row.Name
			}
		}
		for _, c := range m.rows {
			for _, id := range c.fields.Get(plan.KeyDependsOn).Texts() {
				if name, is := gone[id]; is && c.does() {
					f, _ := m.header.at(columnField, plan.KeyDependsOn)
					c.row.refuse(f.problem(refused("nothing-of-the-name", "value", name)))
					again = true
				}
			}
		}
	}
}

// activities gives the plan's activities what its rows say; new ones come last.
func (m *matcher) activities(g *group) (plan.Edit, error) {
	rows := g.before.Content.Get(plan.KeyActivities).Rows()
	at := map[plan.ID]int{}
	for i, r := range rows {
		at[r.ID] = i
	}
	does := false
	for _, c := range m.rows {
		if c.group != g || !c.does() {
			continue
		}
		does = true
		if i, ok := at[c.row.ID]; ok {
			rows[i].Cells = c.fields
		} else {
			rows = append(rows, plan.Row{ID: c.row.ID, Cells: c.fields})
		}
	}
	if !does {
		return plan.Edit{}, nil
	}
	content, err := g.before.Content.Set(plan.PathTo(plan.KeyActivities), plan.Rows(rows...))
	if err != nil {
		return plan.Edit{}, fmt.Errorf("change activities: %w", err)
	}
	return m.book.Register.SetContent(g.doc, g.doc.Latest(), g.before, content)
}
