package ui

import (
	"errors"
	"strings"
	"testing"

	"ledstjarna/internal/plan"
)

// running opens the example and returns the view of an assignment plan in force.
func running(t *testing.T) (*App, *documentView) {
	t.Helper()
	a := window(t)
	a.openExample()
	r := a.desk.register()
	for _, d := range r.Documents() {
		v, _, ok := r.Current(d, a.desk.today())
		if d.Kind != plan.AssignmentPlan || !ok {
			continue
		}
		a.open(place{room: roomPlans, document: d.ID, version: v.ID, section: plan.KeyActivities})
		return a, a.front.(*documentView)
	}
	t.Fatal("the example has no assignment plan in force")
	return nil, nil
}

func TestAnActivityOfAnAdoptedPlanIsTickedOff(t *testing.T) {
	a, v := running(t)
	lines := followUpLines(a.words, v.about, plan.KeyActivities)
	if len(lines) == 0 {
		t.Fatal("nothing to follow up")
	}
	before, hash := len(a.desk.register().Events()), v.about.Version.Hash
	for _, l := range []followUpLine{
		lines[0],
		followUpLines(a.words, v.about, plan.KeyGoals)[0],
		followUpLines(a.words, v.about, "follow-up")[0],
	} {
		fields, c := followUpForm(v.about, l)
		c = c.With(plan.KeyCost, plan.Num(plan.Int(1250))).With(plan.KeyResult, plan.Text("42 deltog"))
		switch l.subject {
		case plan.OnGoal:
			c = c.With(plan.KeyAttainment, plan.Text(plan.PartlyDone)).With(plan.KeyCost, plan.Value{})
		case plan.OnClosing:
			c = c.With(plan.KeyFinalReport, plan.Text("Målen nåddes")).With(plan.KeyResult, plan.Value{})
		}
		for _, k := range c.Keys() {
			if _, ok := plan.FieldIn(fields, k); !ok {
				t.Errorf("%s: the form has no %s", l.subject, k)
			}
		}
		e, err := followUpEdit(v.about, l, c, a.desk)
		if !a.desk.do(v.form.op(plan.PathTo(plan.KeyActivities)), e, err) {
			t.Fatalf("%s: %v", l.subject, err)
		}
		v.load()
	}
	if n := len(a.desk.register().Events()); n != before+3 {
		t.Fatalf("%d records, want 3", n-before)
	}
	if v.about.Version.Hash != hash {
		t.Error("following up changed the plan")
	}
	got := followUpLines(a.words, v.about, plan.KeyActivities)[0]
	if !strings.Contains(got.caption, "42 deltog") || got.state.Word != a.words.T("activity.done") {
		t.Errorf("the activity says %q, %q", got.caption, got.state.Word)
	}
	if g := followUpLines(a.words, v.about, plan.KeyGoals)[0]; g.state.Word != a.words.T("choice.attainment.partly") {
		t.Errorf("the goal says %q, %q", g.caption, g.state.Word)
	}
	if c := followUpLines(a.words, v.about, "follow-up")[0]; !strings.Contains(c.caption, "Målen nåddes") || c.state.Word == "" {
		t.Errorf("the evaluation says %q", c.caption)
	}
	a.open(place{room: roomPlans, document: v.id, version: v.version, section: plan.KeyActivities})
	picture(t, a, "follow-up")
}

