package main

import (
	"errors"
	"slices"
	"strings"

	"ledstjarna/internal/plan"
)

// fieldSetter sets one field of a content to what a person wrote.
type fieldSetter struct {
	*session
	fields  []plan.Field
	subject plan.Subject // what references in the content mean
}

// set returns c with the field at the path set to the text: a row is added by
// [+] and JSON, replaced by JSON, removed by nothing.
func (x fieldSetter) set(c plan.Content, path, text string) (plan.Content, error) {
	x.subject.Content = c
	p, err := plan.ParsePath(x.fields, c, path)
	if err != nil {
		return c, pathRefusal(err, path)
	}
	f, err := plan.FieldAt(x.fields, p)
	if err != nil {
		return c, pathRefusal(err, path)
	}
	if row := p[len(p)-1].Row; row != "" {
		return x.setRow(c, p, f, text)
	}
	v, err := x.value(f, text)
	if err != nil {
		return c, err
	}
	c, err = c.SetIn(x.fields, p, v)
	return c, valueRefusal(err, f, text)
}

func (x fieldSetter) setRow(c plan.Content, p plan.Path, f plan.Field, text string) (plan.Content, error) {
	id := p[len(p)-1].Row
	if text == "" && id != plan.NewRow {
		out, err := c.RemoveRow(p)
		return out, pathRefusal(err, p.String())
	}
	row, err := plan.ParseRow(f, text)
	if err != nil {
		return c, valueRefusal(err, f, text)
	}
	list := p.AtRow("")
	rows := c.At(list).Rows()
	if id == plan.NewRow {
		out, err := c.InsertRow(list, len(rows), row)
		return out, pathRefusal(err, p.String())
	}
	row.ID = id
	i := slices.IndexFunc(rows, func(r plan.Row) bool { return r.ID == id })
	if i < 0 { // a question that is not answered yet
		rows = append(rows, row)
	} else {
		rows[i] = row
	}
	out, err := c.SetIn(x.fields, list, plan.Rows(rows...))
	return out, pathRefusal(err, p.String())
}

// value reads what a person wrote for a field: numbers as in their language,
// references by ID or by name.
func (x fieldSetter) value(f plan.Field, text string) (plan.Value, error) {
	switch {
	case text == "":
		return plan.Value{}, nil
	case f.Kind == plan.Related:
		return plan.Value{}, refuse("cli.error.related", "field", string(f.Key), "relation", string(f.Relating.Relation))
	case f.Kind == plan.Decimal:
		if s, err := x.words.ReadNumber(text); err == nil {
			text = s
		}
	case f.Kind == plan.Reference:
		id, err := x.refer(f.Target, text)
		return plan.Ref(id), err
	case f.Kind == plan.References:
		var ids []string
		for word := range strings.SplitSeq(text, ",") {
			id, err := x.refer(f.Target, strings.TrimSpace(word))
			if err != nil {
				return plan.Value{}, err
			}
			ids = append(ids, string(id))
		}
		return plan.Texts(ids...), nil
	}
	v, err := plan.ParseValue(f, text)
	return v, valueRefusal(err, f, text)
}

// refer finds what a reference means among what it may point at.
func (x fieldSetter) refer(t plan.Target, word string) (plan.ID, error) {
	var all []named
	r := x.register()
	switch {
	case t.List == plan.ListOrganisation:
		for _, row := range r.Organisation().Get(t.Rows).Rows() {
			all = append(all, named{row.ID, []string{row.Cells.Text(plan.KeyText)}})
		}
	case t.List != "":
		e, err := x.entry(t.List, word)
		return e.ID, err
	case len(t.Documents) > 0:
		for _, d := range r.Documents() {
			if slices.Contains(t.Documents, d.Kind) {
				all = append(all, named{d.ID, []string{d.Latest().Head.Title}})
			}
		}
	default:
		c := x.subject.Content
		if t.OfParent {
			c = x.subject.Parent
		}
		for _, row := range c.Get(t.Rows).Rows() {
			name, _ := x.subject.Resolve(t, row.ID)
			all = append(all, named{row.ID, []string{name, row.Cells.Text(plan.KeyCode)}})
		}
	}
	return find(all, word, "cli.error.entry")
}

func pathRefusal(err error, path string) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, plan.ErrRow):
		return refuse("cli.error.row", "field", path)
	case errors.Is(err, plan.ErrAmbiguous):
		return refuse("cli.error.ambiguous-row", "field", path)
	}
	return refuse("cli.error.field", "field", path)
}

func valueRefusal(err error, f plan.Field, text string) error {
	switch {
	case err == nil:
		return nil
	case len(f.Columns) > 0:
		return refuse("cli.error.rows", "field", string(f.Key))
	case errors.Is(err, plan.ErrChoice):
		return refuse("error.choice", "value", text, "choices", strings.Join(f.Choices, ", "))
	case errors.Is(err, plan.ErrNumber):
		return refuse("error.number", "value", text)
	case errors.Is(err, plan.ErrDate):
		return refuse("error.date", "value", text)
	case errors.Is(err, plan.ErrField):
		return refuse("cli.error.derived", "field", string(f.Key))
	}
	return refuse("error.kind", "field", string(f.Key))
}

// readDate reads a day that a flag gives.
func readDate(text string) (plan.Date, error) {
	d, err := plan.ParseDate(text)
	if err != nil {
		return d, refuse("error.date", "value", text)
	}
	return d, nil
}

// dateOr reads a day that a flag gives, or returns other where it gives none.
func dateOr(text string, other plan.Date) (plan.Date, error) {
	if text == "" {
		return other, nil
	}
	return readDate(text)
}
