package main

import (
	"fmt"
	"io"

	"ledstjarna/internal/plan"
)

// setCommand sets one field of a document's draft.
type setCommand struct {
	File     string `arg:"" name:"file"`
	Document string `arg:"" name:"document"`
	Field    string `arg:"" name:"field"`
	Value    string `arg:"" name:"value"`
}

// maxInput bounds what is read from standard input.
const maxInput = plan.MaxContentBytes

// Run sets the field. A value of "-" is read from standard input.
func (c *setCommand) Run(a *app) error {
	text := c.Value
	if text == "-" {
		b, err := io.ReadAll(io.LimitReader(a.in, maxInput+1))
		if err != nil {
			return fmt.Errorf("read standard input: %w", err)
		}
		if len(b) > maxInput {
			return plan.ErrLimit
		}
		text = string(b)
	}
	return a.change(c.File, func(s *session) error {
		d, err := s.document(c.Document)
		if err != nil {
			return err
		}
		v := d.Latest()
		before, err := s.content(v)
		if err != nil {
			return err
		}
		if err := s.register().Editable(d, v); err != nil {
			return err
		}
		subject, err := s.subject(d, v)
		if err != nil {
			return err
		}
		after, err := fieldSetter{s, plan.FieldsOf(d.Kind), subject}.set(before.Content, c.Field, text)
		if err != nil {
			return err
		}
		edit, err := s.register().SetContent(d, v, before, after)
		if err != nil {
			return err
		}
		return s.do("set-field", edit)
	})
}

// subject is what a version's findings and references are seen against.
func (s *session) subject(d plan.Document, v plan.Version) (plan.Subject, error) {
	r := s.register()
	c, err := s.content(v)
	if err != nil {
		return plan.Subject{}, err
	}
	out := plan.Subject{Register: r, Document: d, Version: v, Content: c.Content, Today: s.today()}
	for _, id := range r.Subjects(d.ID, plan.ElaboratedIn) {
		if parent, ok := r.Document(id); ok {
			c, err := s.content(s.shown(parent))
			if err != nil {
				return plan.Subject{}, err
			}
			out.Parent = c.Content
		}
	}
	return out, nil
}

// shown is the version that speaks for a document: the one in force, else the
// latest.
func (s *session) shown(d plan.Document) plan.Version {
	if v, _, ok := s.register().Current(d, s.today()); ok {
		return v
	}
	return d.Latest()
}

// numberOf is a version's number in words: "1.1", "2.0 utkast 1".
func (s *session) numberOf(d plan.Document, v plan.Version) string {
	if _, adopted := s.register().AdoptionOf(d, v.ID); adopted || v.Major == 0 {
		return v.Number()
	}
	return s.words.T("version.draft", "version", v.Number(), "n", v.Draft)
}
