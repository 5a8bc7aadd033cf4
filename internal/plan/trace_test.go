package plan_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

func names(ends ...plan.TraceEnd) string {
	var out []string
	for _, e := range ends {
		out = append(out, e.Name)
	}
	return strings.Join(out, ", ")
}

func TestAGoalIsFollowedFromDirectionToActivity(t *testing.T) {
	s := plantest.Complete(1).Subject(plan.AssignmentPlan)
	s.Parent = plan.NewContent(plan.Filled{plan.KeyDirections: plan.Rows(plan.Row{ID: "d", Cells: plan.NewContent(plan.Filled{
		plan.KeyCode: plan.Text("I1"), plan.KeyHeading: plan.Text("Dialog först"),
	})})})
	row := func(id string, f plan.Filled) plan.Row { return plan.Row{ID: plan.ID(id), Cells: plan.NewContent(f)} }
	s.Content = plan.NewContent(plan.Filled{
		"main-message": plan.Text("Du får svar"),
		plan.KeyGoals: plan.Rows(
			row("g1", plan.Filled{plan.KeyText: plan.Text("Vet mer"), plan.KeyDirection: plan.Ref("d"), plan.KeyAudience: plan.Ref("a1")}),
			row("g2", plan.Filled{plan.KeyText: plan.Text("Gör mer")}),
		),
		plan.KeyAudiences: plan.Rows(row("a1", plan.Filled{plan.KeyName: plan.Text("Unga")}), row("a2", plan.Filled{plan.KeyName: plan.Text("Gamla")})),
		"angles":          plan.Rows(row("v", plan.Filled{plan.KeyAudience: plan.Ref("a1"), "angle": plan.Text("Din röst räknas")})),
		plan.KeyActivities: plan.Rows(
			row("x1", plan.Filled{plan.KeyActivity: plan.Text("Möte"), plan.KeyGoal: plan.Ref("g1"), plan.KeyAudience: plan.Ref("a1"), plan.KeyMessage: plan.Text("Kom hit")}),
			row("x2", plan.Filled{plan.KeyActivity: plan.Text("Brev")}),
		),
	})
	trace := plan.TraceOf(s)
	var got []string
	for _, l := range trace.Lines {
		got = append(got, strings.Join([]string{names(l.Direction), names(l.Goal), names(l.Audience), names(l.Messages...), names(l.Activities...)}, " | "))
	}
	got = append(got, "main: "+names(trace.Main), "unaddressed: "+names(trace.Unaddressed...))
	got = append(got, "audiences: "+names(trace.Audiences...), "activities: "+names(trace.Activities...), "directions: "+names(trace.Directions...))
	want := []string{
		"I1 Dialog först | Vet mer | Unga | Din röst räknas, Kom hit | Möte", " | Gör mer |  |  | ",
		"main: Du får svar", "unaddressed: ", "audiences: Gamla", "activities: Brev", "directions: ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("trace (-want +got):\n%s", diff)
	}
	if p := trace.Lines[0].Activities[0].Path.String(); p != "activities[x1]" {
		t.Errorf("the activity stands at %s", p)
	}
	if p := trace.Lines[0].Direction.Path; len(p) != 0 {
		t.Errorf("the parent's direction stands at %s", p)
	}
}

func TestThePeriodPlansDirectionsAreFollowed(t *testing.T) {
	s := plantest.Complete(3).Subject(plan.PeriodPlan)
	trace := plan.TraceOf(s)
	if len(trace.Lines) != 3 || len(trace.Directions) > 0 || len(trace.Audiences) > 0 {
		t.Fatalf("%d goals, loose: %v %v", len(trace.Lines), trace.Directions, trace.Audiences)
	}
	for _, l := range trace.Lines {
		if len(l.Direction.Path) == 0 || len(l.Activities) == 0 || l.Audience.Name == "" {
			t.Errorf("line %+v", l)
		}
	}
	if got := plan.TraceOf(plantest.Complete(1).Subject(plan.Policy)); len(got.Lines) > 0 {
		t.Error("a policy has goals")
	}
}
