package main

import (
	"encoding/json"
	"fmt"
	"slices"

	"ledstjarna/internal/plan"
)

// registerCommand shows or changes a list of the register.
type registerCommand struct {
	File struct {
		File   string                `arg:"" name:"file"`
		List   registerListCommand   `cmd:""`
		Add    registerAddCommand    `cmd:""`
		Set    registerSetCommand    `cmd:""`
		Remove registerRemoveCommand `cmd:""`
	} `arg:"" name:"file"`
}

type registerListCommand struct {
	List string `arg:"" name:"list"`
}

type registerAddCommand struct {
	List   string   `arg:"" name:"list"`
	Fields []string `arg:"" name:"fields"`
}

type registerSetCommand struct {
	List   string   `arg:"" name:"list"`
	Entry  string   `arg:"" name:"entry"`
	Fields []string `arg:"" name:"fields"`
}

type registerRemoveCommand struct {
	List  string `arg:"" name:"list"`
	Entry string `arg:"" name:"entry"`
}

func listNamed(word string) (plan.ListName, error) {
	l := plan.ListName(word)
	if !slices.Contains(plan.ListNames(), l) {
		return "", refuse("cli.error.list", "value", word, "choices", joined(plan.ListNames()))
	}
	return l, nil
}

// listedEntry is an entry as --json prints it.
type listedEntry struct {
	ID     plan.ID         `json:"id"`
	Name   string          `json:"name"`
	Fields json.RawMessage `json:"fields"`
}

// Run prints the entries of a list.
func (c *registerListCommand) Run(a *app, g *grammar) error {
	l, err := listNamed(c.List)
	if err != nil {
		return err
	}
	return a.read(g.Register.File.File, func(s *session) error {
		out := []listedEntry{}
		var rows [][]string
		for _, e := range s.register().Entries(l) {
			b, err := e.Fields.MarshalJSON()
			if err != nil {
				return err
			}
			out = append(out, listedEntry{e.ID, s.register().EntryName(l, e), b})
			rows = append(rows, []string{string(e.ID), s.register().EntryName(l, e)})
		}
		if a.json {
			return a.printJSON(out)
		}
		return a.printTable([]string{a.words.T("cli.column.id"), a.words.T("cli.column.name")}, rows)
	})
}

// Run adds an entry and prints its ID.
func (c *registerAddCommand) Run(a *app, g *grammar) error {
	l, err := listNamed(c.List)
	if err != nil {
		return err
	}
	return a.change(g.Register.File.File, func(s *session) error {
		fields, err := s.fill(plan.Content{}, l, c.Fields)
		if err != nil {
			return err
		}
		if l == plan.ListOrganisation {
			return refuse("cli.error.one-organisation")
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

// Run removes an entry that nothing refers to.
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
		edit, err := s.register().RemoveEntry(l, e.ID)
		if err != nil {
			return err
		}
		return s.do("remove-entry", edit)
	})
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
