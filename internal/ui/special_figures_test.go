package ui

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
)

func num(n int64) plan.Value { return plan.Num(plan.Int(n)) }

// looseForm is a form in Swedish whose values stand nowhere.
func looseForm(t *testing.T, a *App) *form {
	t.Helper()
	a.openExample()
	return newForm(a.desk, newRecord(a.desk, "period-plan", nil, plan.Content{}))
}

func resultRow(year, result int64) plan.Row {
	return plan.Row{ID: plan.NewID(), Cells: plan.NewContent(plan.Filled{plan.KeyYear: num(year), plan.KeyResult: num(result)})}
}

func goalRows() []plan.Row {
	return rowsNamed(
		plan.Filled{plan.KeyCode: plan.Text("M1"), plan.KeyText: plan.Text("Fler känner till nära vård"), plan.KeyBaseline: num(40), plan.KeyTarget: num(60), plan.KeyUnit: plan.Text("%"), plan.KeyResults: plan.Rows(resultRow(2025, 53), resultRow(2024, 45))},
		plan.Filled{plan.KeyCode: plan.Text("M2"), plan.KeyText: plan.Text("Färre samtal till fel växel"), plan.KeyBaseline: num(1200), plan.KeyTarget: num(400), plan.KeyResults: plan.Rows(resultRow(2025, 380))},
		plan.Filled{plan.KeyCode: plan.Text("M3"), plan.KeyText: plan.Text("Prenumeranter"), plan.KeyTarget: num(500), plan.KeyResults: plan.Rows(resultRow(2025, 200))},
		plan.Filled{plan.KeyText: plan.Text("Utan mål")},
		plan.Filled{plan.KeyText: plan.Text("Sämre"), plan.KeyBaseline: num(40), plan.KeyTarget: num(60), plan.KeyResults: plan.Rows(resultRow(2025, 38))},
		plan.Filled{plan.KeyText: plan.Text("Utan utfall"), plan.KeyTarget: num(5)},
	)
}

func TestHowFarTheGoalsHaveCome(t *testing.T) {
	a := window(t)
	f := looseForm(t, a)
	x, _ := plan.FieldIn(plan.FieldsOf(plan.PeriodPlan), plan.KeyGoals)
	var got []string
	for i, r := range goalRows() {
		l := goalLineOf(f.desk.words, f.rowName(x, r, i), r.Cells, nil)
		got = append(got, strings.Join([]string{l.name, l.way, l.percent, l.state.Word}, " | "))
	}
	want := []string{
		"M1 Fler känner till nära vård | från 40 · 2024: 45 · 2025: 53 · mål 60 (%) | 65 % | På väg",
		"M2 Färre samtal till fel växel | från 1\u00a0200 · 2025: 380 · mål 400 | 102 % | Nått",
		"M3 Prenumeranter | räknat från 0, basvärde saknas · 2025: 200 · mål 500 | 40 % | På väg",
		"Utan mål |  | – | Målvärde saknas",
		"Sämre | från 40 · 2025: 38 · mål 60 | −10 % | Åt fel håll",
		"Utan utfall | mål 5 | – | Inget utfall än",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("goals (-want +got):\n%s", diff)
	}
	draft(t, a, plan.PeriodPlan, plan.KeyGoals, plan.NewContent(plan.Filled{plan.KeyGoals: plan.Rows(goalRows()...)}))
	picture(t, a, "special-goals")
}

