package main

import (
	"ledstjarna/internal/report"
	"ledstjarna/internal/review"
)

type exportStatusCommand struct {
	paperOutput `embed:""`
}

// Run writes the paper "Status för styrdokument".
func (c *exportStatusCommand) Run(a *app, g *grammar) error {
	return a.read(g.Export.File.File, func(s *session) error {
		x := &exporter{session: s, out: c.paperOutput, title: s.words.T("packet.status-part")}
		return x.export(func(src report.Source) (report.Print, error) {
			first, last := report.StatusYears(src.Register, src.Today)
			return report.OneStatus(src, review.OverviewOf(src.Register, first, last, src.Today)), nil
		})
	})
}
