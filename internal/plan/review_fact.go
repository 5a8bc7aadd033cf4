package plan

import (
	"iter"
	"slices"
	"strings"
)

// ReviewFact is what the duties need to know of a complete review, read from its
// record once.
type ReviewFact struct {
	Event   ID
	Period  ID // what it concerns: a mandate period,
	Year    int
	Need    ID   // or the event of a registered need
	Date    Date // the day that counts
	Outcome string
	// CountsAsYears tells that it is ticked as the year's review though it was made
	// shortly before the window.
	CountsAsYears bool
}

// ReviewFacts yields the facts of the document's complete reviews that count, as
// AllEventsOf does with the records.
func (r Register) ReviewFacts(doc ID) iter.Seq[*ReviewFact] {
	return func(yield func(*ReviewFact) bool) {
		for _, i := range r.byDoc[doc] {
			if f := &r.facts[i]; f.Event != "" && !yield(f) {
				return
			}
		}
	}
}

func reviewFactOf(e Event) ReviewFact {
	if e.Kind != EventReview || len(ReviewLacks(e.Fields)) > 0 {
		return ReviewFact{}
	}
	f := e.Fields
	return ReviewFact{
		Event: e.ID, Period: f.Get(KeyConcernsPeriod).ID(), Year: int(f.Get(KeyConcernsYear).Number().Round()),
		Need: ID(f.Text(KeyConcernsNeed)), Date: ReviewDay(f), Outcome: f.Text(KeyOutcome), CountsAsYears: f.Text(KeyCountsAsYears) == Yes,
	}
}

// ReviewDay returns the day of a review that counts: of the decision, or of the
// completion where no formal decision was made or required.
func ReviewDay(f Content) Date {
	if d := f.Get(KeyDecisionDate).Date(); !d.IsZero() && f.Text(KeyNoFormalDecision) != Yes {
		return d
	}
	return f.Get(KeyCompleted).Date()
}

// ReviewLacks returns the keys of what a review's record lacks to be complete:
// the outcome, the reviewer and the day of completion or decision; for a mandate
// period's review also the deciding body, the day and the § or registry number of
// the decision, unless it is said that no formal decision is required.
func ReviewLacks(f Content) []Key {
	var out []Key
	need := func(k Key, filled bool) {
		if !filled {
			out = append(out, k)
		}
	}
	said := func(k Key) bool { return strings.TrimSpace(f.Text(k)) != "" }
	outcome, decided := f.Text(KeyOutcome), !f.Get(KeyDecisionDate).IsZero()
	need(KeyOutcome, outcome != "")
	need(KeyReviewer, said(KeyReviewer))
	need(KeyCompleted, decided || !f.Get(KeyCompleted).IsZero())
	if f.Text(KeyConcernsPeriod) == "" || outcome == CannotComplete || f.Text(KeyNoFormalDecision) == Yes {
		return slices.Clip(out)
	}
	need(KeyBody, f.Text(KeyBody) != "")
	need(KeyDecisionDate, decided)
	need(KeyParagraph, said(KeyParagraph) || said(KeyDnr))
	return out
}
