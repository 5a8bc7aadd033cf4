package review

import (
	"cmp"
	"slices"

	"ledstjarna/internal/plan"
)

// history is what has happened to one document up to the day of the question,
// as far as its duties depend on it.
type history struct {
	document   plan.ID
	rule       plan.Rule
	force      plan.Force // of an assignment plan, within its assignment
	ended      plan.Date  // first day on which nothing is owed any more; no date: not ended
	ending     plan.Ending
	adoptions  []plan.Adoption // oldest first
	body       plan.ID         // the body that adopted it last
	reviews    []verdict
	unfinished plan.ID // the last review, where it could not be completed
	deviations []deviation
	snoozes    []snooze
	terms      []*term // for which it may owe a review
	needs      []*term // that were registered for it
}

// verdict is what counts of a review or of an adoption that meets a duty.
type verdict struct {
	event   plan.ID
	concern Concern
	date    plan.Date
	counts  bool // ticked as the year's review
	first   bool // a first adoption
}

// deviation is a decision to review past the due date, by another day. One that
// concerns no duty is about those that were near when it was made.
type deviation struct {
	concern        Concern
	decided, until plan.Date
}

// snooze postpones the prompt of a duty to a day.
type snooze struct {
	concern     Concern
	made, until plan.Date
	level       State // of the duty when it was made; "" in old records
}

// history gathers what the document's duties depend on; false where it owes
// none because no rule applies or nothing is adopted.
func (c *calendar) history(d plan.Document) (*history, bool) {
	h := &history{document: d.ID, rule: c.ruleOf(d)}
	h.needs = c.needs(d.ID)
	if h.rule == plan.R0 && len(h.needs) == 0 {
		return h, false
	}
	for _, a := range c.r.Adoptions(d.ID) {
		if !a.Date.After(c.on) {
			h.adoptions = append(h.adoptions, a)
		}
	}
	if len(h.adoptions) == 0 {
		return h, false
	}
	for _, a := range h.adoptions {
		h.body = cmp.Or(a.Body, h.body)
	}
	h.force = c.r.ForceBy(d.ID, c.on)
	h.ended, h.ending = c.closing(d.ID, h.force.Ending)
	if d.Kind == plan.AssignmentPlan {
		h.within(c.assignmentOf(d, h.adoptions[len(h.adoptions)-1]))
	}
	h.reviews = c.verdicts(d.ID)
	h.unfinished = c.unfinished(h)
	c.postponed(h)
	if h.rule != plan.R0 {
		h.terms = c.terms(h)
	}
	return h, true
}

// postponed gathers the deviations and snoozes up to the day.
func (c *calendar) postponed(h *history) {
	for e := range c.r.AllEventsOf(h.document, plan.EventDeviation) {
		x := deviation{concernOf(e.Fields), e.Fields.Get(plan.KeyDecisionDate).Date(), e.Fields.Get(plan.KeyUntil).Date()}
		if !x.decided.IsZero() && !x.decided.After(c.on) {
			h.deviations = append(h.deviations, x)
		}
	}
	for e := range c.r.AllEventsOf(h.document, plan.EventSnooze) {
		x := snooze{concernOf(e.Fields), e.Fields.Get(plan.KeyDate).Date(), e.Fields.Get(plan.KeyUntil).Date(), State(e.Fields.Text(plan.KeyLevel))}
		if !x.made.IsZero() && !x.made.After(c.on) {
			h.snoozes = append(h.snoozes, x)
		}
	}
}

// closing returns the first day on which the document is repealed or
// superseded. It may be later than the day on which it ceased to apply, because
// an expired document still owes its reviews until then.
func (c *calendar) closing(doc plan.ID, ending plan.Ending) (plan.Date, plan.Ending) {
	var (
		day plan.Date
		why plan.Ending
	)
	end := func(first plan.Date, e plan.Ending) {
		if day.IsZero() || first.Before(day) {
			day, why = first, e
		}
	}
	if ending != plan.EndedRepealed && ending != plan.EndedSuperseded {
		return day, why
	}
	for _, e := range c.r.EventsOf(doc, plan.EventDecision) {
		if decided := e.Fields.Get(plan.KeyDecisionDate).Date(); e.Fields.Text(plan.KeyOutcome) == plan.Repealed && !decided.After(c.on) {
			end(cmp.Or(e.Fields.Get(plan.KeyValidTo).Date(), decided).AddDays(1), plan.EndedRepealed)
		}
	}
	for _, id := range c.r.Subjects(doc, plan.Supersedes) {
		if as := c.r.Adoptions(id); len(as) > 0 && !as[0].Date.After(c.on) {
			end(as[0].ValidFrom, plan.EndedSuperseded)
		}
	}
	return day, why
}

func (c *calendar) assignmentOf(d plan.Document, a plan.Adoption) plan.Assignment {
	v, _ := d.Version(a.Version)
	return c.assignments[v.Head.Assignment]
}

// within narrows the force to the time in which the assignment runs: a plan
// owes nothing before its assignment starts or after it has ended.
func (h *history) within(a plan.Assignment) {
	h.force.From = latest(h.force.From, a.Start)
	if a.End.IsZero() {
		return
	}
	if h.force.To.IsZero() || a.End.Before(h.force.To) {
		h.force.To = a.End
	}
	if first := a.End.AddDays(1); h.ended.IsZero() || first.Before(h.ended) {
		h.ended, h.ending = first, AssignmentEnded
	}
}

