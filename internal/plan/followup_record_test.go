package plan

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// running is an adopted assignment plan with one activity and one goal, and its
// content.
func running(t *testing.T) (*walk, Content) {
	t.Helper()
	c := NewContent(Filled{
		KeyTitle: Text("Kampanj"), KeyValidity: Text(string(ValidUntilFurtherNotice)),
		KeyActivities: Rows(Row{ID: "a1", Cells: NewContent(Filled{KeyActivity: Text("Lunchmöte"), KeyStart: Day(day(t, "2026-03-01")), KeyEnd: Day(day(t, "2026-03-05"))})}),
		KeyGoals:      Rows(Row{ID: "g1", Cells: NewContent(Filled{KeyText: Text("Fler känner till")})}),
	})
	r, d := file(AssignmentPlan, c)
	w := &walk{t: t, r: r, d: d}
	return w.adopted(), c
}

func TestFollowUpStandsBesideTheFrozenPlan(t *testing.T) {
	w, c := running(t)
	before := w.d.Latest().Hash
	v := w.d.Latest()
	w.do(w.r.RecordActivity(v, c, FollowUp{Activity: "a1", Date: day(t, "2026-03-10"), Status: "done", End: day(t, "2026-03-09"), Cost: Num(Int(900))}, "S", clock))
	w.do(w.r.RecordGoal(v, c, GoalResult{Goal: "g1", Date: day(t, "2026-04-01"), Value: Num(Int(3))}, "S", clock))
	w.do(w.r.RecordGoal(v, c, GoalResult{Goal: "g1", Date: day(t, "2026-09-01"), Value: Num(Int(5)), Attainment: PartlyDone}, "S", clock))
	w.do(w.r.RecordEvaluation(v, Evaluation{Date: day(t, "2026-10-01"), Report: "Gick bra", Keep: "Lunchmötet", Cost: Num(Int(1200)), By: "S"}, clock))
	if w.d.Latest().Hash != before || w.status("2026-10-02") != StatusAdopted {
		t.Error("following up changed the plan")
	}
	on := day(t, "2026-11-01")
	if a := w.r.ActivitiesOn(w.d.ID, c, on)[0]; a.Status != "done" || a.End != day(t, "2026-03-09") || a.Start != day(t, "2026-03-01") {
		t.Errorf("activity %+v", a)
	}
	want := []GoalResult{{Goal: "g1", Date: day(t, "2026-09-01"), Value: Num(Int(5)), Attainment: PartlyDone}}
	if diff := cmp.Diff(want, w.r.GoalResults(w.d.ID, on)["g1"]); diff != "" {
		t.Errorf("results, one a year (-want +got):\n%s", diff)
	}
	if got := w.r.GoalResults(w.d.ID, day(t, "2026-05-01"))["g1"]; len(got) != 1 || got[0].Value.Number() != Int(3) {
		t.Errorf("results in May: %+v", got)
	}
	if _, ok := w.r.EvaluationOf(w.d.ID, day(t, "2026-09-30")); ok {
		t.Error("evaluated before it was")
	}
	if e, ok := w.r.EvaluationOf(w.d.ID, on); !ok || e.Keep != "Lunchmötet" || e.Report != "Gick bra" || e.Cost.Number() != Int(1200) || e.By != "S" {
		t.Errorf("evaluation %+v", e)
	}
	if got := w.r.LastFollowUp(w.d.ID, day(t, "2026-09-30")); got != day(t, "2026-09-01") {
		t.Errorf("followed up last on %s", got)
	}
	w.do(w.annul(EventFollowUp))
	if _, ok := w.r.EvaluationOf(w.d.ID, on); ok {
		t.Error("an annulled evaluation counts")
	}
	w.do(w.correct(EventFollowUp, Filled{KeyAttainment: Text(Reached)}))
	if got := w.r.GoalResults(w.d.ID, on)["g1"]; got[0].Attainment != Reached {
		t.Errorf("the corrected result is %+v", got)
	}
}

func TestWhatCannotBeFollowedUp(t *testing.T) {
	on := day(t, "2026-04-01")
	for _, tc := range []struct {
		name string
		do   func(*walk, Content) (Edit, error)
		want error
	}{
		{"an unknown activity", func(w *walk, c Content) (Edit, error) {
			return w.r.RecordActivity(w.d.Latest(), c, FollowUp{Activity: "x", Date: on, Status: "done"}, "S", clock)
		}, ErrRow},
		{"nothing said", func(w *walk, c Content) (Edit, error) {
			return w.r.RecordActivity(w.d.Latest(), c, FollowUp{Activity: "a1", Date: on, Result: " "}, "S", clock)
		}, ErrIncomplete},
		{"an unknown status", func(w *walk, c Content) (Edit, error) {
			return w.r.RecordActivity(w.d.Latest(), c, FollowUp{Activity: "a1", Date: on, Status: "late"}, "S", clock)
		}, ErrChoice},
		{"an end before the planned start", func(w *walk, c Content) (Edit, error) {
			return w.r.RecordActivity(w.d.Latest(), c, FollowUp{Activity: "a1", Date: on, End: day(t, "2026-02-28")}, "S", clock)
		}, ErrDate},
		{"a day to come", func(w *walk, c Content) (Edit, error) {
			return w.r.RecordActivity(w.d.Latest(), c, FollowUp{Activity: "a1", Date: day(t, "2026-11-23"), Status: "done"}, "S", clock)
		}, ErrFuture},
		{"no day", func(w *walk, c Content) (Edit, error) {
			return w.r.RecordActivity(w.d.Latest(), c, FollowUp{Activity: "a1", Status: "done"}, "S", clock)
		}, ErrIncomplete},
		{"an unknown goal", func(w *walk, c Content) (Edit, error) {
			return w.r.RecordGoal(w.d.Latest(), c, GoalResult{Goal: "a1", Date: on, Attainment: Reached}, "S", clock)
		}, ErrRow},
		{"a goal without a result", func(w *walk, c Content) (Edit, error) {
			return w.r.RecordGoal(w.d.Latest(), c, GoalResult{Goal: "g1", Date: on}, "S", clock)
		}, ErrIncomplete},
		{"an evaluation without a report", func(w *walk, _ Content) (Edit, error) {
			return w.r.RecordEvaluation(w.d.Latest(), Evaluation{Date: on, Keep: "allt"}, clock)
		}, ErrIncomplete},
		{"an evaluation of a policy", func(*walk, Content) (Edit, error) {
			w := begin(t, Policy, untilFurther()).adopted()
			return w.r.RecordEvaluation(w.d.Latest(), Evaluation{Date: on, Report: "Klart"}, clock)
		}, ErrDocument},
		{"a draft", func(w *walk, c Content) (Edit, error) {
			w.next(false)
			return w.r.RecordActivity(w.d.Latest(), c, FollowUp{Activity: "a1", Date: on, Status: "done"}, "S", clock)
		}, ErrTransition},
		{"another activity in the place of the first", func(w *walk, c Content) (Edit, error) {
			w.do(w.r.RecordActivity(w.d.Latest(), c, FollowUp{Activity: "a1", Date: on, Status: "done"}, "S", clock))
			return w.correct(EventFollowUp, Filled{KeyActivity: Text("a2")})
		}, ErrRecord},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w, c := running(t)
			if _, err := tc.do(w, c); !errors.Is(err, tc.want) {
				t.Errorf("got %v, want %v", err, tc.want)
			}
		})
	}
}
