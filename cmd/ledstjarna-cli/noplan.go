package main

import (
	"errors"

	"ledstjarna/internal/plan"
)

// noPlanCommand records that an assignment needs no communication plan, or takes
// that back.
type noPlanCommand struct {
	File       string `arg:"" name:"file"`
	Assignment string `arg:"" name:"assignment"`
	Reason     string `name:"reason" required:"" placeholder:"text"`
	DecidedBy  string `name:"decided-by" placeholder:"person"`
	Date       string `name:"date" placeholder:"date"`
	Withdraw   bool   `name:"withdraw"`
}

// Run registers the choice and prints its ID. Who decided is by default the one
// who registers, the day today.
func (c *noPlanCommand) Run(a *app) error {
	return a.change(c.File, func(s *session) error {
		e, err := s.entry(plan.ListAssignments, c.Assignment)
		if err != nil {
			return err
		}
		if c.Withdraw {
			edit, err := s.register().WithdrawNoPlan(e.ID, c.Reason, s.by, s.now)
			switch {
			case errors.Is(err, plan.ErrRecord):
				return refuse("no-plan.not-recorded", "assignment", s.register().EntryName(plan.ListAssignments, e))
			case err != nil:
				return err
			}
			return s.do("withdraw-no-plan", edit)
		}
		day, err := dateOr(c.Date, s.today())
		if err != nil {
			return err
		}
		who := c.DecidedBy
		if who == "" {
			who = s.by
		}
		edit, err := s.register().RecordNoPlan(e.ID, plan.NoPlan{Reason: c.Reason, By: who, Date: day}, s.by, s.now)
		if err != nil {
			return err
		}
		if err := s.do("no-plan", edit); err != nil {
			return err
		}
		return s.printID(edit.Events[0].ID)
	})
}
