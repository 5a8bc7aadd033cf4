package review

import (
	"fmt"
	"time"

	"ledstjarna/internal/plan"
)

// Correct registers a correction as plan.Register.Correct does and refuses, with
// this package's errors, a review that could not have been recorded so. What the
// corrected review led to, a draft or a decision to repeal, stands as it is: a
// draft is worked on or left, a decision is corrected on its own.
func Correct(r plan.Register, c plan.Correction, by string, now time.Time) (plan.Edit, error) {
	e, ok := r.Event(c.Event)
	if ok && e.Kind == plan.EventReview && !c.Annul {
		e.Fields = c.Fields
		rv := FromEvent(e)
		if ks := rv.Missing(); len(ks) > 0 {
			return plan.Edit{}, fmt.Errorf("correct review %s: %w", c.Event, &MissingError{ks})
		}
		if err := rv.check(r, plan.DateOf(now)); err != nil {
			return plan.Edit{}, fmt.Errorf("correct review %s: %w", c.Event, err)
		}
	}
	return r.Correct(c, by, now)
}
