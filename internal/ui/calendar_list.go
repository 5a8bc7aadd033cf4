package ui

import (
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
	sorted, months := linesByDay(l.lines)
	grouped := make([]calendarLine, 0, len(sorted)+months)
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

// calendarYear has a place for the meetings of each day of a year, and one for all else
// of it.
type calendarYear [12 * 31 * 2]int32

// linesByDay returns the lines in their order by day, and how many months they
// have.
func linesByDay(lines []calendarLine) (sorted []calendarLine, months int) {
	if len(lines) == 0 {
		return nil, 0
	}
	first, last := lines[0].day/10000, lines[0].day/10000
	for i := range lines {
		year := lines[i].day / 10000
		first, last = min(first, year), max(last, year)
	}
	years := make([]*calendarYear, last-first+1)
	place := func(x *calendarLine) *int32 {
		year := years[x.day/10000-first]
		if year == nil {
			year = &calendarYear{}
			years[x.day/10000-first] = year
		}
		at := (x.day/100%100-1)*62 + (x.day%100-1)*2
		if x.kind != lineOfMeeting {
			at++
		}
		return &year[at]
	}
	for i := range lines {
		*place(&lines[i])++
	}
	next := int32(0)
	for _, year := range years {
		if year == nil {
			continue
		}
		month := -1
		for at, n := range year {
			if year[at] = next; n > 0 && at/62 != month {
				month = at / 62
				months++
			}
			next += n
		}
	}
	sorted = make([]calendarLine, len(lines))
	for i := range lines {
		at := place(&lines[i])
		sorted[*at] = lines[i]
		*at++
	}
	return sorted, months
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
