package ui

import (
	"strings"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// form reads what is written as the entry's form does; without an ID that of a
// new entry.
func (t *registerTable) form(id plan.ID) *form {
	return newForm(t.desk, &entrySource{desk: t.desk, list: t.model.list, id: id})
}

// set writes a cell; the row after the last is a new entry.
func (t *registerTable) set(row int, column string, in kit.CellInput) string {
	x, ok := plan.FieldIn(plan.ListFields(t.model.list), plan.Key(column))
	if !ok {
		return ""
	}
	v, wrong := t.form("").read(x, plan.PathTo(x.Key), in)
	if wrong != "" {
		return wrong
	}
	if row >= t.Rows() {
		if v.IsZero() {
			return ""
		}
		c := plan.NewContent(plan.Filled{x.Key: v})
		e, made, err := t.desk.register().AddEntry(t.model.list, c)
		t.desk.do(editor.Op{Key: "op.add-entry", Args: map[string]string{"name": t.desk.register().EntryName(t.model.list, made)}}, e, err)
		return ""
	}
	if x.Key == t.nameKey() && strings.TrimSpace(v.Text()) == "" {
		return t.desk.words.T("register.needs-name")
	}
	entry := t.model.rows[row].entry
	e, err := t.desk.register().SetEntry(t.model.list, entry.ID, entry.Fields.With(x.Key, v))
	t.desk.do(editor.Op{Key: "op.set-field", Args: map[string]string{"field": t.column(registerColumn{field: x, id: column}).Title}}, e, err)
	return ""
}

func (t *registerTable) remove(rows []int) {
	var ids []plan.ID
	for _, i := range rows {
		if i < t.Rows() {
			ids = append(ids, t.model.rows[i].entry.ID)
		}
	}
	t.ask(ids)
}

// paste writes cells from a row on as one step. What cannot be read is left as
// it was and told.
func (t *registerTable) paste(row int, columns []string, cells [][]string) {
	var edit plan.Edit
	r, wrong := t.desk.register(), 0
	for i, line := range cells {
		c, id := plan.Content{}, plan.ID("")
		if row+i < t.Rows() {
			id = t.model.rows[row+i].entry.ID
			c = t.model.rows[row+i].entry.Fields
		}
		for j, text := range line {
			if j >= len(columns) {
				break
			}
			x, ok := plan.FieldIn(plan.ListFields(t.model.list), plan.Key(columns[j]))
			if !ok {
				continue
			}
			v, bad := t.form("").read(x, plan.PathTo(x.Key), kit.CellInput{Text: text})
			if bad != "" || x.Key == t.nameKey() && v.IsZero() && id != "" {
				wrong++
				continue
			}
			c = c.With(x.Key, v)
		}
		var e plan.Edit
		var err error
		switch {
		case id != "":
			e, err = r.SetEntry(t.model.list, id, c)
		case c.Len() > 0:
			e, _, err = r.AddEntry(t.model.list, c)
		}
		if err != nil {
			wrong++
			continue
		}
		edit, r = edit.Then(e), r.Apply(e)
	}
	list := t.desk.words.T("register." + string(t.model.list))
	t.desk.do(editor.Op{Key: "op.paste-rows", Args: map[string]string{"list": list}}, edit, nil)
	if wrong > 0 {
		t.desk.say(t.desk.words.N("register.not-pasted", wrong))
	}
}
