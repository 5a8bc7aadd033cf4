package editor_test

import (
	"testing"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
)

// adopt makes the version ready and registers its adoption.
func (w *world) adopt(t testing.TB, doc plan.ID) {
	t.Helper()
	d, _ := w.Register().Document(doc)
	e, err := w.Register().SetStage(d, d.Latest(), plan.StageReady, 0)
	must(t, err)
	must(t, w.Do(editor.Op{Key: "op.ready"}, e))
	d, _ = w.Register().Document(doc)
	bodies := w.Register().Entries(plan.ListBodies)
	if len(bodies) == 0 {
		e, _, err := w.Register().AddEntry(plan.ListBodies, plan.NewContent(plan.Filled{plan.KeyName: plan.Text("Styrelsen")}))
		must(t, err)
		must(t, w.Do(editor.Op{Key: "op.body"}, e))
		bodies = w.Register().Entries(plan.ListBodies)
	}
	e, err = w.Register().Decide(d, d.Latest(), plan.Decision{
		Outcome: plan.Adopted, Body: bodies[0].ID, Date: plan.DateOf(w.clock.now), Paragraph: "§ 12",
	}, "Åsa", w.clock.now)
	must(t, err)
	must(t, w.Do(editor.Op{Key: "op.adopt"}, e))
}

func TestRegistrationTakesTheStepsThatItFroze(t *testing.T) {
	w := newWorld(t, editor.Options{})
	frozen, v := w.newPlan(t, "Fryst")
	_, other := w.newPlan(t, "Annan")
	w.setTitle(t, editor.Op{Key: "op.title"}, v.ID, "Fryst plan")
	w.setTitle(t, editor.Op{Key: "op.title"}, other.ID, "Annan plan")
	w.adopt(t, frozen.ID)
	adopted, err := w.Content(v.ID)
	must(t, err)
	for w.Undo() == nil {
		s, err := w.Content(v.ID)
		must(t, err)
		if s.Hash != adopted.Hash {
			t.Fatal("undo changed an adopted version")
		}
	}
	if n := len(w.Register().Documents()); n != 1 {
		t.Errorf("%d documents are left; only the adopted one should be", n)
	}
	if n := len(w.Register().Entries(plan.ListBodies)); n != 1 {
		t.Error("undo removed the body that decided")
	}
	if n := len(w.Register().Events()); n != 1 {
		t.Errorf("%d events are left", n)
	}
	w.sameAsStored(t)
	for w.Redo() == nil {
	}
	if got := w.titleOf(t, other.ID); got != "Annan plan" {
		t.Errorf("redo gives %q", got)
	}
	w.sameAsStored(t)
}

func TestEventsAreStoredWithTheirChain(t *testing.T) {
	w := newWorld(t, editor.Options{})
	d, _ := w.newPlan(t, "Plan")
	var seen []plan.Event
	w.OnChange(func(c editor.Change) { seen = append(seen, c.Edit.Events...) })
	w.adopt(t, d.ID)
	e, err := w.Register().Event(seen[0].ID)
	if !err || len(seen) != 1 || e.Seq != 1 || e.Hash == "" || e.Hash != seen[0].Hash {
		t.Errorf("the change tells %v, the register holds %v", seen, e)
	}
}

func TestExportKeepsTheSteps(t *testing.T) {
	w := newWorld(t, editor.Options{})
	d, v := w.newPlan(t, "a")
	w.setTitle(t, editor.Op{Key: "op.title"}, v.ID, "b")
	w.setTitle(t, editor.Op{Key: "op.title"}, v.ID, "c")
	must(t, w.Undo())
	must(t, w.Do(editor.Op{Key: "op.export"}, plan.Edit{Events: []plan.Event{{
		ID: plan.NewID(), Kind: plan.EventExport, At: w.clock.now, By: "Åsa", Document: d.ID, Version: v.ID,
	}}}))
	if _, ok := w.CanRedo(); !ok {
		t.Error("an export took the step that was undone")
	}
	must(t, w.Undo())
	if got := w.titleOf(t, v.ID); got != "a" {
		t.Errorf("undo after an export gives %q", got)
	}
	if op, ok := w.CanUndo(); ok {
		t.Errorf("%v would remove a document that an event tells of", op)
	}
	w.sameAsStored(t)
}
