package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// dutyRows are rows of duties, with "Ingen ändring" at hand for the yearly ones.
func dutyRows(d *desk, lines []dutyLine) (rows []fyne.CanvasObject, stops []kit.Stop) {
	for _, l := range lines {
		row := kit.TwoLine{
			Title: l.title, Caption: l.caption, State: l.state, Pills: true,
			Open: func() { d.open(place{room: roomReviews, review: l.duty.Document}) },
			Menu: func(at fyne.Position) {
				kit.PopUpMenu(d.window.Canvas(), at, dutyMenu(d, l.duty.Document, l.duty, l.title))
			},
		}
		if l.quick && !d.reads() {
			row.Action = d.words.T("action.no-change")
			row.Act = func() { askNoChange(d, l.duty, l.title) }
		}
		made := kit.NewTwoLineRow(row)
		rows, stops = append(rows, made), append(stops, kit.Stop{ID: string(l.duty.Document), On: made})
	}
	return rows, stops
}

// dutyMenu is what can be done about a document's review. A document without
// duties has the zero duty.
func dutyMenu(d *desk, doc plan.ID, duty review.Duty, title string) []kit.MenuItem {
	t := d.words.T
	open := duty.State.Open() && duty.Document != ""
	const goes = 8 // it changes nothing
	return d.editingItems([]kit.MenuItem{
		{Label: t("action.record-review"), Run: func() { d.open(place{room: roomReviews, review: doc}) }},
		{Label: t("action.no-change-ask"), Off: !open || duty.State == review.NotDue, Run: func() { askNoChange(d, duty, title) }},
		{},
		{Label: t("action.snooze"), Off: !canSnooze(duty), Run: func() { askSnooze(d, duty, title) }},
		{Label: t("action.deviation"), Off: !canDeviate(duty), Run: func() { askDeviation(d, duty, title) }},
		{Label: t("action.rule"), Run: func() { askRule(d, doc, title) }},
		{Label: t("action.need"), Run: func() { askNeed(d, doc, title) }},
		{},
		{Label: t("action.open-document"), Run: func() {
			if x, ok := d.register().Document(doc); ok {
				d.open(place{room: roomOf(x.Kind), document: doc})
			}
		}},
	}, goes)
}
