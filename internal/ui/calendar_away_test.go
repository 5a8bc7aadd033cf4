package ui

import (
	"reflect"
	"testing"
	"time"

	"ledstjarna/internal/ui/kit"
)

// What was read of very many plans is let go when the calendar has been left for a while,
// and is there again when it is opened, as it was looked at; the system gets the memory.
// Of a few plans it stays, and so it does where the calendar is in front again.
func TestTheCalendarLetsManyPlansGo(t *testing.T) {
	a, l := withPlans(t, mostAtOnce+30)
	given := 0
	a.giveBack = func() { given++ }
	var waiting []func()
	a.work = kit.NewBackgroundWith(l.start, func(d time.Duration, do func()) func() bool {
		switch d {
		case calendarStays:
			waiting = append(waiting, do)
		case onceDrawn:
			do()
		}
		return func() bool { return true }
	})
	ring := func() {
		for ; len(waiting) > 0; waiting = waiting[1:] {
			waiting[0]()
			if a.calendar.reading != nil {
				return // it waits on
			}
		}
	}
	v := inCalendar(t, a)
	v.memory.filter.text = "a"
	a.open(place{room: roomPackets})
	if ring(); len(waiting) == 0 || a.calendar.reading == nil {
		t.Fatal("what is being read is let go")
	}
	l.run()
	if ring(); len(a.calendar.book.contents) <= mostAtOnce || given > 0 {
		t.Error("of a few plans it does not stay")
	}
	a.calendar.many = mostAtOnce
	if inCalendar(t, a); len(waiting) > 0 {
		t.Error("it waits although the calendar is in front")
	}
	a.open(place{room: roomPackets})
	v = inCalendar(t, a)
	if ring(); len(v.memory.book.contents) <= mostAtOnce {
		t.Error("it is let go while the calendar is in front")
	}
	rows := len(v.model.rows)
	a.open(place{room: roomPackets})
	if ring(); len(a.calendar.book.contents) > 0 || a.views[roomCalendar] != nil {
		t.Fatal("it is kept")
	}
	if l.run(); given != 1 {
		t.Error("the system does not get its memory back")
	}
	again := inCalendar(t, a)
	if l.run(); given != 2 {
		t.Error("the system does not get back what the reading took")
	}
	if again.memory.filter.text != "a" || len(again.model.rows) != rows || len(again.memory.book.unread(a.desk.outlook())) > 0 {
		t.Errorf("opened again it has %d rows, it had %d", len(again.model.rows), rows)
	}
}

// A file can have half a million things, and the calendar holds them all.
func TestWhatTheCalendarHoldsIsSmall(t *testing.T) {
	if n := reflect.TypeFor[calendarThing]().Size(); n > 64 {
		t.Errorf("an activity takes %d bytes beside its words", n)
	}
}
