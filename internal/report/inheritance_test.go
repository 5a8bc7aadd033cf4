package report_test

import (
	"strings"
	"testing"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/report"
)

func TestDifferencesAreToldInWords(t *testing.T) {
	words, err := i18n.New(i18n.Swedish)
	if err != nil {
		t.Fatal(err)
	}
	f := plantest.Complete(2)
	s := f.Subject(plan.AssignmentPlan)
	parent := plantest.DocumentID(plan.PeriodPlan)
	from := plan.Sources{Register: f.Register, Contents: map[plan.ID]plan.Content{parent: s.Parent}, Today: s.Today}
	for _, x := range []struct {
		field, column plan.Key // of theirs
		own           plan.Key
		value         plan.Value
		now           string
	}{
		{plan.KeyAudiences, plan.KeyLadderWanted, plan.KeyAudiences, plan.Text("influence"), "Påverka"},
		{plan.KeyDirections, plan.KeyHeading, plan.KeyDirections, plan.Text("Ny rubrik"), "Ny rubrik"},
		{plan.KeyGoals, plan.KeyTargetDate, "parent-goals", plan.Day(plantest.Today), "2026-11-22"},
	} {
		offer := from.Offers(s.Document, plan.Content{}, x.own)[0]
		c, err := from.Take(s.Document, plan.Content{}, offer)
		if err != nil {
			t.Fatal(err)
		}
		changed, err := s.Parent.Set(plan.PathTo(x.field).In(offer.From.Row, x.column), x.value)
		if err != nil {
			t.Fatal(err)
		}
		now := plan.Sources{Register: f.Register, Contents: map[plan.ID]plan.Content{parent: changed}, Today: s.Today}
		diff := now.DriftOf(s.Document.Kind, c)
		if len(diff) != 1 {
			t.Fatalf("%s: %d differences", x.own, len(diff))
		}
		told := report.Tell(words, s, diff[0])
		if len(told.Columns) != 1 || told.Columns[0].Now != x.now || i18n.Incomplete(told.Columns[0].Label) || told.Columns[0].Label == "" {
			t.Errorf("%s: %+v", x.own, told)
		}
		if title := f.Contents[plantest.VersionID(plan.PeriodPlan)].Text(plan.KeyTitle); told.From != title {
			t.Errorf("%s comes from %q", x.own, told.From)
		}
	}
}

func TestLessonsAreWrittenAsText(t *testing.T) {
	words, err := i18n.New(i18n.Swedish)
	if err != nil {
		t.Fatal(err)
	}
	got := report.LessonText(words, plan.Lesson{Title: "Bredband", Evaluation: plan.Evaluation{
		Date: plantest.Today, Keep: " Mötena\n", Stop: "Annonser",
	}})
	want := "Ur slututvärderingen av ”Bredband” 2026-11-22:\n\n**Behåll:** Mötena\n\n**Sluta:** Annonser"
	if got != want || strings.Contains(got, "Ändra") {
		t.Errorf("got %q", got)
	}
}

// Everything that the catalogue can take over from has a name, in both languages.
func TestEveryPlaceOfOriginHasAName(t *testing.T) {
	for _, lang := range i18n.Languages() {
		words, err := i18n.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		f := plantest.Complete(1)
		for _, k := range plan.DocumentKinds() {
			for _, field := range plan.FieldsOf(k) {
				for _, in := range field.Inherits {
					place := plan.Place{List: in.List, Key: in.Key}
					if in.Document != "" {
						place = plan.Place{Document: plantest.DocumentID(in.Document), Key: in.Key}
					}
					if s := report.PlaceName(words, f.Register, plantest.Today, place); s == "" || i18n.Incomplete(s) {
						t.Errorf("%s: %s of %s comes from %q", lang, field.Key, k, s)
					}
				}
			}
		}
		if s := report.PlaceName(words, f.Register, plantest.Today, plan.Place{Document: "gone"}); s == "" || i18n.Incomplete(s) {
			t.Errorf("%s: a removed document is called %q", lang, s)
		}
	}
}
