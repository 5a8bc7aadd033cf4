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

// todoView is what there is to do today; each row opens its place.
type todoView struct {
	desk   *desk
	header *kit.PageHeader
	body   *kit.ScrollBox
	whole  fyne.CanvasObject
	most   map[todoPart]int // how many are shown of what there is much of
}

// todoPart is a part of the page of which there can be much.
type todoPart string

const (
	todoReviews todoPart = "reviews"
	todoLate    todoPart = "late"
	todoWeek    todoPart = "week"
	todoPrompts todoPart = "prompts"
)

// mostAtFirst is how many are shown of a part until the person asks for more, so that
// the day's other work stays in sight; moreAtOnce how many more are then shown.
const (
	mostAtFirst = 8
	moreAtOnce  = 100
)

func newTodo(d *desk) view {
	v := &todoView{desk: d, header: kit.NewPageHeader(d.words.T("nav.todo")).Captioned(), body: kit.NewScrollBox(kit.Spring())}
	v.most = map[todoPart]int{todoReviews: mostAtFirst, todoLate: mostAtFirst, todoWeek: 3 * mostAtFirst, todoPrompts: mostAtFirst}
	v.whole = kit.NewGround(kit.ColorWindow, kit.Dock(kit.Edges{Top: v.header}, v.body))
	return v
}

func (v *todoView) object() fyne.CanvasObject { return v.whole }
func (v *todoView) show(place)                { v.fill() }
func (v *todoView) refresh(editor.Change)     { v.fill() }

func (v *todoView) fill() {
	d := i18n.DayOf(v.desk.now())
	v.header.SetCaption(i18n.Capital(v.desk.words.WeekdayDate(d)) + ", " + v.desk.words.Week(d))
	left := kit.Column(16, v.reviews(), v.activities())
	right := kit.Column(16, append(v.nextMeeting(), v.prompts()...)...)
	v.body.SetContent(kit.Pad(pageInsets(),
		kit.Columns(16, []float32{0, 358}, left, right)))
}

// shown is how many of a part are shown; a single one more takes no more room than the
// words that there is one.
func (v *todoView) shown(part todoPart, all int) int {
	if n := v.most[part]; all > n+1 {
		return n
	}
	return all
}

// more is a row that shows more of a part; none where all is shown.
func (v *todoView) more(part todoPart, all int) []fyne.CanvasObject {
	n := all - v.shown(part, all)
	if n == 0 {
		return nil
	}
	show := kit.NewButton(kit.Link, v.desk.words.N("action.show-more", min(n, moreAtOnce)), func() {
		at := v.body.Offset()
		v.most[part] += moreAtOnce
		v.fill()
		v.body.ScrollTo(at)
	})
	return []fyne.CanvasObject{kit.Pad(kit.Insets{Top: 8, Right: 16, Bottom: 8, Left: 16}, kit.Bar(0, show, kit.Spring()))}
}

func (v *todoView) reviews() fyne.CanvasObject {
	lines, all := pressing(v.desk.words, v.desk.outlook(), v.most[todoReviews]+1)
	rows := dutyRows(v.desk, lines[:v.shown(todoReviews, all)])
	if len(rows) == 0 {
		rows = []fyne.CanvasObject{v.nothing("todo.no-reviews")}
	}
	rows = append(rows, v.more(todoReviews, all)...)
	if words := snoozedWords(v.desk.words, v.desk.outlook()); words != "" {
		rows = append(rows, kit.Pad(kit.Insets{Top: 8, Right: 16, Bottom: 8, Left: 16}, kit.NewText(words, kit.Caption, kit.ColorText2)))
	}
	card := kit.NewCard(v.desk.words.T("nav.reviews"), kit.NewRows(true, rows...))
	card.SetCount(strconv.Itoa(all))
	card.SetActions(kit.NewButton(kit.Link, v.desk.words.T("todo.open-reviews"), func() { v.desk.open(place{room: roomReviews}) }).
		WithChevron(assets.IconChevronRight))
	return card
}

func (v *todoView) nothing(key string) fyne.CanvasObject {
	return kit.Pad(kit.Around(16), kit.NewText(v.desk.words.T(key), kit.Body, kit.ColorText2))
}

