package ui

import (
	"context"
	"testing"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
)

// addMeeting puts a meeting into the register.
func addMeeting(t testing.TB, a *App) plan.Meeting {
	t.Helper()
	body := a.desk.register().Entries(plan.ListBodies)[0]
	e, _, err := a.desk.register().AddEntry(plan.ListMeetings, plan.NewContent(plan.Filled{
		plan.KeyBody: plan.Ref(body.ID), plan.KeyDate: plan.Day(a.desk.today().AddDays(30)),
	}))
	if !a.desk.do(editor.Op{Key: "op.add-entry"}, e, err) {
		t.Fatal(err)
	}
	return a.desk.register().Meetings()[0]
}

// A meeting of a file of many plans that were not read yet has its other day once they
// are, beside the window; the day that was given last.
func TestMovingAMeetingReadsManyPlansBesideTheWindow(t *testing.T) {
	a, l := withPlans(t, mostAtOnce+30)
	m := addMeeting(t, a)
	a.open(place{room: roomLibrary, list: plan.ListMeetings, entry: m.ID})
	l.run()
	src := &entrySource{desk: a.desk, list: plan.ListMeetings, id: m.ID}
	day := func() plan.Date {
		e, _ := a.desk.register().Entry(plan.ListMeetings, m.ID)
		return e.Fields.Get(plan.KeyDate).Date()
	}
	for _, by := range []int{1, 2} {
		src.set(editor.Op{Key: "op.set-field"}, plan.PathTo(plan.KeyDate), plan.Day(m.Date.AddDays(by)), false)
		if len(l.work) != 1 || day() != m.Date {
			t.Fatalf("%d readings, the meeting is on %v, was on %v", len(l.work), day(), m.Date)
		}
	}
	l.run()
	if a.window.Canvas().Overlays().Top() != nil {
		pressIn(t, a, a.words.T("calendar.move"))
	}
	if day() != m.Date.AddDays(2) {
		t.Errorf("read, the meeting is on %v, was on %v", day(), m.Date)
	}
	askMoveMeeting(a.desk, m.ID, m.Date.AddDays(3))
	if len(l.work) != 0 {
		t.Error("what is read is read again")
	}
	v := inCalendar(t, a)
	if unread := v.memory.book.unread(a.desk.outlook()); len(l.work) != 0 || len(unread) > 0 {
		t.Errorf("the calendar knows nothing of %d plans", len(unread))
	}
}

// A file that is closed while its plans are read for a meeting is left alone, and where
// the reading is ended the meeting stays where it is.
func TestMovingAMeetingNoMore(t *testing.T) {
	a, l := withPlans(t, mostAtOnce+30)
	m := addMeeting(t, a)
	askMoveMeeting(a.desk, m.ID, m.Date.AddDays(3))
	a.desk.plannedRead(calendarRead{}, context.Canceled)
	if a.calendarMemory().waiting != nil || a.desk.register().Meetings()[0].Date != m.Date {
		t.Error("it waits still, or is moved")
	}
	askMoveMeeting(a.desk, m.ID, m.Date.AddDays(3))
	if !a.closeFile() {
		t.Fatal("the file does not close")
	}
	l.run()
	if a.file != nil || a.calendar != nil {
		t.Error("something of it is left")
	}
}
