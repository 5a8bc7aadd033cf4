package ui

import (
	"context"
	"errors"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// unplanned are the versions in which days are planned, of which nothing is known, and the
// document of each.
func (d *desk) unplanned() (unread []plan.ID, documents map[plan.ID]plan.ID) {
	r, today, contents := d.register(), d.today(), d.app.calendarMemory().book.contents
	documents = map[plan.ID]plan.ID{}
	for _, doc := range r.Documents() {
		if v, ok := r.Planned(doc, today); ok && contents[v.Hash] == nil {
			unread, documents[v.ID] = append(unread, v.ID), doc.ID
		}
	}
	return unread, documents
}

// knowPlanned does something once it is known what hangs on meetings: at once where there
// is little to be read, else after a reading beside the window, which shows how far it is.
// What is asked for meanwhile takes the place of what was.
func (d *desk) knowPlanned(then func()) {
	memory := d.app.calendarMemory()
	if memory.waiting != nil {
		memory.waiting = then
		return
	}
	unread, documents := d.unplanned()
	if len(unread) <= mostAtOnce {
		then()
		return
	}
	memory.waiting = then
	a, file, w := d.app, d.file, d.words
	kit.Await(a.work, d.window.Canvas(), kit.Job{Title: w.T("calendar.move-meeting"), Cancel: w.T("action.cancel")},
		func(ctx context.Context, report kit.Report) (calendarRead, error) {
			var read calendarRead
			err := file.Dated(ctx, unread, func(x plan.Dated) {
				read.add(x, documents[x.Version])
				if n := len(read.documents); n%handedOver == 0 {
					report(float64(n)/float64(len(unread)), w.T("calendar.reading", "n", n, "total", len(unread)))
				}
			})
			return read, err
		}, func(read calendarRead, err error) {
			if a.file == file && a.calendar == memory {
				d.plannedRead(read, err)
			}
		})
}

// plannedRead keeps what was read, and does what waited for it unless a person has had
// enough of waiting.
func (d *desk) plannedRead(read calendarRead, err error) {
	memory := d.app.calendarMemory()
	then := memory.waiting
	memory.waiting = nil
	memory.book.take(d.outlook(), read.contents, read.documents)
	if err == nil {
		then()
		return
	}
	if !errors.Is(err, context.Canceled) {
		d.fail(err)
	}
	d.app.changed(editor.Change{}) // the day that was given is not taken over
}

// readPlanned reads of the versions in which days are planned what is not known, many at
// once, and returns all that is known. What cannot be read is not among it.
func (d *desk) readPlanned() (map[string]*calendarContent, error) {
	contents := d.app.calendarMemory().book.contents
	unread, _ := d.unplanned()
	err := d.file.Dated(context.Background(), unread, func(x plan.Dated) {
		if x.Err == nil {
			contents[x.Hash] = calendarContentOf(x.Content)
		}
	})
	return contents, err
}
