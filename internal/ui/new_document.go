package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// askNewDocument asks what kind of document to begin, its title, and what it
// belongs to.
func askNewDocument(d *desk, from room) {
	p := d.words
	kinds := plan.DocumentKinds()
	if from == roomPlans {
		kinds = []plan.DocumentKind{plan.PeriodPlan, plan.AssignmentPlan}
	}
	var choices []kit.Choice
	for _, k := range kinds {
		choices = append(choices, kit.Choice{Value: string(k), Label: p.T("kind." + string(k))})
	}
	n := &newDocumentForm{desk: d, kind: kinds[0]}
	title := kit.NewEntry(d.kit, "", nil)
	title.OnTyped(func(s string) { n.title = s })
	n.quick = kit.NewCheckbox(p.T("document.quick"), nil)
	kind := kit.NewSelect(p.T("form.choose"), choices, func(k string) { n.setKind(plan.DocumentKind(k)) })
	kind.SetValue(string(n.kind))
	n.box = kit.Column(14)
	n.entry, n.kinds = title, kit.NewField(p.T("document.kind"), kind)
	n.name = kit.NewField(p.First(plan.FieldWords("", plan.PathTo(plan.KeyTitle))...), title)
	n.setKind(n.kind)
	n.dialog = kit.OpenDialog(d.window.Canvas(), kit.DialogSpec{
		Title: p.T("document.new"), Width: 480, Content: n.box,
		Confirm: kit.DialogAction{Label: p.T("document.create"), Run: func() bool {
			if n.title == "" {
				title.SetBad(true)
				return false
			}
			return n.create()
		}},
		Cancel: kit.DialogAction{Label: p.T("action.cancel")},
	})
}

type newDocumentForm struct {
	desk   *desk
	kind   plan.DocumentKind
	title  string
	target plan.ID // period or assignment
	kinds  *kit.Field
	name   *kit.Field
	entry  *kit.Entry // of the title
	offer  string     // the title that was proposed
	quick  *kit.Checkbox
	box    *fyne.Container
	dialog *kit.Dialog
}

// setKind offers what a document of the kind belongs to. An assignment comes before the
// title, which is named after it.
func (n *newDocumentForm) setKind(k plan.DocumentKind) {
	n.kind, n.target = k, ""
	list, key := plan.ListPeriods, plan.KeyPeriod
	if k == plan.AssignmentPlan {
		list, key = plan.ListAssignments, plan.KeyAssignment
	}
	n.propose("")
	var about []fyne.CanvasObject
	if _, ok := plan.FieldIn(plan.FieldsOf(k), key); ok {
		s := plan.Subject{Register: n.desk.register()}
		field := kit.NewSelect(n.desk.words.T("form.choose"), targets(s, plan.Target{List: list}), func(id string) { n.choose(plan.ID(id)) })
		if k != plan.AssignmentPlan {
			if p, ok := s.Register.PeriodOn(n.desk.today()); ok {
				n.target = p.ID
				field.SetValue(string(p.ID))
			}
		}
		about = append(about, kit.NewField(n.desk.words.First(plan.FieldWords(string(k), plan.PathTo(key))...), field))
	}
	n.box.Objects = append([]fyne.CanvasObject{n.kinds, n.name}, about...)
	if k == plan.AssignmentPlan {
		n.box.Objects = append(append([]fyne.CanvasObject{n.kinds}, about...), n.name, n.quick)
	}
	n.box.Refresh()
	if n.dialog != nil {
		n.dialog.Fit()
	}
}

// choose says what the document belongs to.
func (n *newDocumentForm) choose(id plan.ID) {
	n.target = id
	if e, ok := n.desk.register().Entry(plan.ListAssignments, id); ok && n.kind == plan.AssignmentPlan {
		n.propose(n.desk.words.T("kind.short."+string(n.kind), "name", n.desk.register().EntryName(plan.ListAssignments, e)))
	}
}

// propose writes a title where the person has written none.
func (n *newDocumentForm) propose(title string) {
	if n.title == n.offer {
		n.title, n.offer = title, title
		n.entry.SetText(title)
	}
}

func (n *newDocumentForm) create() bool {
	d := n.desk
	e, doc := newDocumentEdit(d.register(), newDocumentSpec{n.kind, n.title, n.target, n.quick.Checked()}, d.today(), d.now)
	if !d.do(editor.Op{Key: "op.new-document", Args: map[string]string{"title": n.title}}, e, nil) {
		return false
	}
	d.open(place{room: roomOf(n.kind), document: doc.ID, section: "details"})
	if v := d.app.document(); v != nil {
		d.app.work.After(drawnAfter, v.focusFirst) // once the dialog is gone
	}
	return true
}
