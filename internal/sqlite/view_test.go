package sqlite

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"ledstjarna/internal/plan"
)

// viewOf opens the file for reading only and closes it with the test.
func viewOf(t testing.TB, path string, o Options) *File {
	t.Helper()
	f, err := OpenReadOnly(context.Background(), path, o)
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

func TestReadingBesideAWriter(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	f := newFile(t, s.edit)
	v := viewOf(t, f.path, testOptions())
	if got, want := dump(t, v), dump(t, f); got != want {
		t.Error("the reader sees something else than the writer")
	}
	if !v.ReadOnly() || f.ReadOnly() {
		t.Error("who reads only does not say so")
	}
	if _, err := v.Save(ctx, retitle(t, v, s.draft, "nej")); !errors.Is(err, ErrViewOnly) {
		t.Errorf("the reader saves: %v", err)
	}
	if changed, err := v.Standing(ctx); changed || err != nil {
		t.Errorf("before any change: %v, %v", changed, err)
	}
	if _, err := f.Save(ctx, retitle(t, f, s.draft, "ny")); err != nil {
		t.Fatalf("the writer beside a reader: %v", err)
	}
	if changed, err := v.Standing(ctx); !changed || err != nil {
		t.Errorf("after the writer's change: %v, %v", changed, err)
	}
	if got, want := dump(t, v), dump(t, f); got != want {
		t.Error("the reader does not see the change")
	}
	if changed, err := v.Standing(ctx); changed || err != nil {
		t.Errorf("after loading anew: %v, %v", changed, err)
	}
	if changed, err := f.Standing(ctx); changed || err != nil {
		t.Errorf("the writer's own changes: %v, %v", changed, err)
	}
}

func TestReadingLeavesNoTrace(t *testing.T) {
	path := filledFile(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	v, err := OpenReadOnly(context.Background(), path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	dump(t, v)
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("beside the file while it is read: %v", left)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Error("reading changed the file")
	}
}

func TestOldFileIsReadFromACopy(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	path := filledFile(t)
	want := contentsOf(t, path, testOptions())
	before, _ := os.ReadFile(path)
	o := testOptions()
	o.migrations = oneMore(t, anotherMigration)
	v, err := OpenReadOnly(context.Background(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	if got := dump(t, v); got != want {
		t.Error("the migrated copy holds something else")
	}
	if _, err := v.Save(context.Background(), plan.Edit{Events: []plan.Event{{ID: "x"}}}); !errors.Is(err, ErrViewOnly) {
		t.Errorf("saving to the copy: %v", err)
	}
	aside := v.aside
	if info, err := os.Stat(aside); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the copy's folder: %v, %v", info, err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(aside); !os.IsNotExist(err) {
		t.Errorf("the copy is left: %v", err)
	}
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Error("reading changed the file")
	}
}

// A writing that was cut off leaves a journal that only somebody who may write can
// roll back.
func TestReadingAfterAWritingThatWasCutOff(t *testing.T) {
	path := filledFile(t)
	copied := filepath.Join(t.TempDir(), filepath.Base(path))
	f, err := Open(context.Background(), path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	tx, err := f.db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()                                         //nolint:errcheck // nothing is to be kept
	if _, err := tx.Exec("PRAGMA cache_size = 1"); err != nil { // so that it is written before it is complete
		t.Fatal(err)
	}
	if _, err := tx.Exec("INSERT INTO files (sha256, type, size) VALUES (?, 'pdf', 9000000)", hashOf([]byte("x"))); err != nil {
		t.Fatal(err)
	}
	for i := range 4 {
		_, err := tx.Exec("INSERT INTO chunks (file, place, bytes) VALUES (?, ?, zeroblob(4000000))", hashOf([]byte("x")), i)
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, end := range []string{"", "-journal"} { // as the power would leave them
		b, err := os.ReadFile(path + end)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(copied+end, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := OpenReadOnly(context.Background(), copied, testOptions()); !errors.Is(err, ErrUnfinished) {
		t.Errorf("opening for reading: %v", err)
	}
	contentsOf(t, copied, testOptions())
	viewOf(t, copied, testOptions())
}

func TestTakingAFileOver(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	first := newFile(t, s.edit)
	o := testOptions()
	o.Owner = "Bo"
	second, err := TakeOver(ctx, first.path, o)
	if err != nil {
		t.Fatal(err)
	}
	var lost *LostError
	if _, err := first.Save(ctx, retitle(t, first, s.draft, "den förstas")); !errors.As(err, &lost) || lost.Owner != "Bo" {
		t.Errorf("who has lost the file saves: %v", err)
	}
	if _, err := first.Standing(ctx); !errors.As(err, &lost) {
		t.Errorf("who has lost the file learns: %v", err)
	}
	if _, err := second.Save(ctx, retitle(t, second, s.draft, "den andras")); err != nil {
		t.Fatal(err)
	}
	var locked *LockedError
	if _, err := Open(ctx, first.path, testOptions()); !errors.As(err, &locked) || locked.Owner != "Bo" {
		t.Errorf("a third is told: %v", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := second.Standing(ctx); err != nil { // takes what the first has let go
		t.Fatal(err)
	}
	if _, err := Open(ctx, first.path, testOptions()); !errors.As(err, &locked) || locked.Owner != "Bo" {
		t.Errorf("a third, after the first has closed: %v", err)
	}
	if err := second.Close(); err != nil {
		t.Fatal(err)
	}
	contentsOf(t, first.path, testOptions())
	if left, _ := os.ReadDir(filepath.Dir(first.path)); len(left) != 1 {
		t.Errorf("left beside the file: %v", left)
	}
}

func TestLockThatWasSweptAwayIsMadeAnew(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	f := newFile(t, s.edit)
	if err := os.Remove(lockPath(f.path)); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Save(ctx, retitle(t, f, s.draft, "ny")); err != nil {
		t.Fatal(err)
	}
	var locked *LockedError
	if _, err := Open(ctx, f.path, testOptions()); !errors.As(err, &locked) || locked.Owner != "Åsa Öberg" {
		t.Errorf("a second opener is told: %v", err)
	}
}

// Whoever takes over a lock that was swept away and made by somebody else in
// between has it; the first learns so.
func TestLockThatWasSweptAwayAndTaken(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	f := newFile(t, s.edit)
	if err := os.Remove(lockPath(f.path)); err != nil {
		t.Fatal(err)
	}
	o := testOptions()
	o.Owner = "Bo"
	other, err := Open(ctx, f.path, o)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	var lost *LostError
	if _, err := f.Save(ctx, retitle(t, f, s.draft, "ny")); !errors.As(err, &lost) || lost.Owner != "Bo" {
		t.Errorf("the first saves: %v", err)
	}
}
