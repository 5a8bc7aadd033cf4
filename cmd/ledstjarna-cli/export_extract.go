package main

import (
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

type exportExtractCommand struct {
	Packet      string `arg:"" name:"packet"`
	Item        string `arg:"" name:"item"`
	paperOutput `embed:""`
}

// Run writes what an extract of the minutes is made from: the decision on an item.
func (c *exportExtractCommand) Run(a *app, g *grammar) error {
	return a.read(g.Export.File.File, func(s *session) error {
		e, p, id, err := s.item(c.Packet, c.Item)
		if err != nil {
			return err
		}
		d, ok := packet.DecidedOn(s.register(), p.ID, id)
		if !ok {
			return refuse("cli.error.not-decided")
		}
		x := &exporter{session: s, out: c.paperOutput, title: s.words.T("minutes.title")}
		x.note(plan.ListFields(plan.ListPackets), string(plan.ListPackets), s.register().EntryName(plan.ListPackets, e), e.Fields)
		x.said = append(x.said, saying{d.Text, x.title, []string{"field.item-decision.text"}})
		return x.export(func(src report.Source) (report.Print, error) {
			for _, it := range p.Items {
				if it.Row == id {
					return report.MinutesExtract(src, p, it, d), nil
				}
			}
			return report.Print{}, packet.ErrItem
		})
	})
}
