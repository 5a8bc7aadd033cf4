package plan_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

// evaluated is a complete file whose assignment plan is closed, and a new period
// plan with the rows given.
func evaluated(t *testing.T, e plan.Filled) plan.Sources {
	t.Helper()
	f := plantest.Complete(2)
	e[plan.KeySubject], e[plan.KeyDate] = plan.Text(plan.OnClosing), plan.Day(plantest.Today.AddDays(-3))
	d, _ := f.Register.Document(plantest.DocumentID(plan.AssignmentPlan))
	f.Register = f.Register.Apply(plan.Edit{Events: []plan.Event{{
		ID: "closing", Kind: plan.EventFollowUp, Document: d.ID, Version: d.Latest().ID, Fields: plan.NewContent(e),
	}}})
	return sourcesOf(f)
}

func TestClosedPlansTeachThoseWithTheSameAudienceOrChannel(t *testing.T) {
	s := evaluated(t, plan.Filled{plan.KeyKeep: plan.Text("Mötena"), plan.KeyStop: plan.Text("Broschyren")})
	closed := s.Contents[plantest.DocumentID(plan.AssignmentPlan)]
	audience := closed.Get(plan.KeyAudiences).Rows()[0].Cells.Text(plan.KeyName)
	channel := closed.Get(plan.KeyChannels).Rows()[0].Cells.Get(plan.KeyChannel)
	row := func(k plan.Key, v plan.Value) plan.Value {
		return plan.Rows(plan.Row{ID: "x", Cells: plan.NewContent(plan.Filled{k: v})})
	}
	for name, x := range map[string]struct {
		content plan.Content
		want    bool
	}{
		"nothing in common": {plan.NewContent(plan.Filled{plan.KeyAudiences: row(plan.KeyName, plan.Text("Ingen annan"))}), false},
		"empty":             {plan.Content{}, false},
		"an audience":       {plan.NewContent(plan.Filled{plan.KeyAudiences: row(plan.KeyName, plan.Text(" "+strings.ToUpper(audience)+" "))}), true},
		"a channel":         {plan.NewContent(plan.Filled{plan.KeyChannels: row(plan.KeyChannel, channel)}), true},
	} {
		d := plan.Document{ID: "new", Kind: plan.PeriodPlan}
		if got := s.Lessons(d, x.content); (len(got) == 1) != x.want {
			t.Errorf("%s: %d lessons", name, len(got))
		}
	}
	c := plan.NewContent(plan.Filled{plan.KeyChannels: row(plan.KeyChannel, channel)})
	d := plan.Document{ID: "new", Kind: plan.PeriodPlan}
	l := s.Lessons(d, c)[0]
	if diff := cmp.Diff([]plan.ID{channel.ID()}, l.Channels); diff != "" || l.Held || l.Evaluation.Stop != "Broschyren" {
		t.Errorf("lesson %+v\n%s", l, diff)
	}
	c, err := plan.TakeLesson(d.Kind, c, "Behåll: Mötena\n\nSluta: Broschyren")
	if err != nil || !s.Lessons(d, c)[0].Held {
		t.Errorf("the lessons are not told as held, %v", err)
	}
	again, err := plan.TakeLesson(d.Kind, c, "Behåll: Mötena\n\nSluta: Broschyren")
	if err != nil || !again.Equal(c) {
		t.Errorf("lessons are added twice, %v", err)
	}
	if _, err := plan.TakeLesson(plan.Policy, c, "x"); err == nil {
		t.Error("a policy has lessons")
	}
	s.Today = plantest.Today.AddDays(-4)
	if len(s.Lessons(d, c)) > 0 {
		t.Error("a plan teaches before it is closed")
	}
	if got := evaluated(t, plan.Filled{plan.KeyFinalReport: plan.Text("klart")}).Register.Evaluated(plantest.Today); len(got) > 0 {
		t.Error("an evaluation without lessons is offered")
	}
}

// Every field of a quick plan is found in the full one, in a section of the same
// number, and undoing brings the quick plan back.
func TestPromotionLosesNothing(t *testing.T) {
	quick := plan.SectionsOf(plan.AssignmentPlan, true)
	rapid.Check(t, func(t *rapid.T) {
		c := plantest.Random(plan.FieldsOf(plan.AssignmentPlan)).Draw(t, "content")
		made, d := plan.NewDocument(plan.AssignmentPlan, true, c, time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC))
		r := plan.Register{}.Apply(made)
		d, _ = r.Document(d.ID)
		e, err := r.Promote(d)
		if err != nil {
			t.Fatal(err)
		}
		after := r.Apply(e)
		full, _ := after.Document(d.ID)
		if full.Quick || full.Latest().Hash != plan.Seal(c).Hash || len(e.Changes) != 1 {
			t.Fatal("promotion changed what the plan says")
		}
		sections := plan.SectionsOf(full.Kind, full.Quick)
		for _, s := range quick {
			for _, f := range s.Fields {
				var found bool
				for _, x := range sections {
					g, ok := plan.FieldIn(x.Fields, f.Key)
					found = found || ok && x.Key == s.Key && x.Number == s.Number && g.Kind == f.Kind && g.Need == f.Need
				}
				if !found {
					t.Fatalf("%s of section %d is not in the full plan", f.Key, s.Number)
				}
			}
		}
		if _, err := after.Promote(full); err == nil {
			t.Fatal("a full plan is promoted")
		}
		back, _ := after.Apply(e.Inverse()).Document(d.ID)
		if diff := cmp.Diff(d, back); diff != "" {
			t.Fatalf("after undoing (-before +after):\n%s", diff)
		}
	})
}

func TestAPlanReadyForDecisionIsNotPromoted(t *testing.T) {
	made, d := plan.NewDocument(plan.AssignmentPlan, true, plan.Content{}, time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC))
	r := plan.Register{}.Apply(made)
	e, err := r.SetStage(d, d.Latest(), plan.StageReady, 0)
	if err != nil {
		t.Fatal(err)
	}
	r = r.Apply(e)
	d, _ = r.Document(d.ID)
	if _, err := r.Promote(d); err == nil {
		t.Error("a locked plan is promoted")
	}
}
