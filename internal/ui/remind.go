package ui

import (
	"context"
	"os"
	"runtime"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// remindHour is when a reminder that was scheduled is delivered.
const remindHour = 8

// watchDay takes note of the day that the file was opened on, tells on the
// desktop what waits, and looks for the next day.
func (a *App) watchDay() {
	a.day = a.desk.today()
	a.remind()
	a.armDay()
}

// armDay looks again at midnight, and every hour before it, since a computer that
// sleeps does not count its time.
func (a *App) armDay() {
	if a.stopDay != nil {
		a.stopDay()
	}
	now := a.now()
	midnight := time.Date(now.Year(), now.Month(), now.Day()+1, 0, 0, 1, 0, now.Location())
	a.stopDay = a.work.After(min(time.Hour, midnight.Sub(now)), a.lookAtDay)
}

// lookAtDay takes over a new day: what is counted from today is counted anew. A
// document or a review in front is left in peace; nothing that is being written
// is touched.
func (a *App) lookAtDay() {
	if a.file == nil || a.desk == nil {
		return
	}
	if today := a.desk.today(); today != a.day {
		a.day = today
		a.showNavigation()
		for id, v := range a.views {
			if v != a.front {
				delete(a.views, id)
			}
		}
		if a.at.document == "" && a.at.review == "" && a.front != nil {
			a.front.show(a.at)
		}
		a.remind()
	}
	a.armDay()
}

// remind sends the one summarising notification of the day, unless the platform
// has delivered the one that was scheduled for it, and schedules that of the next
// day on which there will be more to tell. The example has a day of its own and
// reminds of nothing.
func (a *App) remind() {
	if a.isExample || !canNotify() {
		return
	}
	if !a.prefs.reminds() {
		a.unschedule()
		return
	}
	if id, at := a.prefs.scheduled(a.path); id != "" && !at.After(a.now()) {
		a.prefs.setReminded(a.path, plan.DateOf(at.In(a.now().Location())).String())
	}
	r := a.desk.register()
	if text := reminderWords(a.words, r, a.day); text != "" && a.prefs.reminded(a.path) != a.day.String() {
		a.prefs.setReminded(a.path, a.day.String())
		a.toolkit.SendNotification(fyne.NewNotification(a.words.T("app.name"), text))
	}
	a.scheduleReminder(r, a.day)
}

// wantReminders begins or ceases to remind.
func (a *App) wantReminders(on bool) {
	a.prefs.setReminds(on)
	if a.file != nil && a.desk != nil {
		a.remind()
	}
}

// unschedule takes back the file's reminder that was handed to the platform.
func (a *App) unschedule() {
	if id, _ := a.prefs.scheduled(a.path); id != "" {
		_ = a.toolkit.CancelScheduledNotification(id) // it may have been delivered
		a.prefs.setScheduled(a.path, "", time.Time{})
	}
}

// canNotify reports whether there is anything that could show a notification. A
// Linux session without a bus has not, and asking it would start one.
func canNotify() bool {
	return runtime.GOOS != "linux" || os.Getenv("DBUS_SESSION_BUS_ADDRESS") != ""
}

// reminderWords tell in fixed words and numbers what waits: no name of a document
// or a person leaves the file this way.
func reminderWords(p *i18n.Printer, r plan.Register, today plan.Date) string {
	pressing, late := review.Pressing(review.Duties(r, today)), 0
	for _, d := range pressing {
		if d.State == review.Late {
			late++
		}
	}
	var parts []string
	if n := len(pressing); n > 0 {
		parts = append(parts, p.N("remind.reviews", n))
	}
	if late > 0 {
		parts = append(parts, p.N("remind.late", late))
	}
	if n := len(review.Prompts(r, today)); n > 0 {
		parts = append(parts, p.N("remind.prompts", n))
	}
	return strings.Join(parts, " ")
}

// reminder is what will be told on a day to come.
type reminder struct {
	at   time.Time
	text string
}

// scheduleReminder hands the file's next reminder to the platform in place of the
// one that was handed over before.
func (a *App) scheduleReminder(r plan.Register, today plan.Date) {
	words, path, location := a.words, a.path, a.now().Location()
	kit.Do(a.work, func(context.Context) (reminder, error) {
		next, ok := review.NextChange(r, today)
		if !ok {
			return reminder{}, nil
		}
		return reminder{time.Date(next.Year, next.Month, next.Day, remindHour, 0, 0, 0, location), reminderWords(words, r, next)}, nil
	}, func(x reminder, _ error) {
		if a.path != path { // another file has been opened meanwhile
			return
		}
		a.unschedule()
		if x.text == "" {
			return
		}
		if n, err := a.toolkit.ScheduleNotification(fyne.NewNotification(words.T("app.name"), x.text), x.at); err == nil {
			a.prefs.setScheduled(path, n.ID(), x.at)
		}
	})
}
