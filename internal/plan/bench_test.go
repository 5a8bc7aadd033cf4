package plan_test

import (
	"fmt"
	"slices"
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

// BenchmarkCompare compares two versions of a plan with 200 activities, of which
// every row is changed, a third moved, and every long text rewritten in places.
func BenchmarkCompare(b *testing.B) {
	older := large().Content
	rows := older.Get(plan.KeyActivities).Rows()
	for i := range rows {
		rows[i].Cells = rows[i].Cells.With(plan.KeyActivity, plan.Text("Ny "+rows[i].Cells.Text(plan.KeyActivity))).With(plan.KeyHours, plan.Num(plan.Int(int64(i))))
	}
	for i := 0; i+3 < len(rows); i += 3 {
		rows[i], rows[len(rows)-1-i] = rows[len(rows)-1-i], rows[i]
	}
	newer := older.With(plan.KeyActivities, plan.Rows(rows...))
	for _, k := range []plan.Key{"background", "problem", "purpose", "approach", "told-first"} {
		newer = newer.With(k, plan.Text(strings.ReplaceAll(older.Text(k), "innan det", "medan det ännu inte")))
	}
	b.ReportAllocs()
	for b.Loop() {
		texts := 0
		for _, c := range plan.Compare(plan.AssignmentPlan, older, newer) {
			texts += len(plan.CompareText(c.Old.Text(), c.New.Text()))
			for _, r := range c.Rows {
				for _, cell := range r.Cells {
					texts += len(plan.CompareText(cell.Old.Text(), cell.New.Text()))
				}
			}
		}
		if texts < 500 {
			b.Fatalf("%d stretches", texts)
		}
	}
}

// BenchmarkMerge brings lists together of which both sides have changed every row, that
// stand in another order there, and of which nobody knows what they came of; and settles
// all. Ten times the rows are to take about ten times as long.
func BenchmarkMerge(b *testing.B) {
	for _, n := range []int{2000, 20_000} {
		side := func(text string, from int) plan.Content {
			rows := make([]plan.Row, n)
			for i := range rows {
				rows[i] = plan.Row{ID: plan.ID(fmt.Sprint("a", i*from%n, i+from)), Cells: plan.NewContent(plan.Filled{plan.KeyActivity: plan.Text(text)})}
				if i%2 == 0 {
					rows[i].ID = plan.ID(fmt.Sprint("a", i))
				}
			}
			if from > 1 {
				slices.Reverse(rows)
			}
			return plan.NewContent(plan.Filled{plan.KeyActivities: plan.Rows(rows...)})
		}
		mine, theirs := side("Min", 1), side("Deras", 3)
		b.Run(fmt.Sprint(n, " rows"), func(b *testing.B) {
			for b.Loop() {
				merged, clashes := plan.Merge(nil, mine, theirs)
				if _, err := merged.Settle(clashes...); err != nil || len(clashes) < n {
					b.Fatal(len(clashes), err)
				}
			}
		})
	}
}
