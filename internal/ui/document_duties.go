package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// dutiesShown are the document's reviews: those that wait and those that are done, each
// leading to its page; where there is none, how they come about.
func (v *documentView) dutiesShown() []fyne.CanvasObject {
	w := v.desk.words
	var rows []fyne.CanvasObject
	for _, duty := range review.Of(v.desk.register(), v.id, v.desk.today()) {
		rows = append(rows, kit.NewTwoLineRow(kit.TwoLine{
			Title: dutyName(w, duty), Caption: dutyDue(w, duty), State: dutyState(w, duty), Pills: true,
			Open: func() { v.desk.open(place{room: roomReviews, review: v.id}) },
		}))
	}
	if len(rows) == 0 {
		return []fyne.CanvasObject{kit.NewCard("", kit.EmptyState(assets.IconReview, w.T("duty.none-yet"), w.T("duty.none-yet.caption"), nil))}
	}
	return []fyne.CanvasObject{kit.NewCard("", kit.NewRows(true, rows...))}
}

// dutyDue says by when a review is due, "" where it has no such day.
func dutyDue(w *i18n.Printer, d review.Duty) string {
	if d.Due.IsZero() {
		return ""
	}
	return w.T("duty.due", "date", w.ISO(i18n.Day(d.Due)))
}
