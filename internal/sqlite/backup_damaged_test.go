package sqlite

import (
	"context"
	"errors"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
)

// A damaged file takes the place of no sound copy, however many days it is used.
func TestADamagedFileReplacesNoCopy(t *testing.T) {
	ctx, path := context.Background(), filledFile(t)
	day := testDay
	o := testOptions()
	o.Now = func() time.Time { return day }
	keep := func() error {
		t.Helper()
		f, err := Open(ctx, path, o)
		if err != nil {
			t.Fatal(err)
		}
		_, kept := f.KeepCopy(ctx)
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		return kept
	}
	for range 5 {
		if err := keep(); err != nil {
			t.Fatal(err)
		}
		day = day.AddDate(0, 0, 1)
	}
	want, err := Backups(path)
	if err != nil || len(want) != 5 {
		t.Fatal(want, err)
	}
	if err := execRaw(t, path, "UPDATE contents SET json = CAST('{\"title\":\"x\"}' AS BLOB) WHERE version NOT IN (SELECT version FROM adoptions)"); err != nil {
		t.Fatal(err)
	}
	for range 40 {
		var flawed *BackupFlawsError
		if err := keep(); !errors.As(err, &flawed) || flawed.FlawCount() == 0 {
			t.Fatalf("a copy of a damaged file is kept: %v", err)
		}
		day = day.AddDate(0, 0, 1)
	}
	got, err := Backups(path)
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("the copies are others: %v\n%s", err, diff)
	}
	for _, b := range got {
		if err := CheckBackup(ctx, b.Path, o); err != nil {
			t.Error(err)
		}
	}
	if all, err := os.ReadDir(CopiesFolder(path)); err != nil || len(all) != 5 {
		t.Errorf("in the folder are %v, %v", all, err)
	}
	// What a person asks for is kept all the same: it is all there is.
	f, err := Open(ctx, path, o)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.KeepCopyBefore(ctx, plan.CopyByHand); err != nil {
		t.Error(err)
	}
}
