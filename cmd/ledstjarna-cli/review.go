package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// annual is written in a document's place for the year's review of all.
const annual = "annual"

// reviewCommand records a review of a document, or of all documents of a year.
type reviewCommand struct {
	File             string   `arg:"" name:"file"`
	Document         string   `arg:"" name:"reviewed"`
	Outcome          string   `name:"outcome" placeholder:"outcome"`
	Reviewer         string   `name:"reviewer" required:"" placeholder:"role"`
	ReviewerName     string   `name:"reviewer-name" placeholder:"person"`
	Started          string   `name:"started" placeholder:"date"`
	Date             string   `name:"date" placeholder:"date"`
	DecisionDate     string   `name:"decision-date" placeholder:"date"`
	Body             string   `name:"body" placeholder:"body"`
	Officer          string   `name:"officer" placeholder:"person"`
	Paragraf         string   `name:"paragraf" placeholder:"paragraf"`
	Dnr              string   `name:"dnr" placeholder:"dnr"`
	NoFormalDecision bool     `name:"no-formal-decision"`
	Consultation     string   `name:"consultation" placeholder:"text"`
	Note             string   `name:"note" placeholder:"text"`
	Conclusion       string   `name:"conclusion" placeholder:"text"`
	Proposed         string   `name:"proposed" placeholder:"text"`
	Summary          string   `name:"summary" placeholder:"text"`
	Concerns         string   `name:"concerns" placeholder:"concern"`
	Checklist        string   `name:"checklist" placeholder:"json"`
	Trigger          string   `name:"trigger" placeholder:"trigger"`
	CountsAsYears    bool     `name:"counts-as-years-review"`
	Year             string   `name:"year" placeholder:"year"`
	Except           []string `name:"except" placeholder:"document"`
}

// recorded is what --json prints of a review that was recorded.
type recorded struct {
	ID       plan.ID `json:"id"`
	Document plan.ID `json:"document"`
	Period   plan.ID `json:"period,omitempty"`
	Year     int     `json:"year,omitempty"`
	Need     plan.ID `json:"need,omitempty"`
	Draft    plan.ID `json:"draft,omitempty"` // the version that the outcome led to
}

// Run records the review and prints its ID.
func (c *reviewCommand) Run(a *app) error {
	return a.change(c.File, func(s *session) error {
		rv, err := c.review(s)
		if err != nil {
			return err
		}
		var edit plan.Edit
		if err := c.fits(); err != nil {
			return err
		}
		if c.Document == annual {
			edit, err = c.annual(s, rv)
		} else {
			edit, err = c.one(s, rv)
		}
		if err != nil {
			return err
		}
		if err := s.do("review", edit); err != nil {
			return err
		}
		if rv.Outcome == plan.Repeal && !decides(edit.Events) {
			s.note("cli.review.repeal-proposed")
		}
		return s.printRecorded(edit.Events)
	})
}

func (c *reviewCommand) one(s *session, rv review.Review) (plan.Edit, error) {
	d, err := s.document(c.Document)
	if err != nil {
		return plan.Edit{}, err
	}
	rv.Document = d.ID
	if rv.Concern, err = s.concern(d.ID, c.Concerns); err != nil {
		return plan.Edit{}, err
	}
	var basis plan.Sealed
	if v, ok := review.Basis(s.register(), d.ID, rv.Outcome); ok {
		if basis, err = s.content(v); err != nil {
			return plan.Edit{}, err
		}
	}
	edit, _, err := review.Record(s.register(), rv, basis, s.now)
	if errors.Is(err, plan.ErrOutcome) {
		return edit, c.noOutcome()
	}
	return edit, s.wordRegistration(plan.EventReview, err)
}

// decides reports whether a decision was registered together with the review.
func decides(events []plan.Event) bool {
	return slices.ContainsFunc(events, func(e plan.Event) bool { return e.Kind == plan.EventDecision })
}

// fits refuses flags that mean nothing for the review of one document or for that
// of all.
func (c *reviewCommand) fits() error {
	all := c.Document == annual
	switch {
	case all && c.Outcome != "" && c.Outcome != plan.NoChange:
		return refuse("cli.error.review.annual-outcome")
	case all && (c.Concerns != "" || c.Trigger != "" || c.CountsAsYears):
		return refuse("cli.error.review.one-only")
	case !all && (c.Year != "" || len(c.Except) > 0):
		return refuse("cli.error.review.annual-only")
	case !all && c.Outcome == "":
		return c.noOutcome()
	}
	return nil
}

func (c *reviewCommand) noOutcome() error {
	f, _ := plan.FieldIn(plan.EventFields(plan.EventReview), plan.KeyOutcome)
	if c.Outcome == "" {
		return refuse("cli.error.review.outcome", "choices", joined(f.Choices))
	}
	return refuse("error.choice", "value", c.Outcome, "choices", joined(f.Choices))
}

func (c *reviewCommand) annual(s *session, rv review.Review) (plan.Edit, error) {
	all := review.Annual{Year: s.today().Year, Review: rv}
	if c.Year != "" {
		var err error
		if all.Year, err = strconv.Atoi(c.Year); err != nil {
			return plan.Edit{}, refuse("cli.error.year", "value", c.Year)
		}
	}
	for _, word := range c.Except {
		d, err := s.document(word)
		if err != nil {
			return plan.Edit{}, err
		}
		all.Except = append(all.Except, d.ID)
	}
	edit, err := review.RecordAnnual(s.register(), all, s.now)
	return edit, s.wordRegistration(plan.EventReview, err)
}

