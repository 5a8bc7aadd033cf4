package review

import (
	"slices"
	"testing"

	"ledstjarna/internal/plan"
)

// promptKinds returns the kinds that are prompted on the day.
func (w *world) promptKinds(on string) []PromptKind {
	var out []PromptKind
	for _, p := range Prompts(w.r, w.day(on)) {
		out = append(out, p.Kind)
	}
	return out
}

func (w *world) prompt(k PromptKind, on string) (Prompt, bool) {
	ps := Prompts(w.r, w.day(on))
	i := slices.IndexFunc(ps, func(p Prompt) bool { return p.Kind == k })
	if i < 0 {
		return Prompt{}, false
	}
	return ps[i], true
}

func TestMandatePeriodMissing(t *testing.T) { // T21
	w := newWorld(t, "2023-01-01")
	for on, days := range map[string]int{"2025-12-31": -365, "2026-11-22": -39, "2026-12-31": 0, "2027-01-01": 1} {
		if p, ok := w.prompt(PeriodMissing, on); !ok || p.Period != "2023–2026" || p.Date != w.day("2026-12-31") || p.Days != days {
			t.Errorf("on %s: %v %+v", on, ok, p)
		}
	}
	if _, ok := w.prompt(PeriodMissing, "2025-12-30"); ok {
		t.Error("prompted more than twelve months before the end")
	}
	w.entry(plan.ListPeriods, "next", plan.Filled{plan.KeyStart: plan.Day(w.day("2027-01-01")), plan.KeyEnd: plan.Day(w.day("2030-12-31"))})
	if _, ok := w.prompt(PeriodMissing, "2026-11-22"); ok {
		t.Error("prompted though the next period is there")
	}
	if ps := Prompts(plan.Register{}, w.day("2026-11-22")); len(ps) != 1 || ps[0].Kind != PeriodMissing || ps[0].Days != 0 {
		t.Errorf("an empty file prompts %v", ps)
	}
}

func TestMandatePeriodMissingAfterUnusualPeriods(t *testing.T) {
	for _, tc := range []struct {
		name    string
		periods [][2]string
		from    string // first day of the prompt
	}{
		{"one that ends on 29 February", [][2]string{{"2024-03-01", "2028-02-29"}}, "2027-02-28"},
		{"15 October to 14 October", [][2]string{{"2022-10-15", "2026-10-14"}}, "2025-10-14"},
		{"one within another", [][2]string{{"2023-01-01", "2026-12-31"}, {"2024-01-01", "2024-12-31"}}, "2025-12-31"},
		{"overlapping ones", [][2]string{{"2023-01-01", "2026-12-31"}, {"2025-01-01", "2028-12-31"}}, "2027-12-31"},
		{"one that ends before it starts", [][2]string{{"2023-01-01", "2026-12-31"}, {"2031-01-01", "2030-12-31"}}, "2025-12-31"},
		{"a gap before the last", [][2]string{{"2023-01-01", "2026-12-31"}, {"2028-01-01", "2031-12-31"}}, "2030-12-31"},
	} {
		w := newWorld(t, "")
		only(plan.ID(tc.periods[0][0]), tc.periods[0][0], tc.periods[0][1])(w)
		for _, p := range tc.periods[1:] {
			w.period(plan.ID(p[0]), p[0], p[1])
		}
		first := w.day(tc.from)
		for day, want := range map[plan.Date]bool{first.AddDays(-1): false, first: true, first.AddDays(1): true} {
			if got := slices.Contains(w.promptKinds(day.String()), PeriodMissing); got != want {
				t.Errorf("%s: on %s prompted %v", tc.name, day, got)
			}
		}
	}
}

func TestProgrammeAndItsPlan(t *testing.T) {
	w := newWorld(t, "2023-01-01")
	const on = "2024-05-01"
	expect := func(step string, want ...PromptKind) {
		t.Helper()
		if got := w.promptKinds(on); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", step, got, want)
		}
	}
	expect("nothing", ProgrammeMissing)
	w.inForce(plan.Programme, "2011-03-01", plan.Filled{plan.KeyPeriod: plan.Text("2011–2014")})
	expect("a programme of an earlier period", ProgrammeMissing)
	programme := w.draft(plan.Programme, plan.Filled{plan.KeyPeriod: plan.Text("2023–2026")})
	expect("a draft", ProgrammeMissing, PlanMissingInProgramme)
	if p, _ := w.prompt(ProgrammeMissing, on); p.Draft != programme || p.Period != "2023–2026" || p.Days != 486 {
		t.Errorf("the draft is not named: %+v", p)
	}
	w.adopt(programme, plan.Decision{Date: w.day("2024-02-01")})
	expect("adopted", PlanMissingInProgramme)
	if p, _ := w.prompt(PlanMissingInProgramme, on); p.Document != programme || p.Days != 90 || p.Draft != "" {
		t.Errorf("%+v", p)
	}
	kommunikationsplan := w.draft(plan.PeriodPlan, nil)
	w.apply(w.r.Relate(plan.Relation{Kind: plan.Contains, From: programme, To: kommunikationsplan}))
	expect("the plan drafted", PlanMissingInProgramme)
	if p, _ := w.prompt(PlanMissingInProgramme, on); p.Draft != kommunikationsplan {
		t.Errorf("the draft is not named: %+v", p)
	}
	w.adopt(kommunikationsplan, plan.Decision{Date: w.day("2024-04-20")})
	expect("the plan adopted")
	w.decide(kommunikationsplan, plan.Decision{Outcome: plan.Repealed, Date: w.day("2024-04-30")})
	expect("the plan repealed", PlanMissingInProgramme)
	w.decide(programme, plan.Decision{Outcome: plan.Repealed, Date: w.day("2024-04-30")})
	expect("the programme repealed", ProgrammeMissing)
}

