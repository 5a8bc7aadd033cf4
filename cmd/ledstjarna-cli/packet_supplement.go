package main

import (
	"cmp"
	"strconv"

	"ledstjarna/internal/packet"
)

// packetSupplementCommand tells what a supplement would hold.
type packetSupplementCommand struct {
	Packet string `arg:"" name:"packet"`
}

// Run prints what differs from what was last sent: new, replaced and withdrawn papers.
func (c *packetSupplementCommand) Run(a *app, g *grammar) error {
	return a.read(g.Packet.File.File, func(s *session) error {
		_, p, err := s.packet(c.Packet)
		if err != nil {
			return err
		}
		if len(packet.Dispatches(s.register(), p.ID)) == 0 {
			return refuse("cli.error.not-sent")
		}
		changed := s.changedSince(p)
		switch {
		case a.json:
			return a.printJSON(changed)
		case len(changed) == 0:
			a.note("cli.error.nothing-changed")
			return nil
		}
		return a.printChanges(changed)
	})
}

// changedSince is what differs from what was last sent; nothing before the papers were.
func (s *session) changedSince(p packet.Packet) []sentChange {
	out := []sentChange{}
	all := packet.Dispatches(s.register(), p.ID)
	if len(all) == 0 {
		return out
	}
	for _, x := range packet.Since(s.register(), p, all[len(all)-1]) {
		out = append(out, sentChange{x.Change, x.Item, x.Number, x.Appendix, cmp.Or(x.Title, x.Heading)})
	}
	return out
}

func (a *app) printChanges(changed []sentChange) error {
	var rows [][]string
	for _, x := range changed {
		rows = append(rows, []string{a.words.T("sent." + string(x.Change)), strconv.Itoa(x.Number), x.Title})
	}
	if len(rows) == 0 {
		return nil
	}
	return a.printTable(a.headings("packets.changed-since", "column.item", "column.document"), rows)
}
