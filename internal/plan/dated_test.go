package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

// What has days is the same read alone as of the whole content.
func TestWhatHasDaysIsThatOfTheContent(t *testing.T) {
	names := func(c plan.Content) map[plan.ID]string {
		out := map[plan.ID]string{}
		for _, r := range c.Get(plan.KeyAudiences).Rows() {
			out[r.ID] = r.Cells.Text(plan.KeyName)
		}
		return out
	}
	found := 0
	for _, k := range plan.DocumentKinds() {
		rapid.Check(t, func(t *rapid.T) {
			c := plantest.Random(plan.FieldsOf(k)).Draw(t, "content")
			part, err := plan.DecodePart(plan.DatedFields(k), plan.Seal(c).JSON)
			if err != nil {
				t.Fatal(err)
			}
			want := plan.Activities(c)
			for i := range want {
				want[i].No, want[i].Goal, want[i].Dialogue, want[i].Budget = "", "", false, plan.Number(0)
			}
			found += len(want)
			if diff := cmp.Diff(want, plan.Activities(part)); diff != "" {
				t.Fatalf("activities (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(plan.Milestones(c), plan.Milestones(part)); diff != "" {
				t.Fatalf("milestones (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(names(c), names(part)); diff != "" {
				t.Fatalf("audiences (-want +got):\n%s", diff)
			}
		})
	}
	if found == 0 {
		t.Error("no activity was drawn")
	}
}
