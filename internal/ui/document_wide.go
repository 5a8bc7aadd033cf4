package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/exchange/spreadsheet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// wideList is a section whose one list takes the whole room beside the
// navigation: the table scrolls itself, and the sections stand in a menu.
type wideList struct {
	view     *documentView
	section  plan.Section
	sheet    *sheet
	find     *kit.Entry
	status   *kit.Select
	audience *kit.Select
	sections *kit.Button
	example  fyne.CanvasObject // a worked row, while there is none
	object   fyne.CanvasObject
}

// wideOf returns the list that fills the view in a section: the activities of a
// plan that can be changed.
func (v *documentView) wideOf(sec plan.Section) (plan.Field, bool) {
	if v.locked() || len(v.row) > 0 {
		return plan.Field{}, false
	}
	var list plan.Field
	for _, x := range sec.Fields {
		if x.Kind != plan.Derived {
			if list.Key != "" {
				return plan.Field{}, false
			}
			list = x
		}
	}
	return list, list.Key == plan.KeyActivities && list.Kind == plan.List
}

// showWide shows the section's list; the same one stays as it is.
func (v *documentView) showWide(sec plan.Section, x plan.Field) {
	f := newForm(v.desk, v)
	v.form = f
	s := f.sheet(x, plan.PathTo(x.Key), false)
	f.begins(x, func() { f.focusRows(s) })
	if v.wide == nil || v.wide.sheet != s {
		v.wide = newWideList(v, sec, s)
	}
	v.wide.show()
	f.watch(v.wide.show)
	v.inFront = v.formName()
	v.showRoom()
}

// showNarrow shows the sections beside the form.
func (v *documentView) showNarrow() {
	if v.wide == nil && v.narrow.Visible() {
		return
	}
	v.wide = nil
	v.showRoom()
}

func newWideList(v *documentView, sec plan.Section, s *sheet) *wideList {
	w := v.desk.words
	l := &wideList{view: v, section: sec, sheet: s}
	l.example = l.worked()
	l.sections = kit.NewButton(kit.Quiet, "", func() { kit.MenuUnder(l.sections, l.sectionMenu()) }).WithChevron(assets.IconChevronDown)
	l.find = kit.NewEntry(v.desk.kit, w.T("sheet.filter-activities"), nil).Filter(assets.IconFilter)
	l.find.OnTyped(func(string) { l.filter() })
	l.status = kit.NewSelect("", l.statuses(), func(string) { l.filter() }).WithPrefix(w.T("sheet.status") + " ")
	l.audience = kit.NewSelect("", l.audiences(), func(string) { l.filter() }).WithPrefix(w.T("sheet.audience") + " ")
	var columns *kit.Button
	columns = kit.NewButton(kit.Outlined, w.T("sheet.columns"), func() { kit.MenuUnder(columns, s.columnMenu()) }).WithChevron(assets.IconChevronDown)
	add := kit.NewButton(kit.Primary, w.T("sheet.new-activity"), l.begin).WithIcon(assets.IconPlus)
	var sheets *kit.IconButton
	sheets = kit.NewIconButton(assets.IconExport, 30, w.T("sheet.button"), func() {
		kit.MenuUnder(sheets, v.desk.app.exchangeItems(exchanged{spreadsheet.Activities, v.id}))
	})
	bar := kit.Bar(8, l.sections, kit.Fixed(1, 22, kit.NewDivider()), kit.Fixed(182, 0, l.find), l.status, l.audience, columns, sheets, kit.Spring(), add)
	l.object = kit.NewGround(kit.ColorWindow, kit.Dock(kit.Edges{
		Top:    kit.Pad(kit.Insets{Top: 12, Right: 20, Bottom: 12, Left: 20}, bar),
		Bottom: l.example,
	}, kit.Pad(kit.Insets{Right: 20, Bottom: 16, Left: 20}, kit.NewCard("", s.object()))))
	return l
}

// show takes over what has changed.
func (l *wideList) show() {
	l.sections.SetLabel(l.title())
	l.audience.SetChoices(l.audiences())
	if len(l.sheet.rows) == 0 {
		l.example.Show()
	} else {
		l.example.Hide()
	}
}

// worked is what an activity is and a worked one, under the empty table.
func (l *wideList) worked() fyne.CanvasObject {
	f, w := l.sheet.form, l.view.desk.words
	parts := []fyne.CanvasObject{}
	if help, ok := w.Find(plan.HelpWords(f.source.scope(), l.sheet.path)...); ok {
		parts = append(parts, kit.NewParagraph(help, kit.Caption, kit.ColorText2))
	}
	parts = append(parts, f.exampleBox(f.exampleRow(l.sheet.field, l.sheet.path)))
	return kit.Pad(kit.Insets{Right: 20, Bottom: 16, Left: 20}, kit.Column(8, parts...))
}

func (l *wideList) title() string {
	return sectionTitle(l.view.desk.words, l.view.about.Document.Kind, l.section)
}

// begin starts a new activity; what is filtered away is shown again, so that the
// new row is seen.
func (l *wideList) begin() {
	l.find.SetText("")
	l.status.SetValue("")
	l.audience.SetValue("")
	l.sheet.begin()
}

func (l *wideList) filter() {
	l.sheet.filter(sheetFilter{text: l.find.Text(), status: l.status.Value(), audience: l.audience.Value()})
}

func (l *wideList) statuses() []kit.Choice {
	w := l.view.desk.words
	out := []kit.Choice{{Value: "", Label: w.T("sheet.all")}, {Value: lateStatus, Label: w.T("activity.late")}}
	for _, code := range plan.ActivityStatuses() {
		out = append(out, kit.Choice{Value: code, Label: w.T("activity." + code)})
	}
	return out
}

func (l *wideList) audiences() []kit.Choice {
	x, _ := plan.FieldIn(l.sheet.field.Columns, plan.KeyAudience)
	all := []kit.Choice{{Value: "", Label: l.view.desk.words.T("sheet.all")}}
	return append(all, l.view.form.choices(x, l.sheet.path.In("", x.Key))...)
}

// sectionMenu are the sections of the document.
func (l *wideList) sectionMenu() []kit.MenuItem {
	var out []kit.MenuItem
	v := l.view
	for _, s := range documentModelOf(v.desk.words, v.about).sections {
		out = append(out, kit.MenuItem{
			Label: s.look.Number + "  " + s.look.Title, On: s.key == v.section, Run: func() { v.openSection(s.key) },
		})
	}
	return out
}
