package review

import (
	"fmt"
	"slices"
	"time"

	"ledstjarna/internal/plan"
)

// OfYear returns the duties of the year's review ("Årlig översyn av
// styrdokument") as they stand on the day, in the order of the register.
func OfYear(r plan.Register, year int, on plan.Date) []Duty {
	return slices.DeleteFunc(Duties(r, on), func(d Duty) bool { return d.Rule != plan.R2 || d.Concern.Year != year })
}

// Annual is the review of all documents of a year in one step.
type Annual struct {
	Year   int
	Except []plan.ID // documents that are left to a review of their own
	// Review is what all the records say: reviewer, day, decision. Its outcome is
	// plan.NoChange, also where it says none.
	Review Review
}

// RecordAnnual returns the edit that registers one review without change for
// every document that owes the year's review and whose window has opened, but for
// the exceptions. It refuses with ErrNothingDue where there is none, and with a
// DocumentError where Record refuses one, or, with ErrUnfinished, where the last
// review of one could not be completed: then none is recorded.
func RecordAnnual(r plan.Register, a Annual, now time.Time) (plan.Edit, error) {
	for _, id := range a.Except {
		if _, ok := r.Document(id); !ok {
			return plan.Edit{}, fmt.Errorf("except %s: %w", id, plan.ErrDocument)
		}
	}
	rv := a.Review
	if rv.Outcome == "" {
		rv.Outcome = plan.NoChange
	}
	if rv.Outcome != plan.NoChange {
		return plan.Edit{}, fmt.Errorf("record review of %d: outcome %q: %w", a.Year, rv.Outcome, plan.ErrOutcome)
	}
	var e plan.Edit
	for _, d := range OfYear(r, a.Year, plan.DateOf(now)) {
		switch {
		case slices.Contains(a.Except, d.Document):
			continue
		case d.State.Pressing() && d.Unfinished != "":
			return plan.Edit{}, &DocumentError{d.Document, ErrUnfinished}
		case !d.Collective():
			continue
		}
		rv.Document, rv.Version, rv.Concern, rv.Trigger = d.Document, "", d.Concern, ForYear
		step, _, err := Record(r, rv, plan.Sealed{}, now)
		if err != nil {
			return plan.Edit{}, &DocumentError{d.Document, err}
		}
		e = e.Then(step)
	}
	if e.IsEmpty() {
		return plan.Edit{}, fmt.Errorf("record review of %d: %w", a.Year, ErrNothingDue)
	}
	return e, nil
}
