package plan

import (
	"fmt"
	"strings"
	"time"
)

// RecordActivity returns the edit that registers a follow-up of an activity of
// an adopted version with the content c. It must say something besides its day.
// It refuses with ErrTransition where the version is not adopted – a draft is
// edited –, ErrRow, ErrIncomplete, ErrFuture, ErrDate or ErrChoice.
func (r Register) RecordActivity(v Version, c Content, x FollowUp, by string, now time.Time) (Edit, error) {
	f := Filled{
		KeySubject: Text(OnActivity), KeyActivity: Ref(x.Activity), KeyDate: Day(x.Date), KeyStatus: Text(x.Status),
		KeyStart: Day(x.Start), KeyEnd: Day(x.End), KeyCost: x.Cost, KeyResult: Text(x.Result),
	}
	row, _, known := c.Get(KeyActivities).Row(x.Activity)
	switch {
	case !known:
		return Edit{}, fmt.Errorf("follow up activity %s: %w", x.Activity, ErrRow)
	case x.Status == "" && x.Start.IsZero() && x.End.IsZero() && x.Cost.IsZero() && strings.TrimSpace(x.Result) == "":
		return Edit{}, fmt.Errorf("follow up activity %s: %w", x.Activity, ErrIncomplete)
	}
	start := x.Start
	if start.IsZero() {
		start = row.Cells.Get(KeyStart).Date()
	}
	if !x.End.IsZero() && x.End.Before(start) {
		return Edit{}, fmt.Errorf("follow up activity %s: %w", x.Activity, ErrDate)
	}
	return r.record(v, f, by, now)
}

// RecordGoal returns the edit that registers a result of a goal of an adopted
// version with the content c; it refuses as RecordActivity does.
func (r Register) RecordGoal(v Version, c Content, x GoalResult, by string, now time.Time) (Edit, error) {
	_, _, known := c.Get(KeyGoals).Row(x.Goal)
	switch {
	case !known:
		return Edit{}, fmt.Errorf("follow up goal %s: %w", x.Goal, ErrRow)
	case x.Value.IsZero() && x.Attainment == "" && strings.TrimSpace(x.Result) == "":
		return Edit{}, fmt.Errorf("follow up goal %s: %w", x.Goal, ErrIncomplete)
	}
	return r.record(v, Filled{
		KeySubject: Text(OnGoal), KeyGoal: Ref(x.Goal), KeyDate: Day(x.Date), KeyOutcomeValue: x.Value,
		KeyAttainment: Text(x.Attainment), KeyResult: Text(x.Result),
	}, by, now)
}

// RecordEvaluation returns the edit that registers the closing evaluation of an
// assignment plan, which needs its final report, by x.By. It refuses with
// ErrDocument where the version is of another kind and else as RecordActivity
// does.
func (r Register) RecordEvaluation(v Version, x Evaluation, now time.Time) (Edit, error) {
	d, _, ok := r.VersionOf(v.ID)
	switch {
	case !ok || d.Kind != AssignmentPlan:
		return Edit{}, fmt.Errorf("evaluate %s: %w", v.ID, ErrDocument)
	case strings.TrimSpace(x.Report) == "":
		return Edit{}, fmt.Errorf("evaluate %s: %w", v.ID, ErrIncomplete)
	}
	return r.record(v, Filled{
		KeySubject: Text(OnClosing), KeyDate: Day(x.Date), KeyFinalReport: Text(x.Report), KeyKeep: Text(x.Keep),
		KeyChange: Text(x.Change), KeyStop: Text(x.Stop), KeyCost: x.Cost,
	}, x.By, now)
}

// RecordFollowUp returns the edit that registers the follow-up that the fields f
// of a form hold, of the subject that they name; it refuses as the function for
// that subject does, and with ErrChoice where they name none.
func (r Register) RecordFollowUp(v Version, c, f Content, by string, now time.Time) (Edit, error) {
	date, text := f.Get(KeyDate).Date(), func(k Key) string { return strings.TrimSpace(f.Text(k)) }
	switch f.Text(KeySubject) {
	case OnActivity:
		return r.RecordActivity(v, c, FollowUp{
			Activity: f.Get(KeyActivity).ID(), Date: date, Status: f.Text(KeyStatus), Start: f.Get(KeyStart).Date(),
			End: f.Get(KeyEnd).Date(), Cost: f.Get(KeyCost), Result: text(KeyResult),
		}, by, now)
	case OnGoal:
		return r.RecordGoal(v, c, GoalResult{
			Goal: f.Get(KeyGoal).ID(), Date: date, Value: f.Get(KeyOutcomeValue), Attainment: f.Text(KeyAttainment), Result: text(KeyResult),
		}, by, now)
	case OnClosing:
		return r.RecordEvaluation(v, Evaluation{
			By: by, Date: date, Report: text(KeyFinalReport), Keep: text(KeyKeep), Change: text(KeyChange), Stop: text(KeyStop),
			Cost: f.Get(KeyCost),
		}, now)
	}
	return Edit{}, fmt.Errorf("follow up %q: %w", f.Text(KeySubject), ErrChoice)
}

func (r Register) record(v Version, f Filled, by string, now time.Time) (Edit, error) {
	d, _, ok := r.VersionOf(v.ID)
	if !ok {
		return Edit{}, fmt.Errorf("follow up %s: %w", v.ID, ErrVersion)
	}
	e := Event{
		ID: NewID(), Kind: EventFollowUp, At: instant(now), By: by, Document: d.ID, Version: v.ID, Fields: NewContent(f),
	}
	if _, adopted := r.AdoptionOf(d, v.ID); !adopted {
		return Edit{}, fmt.Errorf("follow up %s: %w", v.ID, ErrTransition)
	}
	if err := checkFields(e, DateOf(now)); err != nil {
		return Edit{}, fmt.Errorf("follow up %s: %w", v.ID, err)
	}
	return Edit{Events: []Event{e}}, nil
}
