package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	modernc "modernc.org/sqlite"

	"ledstjarna/internal/plan"
)

// retitle is an edit that gives the sample's draft a large new content.
func retitle(t testing.TB, f *File, d plan.Document, title string) plan.Edit {
	t.Helper()
	old, err := f.Content(context.Background(), d.Kind, d.Latest().ID)
	if err != nil {
		t.Fatal(err)
	}
	return plan.Edit{Changes: []plan.Change{plan.ContentChange{
		Kind: d.Kind, Document: d.ID, Version: d.Latest().ID, Before: old, After: plan.Seal(planContent(title, 400)),
	}}}
}

func TestFullDiskLosesNothing(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	f := newFile(t, s.edit)
	before := dump(t, f)
	pages, err := number(ctx, f.db, "page_count")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.db.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages+2)); err != nil {
		t.Fatal(err)
	}
	e := retitle(t, f, s.draft, "stor")
	if _, err := f.Save(ctx, e); !errors.Is(err, ErrDiskFull) {
		t.Fatalf("saving to a full disk: %v", err)
	}
	if after := dump(t, f); after != before {
		t.Error("the failed edit left something behind")
	}
	if _, err := f.db.Exec("PRAGMA max_page_count = 100000"); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Save(ctx, e); err != nil {
		t.Errorf("saving again when there is room: %v", err)
	}
}

