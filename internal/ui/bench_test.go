package ui

import (
	"fmt"
	"slices"
	"testing"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// BenchmarkWriteACell is what a person waits for after a cell of the activity
// plan: the edit in the file, the marks and findings, and the table drawn anew.
func BenchmarkWriteACell(b *testing.B) {
	for _, n := range []int{50, 500} {
		b.Run(fmt.Sprintf("activities=%d", n), func(b *testing.B) {
			a := window(b)
			a.openExample()
			content := plantest.Content(plan.AssignmentPlan, 5).
				With(plan.KeyActivities, plantest.Content(plan.AssignmentPlan, n).Get(plan.KeyActivities))
			v := draft(b, a, plan.AssignmentPlan, plan.KeyActivities, content)
			s := v.form.sheets[string(plan.KeyActivities)]
			i := 0
			b.ReportAllocs()
			for b.Loop() {
				i++
				if wrong := s.set(n/2, string(plan.KeyActivity), kit.CellInput{Text: fmt.Sprintf("Möte %d", i)}); wrong != "" {
					b.Fatal(wrong)
				}
			}
		})
	}
}

// BenchmarkReviews opens the room of reviews with many documents.
func BenchmarkReviews(b *testing.B) {
	a := window(b)
	a.openExample()
	r := a.desk.register()
	policy, _ := r.Document("doc-webbpolicy")
	for i := range 500 {
		d := policy
		d.ID = plan.ID(fmt.Sprint("copy-", i))
		d.Versions = slices.Clone(policy.Versions)
		e := plan.Edit{Changes: []plan.Change{plan.DocumentChange{After: &d}}}
		for _, x := range r.EventsOf(policy.ID, plan.EventDecision) {
			x.ID, x.Document = plan.NewID(), d.ID
			e.Events = append(e.Events, x)
		}
		r = r.Apply(e)
	}
	for b.Loop() {
		k := outlook{r, a.desk.today(), &review.Ledger{}, &factBook{}, a.words}
		if m := overviewOf(a.words, k, 2023, 2027); len(m.rows) < 500 {
			b.Fatal("too few rows")
		}
		if m := annualOf(a.words, k, 2026, nil); len(m.rows) < 500 {
			b.Fatal("too few rows")
		}
	}
}