func TestTheSumsOfABudget(t *testing.T) {
	a := window(t)
	f := looseForm(t, a)
	s := plan.BudgetSums{
		Years: []plan.BudgetYear{{Year: 0, Amount: plan.Int(500)}, {Year: 2025, Amount: plan.Int(120000), Hours: plan.Int(80)}},
		Total: plan.BudgetYear{Amount: plan.Int(120500), Hours: plan.Int(80)}, Planned: plan.Int(131000), Spent: plan.Int(9000), Activities: true,
	}
	got := sumsOf(f, s)
	want := sumsModel{
		columns: []string{"Kronor", "Timmar"},
		lines: []sumLine{
			{"Utan år", []string{"500", "0"}, false}, {"2025", []string{"120\u00a0000", "80"}, false}, {"Summa", []string{"120\u00a0500", "80"}, true},
		},
		compare: []sumLine{
			{"Aktiviteternas budget", []string{"131\u00a0000"}, false},
			{"Aktiviteternas kostnad hittills", []string{"9\u00a0000"}, false},
			{"Budget minus aktiviteter", []string{"−10\u00a0500"}, true},
		},
		state: got.state,
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(sumsModel{}, sumLine{})); diff != "" {
		t.Errorf("sums (-want +got):\n%s", diff)
	}
	for planned, word := range map[int64]string{131000: "Aktiviteterna överskrider budgeten", 120500: "Hela budgeten är fördelad", 1: "Pengar kvar att fördela"} {
		s.Planned = plan.Int(planned)
		if got := sumsOf(f, s).state.Word; got != word {
			t.Errorf("activities for %d: %q, want %q", planned, got, word)
		}
	}
	s.Activities = false
	if m := sumsOf(f, s); m.compare != nil || m.state.Word != "" {
		t.Errorf("without activities: %+v", m)
	}
	draft(t, a, plan.AssignmentPlan, plan.KeyBudget, plan.NewContent(plan.Filled{
		plan.KeyBudget:     plan.Rows(rowsNamed(plan.Filled{"item": plan.Text("Film"), plan.KeyAmount: num(90000), plan.KeyHours: num(40)}, plan.Filled{"item": plan.Text("Tryck"), plan.KeyAmount: num(30500), plan.KeyCost: num(12000)})...),
		plan.KeyActivities: plan.Rows(rowsNamed(plan.Filled{plan.KeyActivity: plan.Text("Film"), plan.KeyBudget: num(131000), plan.KeyCost: num(9000)})...),
	}))
	picture(t, a, "special-budget")
}

func TestTheShareOfDialogueInWords(t *testing.T) {
	a := window(t)
	f := looseForm(t, a)
	for _, c := range []struct {
		list     plan.Key
		d        plan.Dialogue
		sentence string
		percent  string
	}{
		{plan.KeyChannels, plan.Dialogue{Dialogue: 3, Information: 4}, "Dialog: 3 av 7 kanaler.", "43 %"},
		{plan.KeyActivities, plan.Dialogue{Dialogue: 1, Information: 1, Open: 2}, "Dialog: 1 av 2 aktiviteter. 2 saknar uppgift.", "50 %"},
		{plan.KeyChannels, plan.Dialogue{Information: 2}, "Dialog: 0 av 2 kanaler. Planen bygger på dialog: finns det ett möte att lägga till?", "0 %"},
	} {
		sentence, percent := dialogueWords(f, c.list, c.d)
		if sentence != c.sentence || percent != c.percent {
			t.Errorf("%+v: %q, %q", c.d, sentence, percent)
		}
	}
	v := draft(t, a, plan.PeriodPlan, plan.KeyChannels, plan.NewContent(plan.Filled{plan.KeyChannels: plan.Rows(rowsNamed(
		plan.Filled{plan.KeyMode: plan.Text("dialogue")}, plan.Filled{plan.KeyMode: plan.Text("information")}, plan.Filled{})...)}))
	picture(t, a, "special-dialogue")
	a.open(place{room: roomPlans, document: v.id, section: "accessibility"})
	picture(t, a, "special-checklist")
}

func TestAnsweredQuestionsAreCounted(t *testing.T) {
	x, _ := plan.FieldIn(plan.FieldsOf(plan.PeriodPlan), "accessibility")
	answer := func(id plan.ID, k plan.Key, v string) plan.Row {
		return plan.Row{ID: id, Cells: plan.NewContent(plan.Filled{k: plan.Text(v)})}
	}
	v := plan.Rows(answer(x.Fixed[0], plan.KeyAnswer, plan.Yes), answer(x.Fixed[1], plan.KeyNote, "Sedan"), answer("okänd", plan.KeyAnswer, plan.No))
	if n := answered(x, v); n != 1 {
		t.Errorf("%d answered", n)
	}
}
