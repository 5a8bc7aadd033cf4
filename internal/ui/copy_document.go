package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// askCopy asks for which period or assignment the document is to be copied, and opens
// the copy.
func (d *desk) askCopy(s plan.Subject) {
	if err := d.file.Typing().Leave(); err != nil {
		d.fail(err)
		return
	}
	p := d.words
	m := copyModelOf(p, s)
	own := false // the person has written a title
	title := kit.NewEntry(d.kit, "", nil)
	title.SetText(m.title)
	title.OnTyped(func(string) { own = true })
	moved := kit.NewParagraph(m.moved, kit.Dense, kit.ColorText)
	var parts []fyne.CanvasObject
	var about *kit.Field // what it is copied for
	if m.list != "" {
		choose := kit.NewSelect(p.T("form.choose"), m.targets, func(id string) {
			m = m.to(p, s, plan.ID(id))
			about.SetError("")
			moved.SetText(m.moved)
			if !own {
				title.SetText(m.title)
			}
		})
		choose.SetValue(string(m.target))
		about = kit.NewField(p.First(plan.FieldWords(string(s.Document.Kind), plan.PathTo(m.key()))...), choose)
		parts = append(parts, about)
	}
	parts = append(parts, kit.NewField(p.First(plan.FieldWords("", plan.PathTo(plan.KeyTitle))...), title), moved,
		kit.NewParagraph(p.T("copy.cleared"), kit.Dense, kit.ColorText2))
	if m.carried {
		parts = append(parts, kit.NewParagraph(p.T("copy.lessons"), kit.Dense, kit.ColorText2))
	}
	kit.OpenDialog(d.window.Canvas(), kit.DialogSpec{
		Title: p.T("copy.title", "title", s.Content.Text(plan.KeyTitle)), Width: 520, Content: kit.Column(14, parts...),
		Confirm: kit.DialogAction{Label: p.T("copy.make"), Run: func() bool {
			if !m.ready(title.Text()) {
				title.SetBad(title.Text() == "")
				if m.list != "" && m.target == "" {
					about.SetError(p.T("copy.choose"))
				}
				return false
			}
			return d.copyTo(s, m.target, title.Text())
		}},
		Cancel: kit.DialogAction{Label: p.T("action.cancel")},
	})
}

// copyTo makes the copy as one step and opens it.
func (d *desk) copyTo(s plan.Subject, target plan.ID, title string) bool {
	r := d.register()
	e, made, err := r.CopyDocument(s.Document, s.Content, plan.Copy{
		Target: target, Title: title, Lessons: report.Carried(d.words, r, s.Document, s.Content, d.today()),
	}, d.now())
	if !d.do(editor.Op{Key: "op.copy-document", Args: map[string]string{"title": s.Content.Text(plan.KeyTitle)}}, e, err) {
		return false
	}
	d.open(place{room: roomOf(made.Kind), document: made.ID, section: "details"})
	return true
}

// promote makes the quick plan in front a full one.
func (v *documentView) promote() {
	if err := v.desk.file.Typing().Leave(); err != nil {
		v.desk.fail(err)
		return
	}
	e, err := v.desk.register().Promote(v.about.Document)
	title := v.about.Content.Text(plan.KeyTitle)
	if v.desk.do(editor.Op{Key: "op.promote", Args: map[string]string{"title": title}}, e, err) {
		v.desk.say(v.desk.words.T("promote.done"))
	}
}

// documentCommands are what can be done with the document in front.
func (a *App) documentCommands() []command {
	front := func() *documentView {
		v, _ := a.front.(*documentView)
		return v
	}
	return []command{
		{
			id: "copy-document", edits: true, label: "action.copy-document", menu: "menu.document", line: true,
			enabled: func() bool { return a.file != nil && front() != nil }, run: func() { a.desk.askCopy(front().about) },
		},
		{
			id: "hand-over-document", label: "hand-over.document", menu: "menu.document",
			enabled: func() bool { return a.file != nil && front() != nil }, run: func() { a.askHandOver(front().id) },
		},
		{
			id: "promote", edits: true, label: "action.promote", menu: "menu.document",
			enabled: func() bool { return a.file != nil && front() != nil && front().promotable() }, run: func() { front().promote() },
		},
		{
			id: "remove-document", edits: true, label: "action.remove-document", menu: "menu.document",
			enabled: func() bool { return a.file != nil && front() != nil && a.desk.removable(front().about.Document) }, run: func() { a.desk.askRemove(front().about.Document) },
		},
	}
}

// promotable reports whether the document is a quick plan that is not locked for
// decision.
func (v *documentView) promotable() bool {
	d := v.about.Document
	return d.Quick && (d.Latest().Stage != plan.StageReady || v.desk.register().Frozen(d, d.Latest()))
}
