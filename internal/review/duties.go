package review

import (
	"slices"

	"ledstjarna/internal/plan"
)

// Duties returns all duties of all documents as they stand on the day: the
// documents in the order of the register, the duties of each oldest first and
// after them the needs that were registered for it. They are every duty that has
// begun and is watched, met or not, and the next one to come.
//
// A duty is watched if it is due on or after the organisation's "Bevaka översyn
// från" (plan.KeyWatchFrom); where that is not set, all are. Records dated
// after the day are left out of account, so that an earlier day can be asked
// for.
func Duties(r plan.Register, on plan.Date) []Duty {
	c := newCalendar(r, on)
	docs := r.Documents()
	owing, n := make([]*history, 0, len(docs)), 0
	for _, d := range docs {
		if h, ok := c.history(d); ok {
			owing = append(owing, h)
			n += len(h.terms) + len(h.needs)
		}
	}
	out := make([]Duty, 0, n)
	for _, h := range owing {
		out = c.add(out, h)
	}
	return out
}

// Of returns the duties of one document, as Duties does; none where the
// register does not have it.
func Of(r plan.Register, doc plan.ID, on plan.Date) []Duty {
	d, ok := r.Document(doc)
	if !ok {
		return nil
	}
	return newCalendar(r, on).duties(d)
}

// NextDue returns the day by which the document's next review is to be made
// ("Nästa översyn"), which has passed where one is late. It is false where none
// is owed: no rule, not adopted, no longer in force, or the register lacks the
// next mandate period.
func NextDue(r plan.Register, doc plan.ID, on plan.Date) (plan.Date, bool) {
	for _, d := range Of(r, doc, on) {
		if d.State.Open() && d.Rule != plan.R3 {
			return d.Due, true
		}
	}
	return plan.Date{}, false
}

func (c *calendar) duties(d plan.Document) []Duty {
	h, ok := c.history(d)
	if !ok {
		return nil
	}
	return c.add(make([]Duty, 0, len(h.terms)+len(h.needs)), h)
}

// add appends the duties of the document with the history to those of others.
func (c *calendar) add(all []Duty, h *history) []Duty {
	out := all[len(all):]
	var later verdict // the earliest record that met a later year
	for _, t := range slices.Backward(h.terms) {
		opens := t.opens(h.force.From)
		v, met := h.met(t, opens)
		if later.event != "" && (!met || later.before(v)) {
			v, met = later, true
		}
		if met && t.rule == plan.R2 {
			later = v
		}
		out = append(out, c.duty(h, t, v))
	}
	slices.Reverse(out)
	all = append(all, withoutRemote(out, c.on)...)
	for _, t := range h.needs {
		v, _ := h.met(t, t.start)
		all = append(all, c.duty(h, t, v))
	}
	return all
}

// withoutRemote leaves out the duty to come, while it is far off, as long as an
// earlier one is still to be met in time.
func withoutRemote(ds []Duty, on plan.Date) []Duty {
	n := len(ds) - 1
	if n < 1 || ds[n].State != NotDue || !ds[n].Opens.After(on) {
		return ds
	}
	for _, d := range ds[:n] {
		if d.State.Open() && !on.After(d.Due) {
			return ds[:n]
		}
	}
	return ds
}

// duty says how the duty of the term stands; v is what met it, if anything.
func (c *calendar) duty(h *history, t *term, v verdict) Duty {
	d := Duty{
		Document: h.document, Rule: t.rule, Concern: t.concern, Label: t.label,
		Opens: t.opens(h.force.From), Due: t.due, Met: v.date, MetBy: v.event,
	}
	switch {
	case v.event != "" && v.first:
		d.State = DoneByAdoption
	case v.event != "" && t.rule != plan.R3 && v.date.After(t.due):
		d.State, d.Days = DoneLate, t.due.DaysUntil(v.date)
	case v.event != "":
		d.State = Done
	case !h.ended.IsZero() && !c.on.Before(h.ended):
		d.State, d.Ending, d.Ended = Closed, h.ending, h.ended
	case t.rule == plan.R3:
		d.State, d.Days = Due, t.start.DaysUntil(c.on)
		d.Snoozed = h.snoozed(t, c.on, func(plan.Date) State { return Due })
	default:
		c.unmet(&d, h, t)
	}
	if d.State.Open() {
		d.Unfinished = h.unfinished
	}
	return d
}

func (c *calendar) unmet(d *Duty, h *history, t *term) {
	d.LastMeeting = c.lastMeeting(h.body, t.firstMeeting(d.Opens), t.due)
	d.State = t.state(c.on, d.Opens, d.LastMeeting)
	if d.Days = c.on.DaysUntil(t.due); d.Days < 0 {
		d.Days = -d.Days
	}
	if d.State == Late {
		if d.Planned = h.planned(t, d.Opens, c.on); !d.Planned.IsZero() {
			d.State = Deviation
		}
	}
	if d.State == Due || d.State == Urgent {
		d.Snoozed = h.snoozed(t, c.on, func(on plan.Date) State { return t.state(on, d.Opens, d.LastMeeting) })
	}
	d.Recent = d.State != NotDue && d.State != Upcoming && h.recent(t)
}