// A coming period's programme is asked for within a year of its start.
func TestComingProgramme(t *testing.T) {
	w := newWorld(t, "2023-01-01")
	w.inForce(plan.Programme, "2023-03-01", plan.Filled{plan.KeyPeriod: plan.Text("2023–2026")})
	w.entry(plan.ListPeriods, "next", plan.Filled{plan.KeyStart: plan.Day(w.day("2027-01-01")), plan.KeyEnd: plan.Day(w.day("2030-12-31"))})
	for on, want := range map[string]bool{"2025-12-31": false, "2026-01-01": true, "2026-12-31": true, "2027-01-01": true} {
		p, ok := w.prompt(ProgrammeMissing, on)
		if ok != want || ok && (p.Period != "next" || p.Days != w.day("2027-01-01").DaysUntil(w.day(on))) {
			t.Errorf("on %s: %v %+v", on, ok, p)
		}
	}
}

func TestAssignmentNeedsAPlan(t *testing.T) { // T17
	w := newWorld(t, "2007-01-01")
	a := w.assignment("2009-02-01", "2009-03-01", "2009-06-30")
	for on, want := range map[string]bool{
		"2009-01-31": false, "2009-02-01": true, "2009-02-02": true, "2009-06-30": true, "2009-07-01": false,
	} {
		p, ok := w.prompt(PlanMissingInAssignment, on)
		if ok != want {
			t.Errorf("on %s: %v", on, ok)
		}
		if ok && (p.Assignment != a || p.Days != w.day("2009-02-01").DaysUntil(w.day(on))) {
			t.Errorf("on %s: %+v", on, p)
		}
	}
	without := w.r
	w.apply(plan.Edit{Events: []plan.Event{{ID: "n", Kind: plan.EventNoPlanNeeded, Assignment: a, Fields: plan.NewContent(plan.Filled{
		plan.KeyReason: plan.Text("litet"), plan.KeyOfficer: plan.Text("Chefen"), plan.KeyDate: plan.Day(w.day("2009-02-10")),
	})}}}, nil)
	for on, want := range map[string]bool{"2009-02-09": true, "2009-02-10": false} {
		if _, ok := w.prompt(PlanMissingInAssignment, on); ok != want {
			t.Errorf("no plan needed since 2009-02-10; on %s: %v", on, ok)
		}
	}
	w.r = without
	id := w.draft(plan.AssignmentPlan, plan.Filled{plan.KeyAssignment: plan.Ref(a)})
	if p, ok := w.prompt(PlanMissingInAssignment, "2009-02-20"); !ok || p.Draft != id {
		t.Errorf("with a draft: %+v", p)
	}
	w.adopt(id, plan.Decision{Date: w.day("2009-02-20")})
	if _, ok := w.prompt(PlanMissingInAssignment, "2009-02-20"); ok {
		t.Error("prompted though there is a plan")
	}
}

func TestClosingEvaluation(t *testing.T) { // T14
	w := newWorld(t, "2009-09-01")
	id := assignmentUntil("2009-06-30")(w)
	for on, want := range map[string]bool{"2009-06-30": false, "2009-07-01": true, "2009-09-01": true} {
		p, ok := w.prompt(EvaluationMissing, on)
		if ok != want {
			t.Errorf("on %s: %v", on, ok)
		}
		if ok && (p.Assignment != "assignment" || p.Document != id || p.Days != w.day("2009-06-30").DaysUntil(w.day(on))) {
			t.Errorf("on %s: %+v", on, p)
		}
	}
	v := w.doc(id).Latest()
	e, err := w.r.RecordEvaluation(v, plan.Evaluation{Date: w.day("2009-08-20"), Report: "Målen nåddes.", By: "Chefen"}, w.on("2009-08-21"))
	w.apply(e, err)
	for on, want := range map[string]bool{"2009-08-19": true, "2009-08-20": false} {
		if _, ok := w.prompt(EvaluationMissing, on); ok != want {
			t.Errorf("evaluated 2009-08-20; on %s: %v", on, ok)
		}
	}
}

// An assignment that ended before the period from which reviews are watched, or
// that never had a plan, is not asked about.
func TestClosingEvaluationLeavesTheArchiveAlone(t *testing.T) {
	for watch, want := range map[string]bool{"": true, "2010-12-31": true, "2011-01-01": false, "2009-07-01": true} {
		w := newWorld(t, watch)
		assignmentUntil("2009-06-30")(w)
		if _, ok := w.prompt(EvaluationMissing, "2012-01-01"); ok != want {
			t.Errorf("watched from %q: %v", watch, ok)
		}
	}
	w := newWorld(t, "")
	a := w.assignment("2009-01-01", "2009-01-01", "2009-06-30")
	w.draft(plan.AssignmentPlan, plan.Filled{plan.KeyAssignment: plan.Ref(a)})
	if got := w.promptKinds("2009-09-01"); slices.Contains(got, EvaluationMissing) {
		t.Errorf("asked to evaluate a plan that was never adopted: %v", got)
	}
}
