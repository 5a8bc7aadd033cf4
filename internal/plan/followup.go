package plan

import "slices"

// FollowUp is what has been recorded of one activity beside the plan's frozen
// content. What no record says is unfilled.
type FollowUp struct {
	Activity ID // row of the activity plan
	Date     Date
	Status   string
	Cost     Value // number
	Result   string
}

// FollowUps returns what the records of the document say of each activity on
// the day: of each of its fields the latest record that says something, by the
// record's date and, on one day, by the order of registration.
func (r Register) FollowUps(doc ID, on Date) map[ID]FollowUp {
	events := r.EventsOf(doc, EventFollowUp)
	slices.SortStableFunc(events, func(a, b Event) int {
		return a.Fields.Get(KeyDate).Date().Compare(b.Fields.Get(KeyDate).Date())
	})
	out := make(map[ID]FollowUp, len(events))
	for _, e := range events {
		f := e.Fields
		if f.Get(KeyDate).Date().After(on) {
			continue
		}
		id := ID(f.Text(KeyActivity))
		x := out[id]
		x.Activity, x.Date = id, f.Get(KeyDate).Date()
		if s := f.Text(KeyStatus); s != "" {
			x.Status = s
		}
		if v := f.Get(KeyCost); !v.IsZero() {
			x.Cost = v
		}
		if s := f.Text(KeyResult); s != "" {
			x.Result = s
		}
		out[id] = x
	}
	return out
}

// ActivitiesOn returns the rows of the document's activity plan as they stand on
// the day: a recorded status goes before the one in the content.
func (r Register) ActivitiesOn(doc ID, c Content, on Date) []Activity {
	list := Activities(c)
	records := r.FollowUps(doc, on)
	for i, a := range list {
		if s := records[a.ID].Status; s != "" {
			list[i].Status = s
		}
	}
	return list
}
