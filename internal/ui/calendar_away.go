package ui

import (
	"context"
	"time"

	"ledstjarna/internal/ui/kit"
)

// What was read of manyPlans is let go when the calendar has not been in front for as
// long as calendarStays: 5,000 take 80 MB, and are read again while the first are shown.
// Of fewer it stays while the file is open.
const (
	manyPlans     = 1000
	calendarStays = 2 * time.Minute
)

// onceDrawn is how long it takes, at the most, to draw what was read.
const onceDrawn = 3 * time.Second

// leftCalendar begins to wait, after the calendar was in front.
func (a *App) leftCalendar() {
	if a.stopCalendar != nil {
		a.stopCalendar()
	}
	a.stopCalendar = a.work.After(calendarStays, a.forgetPlans)
}

// forgetPlans lets go of what the calendar has read, but not of how it is looked at.
func (a *App) forgetPlans() {
	m := a.calendar
	switch {
	case m == nil || a.calendarInFront() != nil || len(m.book.contents) < m.many:
	case m.reading != nil: // it would be read for nothing
		a.leftCalendar()
	default:
		m.book, m.rows = newCalendarBook(), calendarRowsKept{}
		delete(a.views, roomCalendar)
		a.giveMemoryBackSoon()
	}
}

// giveMemoryBackSoon gives what is not in use any more back beside the window, after much
// was read or let go, once that is drawn. Where little happens afterwards it would stay:
// half as much again.
func (a *App) giveMemoryBackSoon() { a.work.After(onceDrawn, a.giveMemoryBack) }

func (a *App) giveMemoryBack() {
	kit.Do(a.work, func(context.Context) (struct{}, error) { a.giveBack(); return struct{}{}, nil }, func(struct{}, error) {})
}
