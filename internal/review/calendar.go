package review

import (
	"slices"

	"ledstjarna/internal/plan"
)

// calendar holds what the duties of all documents have in common, worked out
// once for one question.
type calendar struct {
	r           plan.Register
	on          plan.Date
	watch       plan.Date // duties due before this day are not watched; no date: all are
	rules       map[plan.DocumentKind]plan.Rule
	periods     []term
	cycles      map[int]term
	meetings    map[plan.ID][]plan.Meeting // by body, oldest first
	assignments map[plan.ID]plan.Assignment
}

func newCalendar(r plan.Register, on plan.Date) *calendar {
	c := &calendar{
		r: r, on: on, watch: r.Organisation().Get(plan.KeyWatchFrom).Date(),
		rules: map[plan.DocumentKind]plan.Rule{}, cycles: map[int]term{},
		meetings: map[plan.ID][]plan.Meeting{}, assignments: map[plan.ID]plan.Assignment{},
	}
	for _, k := range plan.DocumentKinds() {
		c.rules[k] = r.RuleOf(plan.Document{Kind: k})
	}
	for _, p := range r.Periods() {
		c.periods = append(c.periods, periodTerm(p))
	}
	for _, m := range r.Meetings() {
		c.meetings[m.Body] = append(c.meetings[m.Body], m)
	}
	for _, a := range r.Assignments() {
		c.assignments[a.ID] = a
	}
	return c
}

func (c *calendar) ruleOf(d plan.Document) plan.Rule {
	if d.Rule != "" {
		return d.Rule
	}
	return c.rules[d.Kind]
}

// cycle returns the year's window, and false where the register's own entry for
// the year lacks a day.
func (c *calendar) cycle(year int) (term, bool) {
	t, ok := c.cycles[year]
	if !ok {
		t = cycleTerm(c.r.Cycle(year))
		c.cycles[year] = t
	}
	return t, !t.start.IsZero() && !t.due.IsZero() && !t.due.Before(t.start)
}

// terms returns the terms for which a document with the history may owe a
// review: every watched one that has begun and the first one to come.
func (c *calendar) terms(h history) []term {
	var out []term
	add := func(t term) bool {
		if h.owes(t) && !t.due.Before(c.watch) {
			out = append(out, t)
			return t.start.After(c.on)
		}
		return false
	}
	switch h.rule {
	case plan.R1:
		for _, t := range c.periods {
			if add(t) {
				break
			}
		}
	case plan.R2:
		first := h.force.From.Year
		if !c.watch.IsZero() {
			first = max(first, c.watch.Year-1) // a window may close in the year after
		}
		for y := first; y <= c.on.Year+2; y++ {
			if t, ok := c.cycle(y); ok && add(t) {
				break
			}
		}
	case plan.R0:
	}
	return out
}

// lastMeeting returns the last meeting of the body in [from, to].
func (c *calendar) lastMeeting(body plan.ID, from, to plan.Date) plan.Meeting {
	for _, m := range slices.Backward(c.meetings[body]) {
		if m.Date.In(from, to) {
			return m
		}
	}
	return plan.Meeting{}
}
