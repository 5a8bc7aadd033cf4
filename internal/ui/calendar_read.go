package ui

import (
	"context"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// mostAtOnce is how many plans are read at once, many times what the window shows; more
// are read while the window goes on. By so many they are then handed over.
const (
	mostAtOnce = 20
	handedOver = 200
)

// calendarReading is plans on their way.
type calendarReading struct {
	done, all int
	stop      func()
}

// calendarRead is what was read of some documents.
type calendarRead struct {
	contents  map[string]*calendarContent
	documents []plan.ID
	err       error // the first
}

func (r *calendarRead) add(x plan.Dated, document plan.ID) {
	if r.contents == nil {
		r.contents = make(map[string]*calendarContent, handedOver)
	}
	c := &calendarContent{refused: true} // there is nothing to be shown of it
	if x.Err == nil {
		c = calendarContentOf(x.Content)
	} else if r.err == nil {
		r.err = x.Err
	}
	r.contents[x.Hash], r.documents = c, append(r.documents, document)
}

// read reads the plans of which nothing is known: the first at once, the others beside
// the window, which shows how far it is and then all of them.
func (v *calendarView) read() {
	if v.memory.reading != nil {
		return // it goes on, and what has changed since is read after it
	}
	unread := v.memory.book.unread(v.desk.outlook())
	n := min(len(unread), mostAtOnce)
	if n == 0 {
		return
	}
	var first calendarRead
	err := v.readSome(context.Background(), unread[:n], func(x plan.Dated, document plan.ID) { first.add(x, document) })
	v.take(first, err)
	if err == nil && n < len(unread) {
		v.readBeside(unread[n:])
	}
}

func (v *calendarView) readSome(ctx context.Context, plans []*calendarPlan, take func(plan.Dated, plan.ID)) error {
	ids, documents := make([]plan.ID, len(plans)), make(map[plan.ID]plan.ID, len(plans))
	for i, p := range plans {
		ids[i], documents[p.version] = p.version, p.document
	}
	return v.desk.file.Dated(ctx, ids, func(x plan.Dated) { take(x, documents[x.Version]) })
}

func (v *calendarView) readBeside(plans []*calendarPlan) {
	a, file, memory := v.desk.app, v.desk.file, v.memory
	here := func() bool { return a.file == file && a.calendar == memory }
	reading := &calendarReading{done: mostAtOnce, all: mostAtOnce + len(plans)}
	memory.reading = reading
	reading.stop = kit.Do(a.work, func(ctx context.Context) (calendarRead, error) {
		var some calendarRead
		err := v.readSome(ctx, plans, func(x plan.Dated, document plan.ID) {
			if some.add(x, document); len(some.documents) == handedOver {
				full := some
				some = calendarRead{}
				a.work.Post(func() {
					if here() {
						v.takePart(full)
					}
				})
			}
		})
		return some, err
	}, func(rest calendarRead, err error) {
		if here() {
			v.takeLast(rest, err)
		}
		if reading.all >= memory.many && memory.reading == nil {
			a.giveMemoryBackSoon()
		}
	})
}

// takePart keeps a part of what is being read.
func (v *calendarView) takePart(part calendarRead) {
	v.memory.reading.done += len(part.documents)
	v.take(part, nil)
	v.desk.app.calendarProgress()
}

// takeLast keeps the rest, and shows all where the calendar is in front.
func (v *calendarView) takeLast(rest calendarRead, err error) {
	v.memory.reading = nil
	v.take(rest, err)
	if front := v.desk.app.calendarInFront(); front != nil {
		if err == nil {
			front.read()
		}
		front.showPlans()
	}
}

// take keeps what was read, and says once where something could not be.
func (v *calendarView) take(read calendarRead, err error) {
	v.memory.book.take(v.desk.outlook(), read.contents, read.documents)
	if err == nil {
		err = read.err
	}
	if err != nil && !v.memory.refused {
		v.memory.refused = true
		v.desk.fail(err)
	}
}

// calendarProgress shows how far the reading is, where the calendar is in front.
func (a *App) calendarProgress() {
	if v := a.calendarInFront(); v != nil {
		v.progress()
	}
}

// progress shows how far the reading is, nothing where none is under way.
func (v *calendarView) progress() {
	r := v.memory.reading
	if shown := r != nil; shown != v.metering.Visible() {
		shownIf(v.metering, shown)
		v.frame.Refresh()
	}
	if r != nil {
		v.meter.Set(float64(r.done)/float64(r.all), v.desk.words.T("calendar.reading", "n", r.done, "total", r.all))
	}
}