func TestARegistrationIsCorrectedFromTheChangeLog(t *testing.T) {
	a, v := running(t)
	lines := registrationLines(a.words, v.about)
	if len(lines) == 0 {
		t.Fatal("the change log has no registrations")
	}
	l := lines[len(lines)-1]
	c := l.event.Fields.With(plan.KeyParagraph, plan.Text("99")).With(plan.KeyCorrectionReason, plan.Text(" Fel § ")).With(plan.KeyAnnulled, plan.Text(plan.No))
	x := correctionOf(l.event, c)
	if x.Annul || x.Reason != "Fel §" {
		t.Fatalf("read as %+v", x)
	}
	e, err := a.desk.register().Correct(x, "Sekreteraren", a.desk.now())
	if !a.desk.do(v.form.op(plan.PathTo(plan.KeyTitle)), e, err) {
		t.Fatal(err)
	}
	v.load()
	var told bool
	for _, l := range registrationLines(a.words, v.about) {
		told = told || strings.Contains(l.caption, "99") && strings.Contains(l.caption, "Fel §") && strings.Contains(l.caption, "Sekreteraren")
	}
	if !told {
		t.Error("the change log does not tell of the correction")
	}
	a.open(place{room: roomPlans, document: v.id, version: v.version, section: "change-log"})
	picture(t, a, "change-log")
}

func TestTheDecisionFormRefusesNonsense(t *testing.T) {
	a, v := running(t)
	r, d, ver, today := a.desk.register(), v.about.Document, v.about.Version, a.desk.today()
	body := r.Entries(plan.ListBodies)[0].ID
	adoption, _ := r.AdoptionOf(d, ver.ID)
	good := plan.Decision{Outcome: plan.Reaffirmed, Body: body, Date: today, Paragraph: "12"}
	for name, tc := range map[string]struct {
		change func(*plan.Decision)
		want   string
	}{
		"all is there":        {func(*plan.Decision) {}, ""},
		"no outcome":          {func(x *plan.Decision) { x.Outcome = "" }, "outcome"},
		"no body":             {func(x *plan.Decision) { x.Body = "" }, "body"},
		"no day":              {func(x *plan.Decision) { x.Date = plan.Date{} }, "date"},
		"no §":                {func(x *plan.Decision) { x.Paragraph = " " }, "paragraf"},
		"tomorrow":            {func(x *plan.Decision) { x.Date = today.AddDays(1) }, "future"},
		"before the adoption": {func(x *plan.Decision) { x.Date = adoption.Date.AddDays(-1) }, "earlier"},
		"an end before it":    {func(x *plan.Decision) { x.ValidTo = today.AddDays(-1) }, "ends"},
	} {
		dec := good
		tc.change(&dec)
		err := decisionProblem(r, d, ver, dec, today)
		var wrong *refusal
		switch {
		case tc.want == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case tc.want != "" && (!errors.As(err, &wrong) || wrong.key != "decision.problem."+tc.want || !a.words.Has(wrong.key)):
			t.Errorf("%s: %v", name, err)
		}
	}
	fields, start := decisionForm(r, d, ver, today)
	if got := strings.Join(fields[0].Choices, " "); !strings.HasPrefix(got, "reaffirmed repealed") || start.Text(plan.KeyOutcome) != plan.Reaffirmed {
		t.Errorf("outcomes %q", got)
	}
	if f, _ := plan.FieldIn(plan.EventFields(plan.EventDecision), plan.KeyOutcome); len(f.Choices) != 8 {
		t.Error("the form has narrowed the catalogue itself")
	}
}

func TestStepsOfAFrozenVersion(t *testing.T) {
	a, v := running(t)
	r, d := a.desk.register(), v.about.Document
	if _, draft := r.Draft(d); draft {
		t.Fatal("the example's plan has a draft")
	}
	if got := stepsOf(r, d, v.about.Version); got != (steps{true, true, true}) {
		t.Errorf("in force: %+v", got)
	}
	dec := plan.Decision{Outcome: plan.Repealed, Body: r.Entries(plan.ListBodies)[0].ID, Date: a.desk.today(), Paragraph: "3"}
	e, err := r.Decide(d, v.about.Version, dec, "S", a.desk.now())
	if err != nil {
		t.Fatal(err)
	}
	if got := stepsOf(r.Apply(e), d, v.about.Version); got != (steps{}) {
		t.Errorf("repealed: %+v", got)
	}
}
