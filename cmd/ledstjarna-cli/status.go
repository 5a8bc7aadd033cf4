package main

import (
	"errors"
	"slices"
	"strings"

	"ledstjarna/internal/plan"
)

// statusCommand takes a document one step on its way: a stage of drafting, or a
// decision that is registered.
type statusCommand struct {
	File      string `arg:"" name:"file"`
	Document  string `arg:"" name:"document"`
	Status    string `arg:"" name:"status"`
	Body      string `name:"body" placeholder:"body"`
	Date      string `name:"date" placeholder:"date"`
	Paragraf  string `name:"paragraf" placeholder:"paragraf"`
	Dnr       string `name:"dnr" placeholder:"dnr"`
	ValidFrom string `name:"valid-from" placeholder:"date"`
	ValidTo   string `name:"valid-to" placeholder:"date"`
	Validity  string `name:"validity" placeholder:"validity"`
	Officer   string `name:"officer" placeholder:"person"`
	Note      string `name:"note" placeholder:"text"`
	Editorial bool   `name:"editorial"`
	// IncludedReview tells that the adoption was the mandate period's review too.
	IncludedReview bool   `name:"included-review"`
	Reason         string `name:"reason" placeholder:"text"`
}

// decisionOf is the outcome that each step of a decision registers.
func decisionOf(status string) (string, bool) {
	steps := map[string]string{
		"adopt": plan.Adopted, "reaffirm": plan.Reaffirmed, "refer-back": plan.ReferredBack, "defer": plan.Deferred,
		"reject": plan.Rejected, "repeal": plan.Repealed, "extend": plan.Extended, "note": plan.Noted,
	}
	outcome, ok := steps[status]
	return outcome, ok
}

func statusChoices() string {
	return "draft, in-preparation, ready, adopt, reaffirm, refer-back, defer, reject, repeal, extend, note"
}

// Run takes the step.
func (c *statusCommand) Run(a *app) error {
	outcome, decided := decisionOf(c.Status)
	stage := plan.Stage(c.Status)
	if !decided && !slices.Contains([]plan.Stage{plan.StageDraft, plan.StageInPreparation, plan.StageReady}, stage) {
		return refuse("cli.error.status", "value", c.Status, "choices", statusChoices())
	}
	return a.change(c.File, func(s *session) error {
		d, err := s.document(c.Document)
		if err != nil {
			return err
		}
		if decided {
			return c.decide(s, d, outcome)
		}
		return c.move(s, d, stage)
	})
}

// move takes the draft to a stage. Taking a document to draft whose latest version
// is adopted or was rejected begins the next one.
func (c *statusCommand) move(s *session, d plan.Document, stage plan.Stage) error {
	r := s.register()
	v, isDraft := r.Draft(d)
	content, err := s.content(v)
	if err != nil {
		return err
	}
	if stage == plan.StageDraft && (!isDraft || r.Frozen(d, v)) {
		edit, next, err := r.NextDraft(d, content, c.Editorial, s.now)
		if err != nil {
			return err
		}
		if err := s.do("new-version", edit); err != nil {
			return err
		}
		return s.printID(next.ID)
	}
	n, err := s.severities(d)
	if err != nil {
		return err
	}
	edit, err := r.SetStage(d, v, stage, n.Errors)
	if errors.Is(err, plan.ErrFindings) {
		return refuse("cli.error.findings", "document", v.Head.Title, "n", n.Errors)
	}
	if err != nil {
		return err
	}
	return s.do("stage-"+string(stage), edit)
}

// decide registers a decision on the document: on its draft where the outcome
// is about one, else on the version that applies.
func (c *statusCommand) decide(s *session, d plan.Document, outcome string) error {
	r := s.register()
	v, _ := r.Draft(d)
	if slices.Contains([]string{plan.Reaffirmed, plan.Repealed, plan.Extended}, outcome) {
		if current, _, ok := r.Current(d, s.today()); ok {
			v = current
		}
	}
	dec, err := c.decision(s, outcome)
	if err != nil {
		return err
	}
	edit, err := r.Decide(d, v, dec, s.by, s.now)
	if err != nil {
		return err
	}
	return s.do("decide", edit)
}

func (c *statusCommand) decision(s *session, outcome string) (plan.Decision, error) {
	dec := plan.Decision{
		Outcome: outcome, Officer: c.Officer, Paragraph: c.Paragraf, Dnr: c.Dnr, Validity: plan.Validity(c.Validity), Note: c.Note,
		IncludedReview: c.IncludedReview, Reason: c.Reason,
	}
	if c.Validity != "" && !slices.Contains([]plan.Validity{plan.ValidUntil, plan.ValidUntilFurtherNotice, plan.ValidUntilSuperseded}, dec.Validity) {
		return dec, refuse("error.choice", "value", c.Validity, "choices", "until, until-further-notice, until-superseded")
	}
	if c.Date == "" || c.Officer == "" && (c.Body == "" || c.Paragraf == "") {
		return dec, refuse("cli.error.decision")
	}
	if c.IncludedReview && strings.TrimSpace(c.Reason) == "" {
		return dec, refuse("decision.problem.included")
	}
	if outcome == plan.Extended && c.ValidTo == "" {
		return dec, refuse("cli.error.extend")
	}
	if c.Body != "" {
		body, err := s.entry(plan.ListBodies, c.Body)
		if err != nil {
			return dec, err
		}
		dec.Body = body.ID
	}
	for _, date := range []struct {
		text string
		to   *plan.Date
	}{{c.Date, &dec.Date}, {c.ValidFrom, &dec.ValidFrom}, {c.ValidTo, &dec.ValidTo}} {
		if date.text == "" {
			continue
		}
		day, err := readDate(date.text)
		if err != nil {
			return dec, err
		}
		*date.to = day
	}
	return dec, nil
}
