package main

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
)

// packetCommand makes and changes a meeting's papers.
type packetCommand struct {
	File struct {
		File       string                  `arg:"" name:"file"`
		New        packetNewCommand        `cmd:""`
		Add        packetAddCommand        `cmd:""`
		Move       packetMoveCommand       `cmd:""`
		Remove     packetRemoveCommand     `cmd:""`
		Report     packetReportCommand     `cmd:""`
		Lint       packetLintCommand       `cmd:""`
		Log        packetLogCommand        `cmd:""`
		Supplement packetSupplementCommand `cmd:""`
		Attach     packetAttachCommand     `cmd:""`
		Protect    packetProtectCommand    `cmd:""`
	} `arg:"" name:"file"`
}

// packetNewCommand makes the papers of a meeting.
type packetNewCommand struct {
	Meeting string `name:"meeting" required:"" placeholder:"meeting"`
}

// packetAddCommand adds an item.
type packetAddCommand struct {
	Packet string `arg:"" name:"packet"`
	What   string `arg:"" name:"what"`
}

// packetMoveCommand moves an item.
type packetMoveCommand struct {
	Packet   string `arg:"" name:"packet"`
	Item     string `arg:"" name:"item"`
	Position string `arg:"" name:"position"`
}

// Run makes a packet with the items that every meeting opens with and prints
// its ID. A meeting has one packet.
func (c *packetNewCommand) Run(a *app, g *grammar) error {
	return a.change(g.Packet.File.File, func(s *session) error {
		m, err := s.entry(plan.ListMeetings, c.Meeting)
		if err != nil {
			return err
		}
		for _, e := range s.register().Entries(plan.ListPackets) {
			if e.Fields.Get(plan.KeyMeeting).ID() == m.ID {
				return refuse("cli.error.has-packet", "meeting", s.register().EntryName(plan.ListMeetings, m), "packet", string(e.ID))
			}
		}
		edit, e, err := s.register().AddEntry(plan.ListPackets, packet.NewFor(s.register(), m.ID, a.words))
		if err != nil {
			return err
		}
		if err := s.do("new-packet", edit); err != nil {
			return err
		}
		return a.printID(e.ID)
	})
}

// Run adds a document, the year's review of all documents, or a heading, and
// prints the item's ID.
func (c *packetAddCommand) Run(a *app, g *grammar) error {
	return a.change(g.Packet.File.File, func(s *session) error {
		e, err := s.entry(plan.ListPackets, c.Packet)
		if err != nil {
			return err
		}
		fields, err := c.add(s, e.Fields)
		if err != nil {
			return err
		}
		edit, err := s.register().SetEntry(plan.ListPackets, e.ID, fields)
		if err != nil {
			return err
		}
		if err := s.do("new-item", edit); err != nil {
			return err
		}
		rows := fields.Get(plan.KeyItems).Rows()
		return a.printID(rows[len(rows)-1].ID)
	})
}

func (c *packetAddCommand) add(s *session, fields plan.Content) (plan.Content, error) {
	if year, ok := strings.CutPrefix(c.What, annual+":"); ok {
		y, err := strconv.Atoi(year)
		if err != nil || y < 1900 || y > 2200 {
			return fields, refuse("error.number", "value", year)
		}
		return packet.AddAnnual(fields, y, s.words), nil
	}
	if c.What == plan.SubjectStatus {
		return packet.AddStatus(fields, s.words), nil
	}
	if e, ok := s.register().Event(plan.ID(c.What)); ok && e.Kind == plan.EventReview {
		return packet.AddReview(fields, s.register(), s.register().Last(e), s.words), nil
	}
	d, err := s.document(c.What)
	var r *refusal
	if errors.As(err, &r) && r.key == "cli.error.document" {
		return packet.AddFree(fields, c.What), nil
	}
	if err != nil {
		return fields, err
	}
	return packet.AddDocument(fields, s.register(), d, s.words), nil
}

// Run moves the item to the position, counted from 1.
func (c *packetMoveCommand) Run(a *app, g *grammar) error {
	return a.change(g.Packet.File.File, func(s *session) error {
		e, p, err := s.packet(c.Packet)
		if err != nil {
			return err
		}
		rows := e.Fields.Get(plan.KeyItems).Rows()
		item, err := itemNamed(p, c.Item)
		if err != nil {
			return err
		}
		position, err := strconv.Atoi(c.Position)
		if err != nil {
			return refuse("cli.error.position", "value", c.Position, "n", len(rows))
		}
		fields, err := packet.Move(e.Fields, item, position)
		if err != nil {
			return refuse("cli.error.position", "value", c.Position, "n", len(rows))
		}
		edit, err := s.register().SetEntry(plan.ListPackets, e.ID, fields)
		if err != nil {
			return err
		}
		return s.do("move-row", edit)
	})
}

// itemNamed finds an item by the number that it is printed with, its ID or its
// heading.
func itemNamed(p packet.Packet, word string) (plan.ID, error) {
	all := make([]named, 0, len(p.Items))
	for _, it := range p.Items {
		if strconv.Itoa(it.Number) == word {
			return it.Row, nil
		}
		all = append(all, named{it.Row, []string{it.Heading}})
	}
	return find(slices.Clip(all), word, "cli.error.item")
}
