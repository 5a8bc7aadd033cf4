package main

import (
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/review"
)

type exportStatusCommand struct {
	paperOutput `embed:""`
}

// Run writes the paper "Status för styrdokument".
func (c *exportStatusCommand) Run(a *app, g *grammar) error {
	return a.read(g.Export.File.File, func(s *session) error {
		o := report.StatusOverview(s.register(), s.today())
		x := &exporter{session: s, out: c.paperOutput, title: s.words.T("packet.status-part")}
		x.noteStatus(o)
		return x.export(func(src report.Source) (report.Print, error) { return report.OneStatus(src, o), nil })
	})
}

// noteStatus remembers the texts that the paper takes from the file: titles, the
// reasons of needs, and the names of bodies, periods and assignments.
func (x *exporter) noteStatus(o review.Overview) {
	for _, row := range o.Rows {
		d, _ := x.register().Document(row.Document)
		title := x.shown(d).Head.Title
		x.said = append(x.said, saying{title, title, plan.FieldWords(string(d.Kind), plan.PathTo(plan.KeyTitle))})
		for _, need := range row.Needs {
			x.said = append(x.said, saying{need.Label, title, []string{"status-paper.need"}})
		}
	}
	for _, l := range []plan.ListName{plan.ListOrganisation, plan.ListBodies, plan.ListPeriods, plan.ListAssignments} {
		for _, e := range x.register().Entries(l) {
			for _, k := range []plan.Key{plan.KeyName, plan.KeyNo} {
				x.said = append(x.said, saying{e.Fields.Text(k), x.register().EntryName(l, e), plan.FieldWords(string(l), plan.PathTo(k))})
			}
		}
	}
}
