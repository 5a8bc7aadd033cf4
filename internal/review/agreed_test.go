package review

import (
	"fmt"
	"slices"
	"testing"

	"ledstjarna/internal/plan"
)

// An agreed example is one row of the table of examples by which the rules were
// agreed on: what is given, and what stands on which day.
type agreed struct {
	watch string
	given func(*world) plan.ID
	on    []agreedDay
}

type agreedDay struct {
	day    string
	duties string
	prompt PromptKind // that must be there too
}

func agreedPeriodPlan(w *world) plan.ID { return w.inForce(plan.PeriodPlan, "2023-03-01", nil) }

func agreedReview(day string) func(*world) plan.ID {
	return func(w *world) plan.ID {
		id := strategy2009(w)
		w.reviewed(id, day, first, nil)
		return id
	}
}

func agreedPolicyReview(day string) func(*world) plan.ID {
	return func(w *world) plan.ID {
		id := policy("2008-03-01")(w)
		w.reviewed(id, day, Concern{Year: 2009}, nil)
		return id
	}
}

// agreedExamples are the rows T1 to T21, but for T18, which is about thresholds
// alone.
func agreedExamples() map[string]agreed {
	const p1, p3, c9 = "2007-01-01", "2023-01-01", "2009-09-01"
	return map[string]agreed{
		"T1":                     {p1, strategy2009, []agreedDay{{"2009-06-01", "2007–2010 not-applicable 578 2010-12-31", ""}}},
		"T2":                     {p1, strategy2009, []agreedDay{{"2009-12-31", "2007–2010 upcoming 365 2010-12-31", ""}}},
		"T3":                     {p1, strategy2009, []agreedDay{{"2010-06-30", "2007–2010 due 184 2010-12-31", ""}}},
		"T4":                     {p1, strategy2009, []agreedDay{{"2010-11-01", "2007–2010 urgent 60 2010-12-31", ""}}},
		"T5":                     {p1, strategy2009, []agreedDay{{"2010-12-31", "2007–2010 urgent 0 2010-12-31", ""}}},
		"T6":                     {p1, strategy2009, []agreedDay{{"2011-01-01", "2007–2010 late 1 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31", ""}}},
		"T6, no longer in force": {p1, expiring, []agreedDay{{"2011-01-01", "2007–2010 late 1 2010-12-31", ""}}},
		"T7":                     {p1, agreedReview("2010-09-15"), []agreedDay{{"2011-01-01", "2007–2010 done 0 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31", ""}}},
		"T8": {p1, func(w *world) plan.ID { return w.seedStrategy("2010-09-01") }, []agreedDay{
			{"2010-12-01", "2007–2010 met-by-adoption 0 2010-12-31; 2011–2014 not-applicable 1491 2014-12-31", ""},
		}},
		"T9": {c9, policy("2008-03-01"), []agreedDay{
			{"2009-08-01", "2009 not-applicable 121 2009-11-30", ""},
			{"2009-08-02", "2009 upcoming 120 2009-11-30", ""},
			{"2009-09-01", "2009 due 90 2009-11-30", ""},
			{"2009-11-09", "2009 urgent 21 2009-11-30", ""},
			{"2009-12-01", "2009 late 1 2009-11-30; 2010 not-applicable 364 2010-11-30", ""},
		}},
		"T10": {c9, policy("2009-10-10"), []agreedDay{{"2009-11-15", "2010 not-applicable 380 2010-11-30", ""}}},
		"T11": {c9, policy("2009-07-15"), []agreedDay{{"2009-09-02", "2009 due 89 2009-11-30 recent", ""}}},
		"T12": {c9, agreedPolicyReview("2009-12-04"), []agreedDay{{"2009-12-05", "2009 done-late 4 2009-11-30; 2010 not-applicable 360 2010-11-30", ""}}},
		"T13": {c9, agreedPolicyReview("2009-03-10"), []agreedDay{{"2009-09-01", "2009 due 90 2009-11-30", ""}}},
		"T14": {c9, assignmentUntil("2009-06-30"), []agreedDay{{"2009-09-01", "", EvaluationMissing}}},
		"T15": {p1, func(w *world) plan.ID {
			id := strategy2009(w)
			w.deviate(id, "2010-12-20", "2011-03-01")
			return id
		}, []agreedDay{
			{"2011-01-15", "2007–2010 deviation 15 2010-12-31; 2011–2014 not-applicable 1446 2014-12-31", ""},
			{"2011-03-02", "2007–2010 late 61 2010-12-31; 2011–2014 not-applicable 1400 2014-12-31", ""},
		}},
		"T16, the plan":   {p3, agreedPeriodPlan, []agreedDay{{"2026-11-22", "2023–2026 urgent 39 2026-12-31", ""}}},
		"T16, the policy": {"2026-09-01", policy("2020-03-01"), []agreedDay{{"2026-11-22", "2026 urgent 8 2026-11-30", ""}}},
		"T17": {p1, func(w *world) plan.ID {
			w.assignment("2009-02-01", "2009-03-01", "")
			return strategy2009(w)
		}, []agreedDay{{"2009-02-02", "", PlanMissingInAssignment}}},
		"T19": {p1, agreedReview("2011-02-10"), []agreedDay{{"2011-02-11", "2007–2010 done-late 41 2010-12-31; 2011–2014 not-applicable 1419 2014-12-31", ""}}},
		"T20": {p3, func(w *world) plan.ID {
			w.period("2027–2030", "2027-01-01", "2030-12-31")
			return w.inForce(plan.PeriodPlan, "2026-12-03", plan.Filled{plan.KeyValidFrom: plan.Day(w.day("2027-01-01"))})
		}, []agreedDay{{"2026-12-10", "2027–2030 not-applicable 1482 2030-12-31", ""}}},
		"T21": {p3, agreedPeriodPlan, []agreedDay{{"2026-11-22", "2023–2026 urgent 39 2026-12-31", PeriodMissing}}},
	}
}

