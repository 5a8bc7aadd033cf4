package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

// windowWith opens a file with so many plans of so many activities in a window.
func windowWith(t testing.TB, plans, activities int) *App {
	t.Helper()
	a := window(t)
	path := filepath.Join(t.TempDir(), "stort"+extension)
	var store editor.Store
	var batch plan.Edit
	save := func() {
		var err error
		if store == nil {
			store, err = a.setup.Files.Create(context.Background(), path, "Test", batch)
		} else {
			_, err = store.Save(context.Background(), batch)
		}
		if batch = (plan.Edit{}); err != nil {
			t.Fatal(err)
		}
	}
	for e := range plantest.Large(plans, activities) {
		if batch = batch.Then(e); len(batch.Changes) > 500 {
			save()
		}
	}
	save()
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	a.openFile(path)
	return a
}

// painted is how long an event takes, and how long the picture of the whole window after
// it.
type painted struct{ event, picture []time.Duration }

func (p *painted) time(a *App, event func()) {
	began := threadTime()
	event()
	done := threadTime()
	a.window.Canvas().Capture()
	p.event, p.picture = append(p.event, done-began), append(p.picture, threadTime()-done)
}

func (p *painted) report(b *testing.B) {
	for name, all := range map[string][]time.Duration{"event": p.event, "picture": p.picture} {
		slices.Sort(all)
		b.ReportMetric(float64(all[len(all)/2].Microseconds())/1000, "ms-"+name)
		b.ReportMetric(float64(all[len(all)*95/100].Microseconds())/1000, "ms-"+name+"-p95")
	}
}

// BenchmarkScroll is a step of the wheel over a table, and the painting of the window
// after it: with 5,000 rows as with 500.
func BenchmarkScroll(b *testing.B) {
	for name, open := range map[string]func(b *testing.B, rows int) *App{
		"activities": func(b *testing.B, rows int) *App {
			a := windowWith(b, 4, rows)
			largeDraft(b, a)
			return a
		},
		"documents": func(b *testing.B, rows int) *App {
			a := windowWith(b, rows, 1)
			a.open(place{room: roomPlans})
			return a
		},
	} {
		for _, rows := range []int{500, 5000} {
			b.Run(fmt.Sprintf("%s/rows=%d", name, rows), func(b *testing.B) {
				a := open(b, rows)
				c := a.window.Canvas()
				first := c.Capture()
				runtime.LockOSThread()
				defer runtime.UnlockOSThread()
				var p painted
				for n := 0; b.Loop(); n++ {
					dy := float32(-120)
					if n%40 >= 20 {
						dy = 120
					}
					p.time(a, func() { test.Scroll(c, fyne.NewPos(700, 500), 0, dy) })
				}
				test.Scroll(c, fyne.NewPos(700, 500), 0, -600)
				if reflect.DeepEqual(first, c.Capture()) {
					b.Fatal("nothing has moved")
				}
				p.report(b)
			})
		}
	}
}

// BenchmarkLargePainted is a key in a field and in a cell of a plan of a large file, and a
// cell that is left, with the painting of the window after each.
func BenchmarkLargePainted(b *testing.B) {
	largeBench(b, func(b *testing.B, a *App, _ func()) {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		v, _ := largeDraft(b, a)
		var field, cell, left painted
		for n := 0; b.Loop(); n++ {
			typist := typeTitle(b, a, v.about.Document)
			field.time(a, func() { typist.TypedRune('å') })
			_, s := largeDraft(b, a)
			s.grid.Go(n%50, string(plan.KeyActivity))
			s.grid.Focus()
			a.window.Canvas().Focused().TypedRune('M')
			cell.time(a, func() { a.window.Canvas().Focused().TypedRune('ö') })
			left.time(a, func() { a.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) })
		}
		for name, p := range map[string]painted{"field": field, "cell": cell, "left": left} {
			slices.Sort(p.event)
			slices.Sort(p.picture)
			b.ReportMetric(float64(p.event[len(p.event)*95/100].Microseconds())/1000, "ms-"+name+"-p95")
			b.ReportMetric(float64(p.picture[len(p.picture)/2].Microseconds())/1000, "ms-"+name+"-picture")
		}
	})
}
