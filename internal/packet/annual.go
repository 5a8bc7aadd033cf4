package packet

import (
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// AnnualLine is one document in the year's review as a meeting decides on it.
type AnnualLine struct {
	Document plan.Document
	Version  plan.Version // that applies on the day
	Duty     review.Duty
	// Review is the record that met the duty. It has no outcome where a revised
	// version met it, or where the review is made by the decision itself.
	Review review.Review
}

// Continues reports whether the document goes on without change: it was reviewed
// so, or the review is made by the decision. A cooperation agreement is only checked: no
// body reaffirms it alone.
func (l AnnualLine) Continues() bool {
	return l.Document.Kind != plan.Agreement && (l.Duty.Collective() || l.Review.Outcome == plan.NoChange)
}

// Changes reports whether the review led to another text, or to none.
func (l AnnualLine) Changes() bool {
	return l.Duty.State.Met() && l.Review.Outcome != plan.NoChange
}

// Unfinished reports whether the document's review could not be completed: the
// decision says nothing of how it goes on.
func (l AnnualLine) Unfinished() bool { return l.Duty.Unfinished != "" }

// AnnualLines returns the documents that owe the year's review as it stands on the
// day, in the order of the register; without those that have ended and those
// whose window has not opened.
func AnnualLines(r plan.Register, year int, on plan.Date) []AnnualLine {
	var out []AnnualLine
	for _, duty := range review.OfYear(r, year, on) {
		d, ok := r.Document(duty.Document)
		if !ok || !duty.State.Met() && !duty.State.Pressing() {
			continue
		}
		l := AnnualLine{Document: d, Version: d.Latest(), Duty: duty}
		if v, _, applies := r.Current(d, on); applies {
			l.Version = v
		}
		if e, found := r.Event(duty.MetBy); found && e.Kind == plan.EventReview {
			l.Review = review.FromEvent(e)
		}
		out = append(out, l)
	}
	return out
}
