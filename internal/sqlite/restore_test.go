package sqlite

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// withoutRestore is a dump without the events that tell of restorings.
func withoutRestore(dump string) string {
	var out []string
	for _, line := range strings.SplitAfter(dump, "\n") {
		if !strings.Contains(line, " restore ") {
			out = append(out, line)
		}
	}
	return strings.Join(out, "")
}

func TestRestoring(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	f := newFile(t, s.edit)
	before := dump(t, f)
	copied, err := f.KeepCopy(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Save(ctx, retitle(t, f, s.draft, "senare")); err != nil {
		t.Fatal(err)
	}
	later := dump(t, f)
	var locked *LockedError
	if _, err := Restore(ctx, f.path, copied, testOptions()); !errors.As(err, &locked) {
		t.Errorf("an open file: %v", err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	kept, err := Restore(ctx, f.path, copied, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	if got := withoutRestore(contentsOf(t, f.path, testOptions())); got != before {
		t.Error("the file does not hold what the copy does")
	}
	if got := contentsOf(t, kept, testOptions()); got != later {
		t.Error("what was there is not kept")
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(f.path), "*~$*")); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

func TestRestoringWhatIsDamaged(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	f := newFile(t, s.edit)
	good := dump(t, f)
	copied, err := f.KeepCopy(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	bytes, err := os.ReadFile(f.path)
	if err != nil {
		t.Fatal(err)
	}
	for name, broken := range map[string][]byte{"cut": bytes[:len(bytes)/2], "rubbish": []byte("något annat"), "empty": {}} {
		bad := filepath.Join(t.TempDir(), "Länet 2026-01-01.ledstjarna")
		if err := os.WriteFile(bad, broken, 0o600); err != nil {
			t.Fatal(err)
		}
		was, _ := os.ReadFile(f.path)
		if _, err := Restore(ctx, f.path, bad, testOptions()); err == nil {
			t.Errorf("%s: a damaged copy was restored", name)
		}
		if got, _ := os.ReadFile(f.path); string(got) != string(was) {
			t.Errorf("%s: the file was changed", name)
		}
		if err := os.WriteFile(f.path, broken, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(f.path+"-journal", []byte("an old journal"), 0o600); err != nil {
			t.Fatal(err)
		}
		kept, err := Restore(ctx, f.path, copied, testOptions())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := withoutRestore(contentsOf(t, f.path, testOptions())); got != good {
			t.Errorf("%s: it does not hold what the copy does", name)
		}
		if len(broken) == 0 {
			continue
		}
		if got, _ := os.ReadFile(kept); string(got) != string(broken) {
			t.Errorf("%s: what was there is not kept byte for byte in %s", name, kept)
		}
	}
	if _, err := f.Content(ctx, s.draft.Kind, "x"); err == nil {
		t.Error("a closed file answers")
	}
	if err := os.Remove(f.path); err != nil {
		t.Fatal(err)
	}
	if kept, err := Restore(ctx, f.path, copied, testOptions()); err != nil || kept != "" {
		t.Errorf("where there is no file: %q, %v", kept, err)
	}
}

func TestFlawedCopyIsNotRestored(t *testing.T) {
	ctx := context.Background()
	f := newFile(t, sample(t).edit)
	copied, err := f.KeepCopy(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := execRaw(t, copied, "UPDATE roles SET name = 'x'; UPDATE versions SET title = 'annat' WHERE draft > 0 AND id NOT IN (SELECT version FROM adoptions)"); err != nil {
		t.Fatal(err)
	}
	path := f.path
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	var flawed *BackupFlawsError
	if _, err := Restore(ctx, path, copied, testOptions()); !errors.As(err, &flawed) || len(flawed.Flaws) == 0 {
		t.Errorf("a copy whose contents were changed: %v", err)
	}
}

// A chain of events that was cut off or made anew is found by the copies.
func TestCopiesKnowTheEvents(t *testing.T) {
	ctx := context.Background()
	path := filledFile(t)
	addEvents(t, path)
	f, err := Open(ctx, path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.KeepCopy(ctx); err != nil {
		t.Fatal(err)
	}
	if flaws, err := f.Check(ctx); err != nil || len(flaws) > 0 {
		t.Fatalf("before: %v, %v", flaws, err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if err := execRaw(t, path, "DROP TRIGGER events_are_not_removed; DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)"); err != nil {
		t.Fatal(err)
	}
	if err := execRaw(t, path, triggerText(t, "events_are_not_removed")); err != nil {
		t.Fatal(err)
	}
	f, err = Open(ctx, path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	flaws, err := f.Check(ctx)
	if err != nil || !slices.ContainsFunc(flaws, func(x Flaw) bool { return x.Kind == FlawEvent && strings.Contains(x.Detail, "backup") }) {
		t.Errorf("after the end was cut off: %v, %v", flaws, err)
	}
}

// A copy that somebody has laid there is trusted no more than a file: its events may be
// a view that never ends.
func TestForeignCopyIsNotAsked(t *testing.T) {
	f := newFile(t, sample(t).edit)
	copied, err := f.KeepCopy(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	err = execRaw(t, copied, `ALTER TABLE events RENAME TO old; CREATE VIEW events AS
		WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS seq, 'x' AS hash FROM n`)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if flaws, err := f.Check(ctx); err != nil || len(flaws) > 0 {
		t.Errorf("beside a foreign copy: %v, %v", flaws, err)
	}
}

func triggerText(t *testing.T, name string) string {
	t.Helper()
	objects, err := schemaInMemory(context.Background(), migrations())
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range objects {
		if o.name == name {
			return o.text
		}
	}
	t.Fatal("no trigger " + name)
	return ""
}
