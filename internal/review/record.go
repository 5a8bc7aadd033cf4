package review

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"ledstjarna/internal/plan"
)

// Record checks a review that a person has made and returns the edit that
// registers it together with what follows from its outcome, and the review as
// it is stored.
//
// A review without Concern is taken to concern the oldest duty that is unmet and
// that it can meet on its day, a registered need only where nothing scheduled is
// left; one made for need (ForNeed) concerns the oldest open need, or none. Without
// Version it is of the version that applied, without Completed it was completed
// on the day of the decision, without Trigger the concern tells what it was for.
// ID, At and Draft are given here.
//
// The outcomes plan.Editorial, plan.Revise and plan.Supersede begin a new draft,
// a copy of basis: the sealed content of the version that Basis names. Where it
// names none, because a fitting draft is open already, that one is linked and
// basis is not used. plan.Repeal repeals the document if a body has decided so,
// and is otherwise the intention only. After plan.CannotComplete the duty stays.
//
// A review of a plan whose assignment had ended on its day is refused with
// ErrLapsed: nothing is owed for it any more; it can still be repealed.
//
// It refuses with a MissingError, plan.ErrDocument, plan.ErrVersion,
// plan.ErrOutcome, plan.ErrDraftOpen or one of this package's errors; nothing
// has then been changed.
func Record(r plan.Register, rv Review, basis plan.Sealed, now time.Time) (plan.Edit, Review, error) {
	d, ok := r.Document(rv.Document)
	if !ok {
		return plan.Edit{}, Review{}, fmt.Errorf("record review of %s: %w", rv.Document, plan.ErrDocument)
	}
	rv.ID, rv.At, rv.Draft = plan.NewID(), now.UTC().Truncate(time.Second), ""
	if rv.Completed.IsZero() {
		rv.Completed = rv.DecisionDate
	}
	rv.Checklist = asAsked(r, rv.Checklist)
	rv, err := complete(r, d, rv, plan.DateOf(now))
	if err != nil {
		return plan.Edit{}, Review{}, fmt.Errorf("record review of %s: %w", d.ID, err)
	}
	e, draft, err := consequence(r, d, rv, basis, now)
	if err != nil {
		return plan.Edit{}, Review{}, fmt.Errorf("record review of %s: %w", d.ID, err)
	}
	rv.Draft = draft
	record := plan.Event{
		ID: rv.ID, Kind: plan.EventReview, At: rv.At, By: rv.By, Document: d.ID, Version: rv.Version,
		Corrects: rv.Corrects, Fields: rv.fields(),
	}
	e.Events = slices.Insert(e.Events, 0, record)
	return e, rv, nil
}

// asAsked gives the answers the organisation's own words of their questions. An
// answer to a question that it does not ask keeps none and is refused.
func asAsked(r plan.Register, answers []Answer) []Answer {
	out := slices.Clone(answers)
	asked := r.ReviewQuestions()
	for i := range out {
		out[i].Text = ""
		for _, q := range asked {
			if q.ID == out[i].Question {
				out[i].Text = q.Text
			}
		}
	}
	return out
}

// complete checks the review and fills in what it leaves to be derived.
func complete(r plan.Register, d plan.Document, rv Review, today plan.Date) (Review, error) {
	bare := rv
	bare.Concern = Concern{} // whether it is owed at all is told before what it takes
	if ks := bare.Missing(); len(ks) > 0 {
		return rv, &MissingError{ks}
	}
	if err := rv.check(r, today); err != nil {
		return rv, err
	}
	if err := rv.attribute(r, d, today); err != nil {
		return rv, err
	}
	if err := rv.ofVersion(r, d); err != nil {
		return rv, err
	}
	if rv.Trigger == "" {
		rv.Trigger = rv.Concern.trigger()
	}
	if ks := rv.Missing(); len(ks) > 0 { // what a mandate period's review needs besides
		return rv, &MissingError{ks}
	}
	return rv, nil
}

func (c Concern) trigger() Trigger {
	switch {
	case c.Period != "":
		return ForPeriod
	case c.Year != 0:
		return ForYear
	case c.Need != "":
		return ForNeed
	}
	return ForNeed
}

