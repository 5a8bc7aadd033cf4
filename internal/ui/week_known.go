package ui

import (
	"context"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// fewUnread are read at once, between two strokes of a key.
const fewUnread = 8

// weekKnown is what is known of the activities that are late and due in the week.
type weekKnown struct {
	book     *weekBook
	versions []weekVersion // whose activities count today
	waiting  int           // how many a person has to see to
	next     int           // how many are due in the week after
	whole    bool          // all of them are known; else they are being read
}

// knowWeek finds out what is late and due in the week, reading what is not known: a
// little at once, much beside the window, which shows it when it is there. What was known
// of another day is forgotten.
func (a *App) knowWeek() weekKnown {
	today := a.desk.today()
	if a.week == nil || a.week.day != today {
		a.week = &weekBook{day: today, read: map[plan.ID]weekRead{}}
	}
	book := a.week
	book.follow(a.desk.outlook())
	if n := len(book.unknown); n > 0 && n <= fewUnread {
		read := map[plan.ID]weekRead{}
		for _, v := range book.unread() {
			x, err := readOne(a.file, a.desk.register(), v, today)
			read[v.version] = x
			a.fail(err)
		}
		book.take(read)
	}
	if len(book.unknown) > 0 && !book.reading {
		a.readWeekBeside(book.unread())
	}
	return weekKnown{book, book.versions, book.waiting, book.next, len(book.unknown) == 0}
}

func (a *App) readWeekBeside(unread []weekVersion) {
	file, r, book := a.file, a.desk.register(), a.week
	book.reading = true
	kit.Do(a.work, func(ctx context.Context) (map[plan.ID]weekRead, error) {
		return readWeek(ctx, file, r, unread, book.day)
	}, func(read map[plan.ID]weekRead, err error) {
		book.reading = false
		if a.file != file || a.week != book {
			return
		}
		book.take(read)
		a.fail(err)
		if len(read) == 0 {
			return // it is tried again when it is next asked for
		}
		a.showNavigation()
		if v, ok := a.front.(*todoView); ok {
			v.fill()
		}
	})
}
