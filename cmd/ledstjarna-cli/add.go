package main

import (
	"cmp"
	"slices"
	"strings"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// addCommand adds a document with its first draft.
type addCommand struct {
	File       string `arg:"" name:"file"`
	Kind       string `arg:"" name:"kind"`
	Title      string `name:"title" required:"" placeholder:"title"`
	Period     string `name:"period" placeholder:"period"`
	Assignment string `name:"assignment" placeholder:"assignment"`
	Quick      bool   `name:"quick"`
	CopyOf     string `name:"copy-of" placeholder:"document"`
}

// Run adds the document and prints its ID.
func (c *addCommand) Run(a *app) error {
	kind, err := kindNamed(c.Kind)
	if err != nil {
		return err
	}
	if c.Quick && kind != plan.AssignmentPlan {
		return refuse("cli.error.quick")
	}
	if c.Assignment != "" && kind != plan.AssignmentPlan {
		return refuse("cli.error.not-assignment-plan")
	}
	return a.change(c.File, func(s *session) error {
		f := plan.Filled{plan.KeyTitle: plan.Text(c.Title)}
		for _, ref := range []struct {
			key  plan.Key
			list plan.ListName
			word string
		}{{plan.KeyPeriod, plan.ListPeriods, c.Period}, {plan.KeyAssignment, plan.ListAssignments, c.Assignment}} {
			if ref.word == "" {
				continue
			}
			e, err := s.entry(ref.list, ref.word)
			if err != nil {
				return err
			}
			f[ref.key] = plan.Ref(e.ID)
		}
		if c.CopyOf != "" {
			return c.copy(s, kind, cmp.Or(f[plan.KeyPeriod].ID(), f[plan.KeyAssignment].ID()))
		}
		edit, d := plan.NewDocument(kind, c.Quick, plan.NewContent(f), a.now)
		if err := s.do("new-document", edit); err != nil {
			return err
		}
		return a.printID(d.ID)
	})
}

// copy makes the document of another one: for the target, or for the same period
// or assignment where none is given.
func (c *addCommand) copy(s *session, kind plan.DocumentKind, target plan.ID) error {
	old, err := s.document(c.CopyOf)
	if err != nil {
		return err
	}
	v := s.shown(old)
	if old.Kind != kind || c.Quick && !old.Quick {
		return refuse("cli.error.copy-kind", "document", v.Head.Title, "kind", s.words.T("kind."+string(old.Kind)))
	}
	content, err := s.content(v)
	if err != nil {
		return err
	}
	edit, d, err := s.register().CopyDocument(old, content.Content, plan.Copy{
		Target: cmp.Or(target, v.Head.Period, v.Head.Assignment), Title: c.Title,
		Lessons: report.Carried(s.words, s.register(), old, content.Content, s.today()),
	}, s.now)
	if err != nil {
		return err
	}
	if err := s.do("copy-document", edit); err != nil {
		return err
	}
	return s.printID(d.ID)
}

func kindNamed(word string) (plan.DocumentKind, error) {
	k := plan.DocumentKind(word)
	if !slices.Contains(plan.DocumentKinds(), k) {
		return "", refuse("cli.error.kind", "value", word, "choices", joined(plan.DocumentKinds()))
	}
	return k, nil
}

func joined[T ~string](codes []T) string {
	words := make([]string, 0, len(codes))
	for _, c := range codes {
		words = append(words, string(c))
	}
	return strings.Join(words, ", ")
}

// promoteCommand makes a quick plan a full one.
type promoteCommand struct {
	File     string `arg:"" name:"file"`
	Document string `arg:"" name:"document"`
}

// Run makes the plan a full one; nothing in it changes.
func (c *promoteCommand) Run(a *app) error {
	return a.change(c.File, func(s *session) error {
		d, err := s.document(c.Document)
		if err != nil {
			return err
		}
		if !d.Quick {
			return refuse("cli.error.not-quick", "document", d.Latest().Head.Title)
		}
		edit, err := s.register().Promote(d)
		if err != nil {
			return err
		}
		return s.do("promote", edit)
	})
}

// removeCommand removes a document on which nothing was ever registered.
type removeCommand struct {
	File     string `arg:"" name:"file"`
	Document string `arg:"" name:"document"`
}

// Run removes the document with its relations.
func (c *removeCommand) Run(a *app) error {
	return a.change(c.File, func(s *session) error {
		d, err := s.document(c.Document)
		if err != nil {
			return err
		}
		contents := map[plan.ID]plan.Sealed{}
		for _, v := range d.Versions {
			if contents[v.ID], err = s.content(v); err != nil {
				return err
			}
		}
		edit, err := s.register().RemoveDocument(d, contents)
		if err != nil {
			return refuse("cli.error.registered", "document", d.Latest().Head.Title)
		}
		return s.do("remove-document", edit)
	})
}
