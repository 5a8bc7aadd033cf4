package plan_test

import (
	"strings"
	"testing"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

// large is an assignment plan with 200 activities and long texts, and only a
// handful of the other rows.
func large() plan.Subject {
	s := plantest.Complete(12).Subject(plan.AssignmentPlan)
	s.Content = s.Content.With(plan.KeyActivities, plantest.Content(plan.AssignmentPlan, 200).Get(plan.KeyActivities))
	rewrite(&s, plan.KeyActivities, func(i int, c plan.Content) plan.Content {
		pick := func(k plan.Key) plan.Value { return plan.Ref(s.Content.Get(k).Rows()[i%5].ID) }
		return c.With(plan.KeyAudience, pick(plan.KeyAudiences)).With(plan.KeyGoal, pick(plan.KeyGoals))
	})
	text := plan.Text(strings.Repeat("Kommunerna ska kunna påverka förslaget innan det är färdigt. ", 100))
	for _, k := range []plan.Key{"background", "problem", "purpose", "approach", "told-first"} {
		s.Content = s.Content.With(k, text)
	}
	return s
}

func BenchmarkFindings(b *testing.B) {
	s := large()
	if fs := plan.Findings(s); len(fs) != 0 {
		b.Fatalf("the plan has findings: %v", told(fs))
	}
	b.ReportAllocs()
	for b.Loop() {
		plan.Findings(s)
	}
}

func BenchmarkSeal(b *testing.B) {
	c := large().Content
	b.SetBytes(int64(len(plan.Seal(c).JSON)))
	b.ReportAllocs()
	for b.Loop() {
		plan.Seal(c)
	}
}

func BenchmarkOpen(b *testing.B) {
	sealed, fields := plan.Seal(large().Content), plan.FieldsOf(plan.AssignmentPlan)
	b.SetBytes(int64(len(sealed.JSON)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := plan.Open(fields, sealed.JSON); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSetOneCell(b *testing.B) {
	c, fields := large().Content, plan.FieldsOf(plan.AssignmentPlan)
	p := plan.PathTo(plan.KeyActivities).In("activities-100", plan.KeyActivity)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.SetIn(fields, p, plan.Text("Lunchmöte")); err != nil {
			b.Fatal(err)
		}
	}
}
