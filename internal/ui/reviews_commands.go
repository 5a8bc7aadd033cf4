package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// reviewCommands are what can be done about reviews from the menu: with the
// document in front, or where none is with the one that presses most.
func (a *App) reviewCommands() []command {
	has := func(fits func(review.Duty) bool) func() bool {
		return func() bool {
			d, _, ok := a.dutyInFront()
			return ok && fits(d)
		}
	}
	with := func(ask func(*desk, review.Duty, string)) func() {
		return func() {
			if d, title, ok := a.dutyInFront(); ok {
				ask(a.desk, d, title)
			}
		}
	}
	return []command{
		{
			id: "record-review", edits: true, label: "action.record-review", menu: "menu.review", shortcut: kit.Keys(fyne.KeyR, false),
			enabled: a.isOpen, run: func() { askReview(a.desk, a.documentInFront()) },
		},
		{
			id: "no-change", edits: true, label: "action.no-change-ask", menu: "menu.review", shortcut: kit.Keys(fyne.KeyR, true),
			enabled: has(func(d review.Duty) bool { return d.State.Open() && d.State != review.NotDue }), run: with(askNoChange),
		},
		{
			id: "snooze", edits: true, label: "action.snooze", menu: "menu.review", line: true,
			enabled: has(canSnooze), run: with(askSnooze),
		},
		{id: "deviation", edits: true, label: "action.deviation", menu: "menu.review", enabled: has(canDeviate), run: with(askDeviation)},
		{
			id: "need", edits: true, label: "action.need", menu: "menu.review",
			enabled: func() bool { return a.isOpen() && a.documentInFront() != "" },
			run: func() {
				if d, ok := a.desk.register().Document(a.documentInFront()); ok {
					askNeed(a.desk, d.ID, shownVersion(a.desk.register(), d, a.desk.today()).Head.Title)
				}
			},
		},
		{id: "status-pdf", label: "action.export-status", menu: "menu.review", line: true, enabled: a.isOpen, run: func() { a.statusExports()[0].Run() }},
		{id: "calendar-file", label: "action.export-calendar", menu: "menu.review", enabled: a.isOpen, run: func() { a.statusExports()[4].Run() }},
	}
}

// choosing is a view in which a document can be chosen without being opened.
type choosing interface {
	chosenDocument() plan.ID // "" for none
}

// documentInFront is the document that is open or reviewed, or chosen in the view in
// front; "" for none.
func (a *App) documentInFront() plan.ID {
	if v, ok := a.front.(choosing); ok {
		return v.chosenDocument()
	}
	if a.at.review != "" {
		return a.at.review
	}
	return a.at.document
}

// dutyInFront is the duty that stands for the document in front, or for the one
// whose review presses most where there is none.
func (a *App) dutyInFront() (duty review.Duty, title string, ok bool) {
	if !a.isOpen() || a.desk == nil {
		return review.Duty{}, "", false
	}
	r, today := a.desk.register(), a.desk.today()
	if d, found := r.Document(a.documentInFront()); found {
		duty, ok = review.Shown(a.ledger.Of(r, d.ID, today))
		return duty, shownVersion(r, d, today).Head.Title, ok
	}
	if lines, _ := pressing(a.words, a.desk.outlook(), 1); len(lines) > 0 {
		return lines[0].duty, lines[0].title, true
	}
	return review.Duty{}, "", false
}

func canSnooze(d review.Duty) bool {
	return d.Document != "" && (d.State == review.Due || d.State == review.Urgent)
}

func canDeviate(d review.Duty) bool {
	return d.Document != "" && d.State.Open() && d.Rule != plan.R3 && d.State != review.NotDue
}
