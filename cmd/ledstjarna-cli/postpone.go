package main

import (
	"errors"
	"strconv"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// snoozeCommand postpones the prompt of a review that is due.
type snoozeCommand struct {
	File     string `arg:"" name:"file"`
	Document string `arg:"" name:"document"`
	Days     string `name:"days" placeholder:"days"`
	Until    string `name:"until" placeholder:"date"`
	Concerns string `name:"concerns" placeholder:"concern"`
	Officer  string `name:"officer" placeholder:"role"`
}

// Run registers the snooze and prints its ID.
func (c *snoozeCommand) Run(a *app) error {
	return a.change(c.File, func(s *session) error {
		until, err := c.until(s.today())
		if err != nil {
			return err
		}
		d, concern, err := s.duty(c.Document, c.Concerns)
		if err != nil {
			return err
		}
		edit, err := review.RecordSnooze(s.register(), review.Snooze{Document: d.ID, Concern: concern, Until: until, Officer: c.Officer}, s.by, s.now)
		if errors.Is(err, review.ErrNothingDue) {
			return s.nothingDue("cli.error.snooze.nothing-due", d)
		}
		return s.registration(plan.EventSnooze, edit, err)
	})
}

func (c *snoozeCommand) until(today plan.Date) (plan.Date, error) {
	if (c.Days == "") == (c.Until == "") {
		return plan.Date{}, refuse("cli.error.snooze")
	}
	if c.Until != "" {
		return readDate(c.Until)
	}
	n, err := strconv.Atoi(c.Days)
	if err != nil || n < -maxDays || n > maxDays {
		return plan.Date{}, refuse("cli.error.days", "value", c.Days)
	}
	return today.AddDays(n), nil
}

// maxDays is as many days as a flag may count; more are a mistake in writing.
const maxDays = 9999

// deviationCommand registers the decision to review past the due date.
type deviationCommand struct {
	File      string `arg:"" name:"file"`
	Document  string `arg:"" name:"document"`
	Reason    string `name:"reason" required:"" placeholder:"text"`
	DecidedBy string `name:"decided-by" required:"" placeholder:"person"`
	Date      string `name:"date" required:"" placeholder:"date"`
	Until     string `name:"until" required:"" placeholder:"date"`
	Concerns  string `name:"concerns" placeholder:"concern"`
}

// Run registers the deviation and prints its ID.
func (c *deviationCommand) Run(a *app) error {
	return a.change(c.File, func(s *session) error {
		d, concern, err := s.duty(c.Document, c.Concerns)
		if err != nil {
			return err
		}
		p := review.Postponement{Document: d.ID, Concern: concern, Reason: c.Reason, DecidedBy: c.DecidedBy}
		if p.Date, err = readDate(c.Date); err != nil {
			return err
		}
		if p.Until, err = readDate(c.Until); err != nil {
			return err
		}
		edit, err := review.RecordDeviation(s.register(), p, s.by, s.now)
		if errors.Is(err, review.ErrNothingDue) {
			return s.nothingDue("cli.error.deviation.nothing-due", d)
		}
		return s.registration(plan.EventDeviation, edit, err)
	})
}

// needCommand registers that the work needs a document to be reviewed before its
// time.
type needCommand struct {
	File     string `arg:"" name:"file"`
	Document string `arg:"" name:"document"`
	Reason   string `name:"reason" required:"" placeholder:"text"`
	Date     string `name:"date" placeholder:"date"`
	Officer  string `name:"officer" placeholder:"role"`
}

// Run registers the need and prints its ID.
func (c *needCommand) Run(a *app) error {
	return a.change(c.File, func(s *session) error {
		d, err := s.document(c.Document)
		if err != nil {
			return err
		}
		day, err := dateOr(c.Date, s.today())
		if err != nil {
			return err
		}
		edit, err := review.RecordNeed(s.register(), review.Need{Document: d.ID, Reason: c.Reason, Officer: c.Officer, Date: day}, s.by, s.now)
		return s.registration(plan.EventNeed, edit, err)
	})
}

// duty finds a document and the duty of it that a flag names.
func (s *session) duty(document, concerns string) (plan.Document, review.Concern, error) {
	d, err := s.document(document)
	if err != nil {
		return d, review.Concern{}, err
	}
	c, err := s.concern(d.ID, concerns)
	return d, c, err
}

// registration saves the one record of an edit and prints its ID.
func (s *session) registration(kind plan.EventKind, edit plan.Edit, err error) error {
	if err != nil {
		return s.wordRegistration(kind, err)
	}
	if err := s.do(string(kind), edit); err != nil {
		return err
	}
	return s.printID(edit.Events[0].ID)
}

// nothingDue says that no review of the document presses, and when the next is
// due if that is known.
func (s *session) nothingDue(key string, d plan.Document) error {
	next := s.words.T("cli.no-review-to-come")
	if due, ok := review.NextDue(s.register(), d.ID, s.today()); ok {
		next = s.words.T("cli.review-to-come", "due", s.day(due))
	}
	return refuse(key, "document", s.title(d.ID), "next", next)
}
