package ui

import (
	"maps"
	"slices"
	"strconv"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// calendarLine is one line of the list of months: the head of a month, or something
// on a day of it. There can be half a million.
type calendarLine struct {
	day, until calendarDay   // until is the last day, where there is more than one
	at         calendarPlace // a thing, or for no thing what the kind says
	other      int32         // a meeting, or what is of no plan; not read of others
	kind       calendarLineKind
	week       bool // the first of its week
}

// calendarLineKind is what a line is about.
type calendarLineKind uint8

const (
	lineOfThing   calendarLineKind = iota
	lineOfMonth                    // the head of one
	lineOfReview                   // of a plan
	lineOfMeeting                  // in the list of meetings
	lineOfPaper                    // a day by which a meeting's papers are due
	lineOfWindow                   // of the annual review
)

// calendarOther is what a line says that is of no plan.
type calendarOther struct {
	words string
	to    place // that it opens
}

// calendarLines is the list of months as its table shows it.
type calendarLines struct {
	words    *i18n.Printer
	today    plan.Date
	model    *calendarModel
	meetings []calendarMeeting
	others   []calendarOther
	lines    []calendarLine
}

var _ kit.TableGroups = (*calendarLines)(nil)

// calendarTold tells one thing of a document from others, and from itself on other
// days.
type calendarTold struct {
	document, row plan.ID
	from, to      calendarDay
}

// calendarLinesOf is everything that has a day, by its first one, under the months.
// Meetings and windows concern no plan: they are left out where the filter asks for
// some.
func calendarLinesOf(m *calendarModel, meetings []calendarMeeting, windows []plan.Cycle, f calendarFilter) *calendarLines {
	out := &calendarLines{words: m.words, today: m.today, model: m, meetings: meetings}
	rows := calendarRows(m.plans, f, nil, m.channels, m.today)
	out.lines = make([]calendarLine, 0, len(rows))
	told, drafted := map[calendarTold]bool{}, map[plan.ID]bool{}
	for _, p := range m.plans {
		if p.beside {
			drafted[p.document] = true
		}
	}
	for _, at := range rows {
		p := m.plans[at.plan]
		switch {
		case at.thing < 0 && !p.due.IsZero() && !f.ofThings():
			out.add(calendarLine{day: calendarDayOf(p.due), at: at, kind: lineOfReview})
		case at.thing >= 0:
			t := &p.things[at.thing]
			from, to := t.span()
			if t.quarter > 0 || t.year {
				from = to
			}
			if drafted[p.document] {
				same := calendarTold{p.document, t.id, from, to}
				if p.beside && told[same] { // the draft says what the version in force says
					continue
				}
				told[same] = true
			}
			out.add(calendarLine{day: from, until: to, at: at})
		}
	}
	if f.isZero() {
		out.addOthers(windows)
	}
	out.group()
	return out
}

// addOthers adds what concerns no plan: the meetings, while they lie ahead the days by
// which their papers are due, and the windows.
func (l *calendarLines) addOthers(windows []plan.Cycle) {
	for i, m := range l.meetings {
		to := place{room: roomLibrary, list: plan.ListMeetings, entry: m.ID}
		l.add(calendarLine{day: calendarDayOf(m.Date), at: calendarPlace{-1, -1}, other: int32(i), kind: lineOfMeeting})
		if m.Date.Before(l.today) {
			continue
		}
		day := l.words.DayMonthShort(i18n.Day(m.Date))
		l.addOther(lineOfPaper, m.Stop, l.words.T("ics.stop", "body", m.whole, "date", day), to)
		l.addOther(lineOfPaper, m.Dispatch, l.words.T("ics.dispatch", "body", m.whole, "date", day), to)
	}
	for _, c := range windows {
		year := strconv.Itoa(c.Year)
		l.addOther(lineOfWindow, c.Opens, l.words.T("wheel.opens", "year", year), place{room: roomReviews})
		l.addOther(lineOfWindow, c.Closes, l.words.T("wheel.closes", "year", year), place{room: roomReviews})
	}
}

func (l *calendarLines) addOther(kind calendarLineKind, day plan.Date, words string, to place) {
	l.others = append(l.others, calendarOther{words, to})
	l.add(calendarLine{day: calendarDayOf(day), at: calendarPlace{-1, -1}, other: int32(len(l.others) - 1), kind: kind})
}

func (l *calendarLines) add(x calendarLine) {
	if x.day != 0 {
		l.lines = append(l.lines, x)
	}
}

// place is where a line leads.
func (l *calendarLines) place(x calendarLine) place {
	switch x.kind {
	case lineOfThing:
		p := l.model.plans[x.at.plan]
		return calendarPlaceOf(p, &p.things[x.at.thing])
	case lineOfReview:
		return place{room: roomReviews, review: l.model.plans[x.at.plan].document}
	case lineOfMeeting:
		return place{room: roomLibrary, list: plan.ListMeetings, entry: l.meetings[x.other].ID}
	case lineOfPaper, lineOfWindow:
		return l.others[x.other].to
	case lineOfMonth:
	}
	return place{}
}

// group puts the lines in order, of one day the meetings first and else as they came,
// and the months over them.
func (l *calendarLines) group() {
	count := map[calendarDay]int{}
	key := func(x *calendarLine) calendarDay {
		if x.kind == lineOfMeeting {
			return 2 * x.day
		}
		return 2*x.day + 1
	}
	for i := range l.lines {
		count[key(&l.lines[i])]++
	}
	at, next := make(map[calendarDay]int, len(count)), 0
	for _, day := range slices.Sorted(maps.Keys(count)) {
		at[day] = next
		next += count[day]
	}
	sorted := make([]calendarLine, len(l.lines))
	for i := range l.lines {
		k := key(&l.lines[i])
		sorted[at[k]] = l.lines[i]
		at[k]++
	}
	grouped := make([]calendarLine, 0, len(sorted)+len(count))
	var last calendarDay
	week := [2]int{}
	for _, x := range sorted {
		if x.day/100 != last/100 {
			grouped = append(grouped, calendarLine{day: x.day/100*100 + 1, kind: lineOfMonth})
			week = [2]int{}
		}
		if x.day != last {
			y, w := x.day.date().Time().ISOWeek()
			x.week = week != [2]int{y, w}
			week = [2]int{y, w}
		}
		grouped = append(grouped, x)
		last = x.day
	}
	l.lines = grouped
}

// Rows counts the lines.
func (l *calendarLines) Rows() int { return len(l.lines) }

// Group returns the month where the line is the head of one.
func (l *calendarLines) Group(row int) (words string, is bool) {
	x := l.lines[row]
	if x.kind != lineOfMonth {
		return "", false
	}
	return i18n.Capital(l.words.MonthYear(i18n.Day(x.day.date()))), true
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
	today := calendarDayOf(l.today)
	for i, x := range l.lines {
		if x.kind != lineOfMonth && x.day >= today {
			return i
		}
	}
	return len(l.lines) - 1
}
