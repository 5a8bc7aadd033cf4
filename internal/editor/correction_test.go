package editor_test

import (
	"errors"
	"testing"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
)

func (w *world) correct(t testing.TB, c plan.Correction) {
	t.Helper()
	es := w.Register().Effective(plan.EventDecision)
	last := es[len(es)-1]
	c.Event, c.Reason = last.ID, "Fel i protokollet"
	if !c.Annul {
		c.Fields = last.Fields.With(plan.KeyOutcome, c.Fields.Get(plan.KeyOutcome))
	}
	e, err := w.Register().Correct(c, "Åsa", w.clock.now)
	must(t, err)
	must(t, w.Do(editor.Op{Key: "op.correct"}, e))
}

func TestCorrectionsAreKeptInTheFile(t *testing.T) {
	w := newWorld(t, editor.Options{})
	doc, v := w.newPlan(t, "Plan")
	w.adopt(t, doc.ID)
	status := func() plan.Status {
		d, _ := w.Register().Document(doc.ID)
		return w.Register().StatusOf(d, d.Latest(), plan.DateOf(w.clock.now))
	}
	for _, step := range []struct {
		outcome string // "" annuls
		want    plan.Status
	}{{plan.Rejected, plan.StatusRejected}, {plan.Deferred, plan.StatusDeferred}, {plan.Adopted, plan.StatusAdopted}, {"", plan.StatusReady}} {
		w.correct(t, plan.Correction{Annul: step.outcome == "", Fields: plan.NewContent(plan.Filled{plan.KeyOutcome: plan.Text(step.outcome)})})
		if got := status(); got != step.want {
			t.Fatalf("after correcting to %q it is %s, want %s", step.outcome, got, step.want)
		}
		w.sameAsStored(t)
	}
	if err := w.Undo(); err == nil {
		w.sameAsStored(t)
	}
	old, err := w.Content(v.ID)
	must(t, err)
	change := plan.ContentChange{
		Kind: doc.Kind, Document: doc.ID, Version: v.ID, Before: old, After: plan.Seal(old.Content.With(plan.KeyTitle, plan.Text("Annan"))),
	}
	if err := w.Do(editor.Op{Key: "op.title"}, plan.Edit{Changes: []plan.Change{change}}); !errors.Is(err, plan.ErrFrozen) {
		t.Errorf("changing what was adopted: %v", err)
	}
}

func TestARejectionCanBecomeAnAdoption(t *testing.T) {
	w := newWorld(t, editor.Options{})
	doc, _ := w.newPlan(t, "Plan")
	d := doc
	e, err := w.Register().SetStage(d, d.Latest(), plan.StageReady, 0)
	must(t, err)
	must(t, w.Do(editor.Op{Key: "op.ready"}, e))
	e, _, err = w.Register().AddEntry(plan.ListBodies, plan.NewContent(plan.Filled{plan.KeyName: plan.Text("Styrelsen")}))
	must(t, err)
	must(t, w.Do(editor.Op{Key: "op.body"}, e))
	d, _ = w.Register().Document(doc.ID)
	e, err = w.Register().Decide(d, d.Latest(), plan.Decision{
		Outcome: plan.Rejected, Body: w.Register().Entries(plan.ListBodies)[0].ID, Date: plan.DateOf(w.clock.now), Paragraph: "§ 12",
	}, "Åsa", w.clock.now)
	must(t, err)
	must(t, w.Do(editor.Op{Key: "op.reject"}, e))
	w.correct(t, plan.Correction{Fields: plan.NewContent(plan.Filled{plan.KeyOutcome: plan.Text(plan.Adopted)})})
	d, _ = w.Register().Document(doc.ID)
	if got := d.Latest().Number(); got != "1.0" {
		t.Errorf("the version is %s, want 1.0", got)
	}
	w.sameAsStored(t)
}
