package sqlite

import (
	"context"
	"errors"
	"os"
	"testing"

	"ledstjarna/internal/plan"
)

func TestIdleWorkGivesWay(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	f := newFile(t, s.edit)
	begun, saved := make(chan bool), make(chan error)
	go func() {
		<-begun
		e := plan.Edit{Events: []plan.Event{{ID: plan.NewID(), Kind: plan.EventExport, At: testDay}}}
		_, err := f.Save(ctx, e)
		saved <- err
	}()
	err := f.Idle(ctx, func(idle context.Context) error {
		if _, err := f.KeepCopy(idle); err != nil {
			return err
		}
		close(begun)
		<-idle.Done() // as the edit makes it
		_, err := f.Check(idle)
		return err
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("work that gave way: %v", err)
	}
	if err := <-saved; err != nil {
		t.Errorf("the edit: %v", err)
	}
	var flaws []Flaw
	err = f.Idle(ctx, func(idle context.Context) (err error) {
		flaws, err = f.Check(idle)
		return err
	})
	if err != nil || len(flaws) > 0 {
		t.Errorf("undisturbed: %v, %v", flaws, err)
	}
	if parts, _ := os.ReadDir(CopiesFolder(f.path)); len(parts) != 1 {
		t.Errorf("copies: %v", parts)
	}
}

// An examination that gave way goes on where it was, also after an edit of what it had
// examined, and finds what is wrong in what it had not.
func TestAnExaminationGoesOnWhereItWas(t *testing.T) {
	ctx := context.Background()
	f := newFile(t, plan.Edit{})
	var documents []plan.Document
	for range 5 {
		e, d := plan.NewDocument(plan.AssignmentPlan, true, plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text("Plan")}), testDay)
		if _, err := f.Save(ctx, e); err != nil {
			t.Fatal(err)
		}
		documents = append(documents, d)
	}
	f.examined = newExamined() // as one that gave way after all contents leaves it
	x := &examiner{ctx: ctx, q: f.db, file: f, resume: true}
	x.sound = x.contentAround
	if err := x.contents(); err != nil || len(x.flaws) > 0 {
		t.Fatal(x.flaws, err)
	}
	had := len(f.examined.contents)
	if had != len(documents) || x.indexed == 0 {
		t.Fatalf("%d contents are known, with %d texts", had, x.indexed)
	}
	v := documents[0].Latest()
	before, err := f.Content(ctx, plan.AssignmentPlan, v.ID)
	if err != nil {
		t.Fatal(err)
	}
	after := plan.Seal(before.Content.With(plan.KeyTitle, plan.Text("Ändrad")).With(plan.KeySummary, plan.Text("Mer")))
	if _, err := f.Save(ctx, plan.Edit{Changes: []plan.Change{plan.ContentChange{
		Kind: plan.AssignmentPlan, Document: documents[0].ID, Version: v.ID, Before: before, After: after,
	}}}); err != nil {
		t.Fatal(err)
	}
	y := &examiner{ctx: ctx, q: f.db, file: f, resume: true}
	read := 0
	y.sound = func(s soundContent) error { read++; return y.contentAround(s) }
	if err := y.contents(); err != nil || read != 1 {
		t.Errorf("%d contents were read again, %v", read, err)
	}
	err = f.Idle(ctx, func(idle context.Context) error {
		n, err := f.Examine(idle)
		if n != 0 {
			t.Errorf("%d flaws in a sound file", n)
		}
		return err
	})
	if err != nil || f.examined != nil {
		t.Errorf("an examination that came to its end is remembered: %v, %v", f.examined, err)
	}
}
