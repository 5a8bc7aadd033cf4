package report_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/report"
)

// onPage is the fullest form of the subject's plan on one page, and its mark.
func onPage(t *testing.T, s plan.Subject) (form report.PageForm, mark string) {
	t.Helper()
	w, err := i18n.New(i18n.Swedish)
	if err != nil {
		t.Fatal(err)
	}
	p, err := report.OnePageOf(report.Source{Register: s.Register, Words: w, Today: s.Today, Content: func(plan.Document, plan.Version) (plan.Content, error) {
		return s.Content, nil
	}}, s.Document, s.Version)
	if err != nil {
		t.Fatal(err)
	}
	page, ok := p.Parts[0].Blocks[0].(report.OnePage)
	if !ok {
		t.Fatalf("the page is %T", p.Parts[0].Blocks[0])
	}
	return page.Forms[0], page.Mark
}

// Goals stand with what leads furthest first, under the numbers that they have in
// the plan.
func TestGoalsOnThePageKeepTheirNumbers(t *testing.T) {
	s := plantest.Complete(1).Subject(plan.AssignmentPlan)
	goal := func(id, level, text string) plan.Row {
		return plan.Row{ID: plan.ID(id), Cells: plan.NewContent(plan.Filled{plan.KeyText: plan.Text(text), plan.KeyLevel: plan.Text(level)})}
	}
	s.Content = s.Content.With(plan.KeyGoals, plan.Rows(
		goal("a", plan.LevelActivity, "Gör"), goal("b", plan.LevelOutput, "Når"), goal("c", plan.LevelImpact, "Blir"), goal("d", plan.LevelOutcome, "Vet"),
	))
	form, mark := onPage(t, s)
	var got []string
	for _, row := range form.Rows {
		if row.Table == nil || len(row.Table.Columns) != 5 || row.Table.Rows[0].Cells[1].Text.String() != "Blir" {
			continue
		}
		for _, r := range row.Table.Rows {
			got = append(got, r.Cells[0].Text.String()+" "+r.Cells[1].Text.String())
		}
	}
	if diff := cmp.Diff([]string{"3 Blir", "4 Vet", "2 Når"}, got); diff != "" {
		t.Errorf("goals (-want +got):\n%s", diff)
	}
	if mark != "Utkast" {
		t.Errorf("a draft is marked %q", mark)
	}
}

// The note counts what the reader still has to do and does not see, not what is
// done, and tells when a name is cut.
func TestTheNoteCountsWhatIsLeftToDo(t *testing.T) {
	s := plantest.Complete(1).Subject(plan.AssignmentPlan)
	activity := func(id, name, status string) plan.Row {
		return plan.Row{ID: plan.ID(id), Cells: plan.NewContent(plan.Filled{plan.KeyActivity: plan.Text(name), plan.KeyStatus: plan.Text(status)})}
	}
	rows := []plan.Row{activity("x", "Klar", "done"), activity("y", "Struken", "cancelled")}
	for _, id := range []string{"a", "b", "c", "d", "e"} {
		rows = append(rows, activity(id, "Gör "+id, "planned"))
	}
	note := func(rows ...plan.Row) string {
		s := s
		s.Content = s.Content.With(plan.KeyActivities, plan.Rows(rows...))
		form, _ := onPage(t, s)
		return form.Note[len(form.Note)-1].String()
	}
	if got := note(rows...); strings.Contains(got, "aktivitet") {
		t.Errorf("with all that is left to do shown, the note says %q", got)
	}
	if got := note(append(rows, activity("f", "Gör f", "planned"))...); !strings.Contains(got, "1 aktivitet.") {
		t.Errorf("with one left out, the note says %q", got)
	}
	if got := note(activity("a", strings.Repeat("Ord ", 200), "planned")); !strings.Contains(got, "kortade") {
		t.Errorf("with a name cut, the note says %q", got)
	}
}
