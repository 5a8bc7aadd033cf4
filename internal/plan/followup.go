package plan

import (
	"cmp"
	"slices"
)

// FollowUp is what has been recorded of one activity beside the plan's frozen
// content. What no record says is unfilled.
type FollowUp struct {
	Activity ID // row of the activity plan
	Date     Date
	Status   string
	Start    Date // as it turned out, or as it is planned now
	End      Date
	Cost     Value // number
	Result   string
}

// GoalResult is what has been recorded of one goal on a day.
type GoalResult struct {
	Goal       ID // row of the goals
	Date       Date
	Value      Value  // number, in the goal's unit
	Attainment string // Reached, PartlyDone, NotReached
	Result     string
}

// Evaluation is the closing evaluation (slututvärdering) of an assignment plan.
type Evaluation struct {
	Event  ID
	By     string // who registered it
	Date   Date
	Report string // the final report, or where it is found
	Keep   string
	Change string
	Stop   string
	Cost   Value // number: what it all cost
}

// FollowUps returns what the records of the document say of each activity on
// the day: of each of its fields the latest record that says something, by the
// record's date and, on one day, by the order of registration.
func (r Register) FollowUps(doc ID, on Date) map[ID]FollowUp {
	out := map[ID]FollowUp{}
	for _, f := range r.followed(doc, OnActivity, on) {
		id := ID(f.Text(KeyActivity))
		x := out[id]
		x.Activity, x.Date = id, f.Get(KeyDate).Date()
		x.Status = cmp.Or(f.Text(KeyStatus), x.Status)
		x.Start = cmp.Or(f.Get(KeyStart).Date(), x.Start)
		x.End = cmp.Or(f.Get(KeyEnd).Date(), x.End)
		if v := f.Get(KeyCost); !v.IsZero() {
			x.Cost = v
		}
		x.Result = cmp.Or(f.Text(KeyResult), x.Result)
		out[id] = x
	}
	return out
}

// GoalResults returns the records of each of the document's goals up to the day,
// oldest first, of each year the last one.
func (r Register) GoalResults(doc ID, on Date) map[ID][]GoalResult {
	out := map[ID][]GoalResult{}
	for _, f := range r.followed(doc, OnGoal, on) {
		x := GoalResult{
			Goal: ID(f.Text(KeyGoal)), Date: f.Get(KeyDate).Date(), Value: f.Get(KeyOutcomeValue),
			Attainment: f.Text(KeyAttainment), Result: f.Text(KeyResult),
		}
		all := out[x.Goal]
		if n := len(all); n > 0 && all[n-1].Date.Year == x.Date.Year {
			all = all[:n-1]
		}
		out[x.Goal] = append(all, x)
	}
	return out
}

// EvaluationOf returns the document's closing evaluation as it stands on the
// day, the latest one where there are several.
func (r Register) EvaluationOf(doc ID, on Date) (Evaluation, bool) {
	var out Evaluation
	for _, e := range byDay(r.EventsOf(doc, EventFollowUp)) {
		f := e.Fields
		if f.Text(KeySubject) != OnClosing || f.Get(KeyDate).Date().After(on) {
			continue
		}
		out = Evaluation{
			Event: e.ID, By: e.By, Date: f.Get(KeyDate).Date(), Report: f.Text(KeyFinalReport),
			Keep: f.Text(KeyKeep), Change: f.Text(KeyChange), Stop: f.Text(KeyStop), Cost: f.Get(KeyCost),
		}
	}
	return out, out.Event != ""
}

// LastFollowUp returns the day of the latest follow-up of the document up to the
// day given, no date where there is none.
func (r Register) LastFollowUp(doc ID, on Date) Date {
	var last Date
	for _, e := range r.EventsOf(doc, EventFollowUp) {
		if d := e.Fields.Get(KeyDate).Date(); !d.After(on) {
			last = latest(last, d)
		}
	}
	return last
}

// followed returns the fields of the follow-ups of one subject up to the day in
// the order of their dates. A record that does not say what it is about is about
// an activity.
func (r Register) followed(doc ID, subject string, on Date) []Content {
	events := r.EventsOf(doc, EventFollowUp)
	slices.SortStableFunc(events, func(a, b Event) int {
		return a.Fields.Get(KeyDate).Date().Compare(b.Fields.Get(KeyDate).Date())
	})
	var out []Content
	for _, e := range events {
		if cmp.Or(e.Fields.Text(KeySubject), OnActivity) == subject && !e.Fields.Get(KeyDate).Date().After(on) {
			out = append(out, e.Fields)
		}
	}
	return out
}

// ActivitiesOn returns the rows of the document's activity plan as they stand on
// the day: a recorded status or date goes before the one in the content.
func (r Register) ActivitiesOn(doc ID, c Content, on Date) []Activity {
	return r.Followed(doc, Activities(c), on)
}

// Followed returns activities of the document as they stand on the day: a recorded
// status or date goes before the one given.
func (r Register) Followed(doc ID, list []Activity, on Date) []Activity {
	records := r.FollowUps(doc, on)
	if len(records) == 0 {
		return list
	}
	list = slices.Clone(list)
	for i, a := range list {
		x := records[a.ID]
		list[i].Status = cmp.Or(x.Status, a.Status)
		list[i].Start = cmp.Or(x.Start, a.Start)
		list[i].End = cmp.Or(x.End, a.End)
	}
	return list
}
