package ui

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

func (v *calendarView) timelineWords() kit.TimelineWords {
	w := v.desk.words
	return kit.TimelineWords{
		Names: w.T("calendar.names"), Marks: w.T("print.meetings"), Weeks: w.T("calendar.week"), Today: w.T("calendar.today"),
		Month:   func(m time.Month) string { return w.MonthShort(m) },
		Quarter: func(q int) string { return w.T("print.quarter", "n", q) },
		Week:    func(n int) string { return w.T("calendar.week-short", "n", strconv.Itoa(n)) },
		Span:    v.draggedWords,
		Day:     func(d kit.TimelineDay) string { return i18n.Capital(w.WeekdayDate(i18n.Day(dateOf(d)))) },
	}
}

// draggedWords tell the days of a thing on its way, and what becomes of them.
func (v *calendarView) draggedWords(row int, from, to kit.TimelineDay) string {
	w := v.desk.words
	first, last := dateOf(from), dateOf(to)
	if _, t := v.model.thing(row); t != nil && (t.quarter > 0 || t.year) {
		moved := *t
		if t.quarter > 0 {
			moved.quarter = int8((last.Month + 2) / 3)
		}
		moved.end = calendarDayOf(last)
		return v.model.dayWords(moved)
	}
	if from == to {
		return i18n.Capital(w.WeekdayDate(i18n.Day(last)))
	}
	return w.Span(i18n.Day(first), i18n.Day(last)) + " · " + w.N("count.days", int(to-from)+1)
}

func (v *calendarView) timelineEvents() kit.TimelineEvents {
	return kit.TimelineEvents{
		Selected: v.selected, Chosen: v.choose, Open: v.openRow, Fold: v.fold, Move: v.move, Refused: v.refuse,
		MoveMark: func(i int, to kit.TimelineDay) { v.moveMeeting(v.meetings[i].ID, dateOf(to)) },
		Mark:     func(i int) { v.showMeeting(v.meetings[i].ID) }, Zoom: v.zoom, Leave: v.leave,
		Focused: v.focused,
		Menu:    func(row int, at fyne.Position) { kit.PopUpMenu(v.desk.window.Canvas(), at, v.menu(row)) },
	}
}

// fillTimeline shows the rows; the keyboard and the details stay with what they
// were about.
func (v *calendarView) fillTimeline() {
	v.keepEnds()
	if sameRows(v.charted, v.model.rows) {
		v.timeline.Renew(v.model)
	} else {
		v.timeline.SetSource(v.model)
	}
	v.charted = v.model.rows
	if !v.memory.placed {
		v.memory.left = v.usualLeft()
	}
	v.timeline.SetFoot(v.foot())
	v.timeline.View(v.memory.left, float64(v.memory.months))
	v.frontCard(v.timeline)
	row := -1
	if v.at.version != "" {
		row = v.model.rowOf(v.at.version, v.at.row)
	}
	if i := slices.IndexFunc(v.meetings, func(m calendarMeeting) bool { return m.ID == v.at.meeting }); i >= 0 {
		v.timeline.SelectMark(i)
	} else {
		v.timeline.Select(row)
	}
	v.timeline.SetTies(v.model.ties(row, v.meetings))
	v.fillDetails()
}

// keepEnds tells the timeline what concerns all rows, and how far it reaches.
func (v *calendarView) keepEnds() {
	first, last := v.desk.today().AddMonths(-12), v.desk.today().AddMonths(18)
	reach := func(from, to plan.Date) {
		if !from.IsZero() && from.Before(first) {
			first = from
		}
		if to.After(last) {
			last = to
		}
	}
	for _, p := range v.model.plans {
		reach(p.due, p.due)
		reach(p.first, p.last)
	}
	var marks []kit.TimelineMark
	for _, m := range v.meetings {
		reach(m.Date, m.Date)
		marks = append(marks, v.mark(m))
	}
	first, last = first.AddMonths(-2), last.AddMonths(4)
	v.timeline.SetTime(timelineDay(v.desk.today()), marks, v.bands(first, last), timelineDay(first), timelineDay(last))
}

// mark is a meeting over the chart.
func (v *calendarView) mark(m calendarMeeting) kit.TimelineMark {
	w := v.desk.words
	lines := []string{
		w.T("wheel.meeting", "body", m.whole), i18n.Capital(w.WeekdayDate(i18n.Day(m.Date))),
		w.T("packet.stop-date") + " " + w.ISO(i18n.Day(m.Stop)), w.T("packet.dispatch-date") + " " + w.ISO(i18n.Day(m.Dispatch)),
	}
	return kit.TimelineMark{
		Day: timelineDay(m.Date), Words: strings.TrimSpace(m.body + " " + strconv.Itoa(m.Date.Day)), Tip: strings.Join(lines, "\n"),
	}
}

// bands are the windows of the years in reach.
func (v *calendarView) bands(first, last plan.Date) []kit.TimelineBand {
	var out []kit.TimelineBand
	for y := first.Year - 1; y <= last.Year; y++ {
		c := v.desk.register().Cycle(y)
		out = append(out, kit.TimelineBand{From: timelineDay(c.Opens), To: timelineDay(c.Closes)})
	}
	return out
}

