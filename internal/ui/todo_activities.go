package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

func (v *todoView) activities() fyne.CanvasObject {
	known := v.desk.app.knowWeek()
	w := v.desk.words
	if !known.whole {
		return kit.NewCard(w.T("todo.activities"), v.nothing("todo.reading"))
	}
	late, nLate := known.book.first(known.versions, v.most[todoLate]+1, func(x weekRead) []dueActivity { return x.late })
	week, nWeek := known.book.first(known.versions, v.most[todoWeek]+1, func(x weekRead) []dueActivity { return x.week })
	var rows []fyne.CanvasObject
	var stops []kit.Stop
	add := func(title string, part todoPart, lines []dueLine, all int) {
		if all == 0 {
			return
		}
		rows = append(rows, kit.NewGroupRow(title, len(rows) == 0))
		for _, l := range lines[:v.shown(part, all)] {
			row := v.activity(activityLineOf(w, l, v.desk.today()))
			rows, stops = append(rows, row), append(stops, kit.Stop{ID: string(l.version) + "/" + string(l.id), On: row})
		}
		more, stop := v.more(part, all)
		rows, stops = append(rows, more...), append(stops, stop...)
	}
	add(w.T("todo.late"), todoLate, late, nLate)
	span := plan.WeekOf(v.desk.today())
	add(i18n.Capital(w.Week(i18n.Day(span.From)))+", "+w.SpanInYear(i18n.Day(span.From), i18n.Day(span.To)), todoWeek, week, nWeek)
	if len(rows) == 0 {
		rows = []fyne.CanvasObject{v.nothing("todo.no-activities")}
	}
	if known.next > 0 {
		next := kit.NewButton(kit.Link, w.N("todo.next-week", known.next, "week", i18n.Capital(w.Week(i18n.Day(span.To.AddDays(1))))),
			func() { v.desk.open(place{room: roomCalendar}) }).WithChevron(assets.IconChevronRight)
		rows = append(rows, kit.Pad(kit.Insets{Top: 4, Right: 16, Bottom: 4, Left: 16}, kit.Bar(0, next, kit.Spring())))
		stops = append(stops, kit.Stop{ID: "next", On: next})
	}
	card := kit.NewCard(w.T("todo.activities"), kit.NewRows(true, rows...))
	card.SetCount(strconv.Itoa(known.waiting))
	card.SetActions(kit.NewButton(kit.Link, w.T("todo.open-calendar"), func() { v.desk.open(place{room: roomCalendar}) }).
		WithChevron(assets.IconChevronRight))
	return v.stop(card, stops)
}

// activity is the row of an activity, with a box where it can be ticked off.
func (v *todoView) activity(l activityLine) *kit.OneLineRow {
	row := kit.OneLine{
		Title: l.activity.Name, Role: l.activity.Responsible, Note: l.note, State: l.state, Ticked: l.activity.Status == "done",
		Open: func() {
			v.desk.open(place{
				room: roomPlans, document: l.document, version: l.version, section: plan.KeyActivities,
				path: plan.PathTo(plan.KeyActivities).In(l.activity.ID, plan.KeyStatus),
			})
		},
	}
	if v.tickable(l) {
		row.Tick = func(done bool) { v.tick(l, done) }
	}
	return kit.NewOneLineRow(row)
}

func (v *todoView) tickable(l activityLine) bool {
	d, _ := v.desk.register().Document(l.document)
	version, ok := d.Version(l.version)
	return ok && !v.desk.reads() && v.desk.register().Tickable(d, version) == nil
}

// tick notes that an activity is done, or that it is not after all. What disappears
// from the page by it is named, with a way to take it back.
func (v *todoView) tick(l activityLine, done bool) {
	d := v.desk
	doc, _ := d.register().Document(l.document)
	version, _ := doc.Version(l.version)
	sealed, err := d.file.Content(l.version)
	if err != nil {
		d.fail(err)
		return
	}
	name := shortened(l.activity.Name, 40)
	op := editor.Op{Key: "op.untick-activity", Args: map[string]string{"name": name}}
	if done {
		op.Key = "op.tick-activity"
	}
	e, err := d.register().TickActivity(plan.Scheduled{Document: doc, Version: version, Content: sealed},
		plan.Tick{Activity: l.activity.ID, Done: done, By: d.who()}, d.now())
	if !d.do(op, e, err) {
		v.fill() // the box was ticked by the person
		return
	}
	if done {
		d.app.toaster.Show(assets.StateDone, kit.Done, d.words.T("todo.ticked", "name", name), d.words.T("action.undo"), func() {
			if last, ok := d.file.CanUndo(); ok && last.Key == op.Key && last.Args["name"] == name {
				d.app.undo()
				return
			}
			v.tick(l, false) // what is registered beside a plan is not undone
		})
	}
}
