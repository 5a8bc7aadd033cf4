package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// rowMenu shows what can be done with a document of the list.
func (v *documentsView) rowMenu(row int, at fyne.Position) {
	if l := v.rows.rows[row].line; l != nil {
		kit.PopUpMenu(v.desk.window.Canvas(), at, v.rowItems(l))
	}
}

func (v *documentsView) openLine(l *documentLine) {
	v.desk.open(place{room: v.room, document: l.document, version: l.version})
}

// rowItems are what can be done with the document: what is registered of it only where
// it can be.
func (v *documentsView) rowItems(l *documentLine) []kit.MenuItem {
	w, r, desk := v.desk.words, v.desk.register(), v.desk
	d, ok := r.Document(l.document)
	ver, found := d.Version(l.version)
	if !ok || !found {
		return nil
	}
	may := stepsOf(r, d, ver)
	reading := []kit.MenuItem{
		{Label: w.T("welcome.open"), Run: func() { v.openLine(l) }},
		{},
		{Label: w.T("action.export-pdf"), Run: func() { desk.app.exportDocument(d, ver) }},
	}
	if d.Kind.IsPlan() {
		reading = append(reading, kit.MenuItem{Label: w.T("action.export-onepage"), Run: func() { desk.app.exportOnePage(d, ver) }})
	}
	reading = append(reading, kit.MenuItem{Label: w.T("hand-over.document"), Run: func() { desk.app.askHandOver(d.ID) }})
	return append(reading, desk.editingItems([]kit.MenuItem{
		{},
		{Label: w.T("action.record-review"), Off: !may.review, Run: func() { askReview(desk, d.ID) }},
		{Label: w.T("action.register-decision"), Off: !may.decide, Run: func() { askDecision(desk, d, ver) }},
		{},
		{Label: w.T("action.copy-document"), Run: func() { v.copyOf(d, ver) }},
		{Label: w.T("action.remove-document"), Off: !desk.removable(d), Run: func() { desk.askRemove(d) }},
	})...)
}

func (v *documentsView) copyOf(d plan.Document, ver plan.Version) {
	s, err := v.desk.subject(d, ver)
	if err != nil {
		v.desk.fail(err)
		return
	}
	v.desk.askCopy(s)
}
