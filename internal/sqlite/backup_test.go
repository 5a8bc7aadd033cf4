package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"ledstjarna/internal/plan"
)

// backupsOn returns copies of the days, the latest first.
func backupsOn(size int64, days ...string) []plan.Backup {
	var out []plan.Backup
	for _, d := range days {
		t, err := time.ParseInLocation(time.DateOnly, d, time.Local)
		if err != nil {
			panic(err)
		}
		out = append(out, plan.Backup{Path: d, Time: t, Size: size})
	}
	return out
}

func TestWhichCopiesAreKept(t *testing.T) {
	day := time.Date(2026, 11, 24, 0, 0, 0, 0, time.Local)
	var all []plan.Backup
	for i := range 500 {
		all = append(all, plan.Backup{Path: fmt.Sprint(i), Time: day.AddDate(0, 0, -i), Size: 1 << 20})
	}
	gone := dispensable(all, sizeBudget)
	kept := slices.DeleteFunc(slices.Clone(all), func(b plan.Backup) bool { return slices.Contains(gone, b) })
	if len(kept) < dailyKept+weeklyKept-3 || len(kept) > dailyKept+weeklyKept+monthlyKept {
		t.Errorf("%d are kept", len(kept))
	}
	for i := range dailyKept {
		if !slices.Contains(kept, all[i]) {
			t.Errorf("the copy of %d days ago is not kept", i)
		}
	}
	if age := day.Sub(kept[len(kept)-1].Time).Hours() / 24; age < 230 || age > 290 {
		t.Errorf("the oldest one is %v days old", age)
	}
	// Kept again, nothing more goes.
	if more := dispensable(kept, sizeBudget); len(more) > 0 {
		t.Errorf("the second time %d more go", len(more))
	}
	// Day by day, as it happens.
	var have []plan.Backup
	for i := range 400 {
		have = slices.Insert(have, 0, plan.Backup{Path: fmt.Sprint("d", i), Time: day.AddDate(0, 0, i), Size: 1})
		for _, b := range dispensable(have, sizeBudget) {
			have = slices.DeleteFunc(have, func(x plan.Backup) bool { return x == b })
		}
	}
	if len(have) < 24 || len(have) > 31 {
		t.Errorf("after 400 days there are %d", len(have))
	}
	large := backupsOn(1<<30, "2026-11-24", "2026-11-23", "2026-11-22", "2026-11-21", "2026-11-20")
	if gone := dispensable(large, sizeBudget); len(gone) != 2 || gone[0].Path != "2026-11-21" {
		t.Errorf("over the budget %v go", gone)
	}
	mixed := backupsOn(1<<29, "2026-11-24", "2026-11-23", "2026-11-22", "2026-11-21", "2026-11-20", "2026-11-19")
	mixed[3].Size, mixed[4].Size = 1<<30, 1 // the oldest go first, also those that would fit
	if gone := dispensable(mixed, sizeBudget); len(gone) != 3 || gone[0].Path != "2026-11-21" {
		t.Errorf("beside a large one %v go", gone)
	}
	if gone := dispensable(nil, sizeBudget); len(gone) != 0 {
		t.Error("of none some go")
	}
	reasons := backupsOn(1, "2026-11-24", "2026-11-24", "2026-11-24", "2026-11-24", "2026-11-01", "2026-11-01")
	for i := range reasons {
		reasons[i].Path, reasons[i].Reason = fmt.Sprint(i), plan.BeforeImport
	}
	if gone := dispensable(reasons, sizeBudget); len(gone) != 1 || gone[0].Path != "5" {
		t.Errorf("of those before imports %v go", gone)
	}
}

func TestCopiesAreListedAndOthersNot(t *testing.T) {
	ctx := context.Background()
	f := newFile(t, sample(t).edit)
	for _, why := range []plan.CopyReason{plan.CopyOfDay, plan.BeforeImport, plan.CopyByHand} {
		if _, err := f.keep(ctx, why); err != nil {
			t.Fatal(err)
		}
	}
	dir := CopiesFolder(f.path)
	good, err := os.ReadFile(f.path)
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{
		"Länet 2026-01-05 schema 3.ledstjarna": good, "annan 2026-01-05.ledstjarna": good, "Länet 2026-13-05.ledstjarna": good,
		"Länet 2026-01-06.ledstjarna": []byte("rubbish"), "anteckning.txt": []byte("x"), "~$part x": good, "Länet 2026-01-07 120000 okänd.ledstjarna": good,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	all, err := Backups(f.path)
	if err != nil {
		t.Fatal(err)
	}
	var got []plan.CopyReason
	for _, b := range all {
		if got = append(got, b.Reason); b.Size == 0 {
			t.Errorf("%s has no size", b.Path)
		}
	}
	if want := []plan.CopyReason{plan.CopyByHand, plan.BeforeImport, plan.CopyOfDay, plan.BeforeMigrate}; !slices.Equal(got, want) {
		t.Errorf("listed %v", got)
	}
	if all, err := Backups(filepath.Join(t.TempDir(), "ny.ledstjarna")); err != nil || len(all) > 0 {
		t.Errorf("of a file without copies: %v, %v", all, err)
	}
	if _, err := f.keep(ctx, plan.BeforeRestore); err != nil {
		t.Fatal(err)
	}
	if parts, _ := filepath.Glob(filepath.Join(dir, "~$part*")); len(parts) > 0 {
		t.Errorf("parts are left: %v", parts)
	}
}

func TestCopyElsewhere(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	f := newFile(t, s.edit)
	want := dump(t, f)
	to := filepath.Join(t.TempDir(), "kopia.ledstjarna")
	if err := os.Remove(f.path); err != nil { // also of a file that was deleted while it was open
		t.Fatal(err)
	}
	if err := f.CopyTo(ctx, to); err != nil {
		t.Fatal(err)
	}
	if got := contentsOf(t, to, testOptions()); got != want {
		t.Error("the copy holds something else")
	}
	if err := f.CopyTo(ctx, to); !errors.Is(err, ErrExists) {
		t.Errorf("over a file: %v", err)
	}
}

// Another file of the same schema may be put in the place of one that was migrated the
// same day.
func TestEveryMigrationKeepsACopy(t *testing.T) {
	path := storedCopy(t, 1)
	old, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		if err := os.WriteFile(path, old, 0o644); err != nil {
			t.Fatal(err)
		}
		contentsOf(t, path, testOptions())
		all, err := Backups(path)
		if err != nil || len(all) != i+1 || slices.ContainsFunc(all, func(b plan.Backup) bool { return b.Reason != plan.BeforeMigrate }) {
			t.Fatalf("after %d migrations: %v, %v", i+1, all, err)
		}
	}
}
