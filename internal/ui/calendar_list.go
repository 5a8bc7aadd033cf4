package ui

import (
	"cmp"
	"slices"
	"strconv"

	"ledstjarna/assets"
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
	for _, at := range calendarRows(m.plans, f, nil, m.today) {
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
			once := calendarTold{p.document, t.activity.ID, from, to}
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

// Heads reports whether the line is the head of a month.
func (l *calendarLines) Heads(row int) bool { return l.lines[row].month }

// The columns of the list of months.
const (
	lineWeek        = "week"
	lineDay         = "day"
	lineWhat        = "what"
	linePlanName    = "plan-name"
	lineResponsible = "responsible"
	lineState       = "state"
)

func (l *calendarLines) columns() []kit.TableColumn {
	t := l.words.T
	return []kit.TableColumn{
		{ID: lineDay, Title: t("column.date"), Width: 118},
		{ID: lineWeek, Title: t("calendar.week"), Width: 48},
		{ID: lineWhat, Title: t("calendar.what"), Min: 240},
		{ID: linePlanName, Title: t("calendar.plan-name"), Min: 100},
		{ID: lineResponsible, Title: t("calendar.responsible-name"), Width: 130},
		{ID: lineState, Title: t("column.status"), Width: 178},
	}
}

// Cell is what the list shows.
func (l *calendarLines) Cell(row int, column string) kit.Cell {
	x := l.lines[row]
	switch {
	case x.month && column == lineDay:
		return kit.Cell{Text: i18n.Capital(l.words.MonthYear(i18n.Day(x.day))), Bold: true}
	case x.month:
		return kit.Cell{}
	case column == lineWeek:
		if !x.week {
			return kit.Cell{}
		}
		_, n := x.day.Time().ISOWeek()
		return kit.Cell{Text: strconv.Itoa(n), Ink: kit.ColorText2}
	case column == lineDay:
		return l.dayCell(x)
	case x.mark >= 0:
		return l.meetingCell(l.meetings[x.mark], column)
	case x.words != "":
		return l.wordsCell(x, column)
	case x.due:
		return l.dueCell(l.model.plans[x.at.plan], column)
	}
	p := l.model.plans[x.at.plan]
	return l.thingCell(p, p.things[x.at.thing], column)
}

// dayCell tells the day with its weekday, or the days.
func (l *calendarLines) dayCell(x calendarLine) kit.Cell {
	if x.at.thing >= 0 {
		if t := l.model.plans[x.at.plan].things[x.at.thing]; t.quarter > 0 || t.year {
			return kit.Cell{Text: l.model.dayWords(t)}
		}
	}
	d := i18n.Day(x.day)
	if !x.until.IsZero() && x.until != x.day {
		return kit.Cell{Text: l.spanWords(x.day, x.until)}
	}
	words := l.words.WeekdayShort(x.day.Time().Weekday()) + " " + l.words.DayMonthShort(d)
	if x.day == l.today {
		return kit.Cell{Text: words + ", " + l.words.T("date.today"), Bold: true, Ink: kit.ColorPrimaryText}
	}
	return kit.Cell{Text: words}
}

// spanWords tell days as shortly as they can be told.
func (l *calendarLines) spanWords(from, to plan.Date) string {
	first, last := l.words.DayMonthShort(i18n.Day(from)), l.words.DayMonthShort(i18n.Day(to))
	switch {
	case from.Year != to.Year:
		return l.words.T("calendar.span-long", "from", first, "to", last+" "+strconv.Itoa(to.Year))
	case from.Month == to.Month:
		return l.words.T("calendar.span", "from", strconv.Itoa(from.Day), "to", last)
	}
	return l.words.T("calendar.span-long", "from", first, "to", last)
}

func (l *calendarLines) meetingCell(m calendarMeeting, column string) kit.Cell {
	if column == lineWhat {
		return kit.Cell{Text: l.words.T("wheel.meeting", "body", m.whole), Symbol: assets.IconCalendarSmall, SymbolInk: kit.ColorDeviation}
	}
	return kit.Cell{}
}

// wordsCell tells what is of no plan and no meeting itself.
func (l *calendarLines) wordsCell(x calendarLine, column string) kit.Cell {
	switch {
	case column == lineWhat && x.paper:
		return kit.Cell{Text: x.words, Symbol: assets.IconPacket, SymbolInk: kit.ColorDeviation}
	case column == lineWhat:
		return kit.Cell{Text: x.words, Symbol: kit.Band(), SymbolInk: kit.ColorBand}
	case column == lineState && x.paper:
		return kit.Cell{State: deadlineState(l.words, l.today, x.day)}
	}
	return kit.Cell{}
}

func (l *calendarLines) dueCell(p calendarPlan, column string) kit.Cell {
	state := dutyState(l.words, p.duty)
	switch column {
	case lineWhat:
		return kit.Cell{Text: l.words.T("calendar.review-last"), Symbol: state.Symbol, SymbolInk: state.Family.Ink()}
	case linePlanName:
		return kit.Cell{Text: l.model.titleOf(p), Ink: kit.ColorText2}
	case lineState:
		return kit.Cell{State: state}
	}
	return kit.Cell{}
}

func (l *calendarLines) thingCell(p calendarPlan, t calendarThing, column string) kit.Cell {
	switch column {
	case lineWhat:
		state := l.model.stateOf(t)
		c := kit.Cell{Text: l.model.thingRow(p, t).Title, Symbol: state.Symbol, SymbolInk: state.Family.Ink()}
		if t.list == plan.KeyMilestones {
			c.Symbol, c.SymbolInk = kit.Milestone(), kit.ColorText
		}
		return c
	case linePlanName:
		return kit.Cell{Text: l.model.titleOf(p), Ink: kit.ColorText2}
	case lineResponsible:
		return kit.Cell{Text: t.activity.Responsible}
	case lineState:
		return kit.Cell{State: l.model.stateOf(t)}
	}
	return kit.Cell{}
}

// open opens the place of a line.
func (l *calendarLines) open(d *desk, row int) {
	if row >= 0 && row < len(l.lines) && !l.lines[row].month {
		d.open(l.lines[row].to)
	}
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
