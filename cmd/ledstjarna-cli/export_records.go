package main

import (
	"slices"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

type exportReviewCommand struct {
	Record      string `arg:"" name:"record"`
	paperOutput `embed:""`
}

// Run writes the record of a review.
func (c *exportReviewCommand) Run(a *app, g *grammar) error {
	return a.read(g.Export.File.File, func(s *session) error {
		e, err := s.record(c.Record)
		if err != nil {
			return err
		}
		e = s.register().Last(e)
		switch {
		case e.Kind != plan.EventReview:
			return refuse("cli.error.no-review", "value", c.Record)
		case e.Annuls():
			return refuse("cli.error.annulled-review", "value", c.Record)
		}
		x := &exporter{session: s, out: c.paperOutput, title: s.title(e.Document)}
		x.note(plan.EventFields(e.Kind), string(e.Kind), x.title, e.Fields)
		x.said = append(x.said, saying{x.title, x.title, []string{"field.title"}})
		return x.export(func(src report.Source) (report.Print, error) { return report.OneReview(src, e), nil })
	})
}

type exportRegisterCommand struct {
	Lists       []string `arg:"" name:"lists" optional:""`
	paperOutput `embed:""`
}

// Run writes an extract of the register: of the lists named, or of all.
func (c *exportRegisterCommand) Run(a *app, g *grammar) error {
	return a.read(g.Export.File.File, func(s *session) error {
		var lists []plan.ListName
		for _, word := range c.Lists {
			l, err := listNamed(word)
			if err != nil {
				return err
			}
			if !slices.Contains(report.ExtractLists(), l) {
				return refuse("cli.error.extract-list", "value", word)
			}
			lists = append(lists, l)
		}
		x := &exporter{session: s, out: c.paperOutput, title: s.words.T("extract.title")}
		noted := lists
		if len(noted) == 0 {
			noted = report.ExtractLists()
		}
		for _, l := range noted {
			for _, e := range s.register().Entries(l) {
				x.note(plan.ListFields(l), string(l), s.register().EntryName(l, e), e.Fields)
			}
		}
		return x.export(func(src report.Source) (report.Print, error) { return report.OneExtract(src, lists...), nil })
	})
}
