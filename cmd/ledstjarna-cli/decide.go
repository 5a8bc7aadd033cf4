package main

import (
	"errors"
	"strings"

	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
)

// decideCommand registers what a meeting decided on an item of its papers.
type decideCommand struct {
	File     string   `arg:"" name:"file"`
	Packet   string   `arg:"" name:"packet"`
	Item     string   `arg:"" name:"item"`
	Outcome  string   `name:"outcome" required:"" placeholder:"outcome"`
	Paragraf string   `name:"paragraf" required:"" placeholder:"paragraf"`
	Date     string   `name:"date" placeholder:"date"`
	Until    string   `name:"until" placeholder:"date"`
	Text     string   `name:"text" placeholder:"text"`
	Reviewer string   `name:"reviewer" placeholder:"role"`
	Except   []string `name:"except" placeholder:"document"`
	Changed  bool     `name:"changed"`
}

// decidedItem is what --json prints of a decision.
type decidedItem struct {
	ID      plan.ID      `json:"id"`
	Item    plan.ID      `json:"item"`
	Outcome string       `json:"outcome"`
	Records []madeRecord `json:"records"` // that followed from it
}

type madeRecord struct {
	ID       plan.ID        `json:"id"`
	Kind     plan.EventKind `json:"kind"`
	Document plan.ID        `json:"document,omitempty"`
}

// Run registers the decision and prints its ID.
func (c *decideCommand) Run(a *app) error {
	return a.change(c.File, func(s *session) error {
		e, p, err := s.packet(c.Packet)
		if err != nil {
			return err
		}
		d := packet.Decision{Outcome: c.Outcome, Paragraph: c.Paragraf, Text: c.Text, Reviewer: c.Reviewer, Changed: c.Changed}
		if d.Item, err = itemNamed(p, c.Item); err != nil {
			return err
		}
		if d.Date, err = dateOr(c.Date, plan.Date{}); err != nil {
			return err
		}
		if d.Until, err = dateOr(c.Until, plan.Date{}); err != nil {
			return err
		}
		for _, word := range c.Except {
			x, err := s.document(word)
			if err != nil {
				return err
			}
			d.Except = append(d.Except, x.ID)
		}
		edit, err := packet.Decide(s.register(), e, d, s.words, s.by, s.now)
		if err != nil {
			return s.wordItem(p, d, err)
		}
		if err := s.do("decide-item", edit); err != nil {
			return err
		}
		return s.printDecided(d, edit.Events)
	})
}

func (s *session) printDecided(d packet.Decision, events []plan.Event) error {
	out := decidedItem{ID: events[0].ID, Item: d.Item, Outcome: d.Outcome, Records: []madeRecord{}}
	for _, e := range events[1:] {
		out.Records = append(out.Records, madeRecord{e.ID, e.Kind, e.Document})
	}
	if s.json {
		return s.printJSON(out)
	}
	return s.printID(out.ID)
}

// wordItem gives the reasons for which a decision on an item is refused their
// words.
func (s *session) wordItem(p packet.Packet, d packet.Decision, err error) error {
	for _, known := range []struct {
		err error
		key string
	}{
		{packet.ErrDecided, "cli.error.item.decided"},
		{packet.ErrParagraph, "cli.error.item.paragraf"},
		{packet.ErrFuture, "cli.error.item.future"},
		{packet.ErrUntil, "cli.error.item.until"},
		{packet.ErrChanged, "cli.error.item.changed"},
	} {
		if errors.Is(err, known.err) {
			return refuse(known.key)
		}
	}
	if errors.Is(err, packet.ErrOutcome) {
		for _, it := range p.Items {
			if it.Row == d.Item {
				return refuse("cli.error.item.outcome", "value", d.Outcome, "choices", strings.Join(packet.Outcomes(s.register(), it), ", "))
			}
		}
	}
	return s.wordRegistration(plan.EventReview, err)
}
