package main

import (
	"errors"

	"ledstjarna/internal/plan"
)

// usual is written for the rule of the document's kind.
const usual = "default"

// ruleCommand gives a document a review rule of its own, or the usual one again.
type ruleCommand struct {
	File     string `arg:"" name:"file"`
	Document string `arg:"" name:"document"`
	Rule     string `arg:"" name:"rule"`
	Reason   string `name:"reason" placeholder:"text"`
}

// Run sets the rule.
func (c *ruleCommand) Run(a *app) error {
	return a.change(c.File, func(s *session) error {
		d, err := s.document(c.Document)
		if err != nil {
			return err
		}
		rule := plan.Rule(c.Rule)
		if c.Rule == usual {
			rule = ""
		}
		edit, err := s.register().SetRule(d.ID, rule, c.Reason)
		switch {
		case c.Rule == "" || errors.Is(err, plan.ErrRule):
			return refuse("error.choice", "value", c.Rule, "choices", joined(append(plan.OwnRules(), usual)))
		case errors.Is(err, plan.ErrIncomplete):
			return refuse("cli.error.rule-reason")
		case err != nil || edit.IsEmpty():
			return err
		}
		return s.do("rule", edit)
	})
}
