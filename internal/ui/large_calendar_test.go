package ui

import (
	"context"
	"fmt"
	"runtime"
	"testing"
	"time"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// BenchmarkLargeCalendar is the calendar's first reading: until it shows something, until
// it shows all, and how long the window's goroutine is held up at most on the way.
func BenchmarkLargeCalendar(b *testing.B) {
	for _, n := range largePlans() {
		b.Run(fmt.Sprintf("plans=%d", n), func(b *testing.B) {
			a, run := largeWindow(b, n)
			var before, after runtime.MemStats
			var first, whole time.Duration
			for b.Loop() {
				a.open(place{room: roomTodo})
				clear(a.views)
				a.calendar = nil
				runtime.GC()
				runtime.ReadMemStats(&before)
				began := time.Now()
				a.open(place{room: roomCalendar})
				first += time.Since(began)
				run()
				whole += time.Since(began)
				runtime.GC()
				runtime.ReadMemStats(&after)
			}
			v, ok := a.front.(*calendarView)
			if !ok || len(v.memory.book.unread(a.desk.outlook())) > 0 {
				b.Fatal("it is not whole")
			}
			b.ReportMetric(float64(first.Milliseconds())/float64(b.N), "ms-first")
			b.ReportMetric(float64(whole.Milliseconds())/float64(b.N), "ms-whole")
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1e6, "MB-held")
			b.ReportMetric(float64(len(v.model.rows)), "rows")
		})
	}
}

// BenchmarkLargeCalendarEdits is what the window does while the calendar is in front:
// after an edit of something else, after one of a plan that it shows, and when it comes to
// the front again.
func BenchmarkLargeCalendarEdits(b *testing.B) {
	stamp := func(n int) string { return fmt.Sprint(n, " ", time.Now().UnixNano()) }
	for name, once := range map[string]func(a *App, v *documentView, n int) bool{
		"other": func(a *App, _ *documentView, n int) bool {
			r := a.desk.register()
			before := r.Entries(plan.ListAudiences)[0]
			after := before
			after.Fields = after.Fields.With(plan.KeyName, plan.Text(stamp(n)))
			return a.desk.do(editor.Op{Key: "op.set-field"}, plan.Edit{Changes: []plan.Change{plan.EntryChange{List: plan.ListAudiences, Before: &before, After: &after}}}, nil)
		},
		"title": func(a *App, v *documentView, n int) bool {
			v.load()
			e, err := v.edit(plan.PathTo(plan.KeyTitle), plan.Text("Plan "+stamp(n)))
			return a.desk.do(editor.Op{Key: "op.set-field", Field: "title"}, e, err)
		},
		"move": func(a *App, _ *documentView, n int) bool {
			v := a.front.(*calendarView)
			for i := range v.model.rows {
				if p, x := v.model.thing(i); x != nil && p.fixed == nil && !x.milestone && x.start != 0 {
					from, to := x.days()
					by := 1 - 2*(n%2)
					v.move(i, timelineDay(from)+kit.TimelineDay(by), timelineDay(to)+kit.TimelineDay(by), false)
					return true
				}
			}
			return false
		},
		"front": func(a *App, _ *documentView, _ int) bool {
			clear(a.views)
			a.open(place{room: roomCalendar})
			return true
		},
		"months": func(a *App, _ *documentView, _ int) bool {
			a.front.(*calendarView).memory.mode = calendarMonths
			clear(a.views)
			a.open(place{room: roomCalendar})
			return true
		},
	} {
		b.Run(name, func(b *testing.B) {
			largeBench(b, func(b *testing.B, a *App, run func()) {
				v, _ := largeDraft(b, a)
				a.open(place{room: roomCalendar})
				run()
				timed(b, func(n int) {
					if !once(a, v, n) {
						b.Fatal("nothing is done")
					}
				})
			})
		})
	}
}

// BenchmarkLargeHandOver is how long the window's goroutine is held up while the calendar
// gets what was read beside it: at most by a part, and by the end.
func BenchmarkLargeHandOver(b *testing.B) {
	for _, mode := range []string{calendarTimeline, calendarMonths} {
		b.Run(mode, func(b *testing.B) {
			largeBench(b, func(b *testing.B, a *App, _ func()) {
				runtime.LockOSThread()
				defer runtime.UnlockOSThread()
				var first, part, last time.Duration
				for b.Loop() {
					a.open(place{room: roomTodo})
					clear(a.views)
					a.calendar = nil
					a.calendarMemory().mode = mode
					began := threadTime()
					a.open(place{room: roomCalendar})
					first = max(first, threadTime()-began)
					v := a.front.(*calendarView)
					parts := readInParts(b, v)
					for i, x := range parts {
						began := threadTime()
						if i < len(parts)-1 {
							v.takePart(x)
							part = max(part, threadTime()-began)
							continue
						}
						v.takeLast(x, nil)
						last = max(last, threadTime()-began)
					}
				}
				b.ReportMetric(float64(first.Microseconds())/1000, "ms-first")
				b.ReportMetric(float64(part.Microseconds())/1000, "ms-part")
				b.ReportMetric(float64(last.Microseconds())/1000, "ms-last")
			})
		})
	}
}

// readInParts reads what the calendar does not know, in the parts in which it gets it.
func readInParts(b *testing.B, v *calendarView) []calendarRead {
	parts := []calendarRead{{}}
	err := v.readSome(context.Background(), v.memory.book.unread(v.desk.outlook()), func(x plan.Dated, document plan.ID) {
		last := &parts[len(parts)-1]
		if last.add(x, document); len(last.documents) == handedOver {
			parts = append(parts, calendarRead{})
		}
	})
	if err != nil {
		b.Fatal(err)
	}
	return parts
}

// BenchmarkLargeMoveMeeting is how long the window's goroutine is held up where a meeting
// is given another day before anything is known of the plans: before and after the reading
// beside it.
func BenchmarkLargeMoveMeeting(b *testing.B) {
	largeBench(b, func(b *testing.B, a *App, _ func()) {
		m := addMeeting(b, a)
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		var before, after time.Duration
		for n := 0; b.Loop(); n++ {
			a.open(place{room: roomTodo})
			clear(a.views)
			a.calendar = nil
			began := threadTime()
			askMoveMeeting(a.desk, m.ID, m.Date.AddDays(n%7+1))
			before = max(before, threadTime()-began)
			unread, documents := a.desk.unplanned()
			var read calendarRead
			if err := a.file.Dated(b.Context(), unread, func(x plan.Dated) { read.add(x, documents[x.Version]) }); err != nil {
				b.Fatal(err)
			}
			began = threadTime()
			a.desk.plannedRead(read, nil)
			after = max(after, threadTime()-began)
		}
		b.ReportMetric(float64(before.Microseconds())/1000, "ms-before")
		b.ReportMetric(float64(after.Microseconds())/1000, "ms-after")
	})
}
