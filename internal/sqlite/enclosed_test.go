package sqlite

import (
	"context"
	"errors"
	"testing"

	"ledstjarna/internal/plan"
)

func TestAFileEnclosedInAPacketIsKeptUntilItIsTakenOut(t *testing.T) {
	s := sample(t)
	f := newFile(t, s.edit)
	a, _ := attachment(t, "underlag.txt")
	item := plan.Row{ID: plan.NewID(), Cells: plan.NewContent(plan.Filled{plan.KeyHeading: plan.Text("Budget")})}
	empty := plan.NewContent(plan.Filled{plan.KeyItems: plan.Rows(item)})
	full, row, err := plan.Enclose(empty, item.ID, a.AttachedFile, "Underlag", true)
	if err != nil {
		t.Fatal(err)
	}
	before := plan.Entry{ID: plan.NewID(), Fields: full}
	add := plan.Edit{Changes: []plan.Change{plan.EntryChange{List: plan.ListPackets, After: &before}}}
	if _, err := f.Save(context.Background(), add); !errors.Is(err, plan.ErrNoFile) {
		t.Errorf("a file that is not stored: %v", err)
	}
	add.Files = []plan.Attachment{a}
	save(t, f, add)
	f = reopened(t, f)
	if _, err := stored(t, f, a.Hash); err != nil {
		t.Error(err)
	}
	sound(t, f)
	if err := execRaw(t, f.path, "DELETE FROM files WHERE sha256 = '"+a.Hash+"'"); !errors.Is(translate(err), plan.ErrFrozen) {
		t.Errorf("the stored file could be removed: %v", err)
	}

	without, err := full.RemoveRow(plan.PathTo(plan.KeyItems).In(item.ID, plan.KeyPapers).AtRow(row))
	if err != nil {
		t.Fatal(err)
	}
	after := plan.Entry{ID: before.ID, Fields: without}
	save(t, f, plan.Edit{Changes: []plan.Change{plan.EntryChange{List: plan.ListPackets, Before: &before, After: &after}}})
	sound(t, f)
	f = reopened(t, f)
	if _, err := stored(t, f, a.Hash); !errors.Is(err, plan.ErrNoFile) {
		t.Errorf("it is still there: %v", err)
	}
}

func TestWhatIsNotedOfAPacketsFilesIsChecked(t *testing.T) {
	path, a, _ := withAttachment(t)
	entry := "INSERT INTO packets (id, position, more) VALUES ('p', 0, '{}'); INSERT INTO enclosed (packet, file) VALUES ('p', '" + a.Hash + "')"
	if err := execRaw(t, path, entry); err != nil {
		t.Fatal(err)
	}
	f, err := Open(context.Background(), path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() }) // only read
	flaws, err := f.Check(context.Background())
	if err != nil || len(flaws) != 2 || flaws[0].Kind != FlawProjection || flaws[1].Kind != FlawRegister { // the entry is not sealed either
		t.Errorf("flaws %v, error %v", flaws, err)
	}
}
