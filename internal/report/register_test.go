package report_test

import (
	"testing"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/report"
)

func TestRegisterFindingsInWords(t *testing.T) {
	r := plantest.Complete(2).Register
	day := func(s string) plan.Date {
		d, err := plan.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	members := r.Entries(plan.ListMembers)
	for _, tc := range []struct {
		f      plan.RegisterFinding
		sv, en string
	}{
		{
			plan.RegisterFinding{Rule: "missing", List: plan.ListMembers, Key: plan.KeyPopulation},
			"Invånare saknas", "Population is missing",
		},
		{
			plan.RegisterFinding{Rule: "name-twice", List: plan.ListMembers, Key: plan.KeyName, Other: members[0].ID},
			"Namnet finns redan i listan: " + members[0].Fields.Text(plan.KeyName), "The name is already in the list: " + members[0].Fields.Text(plan.KeyName),
		},
		{
			plan.RegisterFinding{Rule: "deadline-after-meeting", List: plan.ListMeetings, Key: plan.KeyStopDate, From: day("2026-12-04"), To: day("2026-12-03")},
			"Stoppdatum 2026-12-04 ligger efter sammanträdet 2026-12-03", "Stop date 2026-12-04 is after the meeting 2026-12-03",
		},
		{
			plan.RegisterFinding{Rule: "cycle-year", List: plan.ListCycles, Key: plan.KeyOpens, From: day("2027-01-01"), Count: 2026},
			"Fönstret öppnar 2027-01-01, inte under 2026", "The window opens 2027-01-01, not in 2026",
		},
	} {
		for lang, want := range map[i18n.Language]string{i18n.Swedish: tc.sv, i18n.English: tc.en} {
			w, err := i18n.New(lang)
			if err != nil {
				t.Fatal(err)
			}
			if got := report.RegisterFinding(w, r, tc.f); got != want {
				t.Errorf("%s: %q, want %q", tc.f.Rule, got, want)
			}
		}
	}
}

func TestEveryRegisterFindingHasWords(t *testing.T) {
	for _, lang := range i18n.Languages() {
		w, err := i18n.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, rule := range plan.RegisterFindingRules() {
			f := plan.RegisterFinding{Rule: rule, List: plan.ListMeetings, Key: plan.KeyDate, Count: 1}
			if s := report.RegisterFinding(w, plan.Register{}, f); i18n.Incomplete(s) {
				t.Errorf("%s: %s is written as %q", lang, rule, s)
			}
		}
	}
}

func TestReferrersInWords(t *testing.T) {
	r := plantest.Complete(2).Register
	w, err := i18n.New(i18n.Swedish)
	if err != nil {
		t.Fatal(err)
	}
	body := r.Entries(plan.ListBodies)[0]
	var meeting plan.Entry
	for _, e := range r.Entries(plan.ListMeetings) {
		if e.Fields.Get(plan.KeyBody).ID() == body.ID {
			meeting = e
		}
	}
	want := "Sammanträden: " + r.EntryName(plan.ListMeetings, meeting)
	got := false
	for _, x := range r.Referrers(body.ID) {
		got = got || report.Referrer(w, r, x) == want
	}
	if !got {
		t.Errorf("nothing is called %q", want)
	}
}
