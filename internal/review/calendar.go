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
	periods     []*term
	cycles      map[int]*term
	meetings    map[plan.ID][]plan.Meeting // by body, oldest first
	assignments map[plan.ID]plan.Assignment
}

func newCalendar(r plan.Register, on plan.Date) *calendar {
	c := &calendar{
		r: r, on: on, watch: r.Organisation().Get(plan.KeyWatchFrom).Date(),
		rules: map[plan.DocumentKind]plan.Rule{}, cycles: map[int]*term{},
		meetings: map[plan.ID][]plan.Meeting{}, assignments: map[plan.ID]plan.Assignment{},
	}
	for _, k := range plan.DocumentKinds() {
		c.rules[k] = r.RuleOf(plan.Document{Kind: k})
	}
	for _, p := range r.Periods() {
		if p.End.Before(p.Start) {
			continue // a mistake in the register, which is told there
		}
		t := periodTerm(p)
		c.periods = append(c.periods, &t)
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
func (c *calendar) cycle(year int) (*term, bool) {
	t, ok := c.cycles[year]
	if !ok {
		made := cycleTerm(c.r.Cycle(year))
		t = &made
		c.cycles[year] = t
	}
	return t, !t.start.IsZero() && !t.due.IsZero() && !t.due.Before(t.start)
}

// terms returns the terms for which a document with the history may owe a
// review: every watched one that has begun and the first one to come that is not
// met before its time. They are shared and must not be changed.
func (c *calendar) terms(h *history) []*term { return c.owed(h, c.candidates(h)) }

// candidates are the terms of the document's rule, some years beyond the day.
func (c *calendar) candidates(h *history) []*term {
	if h.rule == plan.R1 {
		return c.periods
	}
	first := h.force.From.Year
	if !c.watch.IsZero() {
		first = max(first, c.watch.Year-1) // a window may close in the year after
	}
	last := max(c.on.Year, first) + 2 // next year's may have been met this year
	all := make([]*term, 0, max(0, last+1-first))
	for y := first; y <= last; y++ {
		if t, ok := c.cycle(y); ok {
			all = append(all, t)
		}
	}
	return all
}

// owed returns those of the terms that the document owes a review of and that
// are watched, up to the first one to come that is not met yet.
func (c *calendar) owed(h *history, all []*term) []*term {
	out := make([]*term, 0, len(all))
	for _, t := range all {
		if t.due.Before(c.watch) || !h.owes(t) {
			continue
		}
		if out = append(out, t); c.awaits(h, t) {
			break
		}
	}
	return out
}

// awaits reports whether the term is to come and has not been met before its time.
func (c *calendar) awaits(h *history, t *term) bool {
	if !t.start.After(c.on) {
		return false
	}
	_, met := h.met(t, t.opens(h.force.From))
	return !met
}

// lastMeeting returns the last meeting of the body in [from, to].
func (c *calendar) lastMeeting(body plan.ID, from, to plan.Date) plan.Meeting {
	ms := c.meetings[body]
	after, _ := slices.BinarySearchFunc(ms, to.AddDays(1), func(m plan.Meeting, d plan.Date) int { return m.Date.Compare(d) })
	if after == 0 || ms[after-1].Date.Before(from) {
		return plan.Meeting{}
	}
	return ms[after-1]
}
