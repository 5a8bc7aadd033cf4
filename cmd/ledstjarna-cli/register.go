package main

import (
	"fmt"
	"slices"
	"strings"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// registerCommand shows or changes a list of the register.
type registerCommand struct {
	File struct {
		File   string                `arg:"" name:"file"`
		List   registerListCommand   `cmd:""`
		Add    registerAddCommand    `cmd:""`
		Set    registerSetCommand    `cmd:""`
		Remove registerRemoveCommand `cmd:""`

		ImportMembers importMembersCommand `cmd:""`
	} `arg:"" name:"file"`
}

type registerAddCommand struct {
	List   string   `arg:"" name:"list"`
	Fields []string `arg:"" name:"fields" optional:""`
	Preset string   `name:"preset" placeholder:"preset"`
}

type registerSetCommand struct {
	List   string   `arg:"" name:"list"`
	Entry  string   `arg:"" name:"entry"`
	Fields []string `arg:"" name:"fields"`
}

type registerRemoveCommand struct {
	List  string `arg:"" name:"list"`
	Entry string `arg:"" name:"entry"`
	Force bool   `name:"force"`
}

func listNamed(word string) (plan.ListName, error) {
	l := plan.ListName(word)
	if !slices.Contains(plan.ListNames(), l) {
		return "", refuse("cli.error.list", "value", word, "choices", joined(plan.ListNames()))
	}
	return l, nil
}

// Run adds an entry and prints its ID.
func (c *registerAddCommand) Run(a *app, g *grammar) error {
	l, err := listNamed(c.List)
	if err != nil {
		return err
	}
	return a.change(g.Register.File.File, func(s *session) error {
		if l == plan.ListOrganisation {
			return refuse("cli.error.one-organisation")
		}
		start, err := s.preset(l, c.Preset)
		if err != nil {
			return err
		}
		fields, err := s.fill(start, l, c.Fields)
		if err != nil {
			return err
		}
		if fields.Len() == 0 {
			return refuse("cli.error.nothing-to-add")
		}
		edit, e, err := s.register().AddEntry(l, fields)
		if err != nil {
			return err
		}
		if err := s.do("add-entry", edit); err != nil {
			return err
		}
		return a.printID(e.ID)
	})
}

// Run gives fields of an entry new values. The organisation, of which there is
// one, need not be named.
func (c *registerSetCommand) Run(a *app, g *grammar) error {
	l, err := listNamed(c.List)
	if err != nil {
		return err
	}
	if l == plan.ListOrganisation && len(c.Fields)%2 == 1 {
		c.Entry, c.Fields = string(plan.OrganisationID), append([]string{c.Entry}, c.Fields...)
	}
	return a.change(g.Register.File.File, func(s *session) error {
		e, err := s.entry(l, c.Entry)
		if err != nil {
			return err
		}
		fields, err := s.fill(e.Fields, l, c.Fields)
		if err != nil {
			return err
		}
		edit, err := s.register().SetEntry(l, e.ID, fields)
		if err != nil {
			return err
		}
		return s.do("set-entry", edit)
	})
}

// preset returns the days that a usual rhythm proposes for the next mandate
// period, nothing where none is named.
func (s *session) preset(l plan.ListName, code string) (plan.Content, error) {
	if code == "" {
		return plan.Content{}, nil
	}
	var codes []string
	for _, p := range plan.PeriodPresets() {
		if p.Code == code && l == plan.ListPeriods {
			start, end := p.Next(s.register().Periods(), s.today())
			return plan.NewContent(plan.Filled{plan.KeyStart: plan.Day(start), plan.KeyEnd: plan.Day(end)}), nil
		}
		codes = append(codes, p.Code)
	}
	return plan.Content{}, refuse("cli.error.preset", "value", code, "choices", strings.Join(codes, ", "))
}

// Run removes an entry that nothing refers to. What only texts of documents
// refer to is removed with --force.
func (c *registerRemoveCommand) Run(a *app, g *grammar) error {
	l, err := listNamed(c.List)
	if err != nil {
		return err
	}
	return a.change(g.Register.File.File, func(s *session) error {
		e, err := s.entry(l, c.Entry)
		if err != nil {
			return err
		}
		name := s.register().EntryName(l, e)
		if users := s.referrers(e.ID); len(users) > 0 {
			return refuse("cli.error.in-use", "name", name, "users", strings.Join(users, "; "))
		}
		users, err := s.mentions(e.ID)
		if err != nil {
			return err
		}
		if len(users) > 0 && !c.Force {
			return refuse("cli.error.mentioned", "name", name, "users", strings.Join(users, "; "))
		}
		edit, err := s.register().RemoveEntry(l, e.ID)
		if err != nil {
			return err
		}
		return s.do("remove-entry", edit)
	})
}

// referrers says what in the register refers to the entry.
func (s *session) referrers(id plan.ID) []string {
	var out []string
	for _, x := range s.register().Referrers(id) {
		out = append(out, report.Referrer(s.words, s.register(), x))
	}
	return out
}

// mentions names the documents with a version that refers to the entry.
func (s *session) mentions(id plan.ID) ([]string, error) {
	var out []string
	for _, d := range s.register().Documents() {
		for _, v := range d.Versions {
			c, err := s.content(v)
			if err != nil {
				return nil, err
			}
			if c.Content.Mentions(id) {
				out = append(out, report.Referrer(s.words, s.register(), plan.Referrer{Document: d.ID}))
				break
			}
		}
	}
	return out, nil
}

// fill sets fields of a list's entry from pairs of a path and a value.
func (s *session) fill(c plan.Content, l plan.ListName, pairs []string) (plan.Content, error) {
	if len(pairs)%2 != 0 {
		return c, refuse("cli.error.pairs")
	}
	for i := 0; i < len(pairs); i += 2 {
		var err error
		x := fieldSetter{s, plan.ListFields(l), plan.Subject{Register: s.register()}}
		if c, err = x.set(c, pairs[i], pairs[i+1]); err != nil {
			return c, err
		}
	}
	return c, nil
}

// printID prints the ID of what was made.
func (a *app) printID(id plan.ID) error {
	if a.json {
		return a.printJSON(map[string]plan.ID{"id": id})
	}
	_, err := fmt.Fprintln(a.out, id)
	return err
}