// check looks at what the record says on its own.
func (rv Review) check(r plan.Register, today plan.Date) error {
	if !slices.Contains(choices(plan.KeyOutcome), rv.Outcome) {
		return fmt.Errorf("outcome %q: %w", rv.Outcome, plan.ErrOutcome)
	}
	if rv.Trigger != "" && !slices.Contains(choices(plan.KeyTrigger), string(rv.Trigger)) {
		return fmt.Errorf("trigger %q: %w", rv.Trigger, ErrTrigger)
	}
	if _, ok := r.Entry(plan.ListBodies, rv.Body); rv.Body != "" && !ok {
		return fmt.Errorf("body %s: %w", rv.Body, ErrBody)
	}
	if rv.NoFormalDecision && (rv.Body != "" || strings.TrimSpace(rv.Paragraph) != "") {
		return ErrDecided
	}
	for _, day := range []plan.Date{rv.Started, rv.Completed, rv.DecisionDate} {
		if day.After(today) {
			return fmt.Errorf("%s: %w", day, ErrFuture)
		}
	}
	if rv.Started.After(rv.Completed) {
		return fmt.Errorf("from %s to %s: %w", rv.Started, rv.Completed, ErrOrder)
	}
	answers := []string{"", plan.Yes, plan.No, plan.Partly, plan.NotApplicable}
	asked := map[plan.ID]bool{}
	for _, a := range rv.Checklist {
		known := plan.IsStandardQuestion(a.Question) || a.Text != ""
		if asked[a.Question] || !known || !slices.Contains(answers, a.Answer) {
			return fmt.Errorf("%s %q: %w", a.Question, a.Answer, ErrChecklist)
		}
		asked[a.Question] = true
	}
	return nil
}

func choices(k plan.Key) []string {
	f, _ := plan.FieldIn(plan.EventFields(plan.EventReview), k)
	return f.Choices
}

// attribute finds the duty that the review concerns, or checks the one that it
// names, which may be older than what is watched.
func (rv *Review) attribute(r plan.Register, d plan.Document, today plan.Date) error {
	if len(r.Adoptions(d.ID)) == 0 {
		return ErrNotAdopted
	}
	c, day := newCalendar(r, today), rv.Date()
	if day.Before(r.ForceOf(d.ID).From) {
		return fmt.Errorf("%s: %w", day, ErrNotInForce)
	}
	if end, why := c.closing(d.ID, r.ForceOf(d.ID).Ending); why != plan.NotEnded && !day.Before(end) {
		return fmt.Errorf("%s: %w", day, ErrNotInForce)
	}
	if rv.Outcome != plan.Repeal && c.lapsed(d, day) {
		return fmt.Errorf("%s: %w", day, ErrLapsed)
	}
	h, owes := c.history(d)
	switch {
	case rv.Concern.IsZero() && owes:
		rv.Concern = c.oldestUnmet(d, h, *rv)
		return nil
	case rv.Concern.IsZero():
		return nil
	case !owes || h.over(day):
		return ErrConcern
	}
	c.watch = plan.Date{}
	return c.named(h, *rv)
}

// over reports whether nothing was owed any more on the day.
func (h *history) over(day plan.Date) bool { return !h.ended.IsZero() && !day.Before(h.ended) }

func (c *calendar) oldestUnmet(d plan.Document, h *history, rv Review) Concern {
	terms := h.needs
	if rv.Trigger != ForNeed && h.rule != plan.R0 {
		terms = slices.Concat(c.terms(h), h.needs)
	}
	unmet := map[Concern]bool{}
	for _, t := range terms {
		unmet[t.concern] = true
	}
	for _, x := range c.duties(d) {
		closed := x.State == Closed && !rv.Date().Before(x.Ended)
		unmet[x.Concern] = !x.State.Met() && !closed
	}
	for _, t := range terms {
		v := verdict{concern: t.concern, date: rv.Date(), counts: rv.CountsAsYears}
		if unmet[t.concern] && t.metBy(&v, t.opens(h.force.From)) {
			return t.concern
		}
	}
	return Concern{}
}

func (c *calendar) named(h *history, rv Review) error {
	terms := h.needs
	if h.rule != plan.R0 {
		terms = slices.Concat(c.terms(h), h.needs)
	}
	for _, t := range terms {
		if t.concern != rv.Concern {
			continue
		}
		v := verdict{concern: t.concern, date: rv.Date(), counts: rv.CountsAsYears}
		if !t.metBy(&v, t.opens(h.force.From)) {
			return fmt.Errorf("%s before %s: %w", v.date, t.opens(h.force.From), ErrNotOpen)
		}
		return nil
	}
	return ErrConcern
}

// ofVersion finds the version that was reviewed or checks the one named.
func (rv *Review) ofVersion(r plan.Register, d plan.Document) error {
	if rv.Version == "" {
		v, _, ok := r.Current(d, rv.Date())
		if !ok {
			return ErrNotInForce
		}
		rv.Version = v.ID
		return nil
	}
	if _, ok := r.AdoptionOf(d, rv.Version); !ok {
		return plan.ErrVersion
	}
	return nil
}
