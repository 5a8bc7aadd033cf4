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
	all    bool // reviews are shown, however many
}

// mostReviews is how many reviews are shown until the person asks for all, so that
// the day's other work stays in sight.
const mostReviews = 8

func newTodo(d *desk) view {
	v := &todoView{desk: d, header: kit.NewPageHeader(d.words.T("nav.todo")).Captioned(), body: kit.NewScrollBox(kit.Spring())}
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

func (v *todoView) reviews() fyne.CanvasObject {
	lines := pressing(v.desk.words, v.desk.register(), v.desk.today())
	shown := lines
	if !v.all && len(lines) > mostReviews+1 {
		shown = lines[:mostReviews]
	}
	rows := dutyRows(v.desk, shown)
	if len(rows) == 0 {
		rows = []fyne.CanvasObject{v.nothing("todo.no-reviews")}
	}
	if n := len(lines) - len(shown); n > 0 {
		more := kit.NewButton(kit.Link, v.desk.words.N("action.show-more", n), func() { v.all = true; v.fill() })
		rows = append(rows, kit.Pad(kit.Insets{Top: 8, Right: 16, Bottom: 8, Left: 16}, kit.Bar(0, more, kit.Spring())))
	}
	if words := snoozedWords(v.desk.words, v.desk.register(), v.desk.today()); words != "" {
		rows = append(rows, kit.Pad(kit.Insets{Top: 8, Right: 16, Bottom: 8, Left: 16}, kit.NewText(words, kit.Caption, kit.ColorText2)))
	}
	card := kit.NewCard(v.desk.words.T("nav.reviews"), kit.NewRows(true, rows...))
	card.SetCount(strconv.Itoa(len(lines)))
	card.SetActions(kit.NewButton(kit.Link, v.desk.words.T("todo.open-reviews"), func() { v.desk.open(place{room: roomReviews}) }).
		WithChevron(assets.IconChevronRight))
	return card
}

func (v *todoView) nothing(key string) fyne.CanvasObject {
	return kit.Pad(kit.Around(16), kit.NewText(v.desk.words.T(key), kit.Body, kit.ColorText2))
}

func (v *todoView) activities() fyne.CanvasObject {
	late, week, err := weekOf(v.desk)
	if err != nil {
		v.desk.fail(err)
	}
	var rows []fyne.CanvasObject
	add := func(title string, lines []activityLine) {
		if len(lines) == 0 {
			return
		}
		rows = append(rows, kit.NewGroupRow(title, len(rows) == 0))
		for _, l := range lines {
			rows = append(rows, kit.NewOneLineRow(kit.OneLine{
				Title: l.activity.Name, Role: l.activity.Responsible, Note: l.note, State: l.state,
				Open: func() {
					v.desk.open(place{
						room: roomPlans, document: l.document, version: l.version, section: plan.KeyActivities,
						path: plan.PathTo(plan.KeyActivities).In(l.activity.ID, plan.KeyStatus),
					})
				},
			}))
		}
	}
	add(v.desk.words.T("todo.late"), late)
	add(i18n.Capital(v.desk.words.Week(i18n.DayOf(v.desk.now()))), week)
	if len(rows) == 0 {
		rows = []fyne.CanvasObject{v.nothing("todo.no-activities")}
	}
	card := kit.NewCard(v.desk.words.T("todo.activities"), kit.NewRows(true, rows...))
	card.SetCount(strconv.Itoa(len(late) + len(week)))
	return card
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
	lines := promptLines(v.desk.words, v.desk.register(), v.desk.today())
	if len(lines) == 0 {
		return nil
	}
	var rows []fyne.CanvasObject
	for _, l := range lines {
		rows = append(rows, promptRow(v.desk, l))
	}
	card := kit.NewCard(v.desk.words.T("prompt.missing-in-register"), kit.NewRows(true, rows...))
	card.SetCount(strconv.Itoa(len(lines)))
	return []fyne.CanvasObject{card}
}
