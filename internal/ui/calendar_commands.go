package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/internal/ui/kit"
)

// calendarMemory is what the calendar keeps of the open file.
func (a *App) calendarMemory() *calendarMemory {
	if a.calendar == nil {
		a.calendar = newCalendarMemory()
	}
	return a.calendar
}

// calendarInFront is the calendar where it is shown, or nil.
func (a *App) calendarInFront() *calendarView {
	v, _ := a.front.(*calendarView)
	if v == nil || v.model == nil {
		return nil
	}
	return v
}

// calendarCommands turn the calendar while it is in front.
func (a *App) calendarCommands() []command {
	shown := func() bool { return a.calendarInFront() != nil }
	timeline := func() bool { return shown() && a.calendar.mode == calendarTimeline }
	zoom := func(by int) func() { return func() { a.calendarInFront().zoom(by) } }
	return []command{
		{
			id: "calendar-today", label: "calendar.to-today", menu: "menu.view", line: true, shortcut: kit.Keys(fyne.KeyT, false),
			enabled: shown, run: func() { a.calendarInFront().toToday() },
		},
		{
			id: "calendar-closer", label: "calendar.closer", menu: "menu.view", shortcut: kit.Keys(fyne.KeyPlus, false),
			enabled: timeline, run: zoom(1),
		},
		{
			id: "calendar-further", label: "calendar.further", menu: "menu.view", shortcut: kit.Keys(fyne.KeyMinus, false),
			enabled: timeline, run: zoom(-1),
		},
	}
}
