package sqlite

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

// sizes of a large file, in plans with 100 activities each. The largest takes
// minutes to make and is measured only where LEDSTJARNA_LARGE names a folder that
// keeps the files that were made.
func sizes() []int {
	if os.Getenv("LEDSTJARNA_LARGE") == "" {
		return []int{50}
	}
	return []int{50, 500, 5000}
}

func largeFile(b *testing.B, plans int) string {
	b.Helper()
	dir := os.Getenv("LEDSTJARNA_LARGE")
	if dir == "" {
		dir = b.TempDir()
	}
	path := filepath.Join(dir, fmt.Sprintf("stor-%d-%d%s", newest(migrations()), plans, Extension))
	if _, err := os.Stat(path); err == nil {
		return path
	}
	f, err := Create(context.Background(), path, testOptions(), plan.Edit{})
	if err != nil {
		b.Fatal(err)
	}
	var batch plan.Edit
	for e := range plantest.Large(plans, 100) {
		if batch = batch.Then(e); len(batch.Changes) < 500 {
			continue
		}
		if _, err := f.Save(context.Background(), batch); err != nil {
			b.Fatal(err)
		}
		batch = plan.Edit{}
	}
	if _, err := f.Save(context.Background(), batch); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

func openLarge(b *testing.B, plans int) (*File, plan.Register) {
	b.Helper()
	f, err := Open(context.Background(), largeFile(b, plans), testOptions())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := f.Close(); err != nil {
			b.Error(err)
		}
	})
	r, err := f.Load(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	return f, r
}

func eachSize(b *testing.B, do func(b *testing.B, plans int)) {
	for _, n := range sizes() {
		b.Run(fmt.Sprintf("plans=%d", n), func(b *testing.B) { do(b, n) })
	}
}

// BenchmarkLargeOpen is opening with the register loaded.
func BenchmarkLargeOpen(b *testing.B) {
	eachSize(b, func(b *testing.B, plans int) {
		path := largeFile(b, plans)
		var before, after runtime.MemStats
		for b.Loop() {
			runtime.GC()
			runtime.ReadMemStats(&before)
			f, err := Open(context.Background(), path, testOptions())
			if err != nil {
				b.Fatal(err)
			}
			r, err := f.Load(context.Background())
			if err != nil {
				b.Fatal(err)
			}
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), "MB-held")
			if len(r.Documents()) != plans {
				b.Fatal("not all is there")
			}
			if err := f.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkLargePlan is reading a plan's content.
func BenchmarkLargePlan(b *testing.B) {
	eachSize(b, func(b *testing.B, plans int) {
		f, r := openLarge(b, plans)
		documents := r.Documents()
		n := 0
		for b.Loop() {
			d := documents[n*7919%len(documents)]
			if _, err := f.Content(context.Background(), d.Kind, d.Latest().ID); err != nil {
				b.Fatal(err)
			}
			n++
		}
	})
}

// BenchmarkLargeSearch looks for words of every kind: common, rare, within others,
// with other marks, several, and ones that are not there.
func BenchmarkLargeSearch(b *testing.B) {
	eachSize(b, func(b *testing.B, plans int) {
		f, _ := openLarge(b, plans)
		for _, query := range []string{
			"och", "kommunikationsplan", "dialog", "grupp", "malgrupp", "vi och", "beslut samråd enkät", "ne", "tidig ärlig öppen lokal", "finns inte alls",
			"rtu", "and inte",
		} {
			b.Run(query, func(b *testing.B) {
				for b.Loop() {
					if _, err := f.Search(context.Background(), query, 60, nil); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	})
}

// BenchmarkLargeEdit changes one activity of a plan; it reports the 95th percentile.
func BenchmarkLargeEdit(b *testing.B) {
	eachSize(b, func(b *testing.B, plans int) {
		f, r := openLarge(b, plans)
		var drafts []plan.Document
		for _, d := range r.Documents() {
			if !r.WasAdopted(d.Latest().ID) {
				drafts = append(drafts, d)
			}
		}
		var times []time.Duration
		n := 0
		for b.Loop() {
			d := drafts[n*7919%len(drafts)]
			v := d.Latest().ID
			s, err := f.Content(context.Background(), d.Kind, v)
			if err != nil {
				b.Fatal(err)
			}
			rows := slices.Clone(s.Content.Get(plan.KeyActivities).Rows())
			rows[n%100].Cells = rows[n%100].Cells.With(plan.KeyActivity, plan.Text(fmt.Sprintf("Ändrad aktivitet om dialog %d", n)))
			after := plan.Seal(s.Content.With(plan.KeyActivities, plan.Rows(rows...)))
			began := time.Now()
			_, err = f.Save(context.Background(), plan.Edit{Changes: []plan.Change{plan.ContentChange{
				Kind: d.Kind, Document: d.ID, Version: v, Before: s, After: after,
			}}})
			if err != nil {
				b.Fatal(err)
			}
			times = append(times, time.Since(began))
			n++
		}
		slices.Sort(times)
		b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "ms-p95")
		b.ReportMetric(float64(times[len(times)-1].Microseconds())/1000, "ms-max")
	})
}
