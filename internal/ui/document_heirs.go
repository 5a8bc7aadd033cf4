package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// heirLine is a document that took over something which has changed since.
type heirLine struct {
	document plan.ID
	title    string
	caption  string
}

// heirLines are the documents that took something over from the document which
// has changed, each with how much; drift tells the differences of one.
func heirLines(p *i18n.Printer, r plan.Register, from plan.ID, on plan.Date, drift func(plan.Document) []plan.Difference) []heirLine {
	var out []heirLine
	for _, d := range r.Heirs(on) {
		n := 0
		for _, x := range drift(d) {
			if x.Origin.From.Document == from {
				n++
			}
		}
		if n == 0 {
			continue
		}
		v := d.Latest()
		l := heirLine{d.ID, v.Head.Title, p.N("drift.differences", n)}
		if r.Editable(d, v) != nil {
			l.caption += " · " + p.T("drift.next-version")
		}
		out = append(out, l)
	}
	return out
}

// heirRows tell which documents are to be looked at because of what has changed
// in this one.
func (v *documentView) heirRows() []fyne.CanvasObject {
	lines := heirLines(v.desk.words, v.desk.register(), v.id, v.desk.today(), func(d plan.Document) []plan.Difference {
		sealed, err := v.desk.file.Content(d.Latest().ID)
		if err != nil {
			v.desk.fail(err)
			return nil
		}
		list, err := v.desk.drift(d, sealed.Content)
		if err != nil {
			v.desk.fail(err)
		}
		return list
	})
	var rows []fyne.CanvasObject
	for _, l := range lines {
		rows = append(rows, kit.NewTwoLineRow(kit.TwoLine{
			Title: l.title, Caption: l.caption, Symbol: assets.StateUrgent, SymbolInk: kit.ColorUrgent, Open: func() {
				d, _ := v.desk.register().Document(l.document)
				v.desk.open(place{room: roomOf(d.Kind), document: l.document, section: "details"})
			},
		}))
	}
	return rows
}
