package main

import (
	"slices"

	"ledstjarna/internal/plan"
)

// relateCommand relates one document to another, or ends that.
type relateCommand struct {
	File     string `arg:"" name:"file"`
	From     string `arg:"" name:"from"`
	Relation string `arg:"" name:"relation"`
	To       string `arg:"" name:"to"`
	Remove   bool   `name:"remove"`
}

// Run adds the relation, or with --remove removes it.
func (c *relateCommand) Run(a *app) error {
	kind := plan.RelationKind(c.Relation)
	if !slices.Contains(plan.RelationKinds(), kind) {
		return refuse("cli.error.relation", "value", c.Relation, "choices", joined(plan.RelationKinds()))
	}
	return a.change(c.File, func(s *session) error {
		from, err := s.document(c.From)
		if err != nil {
			return err
		}
		to, err := s.document(c.To)
		if err != nil {
			return err
		}
		x := plan.Relation{Kind: kind, From: from.ID, To: to.ID}
		if c.Remove {
			return s.do("unrelate", s.register().Unrelate(x))
		}
		edit, err := s.register().Relate(x)
		if err != nil {
			return err
		}
		return s.do("relate", edit)
	})
}
