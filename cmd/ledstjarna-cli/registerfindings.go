package main

import (
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/review"
)

// foundInRegister is a finding about the registers as --json prints it.
type foundInRegister struct {
	Severity string        `json:"severity"`
	Rule     string        `json:"rule"`
	List     plan.ListName `json:"list"`
	Entry    plan.ID       `json:"entry"`
	Field    plan.Key      `json:"field,omitempty"`
	Name     string        `json:"name"`
	Text     string        `json:"text"`
}

// fileFindings are the findings of the file as --json prints them: those about
// its registers and what it lacks.
type fileFindings struct {
	Findings []foundInRegister `json:"findings"`
	Prompts  []foundPrompt     `json:"prompts"`
}

// registerFindings prints what is to be mended in the registers and what is
// missing in them as of today.
func (s *session) registerFindings() error {
	r := s.register()
	out := fileFindings{Findings: []foundInRegister{}, Prompts: []foundPrompt{}}
	var rows [][]string
	for _, p := range review.Prompts(r, s.today()) {
		x := s.prompt(p)
		out.Prompts = append(out.Prompts, x)
		rows = append(rows, []string{s.words.T("severity.warning"), s.words.T("prompt." + string(p.Kind)), x.Name, ""})
	}
	for _, f := range plan.RegisterFindings(r, s.today()) {
		e, _ := r.Entry(f.List, f.Entry)
		x := foundInRegister{severityCode(f.Severity), f.Rule, f.List, f.Entry, f.Key, r.EntryName(f.List, e), report.RegisterFinding(s.words, r, f)}
		out.Findings = append(out.Findings, x)
		rows = append(rows, []string{s.words.T("severity." + x.Severity), x.Text, x.Name, string(x.List)})
	}
	switch {
	case s.json:
		return s.printJSON(out)
	case len(rows) == 0:
		s.note("register-findings.none")
		return nil
	}
	return s.printTable(s.headings("cli.column.severity", "cli.column.finding", "cli.column.about", "cli.column.list"), rows)
}
