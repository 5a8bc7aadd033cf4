package sqlite

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite/faults/disk"
)

// onDisk opens a copy of the sample's file on a disk that does what fault says.
func onDisk(t testing.TB, s *samples, fault func(disk.Op) disk.Fault) *File {
	t.Helper()
	d, err := disk.Register(fault)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	o := testOptions()
	o.VFS = d.Name()
	f, err := Create(context.Background(), filepath.Join(t.TempDir(), "fil.ledstjarna"), o, s.edit)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

// letsGo fails when the next journal is emptied but that is not certain to last: the
// edit is in the file then. It fails so many times.
type letsGo struct {
	times   int
	emptied bool
}

func (l *letsGo) fault(op disk.Op) disk.Fault {
	if !strings.HasSuffix(op.Path, "-journal") {
		return disk.None
	}
	if op.Kind == disk.Sync && l.emptied && l.times > 0 {
		l.times--
		return disk.Error
	}
	l.emptied = op.Kind == disk.Truncate
	return disk.None
}

func TestSavingThatFailsAtItsEnd(t *testing.T) {
	ctx := context.Background()
	for _, times := range []int{1, 2, 3, 4} {
		for _, other := range []bool{false, true} {
			s, disk := sample(t), &letsGo{}
			f := onDisk(t, s, disk.fault)
			e := retitle(t, f, s.draft, "ny")
			next := e
			if other {
				next = retitle(t, f, s.draft, "en annan")
			}
			disk.times = times
			var err error
			for n := range 3 {
				edit := next
				if n == 0 {
					edit = e
				}
				if _, err = f.Save(ctx, edit); err == nil {
					break
				}
				if !errors.Is(err, ErrIO) {
					t.Fatalf("%d times: saving for the time %d: %v", times, n+1, err)
				}
			}
			if err != nil {
				t.Fatalf("%d times: %v", times, err)
			}
			title := "ny"
			if other && times > 1 {
				title = "en annan"
			}
			r, err := f.Load(ctx)
			if err != nil {
				t.Fatal(err)
			}
			if d, _ := r.Document(s.draft.ID); d.Latest().Head.Title != title {
				t.Errorf("%d times: it is called %q, not %q", times, d.Latest().Head.Title, title)
			}
			if flaws, err := f.Check(ctx); err != nil || len(flaws) > 0 {
				t.Errorf("flaws %v, %v", flaws, err)
			}
			if _, err := f.Save(ctx, retitle(t, f, s.draft, "sist")); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestEventThatFailsAtItsEndIsSavedOnce(t *testing.T) {
	ctx := context.Background()
	s, disk := sample(t), &letsGo{}
	f := onDisk(t, s, disk.fault)
	e := retitle(t, f, s.draft, "ny")
	e.Events = []plan.Event{{ID: plan.NewID(), Kind: plan.EventExport, At: testDay}}
	disk.times = 2
	if _, err := f.Save(ctx, e); !errors.Is(err, ErrIO) {
		t.Fatal(err)
	}
	if _, err := f.Save(ctx, retitleFrom(e, "en annan")); !errors.Is(err, ErrConflict) {
		t.Errorf("another edit in the place of an event: %v", err)
	}
	stored, err := f.Save(ctx, e)
	if err != nil || len(stored) != 1 || stored[0].Seq == 0 {
		t.Errorf("stored %v, %v", stored, err)
	}
	if flaws, err := f.Check(ctx); err != nil || len(flaws) > 0 {
		t.Errorf("flaws %v, %v", flaws, err)
	}
}

// retitleFrom is the edit with another content and no events.
func retitleFrom(e plan.Edit, title string) plan.Edit {
	c := e.Changes[0].(plan.ContentChange)
	c.After = plan.Seal(planContent(title, 3))
	return plan.Edit{Changes: []plan.Change{c}}
}

func TestFileIsNotLeftWhereCreatingItFails(t *testing.T) {
	ctx := context.Background()
	broken, renamed := true, false
	d, err := disk.Register(func(op disk.Op) disk.Fault {
		renamed = renamed || op.Kind == disk.Open && filepath.Base(op.Path) == "fil.ledstjarna"
		if broken && renamed {
			return disk.Error
		}
		return disk.None
	})
	if err != nil {
		t.Fatal(err)
	}
	o := testOptions()
	o.VFS = d.Name()
	path := filepath.Join(t.TempDir(), "fil.ledstjarna")
	if _, err := Create(ctx, path, o, sample(t).edit); !errors.Is(err, ErrIO) {
		t.Fatalf("creating on a disk that fails: %v", err)
	}
	broken = false
	f, err := Create(ctx, path, o, sample(t).edit)
	if err != nil {
		t.Fatalf("creating again: %v", err)
	}
	if err := errors.Join(f.Close(), d.Close()); err != nil {
		t.Error(err)
	}
}

func TestCheckTellsADiskThatFailsFromDamage(t *testing.T) {
	fails := false
	f := onDisk(t, sample(t), func(op disk.Op) disk.Fault {
		if fails && op.Kind == disk.Read && op.At > 50*4096 {
			return disk.Error
		}
		return disk.None
	})
	abandonConnection(t, f) // with what it has read
	fails = true
	if flaws, err := f.Check(context.Background()); !errors.Is(err, ErrIO) {
		t.Errorf("flaws %v, %v", flaws, err)
	}
	fails = false
	if flaws, err := f.Check(context.Background()); err != nil || len(flaws) > 0 {
		t.Errorf("flaws %v, %v", flaws, err)
	}
}

func TestNewFileIsNotLeftWhereItsNameMayNotLast(t *testing.T) {
	dir := t.TempDir()
	part, path := filepath.Join(dir, "part"), filepath.Join(dir, "whole")
	for _, fails := range []error{ErrIO, nil} {
		if err := os.WriteFile(part, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := put(path, part, func(string) error { return fails }); !errors.Is(err, fails) {
			t.Errorf("putting it in place: %v", err)
		}
		left, err := os.ReadDir(dir)
		if err != nil || len(left) > 0 != (fails == nil) {
			t.Errorf("left: %v, %v", left, err)
		}
	}
}

func TestRestoringLeavesNoJournal(t *testing.T) {
	ctx := context.Background()
	f := newFile(t, sample(t).edit)
	backup := filepath.Join(t.TempDir(), "kopia.ledstjarna")
	if err := f.CopyTo(ctx, backup); err != nil {
		t.Fatal(err)
	}
	d, err := disk.Register(func(op disk.Op) disk.Fault {
		if op.Kind == disk.Delete {
			return disk.Error
		}
		return disk.None
	})
	if err != nil {
		t.Fatal(err)
	}
	o := testOptions()
	o.VFS = d.Name()
	path := filepath.Join(t.TempDir(), "fil.ledstjarna")
	if _, err := Restore(ctx, path, backup, o); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(filepath.Dir(path))
	if err := errors.Join(err, d.Close()); err != nil || len(left) != 1 {
		t.Errorf("left: %v, %v", left, err)
	}
}
