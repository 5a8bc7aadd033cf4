package ui

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

// More plans than are read at once come when they are read, and those that have come
// are not read again.
func TestTheCalendarOfManyPlans(t *testing.T) {
	a, l := withPlans(t, mostAtOnce+20)
	v := inCalendar(t, a)
	l.run()
	if n := len(v.model.rows); n < 2*mostAtOnce {
		t.Fatalf("%d rows", n)
	}
	plans := v.model.plans
	v.fill()
	if len(v.memory.book.unread(a.desk.outlook())) > 0 || !slices.Equal(v.model.plans, plans) || v.metering.Visible() {
		t.Error("what is read is not kept")
	}
	v.foldAll(true)
	if n := len(v.model.rows); n != len(v.model.plans) {
		t.Errorf("all folded there are %d rows of %d plans", n, len(v.model.plans))
	}
}

// withPlans opens a file of plans with two activities each. What is done beside the window
// waits.
func withPlans(t *testing.T, plans int) (a *App, l *later) {
	t.Helper()
	l = &later{}
	a = windowBeside(t, l.start)
	path := filepath.Join(t.TempDir(), "stort"+extension)
	var store editor.Store
	for e := range plantest.Large(plans, 2) {
		var err error
		if store == nil {
			store, err = a.setup.Files.Create(context.Background(), path, "Test", e)
		} else {
			_, err = store.Save(context.Background(), e)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	a.openFile(path)
	l.run()
	return a, l
}

// While the plans are read the first ones are shown, the others by their names, with how
// far it is; an edit meanwhile is taken over, and leaving and coming back begins nothing
// anew.
func TestTheCalendarWhileItIsRead(t *testing.T) {
	a, l := withPlans(t, mostAtOnce+30)
	v := inCalendar(t, a)
	all := len(v.model.plans)
	if n := len(v.model.rows); n != all+2*mostAtOnce || !v.metering.Visible() {
		t.Fatalf("%d rows of %d plans, progress shown: %t", n, all, v.metering.Visible())
	}
	if len(l.work) != 1 {
		t.Fatalf("%d readings", len(l.work))
	}
	p := v.model.plans[all-1]
	if p.read {
		t.Fatal("the last is read first")
	}
	d, _ := a.desk.register().Document(p.document)
	sealed, err := a.file.Content(d.Latest().ID)
	if err != nil {
		t.Fatal(err)
	}
	e := plan.Edit{Changes: []plan.Change{plan.ContentChange{
		Kind: d.Kind, Document: d.ID, Version: d.Latest().ID, Before: sealed, After: plan.Seal(sealed.Content.With(plan.KeyTitle, plan.Text("Aaa"))),
	}}}
	if a.desk.register().Editable(d, d.Latest()) == nil && !a.desk.do(editor.Op{Key: "op.set-field"}, e, nil) {
		t.Fatal("it is not written")
	}
	a.open(place{room: roomPackets})
	v = inCalendar(t, a)
	if len(l.work) != 1 {
		t.Errorf("%d readings after coming back", len(l.work))
	}
	l.run()
	if v.metering.Visible() || len(v.memory.book.unread(a.desk.outlook())) > 0 || len(v.model.rows) != 3*all {
		t.Errorf("read, there are %d rows of %d plans", len(v.model.rows), all)
	}
}

// A file that is closed while its plans are read is left alone.
func TestClosingWhileTheCalendarIsRead(t *testing.T) {
	a, l := withPlans(t, mostAtOnce+30)
	inCalendar(t, a)
	if !a.closeFile() {
		t.Fatal("the file does not close")
	}
	l.run()
	if a.file != nil || a.calendar != nil {
		t.Error("something of it is left")
	}
}
