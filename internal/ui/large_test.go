package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/report"
	"ledstjarna/internal/sqlite"
	"ledstjarna/internal/ui/kit"
)

// largePlans are the sizes of a large file, in plans with 100 activities each. The
// largest takes minutes to make and is measured only where LEDSTJARNA_LARGE names a
// folder that keeps the files that were made.
func largePlans() []int {
	switch {
	case testing.Short():
		return []int{50}
	case os.Getenv("LEDSTJARNA_LARGE") == "":
		return []int{50, 500}
	}
	return []int{50, 500, 5000}
}

// largeFile returns the path of a file with as many plans.
func largeFile(t testing.TB, plans int) string {
	t.Helper()
	dir := os.Getenv("LEDSTJARNA_LARGE")
	if dir == "" {
		dir = t.TempDir()
	}
	if kept, _ := filepath.Glob(filepath.Join(dir, fmt.Sprintf("stor-*-%d%s", plans, extension))); len(kept) > 0 {
		return kept[len(kept)-1]
	}
	path := filepath.Join(dir, fmt.Sprintf("stor-0-%d%s", plans, extension))
	f, err := sqlite.Create(context.Background(), path, sqlite.Options{CopyLater: true}, plan.Edit{})
	if err != nil {
		t.Fatal(err)
	}
	var batch plan.Edit
	save := func() {
		if _, err := f.Save(context.Background(), batch); err != nil {
			t.Fatal(err)
		}
		batch = plan.Edit{}
	}
	for e := range plantest.Large(plans, 100) {
		if batch = batch.Then(e); len(batch.Changes) > 500 {
			save()
		}
	}
	save()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// later collects the work that the window does beside itself, and does it when told.
type later struct{ work []func() }

func (l *later) start(work func()) { l.work = append(l.work, work) }

func (l *later) run() {
	for len(l.work) > 0 {
		next := l.work[0]
		l.work = l.work[1:]
		next()
	}
}

// largeWindow opens a large file in a window. What is done beside the window is done
// by run.
func largeWindow(t testing.TB, plans int) (a *App, run func()) {
	t.Helper()
	l := &later{}
	a = windowBeside(t, l.start)
	a.openFile(largeFile(t, plans))
	if a.file == nil || a.file.ReadOnly() {
		t.Fatal("the file does not open to be written")
	}
	l.run()
	return a, l.run
}

// largeDraft opens the table of the activities of a draft.
func largeDraft(t testing.TB, a *App) (*documentView, *sheet) {
	t.Helper()
	r := a.desk.register()
	docs := r.Documents()
	i := slices.IndexFunc(docs[len(docs)/2:], func(d plan.Document) bool { return r.Editable(d, d.Latest()) == nil }) + len(docs)/2
	a.open(place{room: roomPlans, document: docs[i].ID, section: plan.KeyActivities})
	v, ok := a.front.(*documentView)
	if !ok {
		t.Fatal("the document is not in front")
	}
	return v, v.form.sheets[string(plan.KeyActivities)]
}

func largeBench(b *testing.B, do func(b *testing.B, a *App, run func())) {
	for _, n := range largePlans() {
		b.Run(fmt.Sprintf("plans=%d", n), func(b *testing.B) {
			a, run := largeWindow(b, n)
			do(b, a, run)
		})
	}
}

// timed runs something over and over and reports how much of a processor's time the
// window's goroutine took at most, and but for one time in twenty: what else the machine
// does is left out where the system can tell.
func timed(b *testing.B, once func(n int)) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var times []time.Duration
	for b.Loop() {
		began := threadTime()
		once(len(times))
		times = append(times, threadTime()-began)
	}
	slices.Sort(times)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	b.ReportMetric(ms(times[len(times)/2]), "ms-median")
	b.ReportMetric(ms(times[len(times)*95/100]), "ms-p95")
	b.ReportMetric(ms(times[len(times)-1]), "ms-max")
}

// BenchmarkLargeStart is from the open of the file to a window that can be painted.
func BenchmarkLargeStart(b *testing.B) {
	for _, n := range largePlans() {
		b.Run(fmt.Sprintf("plans=%d", n), func(b *testing.B) {
			path, l := largeFile(b, n), &later{}
			a := windowBeside(b, l.start)
			for b.Loop() {
				a.openFile(path)
				b.StopTimer()
				l.run()
				a.closeFile()
				b.StartTimer()
			}
		})
	}
}

// BenchmarkLargeRooms is going from room to room after something has changed.
func BenchmarkLargeRooms(b *testing.B) {
	for _, in := range rooms() {
		b.Run(string(in), func(b *testing.B) {
			largeBench(b, func(b *testing.B, a *App, run func()) {
				timed(b, func(int) {
					clear(a.views)
					a.open(place{room: in})
				})
				run()
			})
		})
	}
}

// BenchmarkLargeEdit is what the window does when a cell of a plan was written.
func BenchmarkLargeEdit(b *testing.B) {
	largeBench(b, func(b *testing.B, a *App, _ func()) {
		_, s := largeDraft(b, a)
		began := time.Now() // or the file, which is kept, would hold the same already
		timed(b, func(n int) {
			if wrong := s.set(n%50, string(plan.KeyActivity), kit.CellInput{Text: fmt.Sprintf("Möte %d %d", n, began.UnixNano())}); wrong != "" {
				b.Fatal(wrong)
			}
		})
	})
}

// BenchmarkLargeRefresh is what the window alone does when another place has changed
// the title of a plan while a room is in front.
func BenchmarkLargeRefresh(b *testing.B) {
	for _, in := range []room{roomTodo, roomPlans, roomReviews} {
		b.Run(string(in), func(b *testing.B) {
			largeBench(b, func(b *testing.B, a *App, _ func()) {
				v, _ := largeDraft(b, a)
				a.open(place{room: in})
				began := time.Now()
				timed(b, func(n int) {
					v.load()
					e, err := v.edit(plan.PathTo(plan.KeyTitle), plan.Text(fmt.Sprintf("Plan %d %d", n, began.UnixNano())))
					if !a.desk.do(editor.Op{Key: "op.set-field", Field: "title"}, e, err) {
						b.Fatal(err)
					}
				})
			})
		})
	}
}

// typeTitle gives the keyboard to the title of a plan.
func typeTitle(t testing.TB, a *App, d plan.Document) fyne.Focusable {
	t.Helper()
	sec, _ := report.SectionWith(d, plan.KeyTitle)
	a.open(place{room: roomPlans, document: d.ID, section: sec.Key})
	v, ok := a.front.(*documentView)
	if !ok || v.form.fields[string(plan.KeyTitle)] == nil {
		t.Fatal("the title cannot be written")
	}
	v.form.fields[string(plan.KeyTitle)].Focus()
	return a.window.Canvas().Focused()
}

// BenchmarkLargeTyping is a key in a field of a plan.
func BenchmarkLargeTyping(b *testing.B) {
	largeBench(b, func(b *testing.B, a *App, _ func()) {
		v, _ := largeDraft(b, a)
		typist := typeTitle(b, a, v.about.Document)
		timed(b, func(int) { typist.TypedRune('å') })
	})
}
