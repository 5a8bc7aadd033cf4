package ui

import (
	"cmp"
	"slices"
	"strconv"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// calendarLine is one line of the list of months: the head of a month, or something
// on a day of it.
type calendarLine struct {
	month bool
	day   plan.Date
	until plan.Date     // its last day, where it has more than one
	at    calendarPlace // a thing, or for no thing what the words say
	due   bool          // the plan's review
	mark  int           // a meeting, -1 for none
	words string        // where it is neither
	paper bool          // the words are about a meeting's papers
	week  bool          // the first of its week
	to    place         // that it opens
}

// calendarLines is the list of months as its table shows it.
type calendarLines struct {
	words    *i18n.Printer
	today    plan.Date
	model    *calendarModel
	meetings []calendarMeeting
	lines    []calendarLine
}

var _ kit.TableGroups = (*calendarLines)(nil)

// calendarTold tells one thing of a document from others, and from itself on other
// days.
type calendarTold struct {
	document, row plan.ID
	from, to      plan.Date
}

// calendarLinesOf is everything that has a day, by its first one, under the months.
// Meetings and windows concern no plan: they are left out where the filter asks for
// some.
func calendarLinesOf(m *calendarModel, meetings []calendarMeeting, windows []plan.Cycle, f calendarFilter) *calendarLines {
	out := &calendarLines{words: m.words, today: m.today, model: m, meetings: meetings}
	told := map[calendarTold]bool{}
	for _, at := range calendarRows(m.plans, f, nil, m.channels, m.today) {
		p := m.plans[at.plan]
		switch {
		case at.thing < 0 && !p.due.IsZero() && !f.ofThings():
			out.add(calendarLine{day: p.due, at: at, due: true, mark: -1, to: place{room: roomReviews, review: p.document}})
		case at.thing >= 0:
			t := &p.things[at.thing]
			from, to := t.days()
			if t.quarter > 0 || t.year {
				from = to
			}
			once := calendarTold{p.document, t.id, from, to}
			if p.beside && told[once] { // the draft says what the version in force says
				continue
			}
			told[once] = true
			out.add(calendarLine{day: from, until: to, at: at, mark: -1, to: calendarPlaceOf(p, t)})
		}
	}
	if f.isZero() {
		for i, x := range meetings {
			out.addMeeting(i, x)
		}
		for _, c := range windows {
			year := strconv.Itoa(c.Year)
			to := place{room: roomReviews}
			out.add(calendarLine{day: c.Opens, at: calendarPlace{-1, -1}, mark: -1, words: m.words.T("wheel.opens", "year", year), to: to})
			out.add(calendarLine{day: c.Closes, at: calendarPlace{-1, -1}, mark: -1, words: m.words.T("wheel.closes", "year", year), to: to})
		}
	}
	out.group()
	return out
}

// addMeeting adds a meeting, and while it lies ahead the days by which its papers
// are due.
func (l *calendarLines) addMeeting(i int, m calendarMeeting) {
	line := calendarLine{day: m.Date, at: calendarPlace{-1, -1}, mark: i, to: place{room: roomLibrary, list: plan.ListMeetings, entry: m.ID}}
	l.add(line)
	if m.Date.Before(l.today) {
		return
	}
	day := l.words.DayMonthShort(i18n.Day(m.Date))
	line.mark, line.paper = -1, true
	line.day, line.words = m.Stop, l.words.T("ics.stop", "body", m.whole, "date", day)
	l.add(line)
	line.day, line.words = m.Dispatch, l.words.T("ics.dispatch", "body", m.whole, "date", day)
	l.add(line)
}

func (l *calendarLines) add(x calendarLine) {
	if !x.day.IsZero() {
		l.lines = append(l.lines, x)
	}
}

// group sorts the lines and puts the months over them.
func (l *calendarLines) group() {
	slices.SortStableFunc(l.lines, func(a, b calendarLine) int {
		return cmp.Or(a.day.Compare(b.day), cmp.Compare(min(b.mark, 0), min(a.mark, 0)))
	})
	grouped := make([]calendarLine, 0, len(l.lines)+len(l.lines)/8)
	var last calendarLine
	for _, x := range l.lines {
		if len(grouped) == 0 || x.day.Year != last.day.Year || x.day.Month != last.day.Month {
			grouped = append(grouped, calendarLine{month: true, day: plan.NewDate(x.day.Year, x.day.Month, 1), mark: -1})
			x.week = true
		}
		y1, w1 := x.day.Time().ISOWeek()
		y2, w2 := last.day.Time().ISOWeek()
		x.week = x.week || y1 != y2 || w1 != w2
		grouped = append(grouped, x)
		last = x
	}
	l.lines = grouped
}

// Rows counts the lines.
func (l *calendarLines) Rows() int { return len(l.lines) }

// Group returns the month where the line is the head of one.
func (l *calendarLines) Group(row int) (words string, is bool) {
	x := l.lines[row]
	if !x.month {
		return "", false
	}
	return i18n.Capital(l.words.MonthYear(i18n.Day(x.day))), true
}

// fillList shows the list, where it was or from today on.
func (v *calendarView) fillList() {
	first := len(v.lines.lines) == 0
	var windows []plan.Cycle
	for y := v.desk.today().Year - 1; y <= v.desk.today().Year+1; y++ {
		windows = append(windows, v.desk.register().Cycle(y))
	}
	v.lines = calendarLinesOf(v.model, v.meetings, windows, v.memory.filter)
	v.list.SetColumns(v.lines.columns())
	v.list.SetSource(v.lines)
	v.frontCard(v.list)
	if first {
		v.listToday()
	}
	v.desk.hint("")
}

// listToday brings what comes next to the top, under its month.
func (v *calendarView) listToday() {
	row := v.lines.next()
	v.list.Select(v.lines.Rows() - 1)
	v.list.Select(max(0, row-1))
	v.list.Select(row)
}

// next is the first line from today on, or the last.
func (l *calendarLines) next() int {
	for i, x := range l.lines {
		if !x.month && !x.day.Before(l.today) {
			return i
		}
	}
	return len(l.lines) - 1
}
