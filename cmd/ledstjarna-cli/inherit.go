package main

import (
	"slices"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// inheritCommand tells what a field may take over, and takes it over.
type inheritCommand struct {
	File     string   `arg:"" name:"file"`
	Document string   `arg:"" name:"document"`
	Field    string   `arg:"" name:"field"`
	Take     []string `name:"take" placeholder:"offer" sep:"none"`
}

// foundOffer is an offer as --json prints it.
type foundOffer struct {
	ID   plan.ID `json:"id"` // where it stands and its row there: doc/row
	Name string  `json:"name"`
	From string  `json:"from"`
	Held bool    `json:"held,omitempty"`
}

// Run prints the offers, or takes over those named.
func (c *inheritCommand) Run(a *app) error {
	if len(c.Take) > 0 {
		return a.change(c.File, c.take)
	}
	return a.read(c.File, func(s *session) error {
		_, _, offers, _, err := c.offers(s)
		if err != nil {
			return err
		}
		out := []foundOffer{}
		var rows [][]string
		for _, x := range offers {
			f := foundOffer{offerID(x), x.Name, report.PlaceName(s.words, s.register(), s.today(), x.From), x.Held}
			out = append(out, f)
			held := ""
			if x.Held {
				held = s.words.T("inherit.held")
			}
			rows = append(rows, []string{string(f.ID), f.Name, f.From, held})
		}
		if a.json {
			return a.printJSON(out)
		}
		return a.printTable(a.headings("cli.column.id", "cli.column.name", "drift.from", "cli.column.detail"), rows)
	})
}

func (c *inheritCommand) offers(s *session) (plan.Document, plan.Sealed, []plan.Offer, plan.Sources, error) {
	d, err := s.document(c.Document)
	if err != nil {
		return d, plan.Sealed{}, nil, plan.Sources{}, err
	}
	before, err := s.content(d.Latest())
	if err != nil {
		return d, before, nil, plan.Sources{}, err
	}
	f, ok := plan.FieldIn(plan.FieldsOf(d.Kind), plan.Key(c.Field))
	if !ok || len(f.Inherits) == 0 {
		return d, before, nil, plan.Sources{}, refuse("cli.error.inherit", "field", c.Field)
	}
	from, err := s.sources(s.register().Parents(d.ID)...)
	return d, before, from.Offers(d, before.Content, f.Key), from, err
}

func (c *inheritCommand) take(s *session) error {
	d, before, offers, from, err := c.offers(s)
	if err != nil {
		return err
	}
	var chosen []plan.Offer
	for _, word := range c.Take {
		if word == all {
			for _, x := range offers {
				if !x.Held {
					chosen = append(chosen, x)
				}
			}
			continue
		}
		x, err := offerNamed(offers, word)
		if err != nil {
			return err
		}
		chosen = append(chosen, x)
	}
	after, err := from.Take(d, before.Content, chosen...)
	if err != nil {
		return err
	}
	return s.setContent("take-over", d, before, after)
}

// offerNamed finds an offer by its ID, the beginning of it, the ID of its row or
// its name; of several with one name the nearest.
func offerNamed(offers []plan.Offer, word string) (plan.Offer, error) {
	seen := map[string]bool{}
	var candidates []named
	for _, x := range offers {
		n := named{id: offerID(x)}
		for _, name := range []string{x.Name, string(x.From.Row)} {
			if !seen[name] && name != "" {
				n.names = append(n.names, name)
			}
			seen[name] = true
		}
		candidates = append(candidates, n)
	}
	id, err := find(candidates, word, "cli.error.offer")
	if err != nil {
		return plan.Offer{}, err
	}
	return offers[slices.IndexFunc(candidates, func(n named) bool { return n.id == id })], nil
}

// offerID names an offer: where it stands, and its row, entry or field there.
func offerID(x plan.Offer) plan.ID {
	where, what := x.From.Document, x.From.Row
	if where == "" {
		where = plan.ID(x.From.List)
	}
	if what == "" {
		what = plan.ID(x.From.Key)
	}
	return where + "/" + what
}
