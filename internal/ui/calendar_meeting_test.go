package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// hangActivity lets a draft's activity hang on the first coming meeting.
func hangActivity(t testing.TB, a *App, v *calendarView) (meeting plan.Meeting, version, row plan.ID) {
	t.Helper()
	_, p, x := draftRow(t, v)
	for _, m := range a.desk.register().Meetings() {
		if m.Date.After(a.desk.today()) {
			meeting = m
			break
		}
	}
	version, row = p.version, x.id
	doc, _ := a.desk.register().Document(p.document)
	ver, _ := doc.Version(version)
	s, err := a.file.Content(version)
	if err != nil {
		t.Fatal(err)
	}
	c, err := s.Content.Set(plan.PathTo(plan.KeyActivities).In(row, plan.KeyDependsMtg), plan.Ref(meeting.ID))
	if err != nil {
		t.Fatal(err)
	}
	e, err := a.desk.register().SetContent(doc, ver, s, c)
	if !a.desk.do(editor.Op{Key: "op.set-field", Args: map[string]string{"field": "x"}}, e, err) {
		t.Fatal("it does not hang")
	}
	return meeting, version, row
}

// pressIn presses the button with a label in the dialog that is open.
func pressIn(t testing.TB, a *App, label string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(a.window.Canvas().Overlays().Top()) {
		if b, ok := o.(*kit.Button); ok && b.Label() == label && b.Visible() {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q", label)
}

// Moving a meeting asks what follows; all is one step.
func TestMovingAMeetingAsksWhatFollows(t *testing.T) {
	a, v := calendar(t)
	m, version, row := hangActivity(t, a, v)
	from, to := thingDays(t, a, version, row)
	v.moveMeeting(m.ID, m.Date.AddDays(7))
	picture(t, a, "calendar-move-meeting")
	if a.window.Canvas().Overlays().Top() == nil {
		t.Fatal("it does not ask")
	}
	a.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if now, _ := a.desk.register().Entry(plan.ListMeetings, m.ID); now.Fields.Get(plan.KeyDate).Date() != m.Date {
		t.Fatal("Escape moves it")
	}
	v.moveMeeting(m.ID, m.Date.AddDays(7))
	pressIn(t, a, a.words.T("calendar.move"))
	now, _ := a.desk.register().Entry(plan.ListMeetings, m.ID)
	got, last := thingDays(t, a, version, row)
	if now.Fields.Get(plan.KeyDate).Date() != m.Date.AddDays(7) || got != from.AddDays(7) || last != to.AddDays(7) {
		t.Fatalf("the meeting is on %v, the activity on %v–%v", now.Fields.Get(plan.KeyDate).Date(), got, last)
	}
	a.undo()
	now, _ = a.desk.register().Entry(plan.ListMeetings, m.ID)
	if got, _ := thingDays(t, a, version, row); now.Fields.Get(plan.KeyDate).Date() != m.Date || got != from {
		t.Error("one undo does not take all of it back")
	}
}

// The day of a meeting in its register asks the same.
func TestTheDayOfAMeetingInTheRegisterAsksWhatFollows(t *testing.T) {
	a, v := calendar(t)
	m, version, row := hangActivity(t, a, v)
	from, _ := thingDays(t, a, version, row)
	a.open(place{room: roomLibrary, list: plan.ListMeetings, entry: m.ID})
	src := &entrySource{desk: a.desk, list: plan.ListMeetings, id: m.ID}
	src.set(editor.Op{Key: "op.set-field"}, plan.PathTo(plan.KeyDate), plan.Day(m.Date.AddDays(-1)), false)
	pressIn(t, a, a.words.T("calendar.move"))
	if got, _ := thingDays(t, a, version, row); got != from.AddDays(-1) {
		t.Errorf("the activity is on %v, was on %v", got, from)
	}
}
