package main

import (
	"strconv"
	"time"

	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
)

// packetLogCommand lists when the papers were sent, and what has changed since.
type packetLogCommand struct {
	Packet string `arg:"" name:"packet"`
}

// sentLog is the log as --json prints it.
type sentLog struct {
	Dispatches []sentDispatch `json:"dispatches"`
	Changed    []sentChange   `json:"changed"` // since the last one
}

type sentDispatch struct {
	Number   int       `json:"number"` // 0 for what was made public
	Variant  string    `json:"variant"`
	At       time.Time `json:"at"`
	By       string    `json:"by"`
	File     string    `json:"file"`
	FileHash string    `json:"file-hash"`
	Pages    int       `json:"pages"`
	Papers   int       `json:"papers"`
}

type sentChange struct {
	Change   packet.Change `json:"change"`
	Item     plan.ID       `json:"item"`
	Number   int           `json:"number"`
	Appendix int           `json:"appendix,omitempty"`
	Title    string        `json:"title"`
}

// Run prints the log.
func (c *packetLogCommand) Run(a *app, g *grammar) error {
	return a.read(g.Packet.File.File, func(s *session) error {
		_, p, err := s.packet(c.Packet)
		if err != nil {
			return err
		}
		out := sentLog{Dispatches: []sentDispatch{}, Changed: []sentChange{}}
		var rows [][]string
		for _, d := range packet.Exports(s.register(), p.ID) {
			variant, number := plan.VariantFull, strconv.Itoa(d.Number)
			if d.Public {
				d.Number, variant, number = 0, plan.VariantPublic, a.words.T("packet.public")
			}
			out.Dispatches = append(out.Dispatches, sentDispatch{d.Number, variant, d.At, d.By, d.File, d.FileHash, d.Pages, len(d.Papers)})
			rows = append(rows, []string{number, a.day(plan.DateOf(d.At)), d.By, d.File, strconv.Itoa(d.Pages), d.FileHash[:min(12, len(d.FileHash))]})
		}
		out.Changed = append(out.Changed, s.changedSince(p)...)
		if a.json {
			return a.printJSON(out)
		}
		if len(rows) == 0 {
			a.note("packets.not-sent")
			return nil
		}
		if err := a.printTable(a.headings("packets.dispatch", "column.date", "column.registered-by", "cli.column.file", "cli.column.pages", "cli.column.hash"), rows); err != nil {
			return err
		}
		return a.printChanges(out.Changed)
	})
}
