package main

import (
	"errors"
	"strconv"
	"strings"

	"ledstjarna/internal/exchange"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/review"
)

type exportStatusCommand struct {
	Years       string `name:"years" placeholder:"years"`
	paperOutput `embed:""`
}

// Run writes the paper "Status för styrdokument", or the same as tables.
func (c *exportStatusCommand) Run(a *app, g *grammar) error {
	return a.read(g.Export.File.File, func(s *session) error {
		o, err := c.overview(s)
		if err != nil {
			return err
		}
		table := exchange.Status{Register: s.register(), Words: s.words, Overview: o, Now: s.now}
		switch c.Format {
		case "csv":
			return c.write(s.path, table.WriteCSV)
		case "xlsx":
			return c.write(s.path, table.WriteXLSX)
		}
		x := &exporter{session: s, out: c.paperOutput, title: s.words.T("packet.status-part")}
		x.noteStatus(o)
		return x.export(func(src report.Source) (report.Print, error) { return report.OneStatus(src, o), nil })
	})
}

// mostYears is how many years an overview can have.
const mostYears = 60

// overview is that of the years that are asked for, "2019-2026", or of the usual
// ones.
func (c *exportStatusCommand) overview(s *session) (review.Overview, error) {
	if c.Years == "" {
		return report.StatusOverview(s.register(), s.today()), nil
	}
	from, to, ok := strings.Cut(strings.ReplaceAll(c.Years, "–", "-"), "-")
	if !ok {
		to = from
	}
	first, err := strconv.Atoi(strings.TrimSpace(from))
	last, lerr := strconv.Atoi(strings.TrimSpace(to))
	switch {
	case errors.Join(err, lerr) != nil || first < 1900 || last > 2200:
		return review.Overview{}, refuse("cli.error.years", "value", c.Years)
	case first > last:
		return review.Overview{}, refuse("cli.error.years-order", "first", first, "last", last)
	case last-first >= mostYears:
		return review.Overview{}, refuse("cli.error.years-many", "most", mostYears)
	}
	return review.OverviewOf(s.register(), first, last, s.today()), nil
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
