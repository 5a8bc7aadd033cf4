package ui

import (
	"fmt"
	"testing"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
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
