package plan

import (
	"errors"
	"testing"
)

// An activity is ticked off where it stands: in a draft in its content, of an adopted
// plan beside it, and not at all where the plan waits for its decision.
func TestAnActivityIsTickedOff(t *testing.T) {
	c := NewContent(Filled{
		KeyTitle: Text("Kampanj"), KeyValidity: Text(string(ValidUntilFurtherNotice)),
		KeyActivities: Rows(Row{ID: "a1", Cells: NewContent(Filled{KeyActivity: Text("Lunchmöte"), KeyEnd: Day(day(t, "2026-03-05")), KeyStatus: Text("planned")})}),
	})
	r, d := file(AssignmentPlan, c)
	w := &walk{t: t, r: r, d: d}
	tick := func(done bool) (Edit, error) {
		return w.r.TickActivity(Scheduled{w.d, w.d.Latest(), Seal(c)}, Tick{"a1", done, "S"}, clock)
	}
	e, err := tick(true)
	if err != nil || len(e.Changes) != 1 || len(e.Events) != 0 {
		t.Fatalf("a draft: %+v, %v", e, err)
	}
	ticked := e.Changes[0].(ContentChange).After
	if got := Activities(ticked.Content)[0]; got.Status != "done" || got.Name != "Lunchmöte" {
		t.Errorf("in the draft it is %+v", got)
	}
	e, err = w.r.TickActivity(Scheduled{w.d, w.d.Latest(), ticked}, Tick{"a1", false, "S"}, clock)
	if err != nil || Activities(e.Changes[0].(ContentChange).After.Content)[0].Status != "ongoing" {
		t.Errorf("with the tick taken away: %+v, %v", e, err)
	}
	if _, err := w.r.TickActivity(Scheduled{w.d, w.d.Latest(), Seal(c)}, Tick{Activity: "x"}, clock); !errors.Is(err, ErrRow) {
		t.Errorf("an unknown activity: %v", err)
	}
	w.stage(StageReady)
	if _, err := tick(true); !errors.Is(err, ErrLocked) {
		t.Errorf("a plan that waits for its decision: %v", err)
	}
	w.decide(Adopted, "2026-02-01")
	for _, want := range []string{"done", "planned"} {
		w.do(tick(want == "done"))
		if got := w.r.ActivitiesOn(w.d.ID, c, DateOf(clock))[0].Status; got != want {
			t.Errorf("the adopted plan's is %s, want %s", got, want)
		}
	}
	if es := w.r.EventsOf(w.d.ID, EventFollowUp); len(es) != 2 || es[0].By != "S" || w.d.Latest().Hash != Seal(c).Hash {
		t.Errorf("%d follow-ups", len(es))
	}
	old := w.d.Latest()
	w.next(false).stage(StageReady).decide(Adopted, "2026-04-01")
	if err := w.r.Tickable(w.d, old); !errors.Is(err, ErrFrozen) {
		t.Errorf("a version that another has replaced: %v", err)
	}
}
