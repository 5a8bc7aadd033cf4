package plantest_test

import (
	"testing"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

func TestACompleteFileHasNothingToMend(t *testing.T) {
	for _, rows := range []int{1, 3, 7} {
		file := plantest.Complete(rows)
		for _, k := range plan.DocumentKinds() {
			for _, f := range plan.Findings(file.Subject(k)) {
				t.Errorf("%d rows: %s: %s at %s (row %d %q)", rows, k, f.Rule, f.Path, f.Row, f.Name)
			}
		}
	}
}
