package plan_test

import (
	"slices"
	"testing"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

// Every mandatory and recommended field of every kind, and every such column, is
// asked for when it is empty: as an error or a warning that names it.
func TestEveryNeededFieldIsAskedFor(t *testing.T) {
	file := plantest.Complete(2)
	asked := 0
	for _, kind := range plan.DocumentKinds() {
		for _, f := range plan.FieldsOf(kind) {
			s := file.Subject(kind)
			if f.Key == plan.KeyOrigins {
				continue // no person fills it
			}
			if f.Kind != plan.Checklist { // whose answers are asked for one by one
				asked += askFor(t, s, f, plan.PathTo(f.Key))
			}
			rows := s.Content.Get(f.Key).Rows()
			if f.Kind != plan.List && f.Kind != plan.Checklist || len(rows) == 0 || f.Retired {
				continue
			}
			for _, col := range f.Columns {
				asked += askFor(t, s, col, plan.PathTo(f.Key).In(rows[0].ID, col.Key))
			}
		}
	}
	if asked < 150 {
		t.Errorf("only %d fields were asked for", asked)
	}
}

func askFor(t *testing.T, s plan.Subject, f plan.Field, p plan.Path) int {
	t.Helper()
	if f.Need == plan.Optional || !f.Stored() || f.Retired {
		return 0
	}
	fields := plan.FieldsOf(s.Document.Kind)
	clear := func(p plan.Path) {
		c, err := s.Content.SetIn(fields, p, plan.Value{})
		if err != nil {
			t.Fatal(err)
		}
		s.Content = c
	}
	clear(p)
	if f.Instead != "" { // the other field would do
		other := append(slices.Clone(p[:len(p)-1]), plan.Step{Key: f.Instead})
		clear(other)
	}
	want := plan.Warning
	if f.Need == plan.Mandatory {
		want = plan.Error
	}
	if !slices.ContainsFunc(plan.Findings(s), func(x plan.Finding) bool { return x.Severity == want && x.Path.String() == p.String() }) {
		t.Errorf("%s.%s is empty and not asked for", s.Document.Kind, p)
	}
	return 1
}
