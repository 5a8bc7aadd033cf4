package plan_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

func TestActivitiesAreReadFromTheirRows(t *testing.T) {
	as := plan.Activities(plantest.Content(plan.AssignmentPlan, 2))
	want := plan.Activity{
		ID: "activities-2", No: plantest.Token("activities-2", plan.KeyNo), Name: plantest.Token("activities-2", plan.KeyActivity),
		Audience: "audiences-1", Channel: "channels-1", Goal: "goals-1", Dialogue: true,
		Responsible: plantest.Token("activities-2", plan.KeyResponsible), Start: date(t, "2027-02-03"), End: date(t, "2027-03-03"),
		Status: "planned", Budget: plan.Int(102), Meeting: "meetings-1", After: []plan.ID{"activities-1"},
	}
	if len(as) != 2 {
		t.Fatalf("%d activities", len(as))
	}
	if diff := cmp.Diff(want, as[1]); diff != "" {
		t.Errorf("second activity (-want +got):\n%s", diff)
	}
	if got := plan.Activities(plan.Content{}); len(got) != 0 {
		t.Errorf("an empty content has %v", got)
	}
}

func TestLate(t *testing.T) {
	for _, c := range []struct {
		start, end, status string
		want               bool
	}{
		{"2026-10-01", "2026-11-21", "planned", true},
		{"2026-10-01", "2026-11-21", "ongoing", true},
		{"2026-10-01", "2026-11-21", "", true},
		{"2026-10-01", "2026-11-22", "planned", false}, // today is not late yet
		{"2026-11-21", "", "planned", true},            // no end: the start counts
		{"2026-11-22", "", "planned", false},
		{"", "", "planned", false},
		{"2026-10-01", "2026-11-21", "done", false},
		{"2026-10-01", "2026-11-21", "paused", false},
		{"2026-10-01", "2026-11-21", "cancelled", false},
		{"2026-10-01", "2027-01-01", "ongoing", false},
	} {
		a := plan.Activity{Status: c.status}
		if c.start != "" {
			a.Start = date(t, c.start)
		}
		if c.end != "" {
			a.End = date(t, c.end)
		}
		if got := a.Late(date(t, "2026-11-22")); got != c.want {
			t.Errorf("%+v: late %v", c, got)
		}
	}
}

// followed is a complete file in whose assignment plan the records were made.
func followed(t *testing.T, records ...plan.Filled) plan.Subject {
	t.Helper()
	s := plantest.Complete(3).Subject(plan.AssignmentPlan)
	var e plan.Edit
	for i, f := range records {
		e.Events = append(e.Events, plan.Event{
			ID: plan.ID(fmt.Sprintf("record-%d", i+1)), Kind: plan.EventFollowUp, Document: s.Document.ID, Fields: plan.NewContent(f),
		})
	}
	s.Register = s.Register.Apply(e)
	return s
}

func TestTheLatestRecordOfAnActivityCounts(t *testing.T) {
	on := func(s string) plan.Value { return plan.Day(date(t, s)) }
	activity := plan.Text("activities-1")
	s := followed(t,
		plan.Filled{plan.KeyActivity: activity, plan.KeyDate: on("2027-03-10"), plan.KeyStatus: plan.Text("done"), plan.KeyCost: plan.Num(0)},
		plan.Filled{plan.KeyActivity: activity, plan.KeyDate: on("2027-03-05"), plan.KeyStatus: plan.Text("ongoing"), plan.KeyCost: plan.Num(plan.Int(9))},
		plan.Filled{plan.KeyActivity: activity, plan.KeyDate: on("2027-03-12"), plan.KeyResult: plan.Text("42 kom")},
		plan.Filled{plan.KeyActivity: plan.Text("activities-2"), plan.KeyDate: on("2027-03-20"), plan.KeyStatus: plan.Text("paused")},
	)
	want := map[plan.ID]plan.FollowUp{"activities-1": {
		Activity: "activities-1", Date: date(t, "2027-03-12"), Status: "done", Cost: plan.Num(0), Result: "42 kom",
	}}
	if diff := cmp.Diff(want, s.Register.FollowUps(s.Document.ID, date(t, "2027-03-15"))); diff != "" {
		t.Errorf("follow-up on 15 March (-want +got):\n%s", diff)
	}
	statuses := func(day string) string {
		out := ""
		for _, a := range s.Register.ActivitiesOn(s.Document.ID, s.Content, date(t, day)) {
			out += a.Status + " "
		}
		return out
	}
	for day, want := range map[string]string{
		"2027-03-04": "planned planned planned ", "2027-03-05": "ongoing planned planned ", "2027-03-11": "done planned planned ",
		"2027-03-20": "done paused planned ",
	} {
		if got := statuses(day); got != want {
			t.Errorf("on %s: %s, want %s", day, got, want)
		}
	}
	s.Today = date(t, "2027-03-20")
	if diff := cmp.Diff([]string{"activity-late activities[activities-3].status"}, told(plan.Findings(s))); diff != "" {
		t.Errorf("what is done or paused is late (-want +got):\n%s", diff)
	}
}

func TestACorrectedRecordDoesNotCount(t *testing.T) {
	s := followed(t, plan.Filled{
		plan.KeyActivity: plan.Text("activities-1"), plan.KeyDate: plan.Day(date(t, "2027-03-10")), plan.KeyStatus: plan.Text("done"),
	})
	r := s.Register.Apply(plan.Edit{Events: []plan.Event{{
		ID: "record-2", Kind: plan.EventFollowUp, Document: s.Document.ID, Corrects: "record-1", Fields: plan.NewContent(plan.Filled{
			plan.KeyActivity: plan.Text("activities-3"), plan.KeyDate: plan.Day(date(t, "2027-03-10")), plan.KeyStatus: plan.Text("done"),
		}),
	}}})
	got := r.FollowUps(s.Document.ID, date(t, "2027-03-31"))
	if len(got) != 1 || got["activities-3"].Status != "done" {
		t.Errorf("follow-up %v", got)
	}
}