// period adds a mandate period.
func (w *world) period(id plan.ID, start, end string) {
	w.entry(plan.ListPeriods, id, plan.Filled{
		plan.KeyName: plan.Text(string(id)), plan.KeyStart: plan.Day(w.day(start)), plan.KeyEnd: plan.Day(w.day(end)),
	})
}

func TestAgreedExamples(t *testing.T) {
	for name, x := range agreedExamples() {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, x.watch)
			id := x.given(w)
			for _, a := range x.on {
				ds := Of(w.r, id, w.day(a.day))
				got := briefs(ds)
				if slices.ContainsFunc(ds, func(d Duty) bool { return d.Recent }) {
					got += " recent"
				}
				if got != a.duties {
					t.Errorf("on %s:\n got %s\nwant %s", a.day, got, a.duties)
				}
				if a.prompt != "" && !slices.Contains(w.promptKinds(a.day), a.prompt) {
					t.Errorf("on %s it is not prompted %s", a.day, a.prompt)
				}
			}
		})
	}
	t.Run("T18", func(t *testing.T) {
		w := newWorld(t, "")
		end := plan.Period{ID: "p", Start: w.day("2024-03-01"), End: w.day("2028-02-29")}
		if got := periodTerm(end).upcoming; got != w.day("2027-02-28") {
			t.Errorf("twelve months before %s is %s", end.End, got)
		}
	})
	for n := range 21 {
		name := fmt.Sprintf("T%d", n+1)
		_, whole := agreedExamples()[name]
		_, part := agreedExamples()[name+", the plan"]
		if !whole && !part && name != "T18" {
			t.Errorf("%s is not asserted", name)
		}
	}
}

// The plan that T14 asks to evaluate is not asked for once it is evaluated.
func TestAgreedEvaluationMade(t *testing.T) {
	w := newWorld(t, "2009-09-01")
	id := assignmentUntil("2009-06-30")(w)
	e, err := w.r.RecordEvaluation(w.doc(id).Latest(), plan.Evaluation{Date: w.day("2009-09-01"), Report: "Målen nåddes.", By: "Chefen"}, w.on("2009-09-01"))
	w.apply(e, err)
	if slices.Contains(w.promptKinds("2009-09-01"), EvaluationMissing) {
		t.Error("an evaluation that was made is asked for")
	}
}
