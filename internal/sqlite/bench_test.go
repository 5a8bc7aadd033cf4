package sqlite

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"ledstjarna/internal/plan"
)

// manyPlans returns an edit that makes n plans with 100 activities each.
func manyPlans(n int) plan.Edit {
	var changes []plan.Change
	for i := range n {
		e, _ := plan.NewDocument(plan.AssignmentPlan, false, planContent(fmt.Sprintf("Plan %d", i), 100), testDay.Add(time.Duration(i)*time.Second))
		changes = append(changes, e.Changes...)
	}
	return plan.Edit{Changes: changes}
}

func benchFile(b *testing.B, e plan.Edit) string {
	b.Helper()
	f, err := Create(context.Background(), filepath.Join(b.TempDir(), "b.ledstjarna"), testOptions(), e)
	if err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return f.path
}

// BenchmarkOpen is opening with the register loaded, for files of several sizes.
func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{10, 500} {
		b.Run(fmt.Sprintf("plans=%d", n), func(b *testing.B) {
			path := benchFile(b, manyPlans(n))
			for b.Loop() {
				f, err := Open(context.Background(), path, testOptions())
				if err != nil {
					b.Fatal(err)
				}
				if _, err := f.Load(context.Background()); err != nil {
					b.Fatal(err)
				}
				if err := f.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// openBench returns an open file with one plan of 200 activities.
func openBench(b *testing.B) (*File, plan.Document) {
	b.Helper()
	e, d := plan.NewDocument(plan.AssignmentPlan, false, planContent("Plan", 200), testDay)
	f, err := Open(context.Background(), benchFile(b, e), testOptions())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := f.Close(); err != nil {
			b.Error(err)
		}
	})
	return f, d
}

// BenchmarkSave commits one changed cell in a plan with 200 activities.
func BenchmarkSave(b *testing.B) {
	f, d := openBench(b)
	v := d.Versions[0].ID
	s, err := f.Content(context.Background(), d.Kind, v)
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	for b.Loop() {
		n++
		rows := s.Content.Get("activities").Rows()
		rows[100].Cells = rows[100].Cells.With(plan.KeyNote, plan.Text(fmt.Sprint(n)))
		after := plan.Seal(s.Content.With("activities", plan.Rows(rows...)))
		if _, err := f.Save(context.Background(), plan.Edit{Changes: []plan.Change{
			plan.ContentChange{Kind: d.Kind, Document: d.ID, Version: v, Before: s, After: after},
		}}); err != nil {
			b.Fatal(err)
		}
		s = after
	}
}

// BenchmarkContent reads, verifies and decodes a plan with 200 activities.
func BenchmarkContent(b *testing.B) {
	f, d := openBench(b)
	for b.Loop() {
		if _, err := f.Content(context.Background(), d.Kind, d.Versions[0].ID); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCheck examines a file with 500 plans.
func BenchmarkCheck(b *testing.B) {
	f, err := Open(context.Background(), benchFile(b, manyPlans(500)), testOptions())
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	for b.Loop() {
		if flaws, err := f.Check(context.Background()); err != nil || len(flaws) > 0 {
			b.Fatal(flaws, err)
		}
	}
}
