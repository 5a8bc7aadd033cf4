package main

import (
	"path/filepath"

	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

type exportSupplementCommand struct {
	Packet      string `arg:"" name:"packet"`
	Dispatch    bool   `name:"dispatch"`
	paperOutput `embed:""`
}

// Run writes what has changed in a meeting's papers since they were last sent.
func (c *exportSupplementCommand) Run(a *app, g *grammar) error {
	return a.read(g.Export.File.File, func(s *session) error {
		e, p, err := s.packet(c.Packet)
		if err != nil {
			return err
		}
		sent := packet.Dispatches(s.register(), p.ID)
		if len(sent) == 0 {
			return refuse("cli.error.not-sent")
		}
		changed := packet.Since(s.register(), p, sent[len(sent)-1])
		if len(changed) == 0 {
			return refuse("cli.error.nothing-changed")
		}
		x := &exporter{session: s, out: c.paperOutput, title: s.register().EntryName(plan.ListPackets, e), variants: true}
		x.note(plan.ListFields(plan.ListPackets), string(plan.ListPackets), x.title, e.Fields)
		err = x.export(func(src report.Source) (report.Print, error) {
			shown, err := c.variant(&src, p)
			if err != nil {
				return report.Print{}, err
			}
			if shown.Public {
				changed = shown.PublicChanges(changed)
			}
			return report.Supplement(src, shown, len(sent), changed)
		})
		if err != nil || !c.Dispatch {
			return err
		}
		return s.logDispatch(p, packet.Made{File: filepath.Base(c.Path), Hash: x.hash, Pages: x.pages, Public: c.Variant == plan.VariantPublic})
	})
}