func (v *todoView) activities() fyne.CanvasObject {
	known := v.desk.app.knowWeek()
	w := v.desk.words
	if !known.whole {
		return kit.NewCard(w.T("todo.activities"), v.nothing("todo.reading"))
	}
	late, nLate := known.book.first(known.versions, v.most[todoLate]+1, func(x weekRead) []dueActivity { return x.late })
	week, nWeek := known.book.first(known.versions, v.most[todoWeek]+1, func(x weekRead) []dueActivity { return x.week })
	var rows []fyne.CanvasObject
	add := func(title string, part todoPart, lines []dueLine, all int) {
		if all == 0 {
			return
		}
		rows = append(rows, kit.NewGroupRow(title, len(rows) == 0))
		for _, l := range lines[:v.shown(part, all)] {
			rows = append(rows, v.activity(activityLineOf(w, l, v.desk.today())))
		}
		rows = append(rows, v.more(part, all)...)
	}
	add(w.T("todo.late"), todoLate, late, nLate)
	add(i18n.Capital(w.Week(i18n.DayOf(v.desk.now()))), todoWeek, week, nWeek)
	if len(rows) == 0 {
		rows = []fyne.CanvasObject{v.nothing("todo.no-activities")}
	}
	card := kit.NewCard(w.T("todo.activities"), kit.NewRows(true, rows...))
	card.SetCount(strconv.Itoa(known.waiting))
	return card
}

func (v *todoView) activity(l activityLine) fyne.CanvasObject {
	return kit.NewOneLineRow(kit.OneLine{
		Title: l.activity.Name, Role: l.activity.Responsible, Note: l.note, State: l.state,
		Open: func() {
			v.desk.open(place{
				room: roomPlans, document: l.document, version: l.version, section: plan.KeyActivities,
				path: plan.PathTo(plan.KeyActivities).In(l.activity.ID, plan.KeyStatus),
			})
		},
	})
}

// nextMeeting shows the deadlines of the next meeting with a packet.
func (v *todoView) nextMeeting() []fyne.CanvasObject {
	p, r := v.desk.words, v.desk.register()
	m, packet, ok := nextPacket(r, v.desk.today())
	if !ok {
		return nil
	}
	body, _ := r.Entry(plan.ListBodies, m.Body)
	deadline := func(key string, day plan.Date) fyne.CanvasObject {
		return kit.Bar(8, kit.NewText(p.T(key)+" "+p.ISO(i18n.Day(day)), kit.Caption, kit.ColorText2), kit.Spring(),
			kit.NewPill(deadlineState(p, v.desk.today(), day)))
	}
	open := kit.NewButton(kit.Primary, p.T("todo.open-packet"), func() { v.desk.open(place{room: roomPackets, packet: packet.ID}) })
	rows := kit.NewRows(true,
		kit.Pad(kit.Insets{Top: 12, Right: 16, Bottom: 10, Left: 16}, kit.Column(4,
			kit.NewText(body.Fields.Text(plan.KeyName)+", "+p.WeekdayDate(i18n.Day(m.Date)), kit.BodyStrong, kit.ColorText).Elastic(),
			deadline("packet.stop-date", m.Stop), deadline("packet.dispatch-date", m.Dispatch))),
		kit.Pad(kit.Around(16), kit.Bar(8, open)))
	card := kit.NewCard(p.T("packet.next-meeting"), rows)
	return []fyne.CanvasObject{card}
}

func deadlineState(p *i18n.Printer, today, day plan.Date) kit.State {
	n := today.DaysUntil(day)
	switch {
	case n < 0:
		return kit.State{Symbol: assets.StateLate, Family: kit.Late, Word: p.T("review.late"), Detail: p.N("days.late", -n)}
	case n <= 7:
		return kit.State{Symbol: assets.StateUrgent, Family: kit.Urgent, Word: p.T("review.urgent"), Detail: p.N("days.left", n)}
	}
	return kit.State{Symbol: assets.StateRing, Family: kit.Active, Word: p.T("review.upcoming"), Detail: p.N("days.left", n)}
}

func (v *todoView) prompts() []fyne.CanvasObject {
	lines := promptLines(v.desk.words, v.desk.outlook())
	if len(lines) == 0 {
		return nil
	}
	var rows []fyne.CanvasObject
	for _, l := range lines[:v.shown(todoPrompts, len(lines))] {
		rows = append(rows, promptRow(v.desk, l))
	}
	rows = append(rows, v.more(todoPrompts, len(lines))...)
	card := kit.NewCard(v.desk.words.T("prompt.missing-in-register"), kit.NewRows(true, rows...))
	card.SetCount(strconv.Itoa(len(lines)))
	return []fyne.CanvasObject{card}
}
