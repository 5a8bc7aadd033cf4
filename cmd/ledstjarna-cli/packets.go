package main

import (
	"strconv"

	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
)

// packetsCommand lists the meetings' papers.
type packetsCommand struct {
	File string `arg:"" name:"file"`
}

// listedPacket is a packet as --json prints it.
type listedPacket struct {
	ID      plan.ID      `json:"id"`
	Meeting plan.ID      `json:"meeting"`
	Body    string       `json:"body"`
	Date    plan.Date    `json:"date"`
	Stop    plan.Date    `json:"stop-date"`
	Sends   plan.Date    `json:"dispatch-date"`
	Items   []listedItem `json:"items"`
}

type listedItem struct {
	ID        plan.ID       `json:"id"`
	Number    int           `json:"number"`
	Heading   string        `json:"heading"`
	Type      string        `json:"type"`
	Dnr       string        `json:"dnr"`
	Presenter string        `json:"presenter"`
	Document  plan.ID       `json:"document,omitempty"`
	Version   plan.ID       `json:"version,omitempty"`
	Year      int           `json:"year,omitempty"`
	Decision  []string      `json:"proposed-decision"`
	Outcome   string        `json:"outcome,omitempty"` // of the meeting
	Paragraph string        `json:"paragraf,omitempty"`
	Papers    []listedPaper `json:"papers"`
}

type listedPaper struct {
	Number   int     `json:"number"`
	Title    string  `json:"title"`
	Document plan.ID `json:"document,omitempty"`
	Version  plan.ID `json:"version,omitempty"`
}

// Run prints the packets with their items.
func (c *packetsCommand) Run(a *app) error {
	return a.read(c.File, func(s *session) error {
		out := []listedPacket{}
		var rows [][]string
		for _, e := range s.register().Entries(plan.ListPackets) {
			p, err := packet.Of(s.register(), e, s.today())
			if err != nil {
				return refuse("cli.error.packet-meeting", "value", string(e.ID))
			}
			out = append(out, s.listedPacket(p))
			rows = append(rows, []string{string(p.ID), p.Body, a.day(p.Meeting.Date), ""})
			for _, it := range p.Items {
				rows = append(rows, []string{"", "", strconv.Itoa(it.Number), it.Heading})
			}
		}
		switch {
		case a.json:
			return a.printJSON(out)
		case len(rows) == 0:
			a.note("packets.none")
			return nil
		}
		return a.printTable(a.headings("cli.column.id", "cli.column.body", "column.date", "column.item"), rows)
	})
}

func (s *session) listedPacket(p packet.Packet) listedPacket {
	out := listedPacket{
		ID: p.ID, Meeting: p.Meeting.ID, Body: p.Body, Date: p.Meeting.Date, Stop: p.Meeting.Stop, Sends: p.Meeting.Dispatch,
		Items: []listedItem{},
	}
	for _, it := range p.Items {
		x := listedItem{
			ID: it.Row, Number: it.Number, Heading: it.Heading, Type: it.Type, Dnr: it.Dnr, Presenter: it.Presenter,
			Document: it.Document, Version: it.Version, Year: it.Year, Papers: []listedPaper{},
			Decision: append([]string{}, packet.Sentences(s.register(), p, it, s.words)...),
		}
		if d, ok := packet.DecidedOn(s.register(), p.ID, it.Row); ok {
			x.Outcome, x.Paragraph = d.Outcome, d.Paragraph
		}
		for _, paper := range it.Papers {
			x.Papers = append(x.Papers, listedPaper{paper.Number, paper.Title, paper.Document, paper.Version})
		}
		out.Items = append(out.Items, x)
	}
	return out
}
