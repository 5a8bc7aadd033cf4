package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// record is a form over values that are kept only when the person confirms: a
// decision, a review, a new entry of the register.
type record struct {
	desk   *desk
	whose  string
	fields []plan.Field
	values plan.Content
	about  plan.Subject
	form   *form
	scroll *kit.ScrollBox
	// changed is told of every value that is set; it may be nil.
	changed func(plan.Path)
}

var _ formSource = (*record)(nil)

func newRecord(d *desk, whose string, fields []plan.Field, start plan.Content) *record {
	r := &record{desk: d, whose: whose, fields: fields, values: start}
	r.about = plan.Subject{Register: d.register(), Today: d.today(), Content: start}
	r.form = newForm(d, r)
	r.scroll = kit.NewScrollBox(kit.Pad(kit.Insets{Top: 2, Right: 14, Bottom: 8, Left: 2}, r.form.object(fields, nil)))
	return r
}

// tell says something above the form.
func (r *record) tell(text string) {
	note := kit.NewParagraph(text, kit.Dense, kit.ColorText2)
	r.scroll = kit.NewScrollBox(kit.Pad(kit.Insets{Top: 2, Right: 14, Bottom: 8, Left: 2}, kit.Column(14, note, r.form.object(r.fields, nil))))
}

// mostRecord is the designed height that the fields get at most: what a small window
// has.
const mostRecord = 420

func (r *record) object() fyne.CanvasObject { return r.scroll.AtMost(mostRecord) }

func (r *record) scope() string         { return r.whose }
func (r *record) content() plan.Content { return r.values }
func (r *record) subject() plan.Subject { return r.about }
func (r *record) locked() bool          { return r.desk.reads() }

// openRow is not used: records have no lists but checklists.
func (r *record) openRow(plan.Path) {}

func (r *record) set(_ editor.Op, p plan.Path, v plan.Value, _ bool) {
	c, err := r.values.SetIn(r.fields, p, v)
	if err != nil {
		r.desk.fail(err)
		return
	}
	r.values = c
	if r.changed != nil {
		r.changed(p)
	}
}

// ask opens a dialog over the record. save gets the values and reports whether
// the dialog may close.
func (r *record) ask(title, confirm string, save func(plan.Content) bool) {
	kit.OpenDialog(r.desk.window.Canvas(), kit.DialogSpec{
		Title: title, Width: 560, Content: r.object(),
		Confirm: kit.DialogAction{Label: confirm, Run: func() bool { return save(r.values) }},
		Cancel:  kit.DialogAction{Label: r.desk.words.T("action.cancel")},
	})
}

// pick returns the fields with the keys, in that order.
func pick(fields []plan.Field, keys ...plan.Key) []plan.Field {
	var out []plan.Field
	for _, k := range keys {
		if f, ok := plan.FieldIn(fields, k); ok {
			out = append(out, f)
		}
	}
	return out
}