// foot explains the symbols.
func (v *calendarView) foot() fyne.CanvasObject {
	w := v.desk.words
	look := func(key string, symbol kit.Symbol, family kit.Family) kit.State {
		return kit.State{Symbol: symbol, Family: family, Word: w.T(key)}
	}
	legend := kit.NewLegend(
		look("activity.planned", assets.StateRing, kit.Neutral), look("activity.ongoing", assets.StateHalf, kit.Active),
		look("activity.done", assets.StateDone, kit.Done), look("activity.late", assets.StateLate, kit.Late),
		look("activity.paused", assets.StatePaused, kit.Deviation), look("activity.cancelled", assets.StateCancelled, kit.Neutral),
		look("calendar.milestone", kit.Milestone(), kit.Neutral))
	c := v.desk.register().Cycle(v.desk.today().Year)
	words := w.T("calendar.window", "span", w.SpanInYear(i18n.Day(c.Opens), i18n.Day(c.Closes)))
	band := kit.Bar(8, kit.NewIcon(kit.Band(), 14, kit.ColorBand), kit.NewText(words, kit.Caption, kit.ColorText2))
	return kit.Dock(kit.Edges{Right: kit.Pad(kit.Insets{Left: 16}, band)}, legend)
}

// selected follows the keyboard.
func (v *calendarView) selected(row int) {
	v.desk.file.EndStep()
	v.at = calendarChoice{}
	if p, t := v.model.thing(row); p != nil {
		v.at.version = p.version
		if t != nil {
			v.at.row = t.id
		}
	}
	v.timeline.SetTies(v.model.ties(row, v.meetings))
	v.hint(row)
	if v.pane.Visible() && v.at != (calendarChoice{}) {
		v.chosen = v.at
		v.fillDetails()
	}
}

// focused says what can be done while the keyboard is in the timeline.
func (v *calendarView) focused(on bool) {
	if !on || v.model == nil {
		v.desk.hint("")
		return
	}
	v.hint(v.timeline.Selected())
}

// hint says in the status line what can be done with a row.
func (v *calendarView) hint(row int) {
	p, t := v.model.thing(row)
	switch {
	case p == nil:
		v.desk.hint("")
	case t == nil:
		v.desk.hint(v.desk.words.T("calendar.hint-plan"))
	case p.fixed != nil || v.desk.reads():
		v.desk.hint(v.desk.words.T("calendar.hint-fixed"))
	default:
		v.desk.hint(v.desk.words.T("calendar.hint"))
	}
}

// choose shows the details of a row.
func (v *calendarView) choose(row int) {
	v.selected(row)
	v.chosen = v.at
	v.fillDetails()
}

func (v *calendarView) fold(row int, open bool) {
	p, _ := v.model.thing(row)
	if p == nil {
		return
	}
	v.memory.folded[p.version] = !open
	v.model.folded[p.version] = !open
	v.filter()
}

// openRow opens a thing in its plan, or the plan.
func (v *calendarView) openRow(row int) {
	if p, t := v.model.thing(row); p != nil {
		v.desk.open(calendarPlaceOf(p, t))
	}
}

// calendarPlaceOf is where a thing stands in its plan; without one it is the plan.
func calendarPlaceOf(p *calendarPlan, t *calendarThing) place {
	to := place{room: roomOf(p.kind), document: p.document, version: p.version}
	if t == nil {
		return to
	}
	to.section = t.list()
	if t.milestone && p.kind == plan.AssignmentPlan {
		to.section = "schedule"
	}
	key := plan.KeyActivity
	if t.milestone && p.kind == plan.AssignmentPlan {
		key = plan.KeyText
	}
	to.path = plan.PathTo(t.list()).In(t.id, key)
	return to
}

// leave closes the details, and reports whether they were shown.
func (v *calendarView) leave() bool {
	if !v.pane.Visible() {
		return false
	}
	v.close()
	return true
}

// menu is what can be done with a row.
func (v *calendarView) menu(row int) []kit.MenuItem {
	w := v.desk.words
	p, t := v.model.thing(row)
	if p == nil {
		return nil
	}
	items := []kit.MenuItem{
		{Label: w.T("calendar.open"), Run: func() { v.openRow(row) }},
		{Label: w.T("calendar.details"), Run: func() { v.choose(row) }},
	}
	if follow := v.followUpOf(p, t); follow != nil {
		items = append(items, kit.MenuItem{Label: w.T("calendar.follow-up"), Run: follow})
	}
	return append(items, kit.MenuItem{},
		kit.MenuItem{Label: w.T("calendar.fold-all"), Run: func() { v.foldAll(true) }},
		kit.MenuItem{Label: w.T("calendar.unfold-all"), Run: func() { v.foldAll(false) }})
}

// foldAll folds or opens all plans.
func (v *calendarView) foldAll(folded bool) {
	for _, p := range v.model.plans {
		v.memory.folded[p.version], v.model.folded[p.version] = folded, folded
	}
	if folded {
		v.at.row = ""
	}
	v.filter()
}