// verdicts returns the complete reviews up to the day, without those that could
// not be finished.
func (c *calendar) verdicts(doc plan.ID) []verdict {
	n := 0
	for range c.r.ReviewFacts(doc) {
		n++
	}
	out := make([]verdict, 0, n)
	for f := range c.r.ReviewFacts(doc) {
		if !c.counts(f) {
			continue
		}
		out = append(out, verdict{
			event: f.Event, concern: Concern{Period: f.Period, Year: f.Year, Need: f.Need}, date: f.Date, counts: f.CountsAsYears,
		})
	}
	return out
}

// unfinished returns the document's latest review if it could not be completed
// and nothing has handled that since: no later review, no revised version. Of a
// day on which both were made, the one that was completed stands.
func (c *calendar) unfinished(h *history) plan.ID {
	var last verdict
	for f := range c.r.ReviewFacts(h.document) {
		if v := (verdict{event: f.Event, date: f.Date}); f.Outcome == plan.CannotComplete && !f.Date.After(c.on) && last.before(v) {
			last = v
		}
	}
	handled := func(day plan.Date) bool { return !day.Before(last.date) }
	if last.event == "" || slices.ContainsFunc(h.reviews, func(v verdict) bool { return handled(v.date) }) ||
		slices.ContainsFunc(h.adoptions, func(a plan.Adoption) bool { return !a.Editorial() && handled(a.Date) }) {
		return ""
	}
	return last.event
}

// counts reports whether a complete review had been made by the day.
func (c *calendar) counts(f *plan.ReviewFact) bool {
	return !f.Date.After(c.on) && f.Outcome != plan.CannotComplete
}

// owes reports whether the document owes a review in the term. A year's review
// is owed by what applied when the window opened, unless it was first adopted
// on that very day.
func (h *history) owes(t *term) bool {
	if t.rule == plan.R1 {
		return h.force.Overlaps(t.start, t.due)
	}
	return h.force.On(t.start) && h.adoptions[0].Date.Before(t.start)
}

// met returns the record that meets the duty of the term, the earliest one
// where there are several.
func (h *history) met(t *term, opens plan.Date) (verdict, bool) {
	var best verdict
	try := func(v verdict) {
		late := !h.ended.IsZero() && !v.date.Before(h.ended)
		if !late && (best.event == "" || v.before(best)) {
			best = v
		}
	}
	for i := range h.reviews {
		if v := &h.reviews[i]; t.metBy(v, opens) {
			try(*v)
		}
	}
	for i := range h.adoptions {
		if a := &h.adoptions[i]; t.metByAdoption(a, i == 0, opens) {
			try(verdict{event: a.Event, date: a.Date, first: i == 0})
		}
	}
	return best, best.event != ""
}

// before orders verdicts by day; on the same day by ID, so that the order in
// which they were recorded does not matter.
func (v verdict) before(w verdict) bool {
	return cmp.Or(v.date.Compare(w.date), cmp.Compare(v.event, w.event)) < 0
}

// metBy reports whether a review meets the term's duty. One that is ticked as
// the year's review may be made shortly before the window opens, and need not
// name the year.
func (t *term) metBy(v *verdict, opens plan.Date) bool {
	if v.concern != t.concern && !v.concern.IsZero() {
		return false
	}
	ticked := t.rule == plan.R2 && v.counts && v.date.In(t.counts, t.due)
	if v.concern.IsZero() {
		return ticked
	}
	return ticked || !v.date.Before(opens)
}

// metByAdoption reports whether an adoption meets the term's duty: a revised
// version while the duty is open, a first one in the last months of the period
// or where it is recorded to have been a review.
func (t *term) metByAdoption(a *plan.Adoption, first bool, opens plan.Date) bool {
	switch {
	case a.Editorial():
		return false
	case !first && t.rule == plan.R3:
		return !a.Date.Before(opens)
	case !first:
		return a.Date.In(opens, t.due)
	case t.rule == plan.R1:
		return a.Date.In(t.ready, t.due) || a.IncludedReview && a.Date.In(t.start, t.due)
	}
	return false
}

// recent reports whether the document was adopted shortly before the window.
func (h *history) recent(t *term) bool {
	return t.rule == plan.R2 && slices.ContainsFunc(h.adoptions, func(a plan.Adoption) bool {
		return !a.Editorial() && a.Date.In(t.start.AddDays(-recentDays), t.start.AddDays(-1))
	})
}

// planned returns the day that the latest deviation plans for the late duty, as
// long as that day has not passed: a later decision replaces an earlier one, also
// with a nearer day. Of two on one day the farther counts, so that the order in
// which they were recorded does not matter. A decision made before the duty could
// be met was about an earlier one.
func (h *history) planned(t *term, opens, on plan.Date) plan.Date {
	var last deviation
	for _, x := range h.deviations {
		about := x.concern == t.concern || x.concern.IsZero() && !x.decided.Before(earliest(opens, t.upcoming))
		if about && cmp.Or(x.decided.Compare(last.decided), x.until.Compare(last.until)) > 0 {
			last = x
		}
	}
	if on.After(last.until) {
		return plan.Date{}
	}
	return last.until
}

// snoozed returns the day to which the prompt of the duty is postponed, as long
// as that day has not come and the duty stands as it did when the person
// postponed it: a new level asks anew, also one that a meeting entered since has
// moved to before that day.
func (h *history) snoozed(t *term, on plan.Date, state func(on plan.Date) State) plan.Date {
	var day plan.Date
	for _, x := range h.snoozes {
		if x.concern == t.concern && on.Before(x.until) && cmp.Or(x.level, state(x.made)) == state(on) {
			day = latest(day, x.until)
		}
	}
	return day
}
