package exchange

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

// BenchmarkDump and BenchmarkLoad carry a file of ten plans with 500 activities
// each.
func BenchmarkDump(b *testing.B) {
	r, contents := tenPlans()
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if err := Dump(&out, r, contents, noFiles); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(out.Len()))
}

func BenchmarkLoad(b *testing.B) {
	var out bytes.Buffer
	r, contents := tenPlans()
	if err := Dump(&out, r, contents, noFiles); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(out.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(bytes.NewReader(out.Bytes()), DefaultLimits()); err != nil {
			b.Fatal(err)
		}
	}
}

func tenPlans() (plan.Register, Contents) {
	day := time.Date(2026, time.November, 22, 12, 0, 0, 0, time.UTC)
	content := plantest.Content(plan.AssignmentPlan, 5).
		With(plan.KeyActivities, plantest.Content(plan.AssignmentPlan, 500).Get(plan.KeyActivities))
	var all plan.Edit
	sealed := map[plan.ID]plan.Sealed{}
	for i := range 10 {
		c := content.With(plan.KeyTitle, plan.Text(fmt.Sprint("Plan ", i)))
		e, d := plan.NewDocument(plan.AssignmentPlan, false, c, day.Add(time.Duration(i)*time.Second))
		all.Changes = append(all.Changes, e.Changes...)
		sealed[d.Latest().ID] = plan.Seal(c)
	}
	return plan.Register{}.Apply(all), func(_ plan.Document, v plan.Version) (plan.Sealed, error) { return sealed[v.ID], nil }
}
