package ui

import (
	"strconv"
	"testing"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// addItem puts an item last among those of the next papers, as one edit.
func addItem(t *testing.T, a *App, cells plan.Filled) plan.ID {
	t.Helper()
	_, e, ok := nextPacket(a.desk.register(), a.desk.today())
	if !ok {
		t.Fatal("no papers are next")
	}
	row := plan.Row{ID: plan.NewID(), Cells: plan.NewContent(cells)}
	fields := e.Fields.With(plan.KeyItems, plan.Rows(append(e.Fields.Get(plan.KeyItems).Rows(), row)...))
	edit, err := a.desk.register().SetEntry(plan.ListPackets, e.ID, fields)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.file.Do(editor.Op{Key: "op.set-report"}, edit); err != nil {
		t.Fatal(err)
	}
	return row.ID
}

// The start page tells what keeps the next papers from being decided on, and leads to
// it; the count beside its name is of all that waits there.
func TestTheStartPageTellsWhatThePapersLack(t *testing.T) {
	a := window(t)
	a.openExample()
	before, ok := a.desk.nextPapers()
	if !ok || before.items == 0 || before.ready != before.items || len(before.errors) != 0 {
		t.Fatalf("%d of %d items are ready at first, with %v", before.ready, before.items, before.errors)
	}
	o := a.desk.outlook()
	count := func() int {
		n, _ := strconv.Atoi(a.nav.Count(string(roomTodo)))
		return n
	}
	all := o.pressing() + len(o.prompts()) + a.knowWeek().waiting
	if count() != all {
		t.Errorf("%d wait on the start page, want %d", count(), all)
	}
	item := addItem(t, a, plan.Filled{plan.KeyHeading: plan.Text("Taxa för tolkar"), plan.KeyItemType: plan.Text(plan.ItemDecision)})
	after, _ := a.desk.nextPapers()
	if after.items != before.items+1 || after.ready != before.ready || len(after.errors) == 0 || after.errors[0].Item != item {
		t.Fatalf("%d of %d items are ready, with %v", after.ready, after.items, after.errors)
	}
	if count() != all+len(after.errors) {
		t.Errorf("%d wait on the start page, want %d", count(), all+len(after.errors))
	}
	a.open(place{room: roomTodo})
	picture(t, a, "todo-papers")
	for _, b := range shownOf[*kit.Button](a.front.object()) {
		if b.Label() == "Öppna ärendet" {
			b.Tapped(nil)
			break
		}
	}
	v, ok := a.front.(*packetsView)
	if !ok || len(v.row) == 0 || v.row[len(v.row)-1].Row != item {
		t.Errorf("the link leads to %+v", a.at)
	}
	if err := a.file.Undo(); err != nil {
		t.Fatal(err)
	}
	if again, _ := a.desk.nextPapers(); len(again.errors) != 0 || count() != all {
		t.Errorf("%d errors and %d that wait when the item is gone again", len(again.errors), count())
	}
}
