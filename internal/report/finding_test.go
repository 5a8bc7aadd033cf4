package report_test

import (
	"slices"
	"testing"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/report"
)

// told writes the findings of a document out in both languages.
func told(t *testing.T, s plan.Subject) (sv, en []string) {
	t.Helper()
	for _, x := range []struct {
		lang i18n.Language
		out  *[]string
	}{{i18n.Swedish, &sv}, {i18n.English, &en}} {
		w, err := i18n.New(x.lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range plan.Findings(s) {
			*x.out = append(*x.out, report.Finding(w, s.Document.Kind, f))
		}
	}
	return sv, en
}

func TestFindingsInWords(t *testing.T) {
	s := plantest.Complete(2).Subject(plan.AssignmentPlan)
	rows := s.Content.Get(plan.KeyActivities).Rows()
	rows[1].Cells = rows[1].Cells.With(plan.KeyActivity, plan.Text("Lunchmöte")).With(plan.KeyResponsible, plan.Value{})
	c := s.Content.With(plan.KeyActivities, plan.Rows(rows...)).With("publication-approver", plan.Value{})
	checks := c.Get("accessibility").Rows()
	checks[7].Cells = plan.Content{}
	s.Content = c.With("accessibility", plan.Rows(checks...))
	sv, en := told(t, s)
	wantSv := []string{
		"Lunchmöte (rad 2): Ansvarig saknas", "Godkänner publicering saknas", "Frågan ”Undertexter” är inte besvarad",
	}
	wantEn := []string{
		"Lunchmöte (row 2): Responsible is missing", "Approves publication is missing", "The question “Subtitles” is not answered",
	}
	if !slices.Equal(sv, wantSv) {
		t.Errorf("in Swedish: %q", sv)
	}
	if !slices.Equal(en, wantEn) {
		t.Errorf("in English: %q", en)
	}
}

func TestFindingsOfEmptyDraftsAreWhole(t *testing.T) {
	for _, k := range plan.DocumentKinds() {
		s := plantest.Complete(1).Subject(k)
		s.Content = plan.NewContent(plan.Filled{
			plan.KeyActivities: plan.Rows(plan.Row{ID: "1"}), plan.KeyRaci: plan.Rows(plan.Row{ID: "1"}), plan.KeyGoals: plan.Rows(plan.Row{ID: "1"}),
		})
		sv, en := told(t, s)
		for _, text := range slices.Concat(sv, en) {
			if i18n.Incomplete(text) {
				t.Errorf("%s: %q", k, text)
			}
		}
	}
}
