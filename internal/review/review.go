package review

import (
	"slices"
	"time"

	"ledstjarna/internal/plan"
)

// Trigger is what a review was made for.
type Trigger string

// The triggers, as plan.EventFields declares them.
const (
	ForPeriod   Trigger = "period"   // the mandate period's review, R1
	ForYear     Trigger = "annual"   // the year's review, R2
	ForNeed     Trigger = "need"     // the work needed it
	ForDecision Trigger = "decision" // a body asked for it
)

// Answer is the answer to one question of the checklist: plan.Yes, plan.No,
// plan.Partly or plan.NotApplicable, and a note.
type Answer struct {
	Question plan.ID // one of plan.Register.ReviewQuestions
	// Text is the organisation's own question as it was asked, given by Record; ""
	// where the words are the standard ones.
	Text   string
	Answer string
	Note   string
}

// Review is the record of one review.
type Review struct {
	ID       plan.ID // of the event; given by Record
	At       time.Time
	By       string // who registered it
	Corrects plan.ID

	Document plan.ID
	Version  plan.ID // the one that was reviewed
	Trigger  Trigger
	Concern  Concern // the duty it is meant to meet

	Started      plan.Date
	Reviewer     string // role
	ReviewerName string
	Consultation string
	Checklist    []Answer
	Observations string
	Outcome      string // plan.NoChange, plan.Editorial …
	Conclusion   string
	Proposed     string // proposed action
	Summary      string // of the change: "revidering med avseende på …"

	Body             plan.ID // deciding body, or
	Officer          string  // deciding officer
	DecisionDate     plan.Date
	Paragraph        string // § of the minutes
	Dnr              string
	NoFormalDecision bool // none is required, and that is said
	Completed        plan.Date

	CountsAsYears bool    // made shortly before the window, counts as the year's review
	Draft         plan.ID // the version that the outcome led to; given by Record
}

// Reviews returns the records of the document's reviews by the day that counts,
// oldest first, without those that were corrected.
func Reviews(r plan.Register, doc plan.ID) []Review {
	var out []Review
	for _, e := range r.EventsOf(doc, plan.EventReview) {
		out = append(out, FromEvent(e))
	}
	slices.SortStableFunc(out, func(a, b Review) int { return a.Date().Compare(b.Date()) })
	return out
}

// Date returns the day of the review that counts: of the decision, or of the
// completion where no formal decision was made or required.
func (rv Review) Date() plan.Date { return plan.ReviewDay(rv.fields()) }

// Missing returns the keys of what the record still lacks to be complete, as
// plan.ReviewLacks tells.
func (rv Review) Missing() []plan.Key { return plan.ReviewLacks(rv.fields()) }

// LastReviewed returns the day on which the document was last reviewed
// ("Senast översedd"), up to the day given: a complete review, a revised version
// that was adopted, or a first adoption that is recorded to have been a review.
func LastReviewed(r plan.Register, doc plan.ID, on plan.Date) (plan.Date, bool) {
	c := calendar{r: r, on: on}
	return c.lastReviewed(doc, r.Adoptions(doc))
}

// lastReviewed is LastReviewed of a document with the adoptions.
func (c *calendar) lastReviewed(doc plan.ID, as []plan.Adoption) (plan.Date, bool) {
	var day plan.Date
	for f := range c.r.ReviewFacts(doc) {
		if c.counts(f) {
			day = latest(day, f.Date)
		}
	}
	for i, a := range as {
		if !a.Date.After(c.on) && !a.Editorial() && (i > 0 || a.IncludedReview) {
			day = latest(day, a.Date)
		}
	}
	return day, !day.IsZero()
}

func concernOf(f plan.Content) Concern {
	return Concern{Period: f.Get(plan.KeyConcernsPeriod).ID(), Year: int(f.Get(plan.KeyConcernsYear).Number().Round()), Need: plan.ID(f.Text(plan.KeyConcernsNeed))}
}
