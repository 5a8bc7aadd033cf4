package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"ledstjarna/internal/plan"
)

// execRaw runs SQL on a closed plan file, as another program would.
func execRaw(t testing.TB, path, query string, args ...any) error {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	_, err = db.Exec(query, args...)
	return err
}

// foreignTo returns a plan file in which another program ran the SQL.
func foreignTo(t testing.TB, query string) []byte {
	t.Helper()
	path := filledFile(t)
	if err := execRaw(t, path, query); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestWrongFilesAreRefusedUntouched(t *testing.T) {
	foreign := func(objects ...string) func(error) bool {
		return func(err error) bool {
			var e *ForeignError
			return errors.As(err, &e) && slices.Equal(e.Objects, objects)
		}
	}
	is := func(want error) func(error) bool { return func(err error) bool { return errors.Is(err, want) } }
	sound := foreignTo(t, "SELECT 1")
	next := newest(migrations()) + 1
	cases := map[string]struct {
		bytes []byte
		is    func(error) bool
	}{
		"PDF":              {[]byte("%PDF-1.7\n" + string(bytes.Repeat([]byte("x"), 500))), is(ErrNotPlanFile)},
		"text":             {[]byte("# Kommunikationsplan\n"), is(ErrNotPlanFile)},
		"empty":            {nil, is(ErrEmpty)},
		"other database":   {otherDatabase(t), is(ErrNotPlanFile)},
		"cut header":       {sound[:64], is(ErrNotPlanFile)},
		"no schema number": {foreignTo(t, "PRAGMA user_version = 0"), is(ErrNotPlanFile)},
		"newer": {foreignTo(t, fmt.Sprintf("PRAGMA user_version = %d", next)), func(err error) bool {
			var e *NewerError
			return errors.As(err, &e) && e.Version == next && e.Known == newest(migrations())
		}},
		"trigger": {foreignTo(t, "CREATE TRIGGER spy AFTER INSERT ON roles BEGIN DELETE FROM bodies; END"), foreign("trigger spy")},
		"view":    {foreignTo(t, "CREATE VIEW v AS SELECT 1"), foreign("view v")},
		"index":   {foreignTo(t, "DROP INDEX versions_of_document"), foreign("index versions_of_document")},
		"table":   {foreignTo(t, "CREATE TABLE t (a)"), foreign("table t")},
		"disarmed": {
			foreignTo(t, "DROP TRIGGER events_are_not_changed; DROP TRIGGER adopted_contents_are_not_changed"),
			foreign("trigger adopted_contents_are_not_changed", "trigger events_are_not_changed"),
		},
		"cut in the middle": {sound[:len(sound)/2+100], func(err error) bool {
			var e *DamagedError
			return errors.As(err, &e) || errors.Is(err, ErrNotPlanFile)
		}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "fil.ledstjarna")
			if err := os.WriteFile(path, c.bytes, 0o644); err != nil {
				t.Fatal(err)
			}
			f, err := Open(context.Background(), path, testOptions())
			if err == nil {
				f.Close()
				t.Fatal("it was opened")
			}
			if !c.is(err) {
				t.Errorf("refused with %v", err)
			}
			v, err := OpenReadOnly(context.Background(), path, testOptions())
			if err == nil {
				v.Close()
				t.Fatal("it was opened for reading")
			}
			if !c.is(err) {
				t.Errorf("for reading refused with %v", err)
			}
			after, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(after, c.bytes) {
				t.Error("the file was changed")
			}
			if left, _ := os.ReadDir(dir); len(left) != 1 {
				t.Errorf("left beside it: %v", left)
			}
		})
	}
}

func otherDatabase(t testing.TB) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "other.db")
	if err := execRaw(t, path, "CREATE TABLE a (b)"); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestMissingFileAndFolder(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	if _, err := Open(ctx, filepath.Join(dir, "saknas.ledstjarna"), testOptions()); !errors.Is(err, ErrMissing) {
		t.Errorf("open a missing file: %v", err)
	}
	if _, err := Open(ctx, dir, testOptions()); !errors.Is(err, ErrNotPlanFile) {
		t.Errorf("open a folder: %v", err)
	}
	if _, err := Create(ctx, filepath.Join(dir, "x", "ny.ledstjarna"), testOptions(), plan.Edit{}); !errors.Is(err, ErrMissing) {
		t.Errorf("create in a missing folder: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left in the folder: %v", left)
	}
}

func TestCreateReplacesNothing(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	path := filepath.Join(dir, "finns.ledstjarna")
	if err := os.WriteFile(path, []byte("viktigt"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Create(ctx, path, testOptions(), plan.Edit{}); !errors.Is(err, ErrExists) {
		t.Errorf("create over a file: %v", err)
	}
	if b, _ := os.ReadFile(path); string(b) != "viktigt" {
		t.Errorf("the file now holds %q", b)
	}
	broken := plan.Edit{Changes: []plan.Change{plan.DocumentChange{Before: &plan.Document{ID: "none"}}}}
	if _, err := Create(ctx, filepath.Join(dir, "ny.ledstjarna"), testOptions(), broken); !errors.Is(err, ErrConflict) {
		t.Errorf("create with an edit that does not fit: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left in the folder: %v", left)
	}
}
