package ui

import (
	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
)

// documentView is the source of its forms' values.
var _ formSource = (*documentView)(nil)

func (v *documentView) scope() string         { return string(v.about.Document.Kind) }
func (v *documentView) content() plan.Content { return v.about.Content }
func (v *documentView) subject() plan.Subject { return v.about }

func (v *documentView) locked() bool {
	return v.desk.file.ReadOnly() || v.desk.register().Editable(v.about.Document, v.about.Version) != nil
}

// openRow shows a row's form.
func (v *documentView) openRow(p plan.Path) {
	v.leave()
	v.row = p
	v.showForm()
	v.body.ScrollTo(0)
}

// set gives a field another value. What is being typed is saved after a rest,
// everything else at once.
func (v *documentView) set(op editor.Op, p plan.Path, value plan.Value, typing bool) {
	op.Field = string(v.version) + "/" + op.Field
	edit := func() (plan.Edit, error) { return v.edit(p, value) }
	t := v.desk.file.Typing()
	if typing {
		if err := t.Text(op, edit); err != nil {
			v.desk.fail(err)
		}
		return
	}
	if pending, ok := t.Pending(); ok && pending.Field == op.Field {
		if err := t.Text(op, edit); err != nil {
			v.desk.fail(err)
			return
		}
		_ = t.Leave() // it stays pending, and the strip above the work says why
		return
	}
	e, err := edit()
	if rowsChanged(value) {
		op.Field = ""
	}
	v.desk.do(op, e, err)
}

// rowsChanged tells that a list as a whole was set: the form is built anew.
func rowsChanged(v plan.Value) bool { return v.Kind() == plan.ValueRows || v.IsZero() }

func (v *documentView) edit(p plan.Path, value plan.Value) (plan.Edit, error) {
	return v.reformed(func(c plan.Content) (plan.Content, error) {
		return c.SetIn(plan.FieldsOf(v.about.Document.Kind), p, value)
	})
}

// reformed returns the edit that changes the content of the version in front.
func (v *documentView) reformed(change func(plan.Content) (plan.Content, error)) (plan.Edit, error) {
	r := v.desk.register()
	d, ok := r.Document(v.id)
	if !ok {
		return plan.Edit{}, plan.ErrDocument
	}
	ver, ok := d.Version(v.version)
	if !ok {
		return plan.Edit{}, plan.ErrVersion
	}
	before, err := v.desk.file.Content(ver.ID)
	if err != nil {
		return plan.Edit{}, err
	}
	after, err := change(before.Content)
	if err != nil {
		return plan.Edit{}, err
	}
	return r.SetContent(d, ver, before, after)
}

// lockedWords say why nothing can be changed.
func (v *documentView) lockedWords() string {
	if v.desk.file.ReadOnly() {
		return v.desk.words.T("form.read-only")
	}
	if v.desk.register().Frozen(v.about.Document, v.about.Version) {
		return v.desk.words.T("form.frozen")
	}
	return v.desk.words.T("form.locked")
}