func TestFileMovedWhileOpen(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	f := newFile(t, s.edit)
	e := retitle(t, f, s.draft, "ny")
	away := filepath.Join(filepath.Dir(f.path), "borta")
	if err := os.Rename(f.path, away); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Save(ctx, e); !errors.Is(err, ErrMoved) {
		t.Errorf("saving to a moved file: %v", err)
	}
	if err := os.WriteFile(f.path, []byte("something else"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Save(ctx, e); !errors.Is(err, ErrMoved) {
		t.Errorf("saving to a replaced file: %v", err)
	}
	abandonConnection(t, f)
	if _, err := f.Save(ctx, e); !errors.Is(err, ErrMoved) {
		t.Errorf("connecting anew to a replaced file: %v", err)
	}
	if b, _ := os.ReadFile(f.path); string(b) != "something else" {
		t.Error("the other file was changed")
	}
	if err := os.Rename(away, f.path); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Save(ctx, e); err != nil {
		t.Errorf("saving after it was moved back: %v", err)
	}
}

// abandonConnection drops the connection, as one that cannot be used any more is.
func abandonConnection(t testing.TB, f *File) {
	t.Helper()
	c, err := f.db.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	drop(c)
}

func TestCancelledCallIsUndoneAndTheFileStaysUsable(t *testing.T) {
	s := sample(t)
	f := newFile(t, s.edit)
	before := dump(t, f)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := f.Save(ctx, retitle(t, f, s.draft, "ny")); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled save: %v", err)
	}
	if _, err := f.Check(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled check: %v", err)
	}
	if after := dump(t, f); after != before {
		t.Error("a cancelled save left something behind")
	}
	if _, err := f.Save(context.Background(), retitle(t, f, s.draft, "ny")); err != nil {
		t.Error(err)
	}
}

func TestFileInUseByAnotherProgram(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	f := newFile(t, s.edit)
	if _, err := f.db.Exec("PRAGMA busy_timeout = 10"); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", f.path+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Save(ctx, retitle(t, f, s.draft, "ny")); !errors.Is(err, ErrBusy) {
		t.Errorf("saving while another program writes: %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Save(ctx, retitle(t, f, s.draft, "ny")); err != nil {
		t.Error(err)
	}
}

func TestDriverCodesAreTranslated(t *testing.T) {
	path := filledFile(t)
	db, err := sql.Open("sqlite", "file://"+path+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("DELETE FROM roles"); !errors.Is(translate(err), ErrReadOnly) {
		t.Errorf("writing to what is read-only: %v", translate(err))
	}
	for code, want := range map[int]error{
		13: ErrDiskFull, 10: ErrIO, 10 | 3<<8: ErrIO, 1032: ErrMoved, 8: ErrReadOnly, 8 | 5<<8: ErrReadOnly, 14: ErrIO, 5: ErrBusy,
		776: ErrUnfinished, 264: ErrUnfinished, 26: ErrNotPlanFile, 19: ErrConflict, 787: ErrConflict, 1811: plan.ErrFrozen, 18: ErrTooLarge,
		7: ErrMemory, 10 | 12<<8: ErrMemory,
	} {
		if got := reasonOf(code); !errors.Is(got, want) {
			t.Errorf("code %d gives %v", code, got)
		}
	}
	var damaged *DamagedError
	if got := reasonOf(11); !errors.As(got, &damaged) {
		t.Errorf("code 11 gives %v", got)
	}
	if got := reading(fmt.Errorf("a word: %w", ErrMemory)); !errors.As(got, &damaged) {
		t.Errorf("a size that is wrong is read as %v", got)
	}
	if got := reasonOf(1); got != nil {
		t.Errorf("code 1 gives %v", got)
	}
	var e *modernc.Error
	if !errors.As(translate(fmt.Errorf("x: %w", execRaw(t, path, "nonsense"))), &e) {
		t.Error("the cause is lost")
	}
}

func TestCopyOfTheDay(t *testing.T) {
	ctx := context.Background()
	path := filledFile(t)
	o := testOptions()
	o.CopyLater = false
	for range 2 {
		f, err := Open(ctx, path, o)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.CopyProblem(); err != nil {
			t.Fatal(err)
		}
		if again, err := f.KeepCopy(ctx); err != nil || again != "" {
			t.Errorf("a second copy of the day: %q, %v", again, err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	copies, err := os.ReadDir(CopiesFolder(path))
	if err != nil || len(copies) != 1 || copies[0].Name() != "gammal 2026-11-22.ledstjarna" {
		t.Fatalf("copies: %v, %v", copies, err)
	}
	copied := filepath.Join(CopiesFolder(path), copies[0].Name())
	if got, want := contentsOf(t, copied, testOptions()), contentsOf(t, path, testOptions()); got != want {
		t.Error("the copy differs from the file")
	}
}

func TestCopyThatCannotBeKeptIsTold(t *testing.T) {
	path := filledFile(t)
	if err := os.WriteFile(CopiesFolder(path), []byte("in the way"), 0o644); err != nil {
		t.Fatal(err)
	}
	o := testOptions()
	o.CopyLater = false
	f, err := Open(context.Background(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if f.CopyProblem() == nil {
		t.Error("nothing tells that no copy was kept")
	}
}

func TestSeveralGoroutinesWaitForEachOther(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	f := newFile(t, s.edit)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			e := plan.Entry{ID: plan.NewID(), Position: i + 1, Fields: plan.NewContent(plan.Filled{plan.KeyName: plan.Text(strings.Repeat("x", i+1))})}
			if _, err := f.Save(ctx, plan.Edit{
				Changes: []plan.Change{plan.EntryChange{List: plan.ListRoles, After: &e}},
				Events:  []plan.Event{{ID: plan.NewID(), Kind: plan.EventExport, At: testDay}},
			}); err != nil {
				t.Error(err)
			}
			if _, err := f.Content(ctx, s.draft.Kind, s.draft.Latest().ID); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	r, err := f.Load(ctx)
	if err != nil || len(r.Entries(plan.ListRoles)) != 8 || len(r.Events()) != 9 {
		t.Errorf("%d roles, %d events, %v", len(r.Entries(plan.ListRoles)), len(r.Events()), err)
	}
}

func TestRebuildMendsProjections(t *testing.T) {
	ctx := context.Background()
	f := newFile(t, sample(t).edit)
	if _, err := f.db.Exec("DELETE FROM activities"); err != nil {
		t.Fatal(err)
	}
	if flaws, err := f.Check(ctx); err != nil || len(flaws) != 1 || flaws[0].Kind != FlawProjection {
		t.Fatalf("flaws %v, %v", flaws, err)
	}
	if err := f.Rebuild(ctx); err != nil {
		t.Fatal(err)
	}
	if flaws, err := f.Check(ctx); err != nil || len(flaws) != 0 {
		t.Errorf("flaws %v, %v", flaws, err)
	}
}
