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

// heirLines are the documents that took something over from a place that fits
// and that has changed there, each with how much; drift tells the differences of
// one.
func heirLines(p *i18n.Printer, r plan.Register, on plan.Date, fits func(plan.Place) bool, drift func(plan.Document) []plan.Difference) []heirLine {
	var out []heirLine
	for _, d := range r.Heirs(on) {
		n := 0
		for _, x := range drift(d) {
			if fits(x.Origin.From) {
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
// in the places that fit.
func (d *desk) heirRows(fits func(plan.Place) bool) []fyne.CanvasObject {
	lines := heirLines(d.words, d.register(), d.today(), fits, func(doc plan.Document) []plan.Difference {
		sealed, err := d.file.Content(doc.Latest().ID)
		if err != nil {
			d.fail(err)
			return nil
		}
		list, err := d.drift(doc, sealed.Content)
		if err != nil {
			d.fail(err)
		}
		return list
	})
	var rows []fyne.CanvasObject
	for _, l := range lines {
		rows = append(rows, kit.NewTwoLineRow(kit.TwoLine{
			Title: l.title, Caption: l.caption, Symbol: assets.StateUrgent, SymbolInk: kit.ColorUrgent, Open: func() {
				doc, _ := d.register().Document(l.document)
				d.open(place{room: roomOf(doc.Kind), document: l.document, section: "details"})
			},
		}))
	}
	return rows
}

// showHeirs puts a card with the documents that are to be looked at into the box,
// or nothing where there are none.
func (d *desk) showHeirs(box *fyne.Container, fits func(plan.Place) bool) {
	box.Objects = nil
	if rows := d.heirRows(fits); len(rows) > 0 {
		box.Objects = []fyne.CanvasObject{kit.NewCard(d.words.T("drift.concerned"), kit.NewRows(true, rows...))}
	}
	box.Refresh()
}
