package review

import (
	"fmt"
	"time"

	"ledstjarna/internal/plan"
)

// Correct registers a correction as plan.Register.Correct does and refuses, with
// this package's errors, a review, a need, a snooze or a deviation that could not
// have been recorded so. A snooze must obey the rules of the day on which it was
// made. What a corrected review led to, a draft or a decision to repeal, stands
// as it is: a draft is worked on or left, a decision is corrected on its own. An
// outcome that would lead to a draft or a repeal is refused with ErrOutcome: the
// review is annulled and recorded again.
func Correct(r plan.Register, c plan.Correction, by string, now time.Time) (plan.Edit, error) {
	if e, ok := r.Event(c.Event); ok && !c.Annul {
		is := e
		is.Fields = c.Fields
		if err := checkAgain(r, e, is, plan.DateOf(now)); err != nil {
			return plan.Edit{}, fmt.Errorf("correct %s %s: %w", e.Kind, c.Event, err)
		}
	}
	return r.Correct(c, by, now)
}

// checkAgain checks what an event is to say instead of what it was.
func checkAgain(r plan.Register, was, e plan.Event, today plan.Date) error {
	f := e.Fields
	switch e.Kind {
	case plan.EventReview:
		return checkReviewAgain(r, was, FromEvent(e), today)
	case plan.EventNeed:
		return Need{Document: e.Document, Reason: f.Text(plan.KeyReason), Date: f.Get(plan.KeyDate).Date()}.check(r, today)
	case plan.EventDeviation:
		return postponementOf(e).checkAgain(r, concernOf(was.Fields), today)
	case plan.EventSnooze:
		return checkSnoozeAgain(without(r, e), e, today)
	case plan.EventDecision, plan.EventNoPlanNeeded, plan.EventFollowUp, plan.EventItem, plan.EventExport, plan.EventImport, plan.EventRestore:
	}
	return nil
}

// checkReviewAgain checks a review that was recorded before. One that says
// another day or concern must be able to meet what it names; the others stand as
// they did, though the periods may have changed since.
func checkReviewAgain(r plan.Register, was plan.Event, rv Review, today plan.Date) error {
	if ks := rv.Missing(); len(ks) > 0 {
		return &MissingError{ks}
	}
	if err := rv.check(r, today); err != nil {
		return err
	}
	old := FromEvent(was)
	if rv.leads() && (rv.Outcome != old.Outcome || !old.leads()) {
		return ErrOutcome
	}
	d, ok := r.Document(rv.Document)
	if !ok || rv.Concern.IsZero() || rv.Concern == old.Concern && rv.Date() == old.Date() && rv.CountsAsYears == old.CountsAsYears {
		return nil
	}
	return rv.attribute(without(r, was), d, today)
}

// leads reports whether the review has a consequence beside its record.
func (rv Review) leads() bool {
	switch rv.Outcome {
	case plan.Editorial, plan.Revise, plan.Supersede:
		return true
	}
	return rv.Outcome == plan.Repeal && rv.Body != "" && !rv.NoFormalDecision
}

// without is the register as if the event had never been registered.
func without(r plan.Register, e plan.Event) plan.Register {
	annulled := plan.NewContent(plan.Filled{plan.KeyAnnulled: plan.Text(plan.Yes)})
	return r.Apply(plan.Edit{Events: []plan.Event{{Kind: e.Kind, Document: e.Document, Corrects: e.ID, Fields: annulled}}})
}

func checkSnoozeAgain(r plan.Register, e plan.Event, today plan.Date) error {
	s := Snooze{Document: e.Document, Concern: concernOf(e.Fields), Until: e.Fields.Get(plan.KeyUntil).Date()}
	made := e.Fields.Get(plan.KeyDate).Date()
	switch {
	case made.IsZero():
		return &MissingError{[]plan.Key{plan.KeyDate}}
	case made.After(today):
		return ErrFuture
	case s.Concern.IsZero():
		return ErrConcern
	}
	_, err := s.duty(r, made)
	return err
}

// checkAgain checks a postponement that was recorded before, whose duty may have
// been met since. One from before postponements named their duty may go on not
// to name it.
func (p Postponement) checkAgain(r plan.Register, before Concern, today plan.Date) error {
	if ks := p.missing(); len(ks) > 0 {
		return &MissingError{ks}
	}
	if p.Concern.IsZero() && before.IsZero() {
		return p.inOrder(plan.Date{}, today)
	}
	for _, d := range Of(r, p.Document, today) {
		if d.Concern == p.Concern && d.Rule != plan.R3 {
			return p.inOrder(d.Due, today)
		}
	}
	return ErrConcern
}

func postponementOf(e plan.Event) Postponement {
	f := e.Fields
	return Postponement{
		Document: e.Document, Concern: concernOf(f), Reason: f.Text(plan.KeyReason), DecidedBy: f.Text(plan.KeyDecidedBy),
		Date: f.Get(plan.KeyDecisionDate).Date(), Until: f.Get(plan.KeyUntil).Date(),
	}
}
