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
	stops  []kit.Part       // of the page as it is shown
}

// todoPart is a part of the page of which there can be much.
type todoPart string

const (
	todoReviews todoPart = "reviews"
	todoLate    todoPart = "late"
	todoWeek    todoPart = "week"
	todoPrompts todoPart = "prompts"
	todoPapers  todoPart = "papers"
)

// mostAtFirst is how many are shown of a part until the person asks for more, so that
// the day's other work stays in sight; moreAtOnce how many more are then shown.
const (
	mostAtFirst = 8
	moreAtOnce  = 100
)

func newTodo(d *desk) view {
	v := &todoView{desk: d, header: kit.NewPageHeader(d.words.T("nav.todo")).Captioned(), body: kit.NewScrollBox(kit.Spring())}
	v.most = map[todoPart]int{todoReviews: mostAtFirst, todoLate: mostAtFirst, todoWeek: 3 * mostAtFirst, todoPrompts: mostAtFirst, todoPapers: mostAtFirst / 2}
	v.whole = kit.NewGround(kit.ColorWindow, kit.Dock(kit.Edges{Top: v.header}, v.body))
	return v
}

func (v *todoView) object() fyne.CanvasObject { return v.whole }
func (v *todoView) show(place)                { v.fill() }
func (v *todoView) refresh(editor.Change)     { v.fill() }

func (v *todoView) fill() {
	keep := v.keep()
	v.stops = nil
	d := i18n.DayOf(v.desk.now())
	v.header.SetCaption(i18n.Capital(v.desk.words.WeekdayDate(d)) + ", " + v.desk.words.Week(d))
	left := kit.Column(16, v.reviews(), v.activities())
	right := kit.Column(16, append(v.nextMeeting(), v.prompts()...)...)
	v.body.SetContent(kit.Pad(pageInsets(),
		kit.Columns(16, []float32{0, 358}, left, right)))
	keep(v.stops)
}

// keep returns what brings the keyboard back to its row once the page is made anew.
// Under a dialog it is not known which row that is until the dialog has closed.
func (v *todoView) keep() func([]kit.Part) {
	c, before := v.desk.window.Canvas(), v.stops
	if c.Overlays().Top() == nil {
		return kit.KeepStop(c, before)
	}
	return func([]kit.Part) {
		v.desk.app.work.Post(func() {
			if v.desk.app.front == v && c.Overlays().Top() == nil && kit.HeldStop(c, v.stops) == "" {
				kit.KeepStop(c, before)(v.stops)
			}
		})
	}
}

func (v *todoView) parts() []kit.Part { return v.stops }

// chosenDocument is the one on whose review the keyboard stands, "" for none.
func (v *todoView) chosenDocument() plan.ID {
	if len(v.stops) == 0 {
		return ""
	}
	d, _ := v.desk.register().Document(plan.ID(kit.HeldStop(v.desk.window.Canvas(), v.stops[:1])))
	return d.ID
}

// stop makes a card a part of the page for the keyboard.
func (v *todoView) stop(card *kit.Card, stops []kit.Stop) *kit.Card {
	v.stops = append(v.stops, kit.Part{Box: card, Stops: stops, Flow: true})
	return card
}

// shown is how many of a part are shown; a single one more takes no more room than the
// words that there is one.
func (v *todoView) shown(part todoPart, all int) int {
	if n := v.most[part]; all > n+1 {
		return n
	}
	return all
}

// more is a row that shows more of a part, with its stop; none where all is shown.
func (v *todoView) more(part todoPart, all int) ([]fyne.CanvasObject, []kit.Stop) {
	n := all - v.shown(part, all)
	if n == 0 {
		return nil, nil
	}
	show := kit.NewButton(kit.Link, v.desk.words.N("action.show-more", min(n, moreAtOnce)), func() {
		at := v.body.Offset()
		v.most[part] += moreAtOnce
		v.fill()
		v.body.ScrollTo(at)
	})
	return []fyne.CanvasObject{kit.Pad(kit.Insets{Top: 8, Right: 16, Bottom: 8, Left: 16}, kit.Bar(0, show, kit.Spring()))}, []kit.Stop{{ID: "more/" + string(part), On: show}}
}

func (v *todoView) reviews() fyne.CanvasObject {
	lines, all := pressing(v.desk.words, v.desk.outlook(), v.most[todoReviews]+1)
	rows, stops := dutyRows(v.desk, lines[:v.shown(todoReviews, all)])
	if len(rows) == 0 {
		rows = []fyne.CanvasObject{v.nothing("todo.no-reviews")}
	}
	more, stop := v.more(todoReviews, all)
	rows, stops = append(rows, more...), append(stops, stop...)
	if words := snoozedWords(v.desk.words, v.desk.outlook()); words != "" {
		rows = append(rows, kit.Pad(kit.Insets{Top: 8, Right: 16, Bottom: 8, Left: 16}, kit.NewText(words, kit.Caption, kit.ColorText2)))
	}
	card := kit.NewCard(v.desk.words.T("nav.reviews"), kit.NewRows(true, rows...))
	card.SetCount(strconv.Itoa(all))
	card.SetActions(kit.NewButton(kit.Link, v.desk.words.T("todo.open-reviews"), func() { v.desk.open(place{room: roomReviews}) }).
		WithChevron(assets.IconChevronRight))
	return v.stop(card, stops)
}

func (v *todoView) nothing(key string) fyne.CanvasObject {
	return kit.Pad(kit.Around(16), kit.NewText(v.desk.words.T(key), kit.Body, kit.ColorText2))
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
	var stops []kit.Stop
	for _, l := range lines[:v.shown(todoPrompts, len(lines))] {
		row, links := promptRow(v.desk, l)
		rows = append(rows, row)
		if len(links) > 0 {
			stops = append(stops, kit.Stop{On: links[0]})
		}
	}
	more, stop := v.more(todoPrompts, len(lines))
	rows, stops = append(rows, more...), append(stops, stop...)
	card := kit.NewCard(v.desk.words.T("prompt.missing-in-register"), kit.NewRows(true, rows...))
	card.SetCount(strconv.Itoa(len(lines)))
	return []fyne.CanvasObject{v.stop(card, stops)}
}
