package main

import (
	"slices"
	"strconv"

	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
)

// packetLintCommand tells what is to be mended in the papers before they are sent.
type packetLintCommand struct {
	Packet string `arg:"" name:"packet"`
}

// packetRemoveCommand removes an item.
type packetRemoveCommand struct {
	Packet string `arg:"" name:"packet"`
	Item   string `arg:"" name:"item"`
}

// packetReportCommand shows the officer's report of an item, or sets a part of it.
type packetReportCommand struct {
	Packet string   `arg:"" name:"packet"`
	Item   string   `arg:"" name:"item"`
	Set    []string `arg:"" name:"fields" optional:""`
}

// lintFinding is a finding as --json prints it.
type lintFinding struct {
	Severity string  `json:"severity"`
	Rule     string  `json:"rule"`
	Item     plan.ID `json:"item"`
	Number   int     `json:"number"`
	Point    int     `json:"point,omitempty"`
	Text     string  `json:"text"`
}

// packet is the packet that a word points out, with its entry.
func (s *session) packet(word string) (plan.Entry, packet.Packet, error) {
	e, err := s.entry(plan.ListPackets, word)
	if err != nil {
		return e, packet.Packet{}, err
	}
	p, err := packet.Of(s.register(), e, s.today())
	if err != nil {
		return e, p, refuse("cli.error.packet-meeting", "value", string(e.ID))
	}
	return e, p, nil
}

// item finds one item of a packet by the words that name them.
func (s *session) item(packetWord, itemWord string) (plan.Entry, packet.Packet, plan.ID, error) {
	e, p, err := s.packet(packetWord)
	if err != nil {
		return e, p, "", err
	}
	id, err := itemNamed(p, itemWord)
	return e, p, id, err
}

// Run prints the findings item by item.
func (c *packetLintCommand) Run(a *app, g *grammar) error {
	return a.read(g.Packet.File.File, func(s *session) error {
		_, p, err := s.packet(c.Packet)
		if err != nil {
			return err
		}
		out := []lintFinding{}
		var rows [][]string
		for _, f := range packet.Lint(s.register(), p, s.words) {
			text := a.words.T("lint."+f.Rule, "point", f.Point, "word", f.Word)
			out = append(out, lintFinding{severityCode(f.Severity), f.Rule, f.Item, f.Number, f.Point, text})
			rows = append(rows, []string{strconv.Itoa(f.Number), a.words.T("severity." + severityCode(f.Severity)), text})
		}
		switch {
		case a.json:
			return a.printJSON(out)
		case len(rows) == 0:
			a.note("findings.none")
			return nil
		}
		return a.printTable(a.headings("column.item", "cli.column.severity", "cli.column.finding"), rows)
	})
}

// Run removes the item.
func (c *packetRemoveCommand) Run(a *app, g *grammar) error {
	return a.change(g.Packet.File.File, func(s *session) error {
		e, _, item, err := s.item(c.Packet, c.Item)
		if err != nil {
			return err
		}
		fields, err := packet.Remove(e.Fields, item)
		if err != nil {
			return err
		}
		edit, err := s.register().SetEntry(plan.ListPackets, e.ID, fields)
		if err != nil {
			return err
		}
		return s.do("remove-item", edit)
	})
}

// reportPart is a part of an officer's report as --json prints it.
type reportPart struct {
	Field plan.Key `json:"field"`
	Label string   `json:"label"`
	Text  string   `json:"text"`
	Own   bool     `json:"own"` // written by a person, not composed
}

// reportKeys are the parts of an officer's report in their order.
func reportKeys() []plan.Key {
	return []plan.Key{
		plan.KeyProposal, plan.KeySummary, plan.KeyMatter, plan.KeyAssessment, plan.KeyEconomy, plan.KeyOtherEffects, plan.KeyBasis, plan.KeyDistribution,
	}
}

// Run prints the parts of the report, or sets those that are given; an empty text
// lets the part be composed again.
func (c *packetReportCommand) Run(a *app, g *grammar) error {
	if len(c.Set) > 0 {
		return a.change(g.Packet.File.File, func(s *session) error { return c.set(s) })
	}
	return a.read(g.Packet.File.File, func(s *session) error {
		_, p, id, err := s.item(c.Packet, c.Item)
		if err != nil {
			return err
		}
		out := []reportPart{}
		var rows [][]string
		for _, it := range p.Items {
			if it.Row != id {
				continue
			}
			for _, k := range reportKeys() {
				x := reportPart{Field: k, Label: a.words.First(plan.FieldWords(string(plan.ListPackets), plan.PathTo(plan.KeyItems).In("", k))...), Text: it.Texts.Text(k)}
				x.Own = x.Text != ""
				if k == plan.KeyProposal && !x.Own {
					if lead := packet.Lead(s.register(), p, it, s.words); lead != "" {
						x.Text = lead + "\n"
					}
					for i, point := range packet.Sentences(s.register(), p, it, s.words) {
						x.Text += strconv.Itoa(i+1) + ". " + point + "\n"
					}
				}
				if x.Text == "" && !a.json {
					continue
				}
				out = append(out, x)
				rows = append(rows, []string{string(k), x.Label, x.Text})
			}
		}
		if a.json {
			return a.printJSON(out)
		}
		return a.printTable(a.headings("cli.column.field", "cli.column.part", "cli.column.text"), rows)
	})
}

func (c *packetReportCommand) set(s *session) error {
	e, _, id, err := s.item(c.Packet, c.Item)
	if err != nil {
		return err
	}
	if len(c.Set)%2 == 1 {
		return refuse("cli.error.pairs")
	}
	fields := e.Fields
	for i := 0; i < len(c.Set); i += 2 {
		f := plan.Key(c.Set[i])
		if !slices.Contains(reportKeys(), f) {
			return refuse("cli.error.report-field", "value", c.Set[i], "choices", joined(reportKeys()))
		}
		if fields, err = fields.SetIn(plan.ListFields(plan.ListPackets), plan.PathTo(plan.KeyItems).In(id, f), plan.Text(c.Set[i+1])); err != nil {
			return err
		}
	}
	edit, err := s.register().SetEntry(plan.ListPackets, e.ID, fields)
	if err != nil {
		return err
	}
	return s.do("set-report", edit)
}
