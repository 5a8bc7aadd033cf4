package ui

import (
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// clocked opens a copy of the example as a file of its own, with a clock and a
// list of what is to be done later in the test's hands.
func clocked(t *testing.T, at time.Time) (a *App, now *time.Time, later *[]func()) {
	t.Helper()
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere") // the test driver keeps notifications to itself
	a = window(t)
	now, later = &at, &[]func(){}
	a.setup.Now = func() time.Time { return *now }
	a.work = kit.NewBackgroundWith(func(work func()) { work() }, func(_ time.Duration, do func()) func() bool {
		*later = append(*later, do)
		return func() bool { return true }
	})
	path := filepath.Join(t.TempDir(), "länet"+extension)
	edit, err := exampleEdit()
	if err != nil {
		t.Fatal(err)
	}
	store, err := a.setup.Files.Create(t.Context(), path, "Test", edit)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	a.openFile(path)
	if a.file == nil {
		t.Fatal("the file does not open")
	}
	return a, now, later
}

// At midnight the window counts from the new day, and tells once what waits.
func TestMidnight(t *testing.T) {
	day := time.Date(2026, 11, 30, 23, 30, 0, 0, time.UTC)
	a, now, later := clocked(t, day)
	before := navigationCounts(a.desk.outlook())
	if got := reminderWords(a.words, a.desk.register(), a.day); got != "5 översyner att göra. 1 är försenad. 4 saker saknas i registret." {
		t.Errorf("told: %s", got)
	}
	run := func() {
		due := *later
		*later = nil
		for _, do := range due {
			do()
		}
	}
	test.AssertNotificationSent(t, nil, run) // an hour has not brought another day
	*now = day.Add(31 * time.Minute)
	test.AssertNotificationSent(t, &fyne.Notification{
		Title: "Ledstjärna", Content: "5 översyner att göra. 3 är försenade. 4 saker saknas i registret.",
	}, run)
	if a.day != plan.NewDate(2026, 12, 1) {
		t.Errorf("the window shows %s", a.day)
	}
	if after := navigationCounts(a.desk.outlook()); after[roomTodo] != before[roomTodo] {
		t.Errorf("%d to do, before midnight %d", after[roomTodo], before[roomTodo])
	}
	test.AssertNotificationSent(t, nil, func() { a.remind() })
	if len(*later) == 0 {
		t.Error("nothing looks for the next midnight")
	}
}

// Who wants no reminders gets none, and the example reminds of nothing.
func TestNoReminders(t *testing.T) {
	a, now, later := clocked(t, time.Date(2026, 11, 30, 23, 30, 0, 0, time.UTC))
	a.prefs.setReminds(false)
	*now = now.Add(time.Hour)
	test.AssertNotificationSent(t, nil, func() {
		for _, do := range *later {
			do()
		}
	})
	a.prefs.setReminds(true)
	test.AssertNotificationSent(t, nil, a.openExample)
}

// The reminder that the platform is to deliver is of the next day on which
// something becomes more pressing.
func TestTheNextReminderIsScheduled(t *testing.T) {
	a, _, _ := clocked(t, time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC))
	next, ok := review.NextChange(a.desk.register(), a.desk.today())
	if !ok || next != plan.NewDate(2026, 12, 1) {
		t.Fatalf("the next change is on %s", next)
	}
	id, at := a.prefs.scheduled(a.path)
	if want := time.Date(2026, 12, 1, remindHour, 0, 0, 0, time.UTC); id == "" || !at.Equal(want) {
		t.Errorf("%q is scheduled at %s, want %s", id, at, want)
	}
	if other, _ := a.prefs.scheduled(a.path + "2"); other != "" {
		t.Errorf("another file's is %q", other)
	}
	a.wantReminders(false)
	if left, _ := a.prefs.scheduled(a.path); left != "" {
		t.Error("it is still to be delivered though none is wanted")
	}
}

// What the platform has delivered is not told again the same day; before its hour
// it is told by the window and taken back.
func TestAScheduledReminderIsToldOnce(t *testing.T) {
	for name, c := range map[string]struct {
		hour int
		told bool
	}{"before its hour": {remindHour - 1, true}, "at its hour": {remindHour, false}, "in the evening": {21, false}} {
		t.Run(name, func(t *testing.T) {
			a, now, _ := clocked(t, time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC))
			first, _ := a.prefs.scheduled(a.path)
			path := a.path
			a.closeFile()
			*now = time.Date(2026, 12, 1, c.hour, 0, 0, 0, time.UTC)
			var want *fyne.Notification
			if c.told {
				want = &fyne.Notification{Title: "Ledstjärna", Content: "5 översyner att göra. 3 är försenade. 4 saker saknas i registret."}
			}
			test.AssertNotificationSent(t, want, func() { a.openFile(path) })
			if next, at := a.prefs.scheduled(path); next == first || !at.After(*now) {
				t.Errorf("%q is still scheduled at %s", next, at)
			}
		})
	}
}
