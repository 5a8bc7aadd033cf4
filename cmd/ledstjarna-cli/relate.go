package main

import (
	"slices"

	"ledstjarna/internal/plan"
)

// relationsCommand lists how documents belong together.
type relationsCommand struct {
	File     string `arg:"" name:"file"`
	Document string `arg:"" name:"document" optional:""`
}

// listedRelation is a relation as --json prints it.
type listedRelation struct {
	From      plan.ID           `json:"from"`
	Relation  plan.RelationKind `json:"relation"`
	To        plan.ID           `json:"to"`
	FromTitle string            `json:"fromTitle"`
	ToTitle   string            `json:"toTitle"`
}

// Run prints the relations of the document at both its ends, or all.
func (c *relationsCommand) Run(a *app) error {
	return a.read(c.File, func(s *session) error {
		var only plan.ID
		if c.Document != "" {
			d, err := s.document(c.Document)
			if err != nil {
				return err
			}
			only = d.ID
		}
		out := []listedRelation{}
		var rows [][]string
		for _, x := range s.register().Relations() {
			if only != "" && x.From != only && x.To != only {
				continue
			}
			out = append(out, listedRelation{x.From, x.Kind, x.To, s.title(x.From), s.title(x.To)})
			rows = append(rows, []string{s.title(x.From), a.words.T("relation." + string(x.Kind)), s.title(x.To), string(x.Kind)})
		}
		switch {
		case a.json:
			return a.printJSON(out)
		case len(rows) == 0:
			a.note("relations.none")
			return nil
		}
		return a.printTable(a.headings("cli.column.from", "cli.column.relation", "cli.column.to", "cli.column.id"), rows)
	})
}

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
