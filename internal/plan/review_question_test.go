package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
)

func asking(rows ...plan.Row) plan.Register {
	e := plan.Entry{ID: plan.OrganisationID, Position: 1, Fields: plan.NewContent(plan.Filled{plan.KeyReviewQuestions: plan.Rows(rows...)})}
	return plan.Register{}.Apply(plan.Edit{Changes: []plan.Change{plan.EntryChange{List: plan.ListOrganisation, After: &e}}})
}

func question(id plan.ID, text string) plan.Row {
	return plan.Row{ID: id, Cells: plan.NewContent(plan.Filled{plan.KeyQuestion: plan.Text(text)})}
}

func TestReviewQuestions(t *testing.T) {
	var standard []plan.ReviewQuestion
	for _, id := range plan.ReviewChecklist() {
		standard = append(standard, plan.ReviewQuestion{ID: id})
	}
	if len(standard) != 12 {
		t.Errorf("%d standard questions, want twelve", len(standard))
	}
	for name, tc := range map[string]struct {
		r    plan.Register
		want []plan.ReviewQuestion
	}{
		"an empty file":               {plan.Register{}, standard},
		"no list":                     {asking(), standard},
		"a list of blanks":            {asking(question("own", " ")), standard},
		"its own":                     {asking(question("own", "Når den alla?")), []plan.ReviewQuestion{{ID: "own", Text: "Når den alla?"}}},
		"its own, in its order":       {asking(question("b", "B?"), question("a", " A? ")), []plan.ReviewQuestion{{ID: "b", Text: "B?"}, {ID: "a", Text: "A?"}}},
		"a standard one, other words": {asking(question("law", "Har lagen ändrats?")), []plan.ReviewQuestion{{ID: "law", Text: "Har lagen ändrats?"}}},
		"a blank among others":        {asking(question("a", "A?"), question("b", "")), []plan.ReviewQuestion{{ID: "a", Text: "A?"}}},
	} {
		if diff := cmp.Diff(tc.want, tc.r.ReviewQuestions()); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// A list of its own begins with the standard questions in the words of the
// language, and then asks just those.
func TestStandardQuestionsBeginAnOwnList(t *testing.T) {
	rows := plan.StandardQuestions(func(id plan.ID) string { return "Gäller " + string(id) + "?" }).Rows()
	got := asking(rows...).ReviewQuestions()
	if len(got) != 12 {
		t.Fatalf("%d questions", len(got))
	}
	for i, id := range plan.ReviewChecklist() {
		if got[i].ID != id || got[i].Text != "Gäller "+string(id)+"?" || !plan.IsStandardQuestion(got[i].ID) {
			t.Errorf("question %d is %+v", i+1, got[i])
		}
	}
	if plan.IsStandardQuestion("own") {
		t.Error("an own question is called a standard one")
	}
}
