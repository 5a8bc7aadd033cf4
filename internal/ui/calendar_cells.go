package ui

import (
	"strconv"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

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
		{ID: lineDay, Title: t("column.date"), Width: 118, Keep: true},
		{ID: lineWeek, Title: t("calendar.week"), Width: 48, Keep: true},
		{ID: lineWhat, Title: t("calendar.what"), Min: 240},
		{ID: linePlanName, Title: t("calendar.plan-name"), Min: 100},
		{ID: lineResponsible, Title: t("calendar.responsible-name"), Width: 130},
		{ID: lineState, Title: t("column.status"), Width: 178, Keep: true},
	}
}

// Cell is what the list shows.
func (l *calendarLines) Cell(row int, column string) kit.Cell {
	x := l.lines[row]
	switch {
	case column == lineWeek:
		if !x.week {
			return kit.Cell{}
		}
		_, n := x.day.date().Time().ISOWeek()
		return kit.Cell{Text: strconv.Itoa(n), Ink: kit.ColorText2}
	case column == lineDay:
		return l.dayCell(x)
	case x.kind == lineOfMeeting:
		return l.meetingCell(l.meetings[x.other], column)
	case x.kind == lineOfPaper, x.kind == lineOfWindow:
		return l.wordsCell(x, column)
	case x.kind == lineOfReview:
		return l.dueCell(l.model.plans[x.at.plan], column)
	}
	p := l.model.plans[x.at.plan]
	return l.thingCell(p, p.things[x.at.thing], column)
}

// dayCell tells the day with its weekday, or the days.
func (l *calendarLines) dayCell(x calendarLine) kit.Cell {
	if x.kind == lineOfThing {
		if t := l.model.plans[x.at.plan].things[x.at.thing]; t.quarter > 0 || t.year {
			return kit.Cell{Text: l.model.dayWords(t)}
		}
	}
	day := x.day.date()
	if x.until != 0 && x.until != x.day {
		return kit.Cell{Text: l.spanWords(day, x.until.date())}
	}
	words := l.words.WeekdayShort(day.Time().Weekday()) + " " + l.words.DayMonthShort(i18n.Day(day))
	if day == l.today {
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
	case column == lineWhat && x.kind == lineOfPaper:
		return kit.Cell{Text: l.others[x.other].words, Symbol: assets.IconPacket, SymbolInk: kit.ColorDeviation}
	case column == lineWhat:
		return kit.Cell{Text: l.others[x.other].words, Symbol: kit.Band(), SymbolInk: kit.ColorBand}
	case column == lineState && x.kind == lineOfPaper:
		return kit.Cell{State: deadlineState(l.words, l.today, x.day.date())}
	}
	return kit.Cell{}
}

func (l *calendarLines) dueCell(p *calendarPlan, column string) kit.Cell {
	state := dutyState(l.words, p.duty)
	switch column {
	case lineWhat:
		return kit.Cell{Text: l.words.T("calendar.review-last"), Symbol: state.Symbol, SymbolInk: state.Family.Ink()}
	case linePlanName:
		return kit.Cell{Text: l.model.nameOf(p), Ink: kit.ColorText2}
	case lineState:
		return kit.Cell{State: state}
	}
	return kit.Cell{}
}

func (l *calendarLines) thingCell(p *calendarPlan, t calendarThing, column string) kit.Cell {
	switch column {
	case lineWhat:
		state := l.model.stateOf(t)
		c := kit.Cell{Text: l.model.thingRow(p, t).Title, Symbol: state.Symbol, SymbolInk: state.Family.Ink()}
		if t.milestone {
			c.Symbol, c.SymbolInk = kit.Milestone(), kit.ColorText
		}
		return c
	case linePlanName:
		return kit.Cell{Text: l.model.nameOf(p), Ink: kit.ColorText2}
	case lineResponsible:
		return kit.Cell{Text: t.facts().responsible}
	case lineState:
		return kit.Cell{State: l.model.stateOf(t)}
	}
	return kit.Cell{}
}

// open opens the place of a line.
func (l *calendarLines) open(d *desk, row int) {
	if row >= 0 && row < len(l.lines) && l.lines[row].kind != lineOfMonth {
		d.open(l.place(l.lines[row]))
	}
}
