package main

import (
	"errors"
	"strconv"
	"strings"

	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// packetProtectCommand protects an item, or one of its papers, in the public variant.
type packetProtectCommand struct {
	Packet   string `arg:"" name:"packet"`
	Item     string `arg:"" name:"item"`
	Heading  string `name:"public-heading" placeholder:"title"`
	Statute  string `name:"statute" placeholder:"text"`
	MarkedOn string `name:"marked-on" placeholder:"date"`
	Off      bool   `name:"off"`
}

// Run protects what is named, ITEM or ITEM/APPENDIX.
func (c *packetProtectCommand) Run(a *app, g *grammar) error {
	return a.change(g.Packet.File.File, func(s *session) error {
		e, p, err := s.packet(c.Packet)
		if err != nil {
			return err
		}
		item, row, err := c.what(s.register(), p)
		if err != nil {
			return err
		}
		m := packet.Mark{Heading: c.Heading, Statute: c.Statute, Off: c.Off}
		if c.MarkedOn != "" {
			if m.On, err = plan.ParseDate(c.MarkedOn); err != nil {
				return refuse("error.date", "value", c.MarkedOn)
			}
		}
		fields, err := packet.Protect(e.Fields, item.Row, row, m)
		if errors.Is(err, packet.ErrPublicHeading) {
			return refuse("cli.error.public-heading", "n", item.Number)
		}
		if err != nil {
			return err
		}
		edit, err := s.register().SetEntry(plan.ListPackets, e.ID, fields)
		if err != nil {
			return err
		}
		return s.do("protect", edit)
	})
}

// what is the item, and the row of its paper where one is named.
func (c *packetProtectCommand) what(r plan.Register, p packet.Packet) (packet.Item, plan.ID, error) {
	word, appendix, one := strings.Cut(c.Item, "/")
	id, err := itemNamed(p, word)
	if err != nil {
		return packet.Item{}, "", err
	}
	for _, it := range p.Items {
		if it.Row != id {
			continue
		}
		if !one {
			return it, "", nil
		}
		for _, x := range it.Papers {
			switch {
			case strconv.Itoa(x.Number) != appendix && packet.Appendix(r, x.Number) != appendix:
			case x.Row == "":
				return it, "", refuse("cli.error.appendix-own", "value", appendix)
			default:
				return it, x.Row, nil
			}
		}
	}
	return packet.Item{}, "", refuse("cli.error.appendix", "value", appendix)
}

// variant gives the packet in the variant that is asked for, and makes the source one
// for it.
func (o paperOutput) variant(src *report.Source, p packet.Packet) (packet.Packet, error) {
	if o.Variant != plan.VariantPublic {
		return p, nil
	}
	r, public, err := packet.Public(src.Register, p)
	var about *packet.ItemError
	switch {
	case errors.As(err, &about) && errors.Is(err, packet.ErrPublicHeading):
		return p, refuse("cli.error.public-heading", "n", about.Number)
	case errors.As(err, &about):
		return p, refuse("cli.error.open-elsewhere", "n", about.Number)
	case err != nil:
		return p, err
	}
	src.Register = r
	return public, nil
}
