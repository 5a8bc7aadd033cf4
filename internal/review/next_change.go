package review

import "ledstjarna/internal/plan"

// NextChange returns the first day after the given one on which, without any new
// record, a person is to be told of more: a duty becomes due, urgent or late, a
// planned day has passed, a postponed prompt comes back, or the register lacks
// something more. It is false where nothing lies ahead.
func NextChange(r plan.Register, on plan.Date) (plan.Date, bool) {
	c := newCalendar(r, on)
	var next plan.Date
	try := func(day plan.Date) {
		if day.After(on) && (next.IsZero() || day.Before(next)) {
			next = day
		}
	}
	for _, d := range r.Documents() {
		h, ok := c.history(d)
		if !ok {
			continue
		}
		for _, x := range c.add(nil, h) {
			if x.State.Open() {
				c.changes(h, x, try)
			}
		}
		if h.rule == plan.R0 {
			continue
		}
		for _, t := range c.candidates(h) { // overlapping periods may come before what is owed first
			if !t.due.Before(c.watch) && h.owes(t) && c.awaits(h, t) {
				c.changesOf(h, t, try)
			}
		}
	}
	if day, ok := nextPrompt(r, on, next); ok {
		next = day
	}
	return next, !next.IsZero()
}

// changes tells the days on which an open duty will ask anew.
func (c *calendar) changes(h *history, d Duty, try func(plan.Date)) {
	try(d.Snoozed)
	if !d.Planned.IsZero() {
		try(d.Planned.AddDays(1))
	}
	for _, t := range h.terms {
		if t.concern == d.Concern {
			c.changesOf(h, t, try)
		}
	}
}

func (c *calendar) changesOf(h *history, t *term, try func(plan.Date)) {
	opens := t.opens(h.force.From)
	last := c.lastMeeting(h.body, t.firstMeeting(opens), t.due)
	try(latest(t.ready, opens))
	try(latest(t.urgentFrom(last), opens))
	try(t.due.AddDays(1))
}
