package main

import (
	"strings"

	"ledstjarna/internal/plan"
)

// closing is written in a row's place for a plan's closing evaluation.
const closing = "closing"

// followUpCommand registers what became of an activity or a goal of an adopted
// plan, or the plan's closing evaluation, beside its frozen content.
type followUpCommand struct {
	File     string   `arg:"" name:"file"`
	Document string   `arg:"" name:"document"`
	Followed string   `arg:"" name:"followed"`
	Fields   []string `arg:"" name:"fields"`
	Date     string   `name:"date" placeholder:"date"`
}

// Run registers the follow-up and prints its ID.
func (c *followUpCommand) Run(a *app) error {
	return a.change(c.File, func(s *session) error {
		d, err := s.document(c.Document)
		if err != nil {
			return err
		}
		as := s.register().Adoptions(d.ID)
		if len(as) == 0 {
			return refuse("cli.error.not-followed", "document", d.Latest().Head.Title)
		}
		v, _ := d.Version(as[len(as)-1].Version)
		content, err := s.content(v)
		if err != nil {
			return err
		}
		date, err := dateOr(c.Date, s.today())
		if err != nil {
			return err
		}
		start := plan.NewContent(plan.Filled{plan.KeyDate: plan.Day(date)})
		if start, err = c.about(d, content.Content, start); err != nil {
			return err
		}
		fields, err := s.fillEvent(start, plan.EventFollowUp, c.Fields)
		if err != nil {
			return err
		}
		edit, err := s.register().RecordFollowUp(v, content.Content, fields, s.by, s.now)
		if err != nil {
			return err
		}
		if err := s.do("follow-up", edit); err != nil {
			return err
		}
		return s.printID(edit.Events[0].ID)
	})
}

// about reads what the follow-up is about: activities[2], goals[id], closing.
func (c *followUpCommand) about(d plan.Document, content, f plan.Content) (plan.Content, error) {
	if c.Followed == closing {
		return f.With(plan.KeySubject, plan.Text(plan.OnClosing)), nil
	}
	p, err := plan.ParsePath(plan.FieldsOf(d.Kind), content, c.Followed)
	if err != nil {
		return f, pathRefusal(err, c.Followed)
	}
	row := plan.Ref(p[len(p)-1].Row)
	switch {
	case len(p) == 1 && p[0].Key == plan.KeyActivities && p[0].Row != "":
		return f.With(plan.KeySubject, plan.Text(plan.OnActivity)).With(plan.KeyActivity, row), nil
	case len(p) == 1 && p[0].Key == plan.KeyGoals && p[0].Row != "":
		return f.With(plan.KeySubject, plan.Text(plan.OnGoal)).With(plan.KeyGoal, row), nil
	}
	return f, refuse("cli.error.followed", "value", c.Followed)
}

// fillEvent returns c with the fields, given in pairs of name and value, of a
// kind of event.
func (s *session) fillEvent(c plan.Content, k plan.EventKind, pairs []string) (plan.Content, error) {
	if len(pairs)%2 == 1 {
		return c, refuse("cli.error.pairs")
	}
	setter := fieldSetter{s, plan.EventFields(k), plan.Subject{Register: s.register(), Today: s.today()}}
	for i := 0; i < len(pairs); i += 2 {
		switch strings.TrimSpace(pairs[i]) {
		case string(plan.KeySentHash), string(plan.KeySubject), string(plan.KeyActivity), string(plan.KeyGoal), string(plan.KeyAnnulled),
			string(plan.KeyCorrectionReason), string(plan.KeyDraftVersion), string(plan.KeyLevel):
			return c, refuse("cli.error.derived", "field", pairs[i])
		}
		var err error
		if c, err = setter.set(c, pairs[i], pairs[i+1]); err != nil {
			return c, err
		}
	}
	return c, nil
}
