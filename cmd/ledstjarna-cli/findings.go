package main

import (
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// findingsCommand prints what is to be mended in a document, or without one in
// the registers of the file.
type findingsCommand struct {
	File     string `arg:"" name:"file"`
	Document string `arg:"" name:"document" optional:""`
}

// foundFinding is a finding as --json prints it.
type foundFinding struct {
	Severity string   `json:"severity"`
	Rule     string   `json:"rule"`
	Section  plan.Key `json:"section"`
	Field    string   `json:"field"`
	Text     string   `json:"text"`
}

func severityCode(s plan.Severity) string {
	return map[plan.Severity]string{plan.Error: "error", plan.Warning: "warning", plan.Hint: "hint"}[s]
}

// Run prints the findings of the latest version, or of the registers.
func (c *findingsCommand) Run(a *app) error {
	if c.Document == "" {
		return a.read(c.File, (*session).registerFindings)
	}
	return a.read(c.File, func(s *session) error {
		d, err := s.document(c.Document)
		if err != nil {
			return err
		}
		subject, err := s.subject(d, d.Latest())
		if err != nil {
			return err
		}
		out := []foundFinding{}
		var rows [][]string
		for _, f := range plan.Findings(subject) {
			x := foundFinding{severityCode(f.Severity), f.Rule, f.Section, f.Path.String(), report.Finding(a.words, d.Kind, f)}
			out = append(out, x)
			rows = append(rows, []string{a.words.T("severity." + x.Severity), x.Text, x.Field})
		}
		switch {
		case a.json:
			return a.printJSON(out)
		case len(rows) == 0:
			a.note("findings.none")
			return nil
		}
		return a.printTable([]string{a.words.T("cli.column.severity"), a.words.T("cli.column.finding"), a.words.T("cli.column.field")}, rows)
	})
}

// severities are how many findings there are of each severity.
type severities struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Hints    int `json:"hints"`
}

func (s *session) severities(d plan.Document) (severities, error) {
	subject, err := s.subject(d, d.Latest())
	if err != nil {
		return severities{}, err
	}
	var n severities
	for _, f := range plan.Findings(subject) {
		switch f.Severity {
		case plan.Error:
			n.Errors++
		case plan.Warning:
			n.Warnings++
		case plan.Hint:
			n.Hints++
		}
	}
	return n, nil
}
