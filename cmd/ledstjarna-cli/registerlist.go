package main

import (
	"encoding/json"
	"slices"
	"strconv"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// registerListCommand shows the entries of a list, or without one how many
// entries each list has.
type registerListCommand struct {
	List string `arg:"" name:"list" optional:""`
}

// listedEntry is an entry as --json prints it.
type listedEntry struct {
	ID       plan.ID         `json:"id"`
	Name     string          `json:"name"`
	Fields   json.RawMessage `json:"fields"`
	Findings []string        `json:"findings"` // codes of what is to be mended
}

// listedList is a list as --json prints it.
type listedList struct {
	List     plan.ListName `json:"list"`
	Entries  int           `json:"entries"`
	Findings int           `json:"findings"`
}

// Run prints the entries of a list.
func (c *registerListCommand) Run(a *app, g *grammar) error {
	if c.List == "" {
		return a.read(g.Register.File.File, (*session).lists)
	}
	l, err := listNamed(c.List)
	if err != nil {
		return err
	}
	return a.read(g.Register.File.File, func(s *session) error {
		if a.json {
			return s.entriesAsJSON(l)
		}
		return s.entries(l)
	})
}

// lists prints every list with the number of its entries and findings.
func (s *session) lists() error {
	found := plan.RegisterFindings(s.register(), s.today())
	var out []listedList
	var rows [][]string
	for _, l := range plan.ListNames() {
		x := listedList{List: l, Entries: len(s.register().Entries(l))}
		for _, f := range found {
			if f.List == l && f.Severity != plan.Hint {
				x.Findings++
			}
		}
		out = append(out, x)
		rows = append(rows, []string{string(l), s.words.T("register." + string(l)), strconv.Itoa(x.Entries), strconv.Itoa(x.Findings)})
	}
	if s.json {
		return s.printJSON(out)
	}
	return s.printTable(s.headings("cli.column.id", "cli.column.name", "cli.column.count", "cli.column.findings"), rows)
}

func (s *session) entriesAsJSON(l plan.ListName) error {
	found := plan.RegisterFindings(s.register(), s.today())
	out := []listedEntry{}
	for _, e := range s.register().Entries(l) {
		b, err := e.Fields.MarshalJSON()
		if err != nil {
			return err
		}
		x := listedEntry{e.ID, s.register().EntryName(l, e), b, []string{}}
		for _, f := range plan.FindingsOf(found, l, e.ID) {
			x.Findings = append(x.Findings, f.Rule)
		}
		out = append(out, x)
	}
	return s.printJSON(out)
}

// entries prints the entries of a list with the fields that any of them has, but
// for long texts, and how many days are left until a meeting's papers are due.
func (s *session) entries(l plan.ListName) error {
	all := s.register().Entries(l)
	heads := s.headings("cli.column.id", "cli.column.name")
	var columns []plan.Field
	for _, f := range plan.ListFields(l) {
		used := slices.ContainsFunc(all, func(e plan.Entry) bool { return !e.Fields.Get(f.Key).IsZero() })
		told := f.Key == plan.KeyName || f.Kind == plan.LongText || f.Kind == plan.List || f.Kind == plan.Checklist
		if used && !told {
			columns = append(columns, f)
			heads = append(heads, s.words.First(plan.FieldWords(string(l), plan.PathTo(f.Key))...))
		}
	}
	deadlines := map[plan.ID]string{}
	if l == plan.ListMeetings {
		heads = append(heads, s.words.T("cli.column.deadline"))
		for _, m := range s.register().Meetings() {
			if n := s.today().DaysUntil(m.Stop); n >= 0 {
				deadlines[m.ID] = s.day(m.Stop) + ", " + s.words.N("days.left", n)
			}
		}
	}
	found := plan.RegisterFindings(s.register(), s.today())
	var rows [][]string
	for _, e := range all {
		row := []string{string(e.ID), s.register().EntryName(l, e)}
		for _, f := range columns {
			row = append(row, s.entryValue(l, f, e.Fields.Get(f.Key)))
		}
		if l == plan.ListMeetings {
			row = append(row, deadlines[e.ID])
		}
		rows = append(rows, row)
	}
	if err := s.printTable(heads, rows); err != nil {
		return err
	}
	for _, e := range all {
		for _, f := range plan.FindingsOf(found, l, e.ID) {
			if f.Severity != plan.Hint {
				s.note("cli.entry-finding", "name", s.register().EntryName(l, e), "finding", report.RegisterFinding(s.words, s.register(), f))
			}
		}
	}
	return nil
}

// entryValue returns a value of an entry in words.
func (s *session) entryValue(l plan.ListName, f plan.Field, v plan.Value) string {
	switch f.Kind {
	case plan.Decimal:
		if v.IsZero() || f.Key == plan.KeyYear {
			return v.Number().String()
		}
		return s.words.Number(v.Number().Float())
	case plan.DateField:
		return s.day(v.Date())
	case plan.Choice:
		if v.IsZero() {
			return ""
		}
		return s.words.First(plan.ChoiceWords(string(l), plan.PathTo(f.Key), v.Text())...)
	case plan.Reference:
		name, _ := (plan.Subject{Register: s.register()}).Resolve(f.Target, v.ID())
		return name
	case plan.Line, plan.LongText, plan.Choices, plan.References, plan.List, plan.Checklist, plan.Derived, plan.Related:
	}
	return v.Text()
}