// review is what the flags say of a review.
func (c *reviewCommand) review(s *session) (review.Review, error) {
	rv := review.Review{
		By: s.by, Trigger: review.Trigger(c.Trigger), Reviewer: c.Reviewer, ReviewerName: c.ReviewerName, Officer: c.Officer,
		Consultation: c.Consultation, Observations: c.Note, Outcome: c.Outcome, Conclusion: c.Conclusion, Proposed: c.Proposed, Summary: c.Summary,
		Paragraph: c.Paragraf, Dnr: c.Dnr, NoFormalDecision: c.NoFormalDecision, CountsAsYears: c.CountsAsYears,
	}
	var err error
	if rv.DecisionDate, err = dateOr(c.DecisionDate, plan.Date{}); err != nil {
		return rv, err
	}
	completed := s.today()
	if c.Date == "" && !rv.DecisionDate.IsZero() {
		completed = rv.DecisionDate
	}
	if rv.Completed, err = dateOr(c.Date, completed); err != nil {
		return rv, err
	}
	if rv.Started, err = dateOr(c.Started, plan.Date{}); err != nil {
		return rv, err
	}
	if c.Body != "" {
		body, err := s.entry(plan.ListBodies, c.Body)
		if err != nil {
			return rv, err
		}
		rv.Body = body.ID
	}
	if rv.DecisionDate.IsZero() && (c.Body != "" || c.Officer != "") {
		rv.DecisionDate = rv.Completed
	}
	rv.Checklist, err = readChecklist(s.register().ReviewQuestions(), c.Checklist)
	return rv, err
}

// concern is a mandate period, a year or a need that was registered for the
// document, pointed out by its ID, the beginning of that, or its reason.
func (s *session) concern(doc plan.ID, word string) (review.Concern, error) {
	if word == "" {
		return review.Concern{}, nil
	}
	if year, err := strconv.Atoi(word); err == nil && len(word) == 4 {
		return review.Concern{Year: year}, nil
	}
	r := s.register()
	var all []named
	concerns := map[plan.ID]review.Concern{}
	for _, e := range r.Entries(plan.ListPeriods) {
		concerns[e.ID] = review.Concern{Period: e.ID}
		all = append(all, named{e.ID, s.entryNames(plan.ListPeriods, e)})
	}
	for _, e := range r.EventsOf(doc, plan.EventNeed) {
		first := r.First(e).ID
		concerns[e.ID], concerns[first] = review.Concern{Need: first}, review.Concern{Need: first}
		all = append(all, named{e.ID, []string{e.Fields.Text(plan.KeyReason)}})
		if first != e.ID {
			all = append(all, named{first, nil})
		}
	}
	id, err := find(all, word, "cli.error.concern")
	return concerns[id], err
}

// readChecklist reads {"law": "yes", "channels": {"answer": "no", "note": "…"}}. A
// question of the organisation's own can be given by its words.
func readChecklist(asked []plan.ReviewQuestion, text string) ([]review.Answer, error) {
	if text == "" {
		return nil, nil
	}
	var answers map[plan.ID]json.RawMessage
	if err := json.Unmarshal([]byte(text), &answers); err != nil {
		return nil, badChecklist(asked)
	}
	var out []review.Answer
	for _, q := range asked {
		key := q.ID
		if _, ok := answers[key]; !ok && q.Text != "" {
			key = plan.ID(q.Text)
		}
		raw, ok := answers[key]
		if !ok {
			continue
		}
		delete(answers, key)
		var full struct{ Answer, Note string }
		if json.Unmarshal(raw, &full.Answer) != nil && json.Unmarshal(raw, &full) != nil ||
			!slices.Contains([]string{plan.Yes, plan.No, plan.Partly, plan.NotApplicable}, full.Answer) {
			return nil, badChecklist(asked)
		}
		out = append(out, review.Answer{Question: q.ID, Answer: full.Answer, Note: full.Note})
	}
	if len(answers) > 0 {
		return nil, badChecklist(asked)
	}
	return out, nil
}

func badChecklist(asked []plan.ReviewQuestion) error {
	var names []string
	for _, q := range asked {
		names = append(names, cmp.Or(q.Text, string(q.ID)))
	}
	return refuse("cli.error.checklist", "example", fmt.Sprintf("{%q: \"yes\"}", names[0]), "choices", strings.Join(names, ", "))
}

func (s *session) printRecorded(events []plan.Event) error {
	out := []recorded{}
	for _, e := range events {
		if e.Kind != plan.EventReview {
			continue
		}
		rv := review.FromEvent(e)
		out = append(out, recorded{rv.ID, rv.Document, rv.Concern.Period, rv.Concern.Year, rv.Concern.Need, rv.Draft})
	}
	if s.json {
		return s.printJSON(out)
	}
	for _, x := range out {
		if err := s.printID(x.ID); err != nil {
			return err
		}
	}
	return nil
}
