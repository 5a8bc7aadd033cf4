package sqlite

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite/faults/disk"
)

// failingRead lets the read fail that comes after so many others.
type failingRead struct {
	in     int
	failed bool
}

func (r *failingRead) fault(op disk.Op) disk.Fault {
	if op.Kind != disk.Read || r.in == 0 {
		return disk.None
	}
	if r.in--; r.in > 0 {
		return disk.None
	}
	r.failed = true
	return disk.Error
}

// TestReadThatFailsWhileSaving lets each read of a saving fail in turn, of one that takes
// texts out of the index and of one that only adds some. The same saving must succeed then,
// and the index know how much it holds.
func TestReadThatFailsWhileSaving(t *testing.T) {
	ctx := context.Background()
	s, reads := sample(t), &failingRead{}
	f := onDisk(t, s, reads.fault)
	role := plan.Entry{ID: plan.NewID(), Position: 1, Fields: plan.NewContent(plan.Filled{plan.KeyName: plan.Text("Tecknare")})}
	for name, e := range map[string]plan.Edit{
		"takes": retitle(t, f, s.draft, "ny"),
		"adds":  {Changes: []plan.Change{plan.EntryChange{List: plan.ListRoles, After: &role}}},
	} {
		failed, before := 0, totals(t, f)
		for n := 1; ; n++ {
			connected(t, f)
			reads.in, reads.failed = n, false
			_, err := f.Save(ctx, e)
			reads.in = 0
			if !reads.failed {
				if err != nil {
					t.Fatal(err)
				}
				break
			}
			if err != nil {
				failed++
				if !errors.Is(err, ErrIO) {
					t.Fatalf("%s, read %d: %v", name, n, err)
				}
				if _, err := f.Save(ctx, e); err != nil {
					t.Fatalf("%s, read %d, saving again: %v", name, n, err)
				}
			}
			if flaws, err := f.Check(ctx); err != nil || len(flaws) > 0 {
				t.Fatalf("%s, read %d: flaws %v, %v", name, n, flaws, err)
			}
			if _, err := f.Save(ctx, e.Inverse()); err != nil {
				t.Fatalf("%s, read %d, undoing: %v", name, n, err)
			}
			if after := totals(t, f); after != before {
				t.Fatalf("%s, read %d: the index counts %s, not %s", name, n, after, before)
			}
		}
		if failed < 5 {
			t.Errorf("%s: only %d savings failed", name, failed)
		}
	}
}

// totals are what the full-text index keeps of how much it holds.
func totals(t *testing.T, f *File) string {
	t.Helper()
	var s string
	err := f.db.QueryRow("SELECT hex(w.block) || ' ' || hex(l.block) FROM words_data w, letters_data l WHERE w.id = 1 AND l.id = 1").Scan(&s)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// connected drops the connection, with what it has read, and makes another.
func connected(t *testing.T, f *File) {
	t.Helper()
	abandonConnection(t, f)
	c, err := f.take(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	giveBack(c)
}

// TestMovedFileKeepsItsConnection tells that a file which was moved can still be copied
// after a disk error, and be written when it is back.
func TestMovedFileKeepsItsConnection(t *testing.T) {
	ctx := context.Background()
	s, reads := sample(t), &failingRead{}
	f := onDisk(t, s, reads.fault)
	e := retitle(t, f, s.draft, "ny")
	connected(t, f)
	reads.in = 12
	if _, err := f.Save(ctx, e); !errors.Is(err, ErrIO) {
		t.Fatal(err)
	}
	away := f.path + "-"
	if err := os.Rename(f.path, away); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Save(ctx, e); !errors.Is(err, ErrMoved) {
		t.Errorf("saving to a moved file: %v", err)
	}
	if err := f.CopyTo(ctx, filepath.Join(t.TempDir(), "kopia.ledstjarna")); err != nil {
		t.Errorf("copying a moved file: %v", err)
	}
	if err := os.Rename(away, f.path); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Save(ctx, e); err != nil {
		t.Errorf("saving when it is back: %v", err)
	}
	if flaws, err := f.Check(ctx); err != nil || len(flaws) > 0 {
		t.Errorf("flaws %v, %v", flaws, err)
	}
}
