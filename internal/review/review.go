package review

import (
	"slices"
	"strings"
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
	Question plan.ID // one of plan.ReviewChecklist
	Answer   string
	Note     string
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
func (rv Review) Date() plan.Date { return dateThatCounts(rv.fields()) }

// Missing returns the keys of what the record still lacks to be complete: the
// outcome, the reviewer and the day of completion or decision; for a mandate period's review
// also the deciding body, the day and the § or registry number of the decision,
// unless it is said that no formal decision is required.
func (rv Review) Missing() []plan.Key { return missing(rv.fields()) }

// LastReviewed returns the day on which the document was last reviewed
// ("Senast översedd"), up to the day given: a complete review, a revised version
// that was adopted, or a first adoption that is recorded to have been a review.
func LastReviewed(r plan.Register, doc plan.ID, on plan.Date) (plan.Date, bool) {
	c := calendar{r: r, on: on}
	var day plan.Date
	for _, v := range c.verdicts(doc) {
		day = latest(day, v.date)
	}
	for i, a := range r.Adoptions(doc) {
		if !a.Date.After(on) && !a.Editorial() && (i > 0 || a.IncludedReview) {
			day = latest(day, a.Date)
		}
	}
	return day, !day.IsZero()
}

func concernOf(f plan.Content) Concern {
	return Concern{Period: f.Get(plan.KeyConcernsPeriod).ID(), Year: int(f.Get(plan.KeyConcernsYear).Number().Round())}
}

func dateThatCounts(f plan.Content) plan.Date {
	if d := f.Get(plan.KeyDecisionDate).Date(); !d.IsZero() && f.Text(plan.KeyNoFormalDecision) != plan.Yes {
		return d
	}
	return f.Get(plan.KeyCompleted).Date()
}

func isComplete(f plan.Content) bool { return len(missing(f)) == 0 }

func missing(f plan.Content) []plan.Key {
	var out []plan.Key
	need := func(k plan.Key, filled bool) {
		if !filled {
			out = append(out, k)
		}
	}
	outcome, decided := f.Text(plan.KeyOutcome), !f.Get(plan.KeyDecisionDate).IsZero()
	need(plan.KeyOutcome, outcome != "")
	need(plan.KeyReviewer, said(f, plan.KeyReviewer))
	need(plan.KeyCompleted, decided || !f.Get(plan.KeyCompleted).IsZero())
	if f.Text(plan.KeyConcernsPeriod) == "" || outcome == plan.CannotComplete || f.Text(plan.KeyNoFormalDecision) == plan.Yes {
		return out
	}
	need(plan.KeyBody, f.Text(plan.KeyBody) != "")
	need(plan.KeyDecisionDate, decided)
	need(plan.KeyParagraph, said(f, plan.KeyParagraph) || said(f, plan.KeyDnr))
	return out
}

// said reports whether a text holds more than white space.
func said(f plan.Content, k plan.Key) bool { return strings.TrimSpace(f.Text(k)) != "" }
