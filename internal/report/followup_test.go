package report_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/report"
)

// printed is all that a paper says, heading and cell by cell.
func printed(t *testing.T, s plan.Subject, lang i18n.Language) string {
	t.Helper()
	w, err := i18n.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	src := report.Source{Register: s.Register, Words: w, Today: s.Today, Content: func(plan.Document, plan.Version) (plan.Content, error) {
		return s.Content, nil
	}}
	doc, err := report.Version(src, s.Document, s.Version)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case report.Heading:
			fmt.Fprintln(&out, b.Text)
		case report.Table:
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					fmt.Fprint(&out, c.Text.String(), "|")
				}
				fmt.Fprintln(&out)
			}
		case report.Facts:
			for _, x := range b.Pairs {
				fmt.Fprintln(&out, x.Label+": "+x.Value.String())
			}
		case report.Paragraph:
			fmt.Fprintln(&out, b.Text.String())
		}
	}
	return out.String()
}

func TestFollowUpIsPrintedBesideTheFrozenPlan(t *testing.T) {
	s := plantest.Complete(3).Subject(plan.AssignmentPlan)
	day := func(text string) plan.Date {
		d, err := plan.ParseDate(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	now := time.Date(2027, time.May, 2, 9, 0, 0, 0, time.UTC)
	adoption := plan.Event{ID: "adoption", Kind: plan.EventDecision, Document: s.Document.ID, Version: s.Version.ID, Fields: plan.NewContent(plan.Filled{
		plan.KeyOutcome: plan.Text(plan.Adopted), plan.KeyDecisionDate: plan.Day(day("2027-01-01")),
	})}
	s.Register = s.Register.Apply(plan.Edit{Events: []plan.Event{adoption}})
	record := func(e plan.Edit, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		s.Register = s.Register.Apply(e)
	}
	reaffirmed := adoption
	reaffirmed.ID, reaffirmed.Fields = "reaffirmation", plan.NewContent(plan.Filled{
		plan.KeyOutcome: plan.Text(plan.Reaffirmed), plan.KeyDecisionDate: plan.Day(day("2027-02-01")), plan.KeyParagraph: plan.Text("7"),
	})
	s.Register = s.Register.Apply(plan.Edit{Events: []plan.Event{reaffirmed}})
	s.Today = day("2027-05-02")
	const heading = "Uppföljning per den 2027-05-02"
	if got := printed(t, s, i18n.Swedish); strings.Contains(got, heading) {
		t.Error("follow-up is printed where there is none")
	}
	r := func() plan.Register { return s.Register }
	record(r().RecordActivity(s.Version, s.Content, plan.FollowUp{
		Activity: "activities-1", Date: day("2027-04-01"), Status: "done", Cost: plan.Num(plan.Int(1500)), Result: "42 deltog",
	}, "S", now))
	record(r().RecordGoal(s.Version, s.Content, plan.GoalResult{
		Goal: "goals-2", Date: day("2027-04-30"), Value: plan.Num(plan.Int(61)), Attainment: plan.PartlyDone, Result: "Fler känner till",
	}, "S", now))
	record(r().RecordEvaluation(s.Version, plan.Evaluation{
		Date: day("2027-05-01"), Report: "Målen nåddes till slut", Keep: "Lunchmötet", Change: "Tidigare start", Stop: "Annonserna", Cost: plan.Num(plan.Int(9000)),
	}, now))
	got := printed(t, s, i18n.Swedish)
	if n := strings.Count(got, heading); n != 3 {
		t.Errorf("the heading stands %d times, want 3", n)
	}
	for _, want := range []string{
		"2027-04-01|Klar|||1\u202f500|42 deltog|", "2027-04-30|61|Delvis nått|Fler känner till|", "Slututvärdering: 2027-05-01",
		"|2027-02-01|§\u202f7|Bekräftad|", // a row of the change log without a number
		"Kostnad (kr): 9\u202f000", "Målen nåddes till slut", "Behåll\nLunchmötet", "Ändra\nTidigare start", "Sluta med\nAnnonserna",
	} {
		if !strings.Contains(strings.ReplaceAll(got, "\u00a0", "\u202f"), want) {
			t.Errorf("%q is not printed", want)
		}
	}
	if en := printed(t, s, i18n.English); !strings.Contains(en, "Follow-up as of 2027-05-02") {
		t.Error("no English heading")
	}
	s.Today = day("2027-03-31")
	if got := printed(t, s, i18n.Swedish); strings.Contains(got, "42 deltog") {
		t.Error("what was recorded later is printed")
	}
}
