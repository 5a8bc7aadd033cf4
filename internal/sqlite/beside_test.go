package sqlite

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ledstjarna/internal/plan"
)

// victim is a file of a person that has nothing to do with plans.
func victim(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "viktigt.txt")
	if err := os.WriteFile(path, []byte("mitt"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func untouched(t *testing.T, path string) {
	t.Helper()
	if b, err := os.ReadFile(path); err != nil || string(b) != "mitt" {
		t.Errorf("the person's file holds %q, %v", b, err)
	}
}

// refusedBeside opens the file in every way there is and wants each to tell what lies
// beside it, at once and without any harm.
func refusedBeside(t *testing.T, path, beside string) {
	t.Helper()
	for name, open := range map[string]func(context.Context, string, Options) (*File, error){"Open": Open, "OpenReadOnly": OpenReadOnly, "TakeOver": TakeOver} {
		ctx, stop := context.WithTimeout(context.Background(), time.Minute)
		f, err := open(ctx, path, testOptions())
		stop()
		var e *BesideError
		if !errors.As(err, &e) || filepath.Base(e.Path) != beside {
			t.Errorf("%s: %v", name, err)
		}
		if f != nil {
			f.Close()
		}
	}
}

// hotJournal is the journal of a writing that was cut off, which names another
// journal. SQLite, when it takes the writing back, reads the file of that name.
func hotJournal(t testing.TB, named string) []byte {
	t.Helper()
	b := make([]byte, 512)
	binary.BigEndian.PutUint64(b, journalMagic)
	binary.BigEndian.PutUint32(b[20:], 512)  // bytes of a sector
	binary.BigEndian.PutUint32(b[24:], 4096) // and of a page
	binary.BigEndian.PutUint32(b[16:], 1)    // pages of the database before
	sum := uint32(0)
	for _, c := range []byte(named) {
		sum += uint32(int8(c))
	}
	b = binary.BigEndian.AppendUint32(b, 1<<30/4096+1)
	b = append(b, named...)
	b = binary.BigEndian.AppendUint32(b, uint32(len(named)))
	b = binary.BigEndian.AppendUint32(b, sum)
	return binary.BigEndian.AppendUint64(b, journalMagic)
}

func TestAJournalCannotRemoveAFile(t *testing.T) {
	path, mine := filledFile(t), victim(t)
	if err := os.WriteFile(path+"-journal", hotJournal(t, mine), 0o600); err != nil {
		t.Fatal(err)
	}
	refusedBeside(t, path, filepath.Base(path)+"-journal")
	untouched(t, mine)
}

func TestLinksBesideAFileAreNotFollowed(t *testing.T) {
	for _, ending := range []string{"-journal", "-wal", "-shm"} {
		path, mine := filledFile(t), victim(t)
		if err := os.Symlink(mine, path+ending); err != nil {
			t.Fatal(err)
		}
		refusedBeside(t, path, filepath.Base(path)+ending)
		untouched(t, mine)
	}
}

func TestALockIsNotWrittenThroughALink(t *testing.T) {
	path, mine := filledFile(t), victim(t)
	if err := os.Symlink(mine, lockPath(path)); err != nil {
		t.Fatal(err)
	}
	for name, open := range map[string]func(context.Context, string, Options) (*File, error){"Open": Open, "TakeOver": TakeOver} {
		if _, err := open(context.Background(), path, testOptions()); !errors.As(err, new(*BesideError)) {
			t.Errorf("%s: %v", name, err)
		}
	}
	untouched(t, mine)
}

func TestAFileIsHadBackDespiteWhatLiesBesideIt(t *testing.T) {
	path, mine := filledFile(t), victim(t)
	copied := filepath.Join(t.TempDir(), "kopia"+Extension)
	if err := os.WriteFile(copied, foreignTo(t, "SELECT 1"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(mine, path+"-journal"); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(context.Background(), path, copied, testOptions()); err != nil {
		t.Fatal(err)
	}
	untouched(t, mine)
	contentsOf(t, path, testOptions())
}

// forged is a plan file into which somebody has written what its triggers refuse, and
// then put them back.
func forged(t *testing.T, query string) string {
	t.Helper()
	path := filledFile(t)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	var drop, again string
	err = db.QueryRow("SELECT group_concat('DROP TRIGGER ' || name, ';'), group_concat(sql, ';') FROM sqlite_schema WHERE type = 'trigger'").
		Scan(&drop, &again)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{drop, "PRAGMA ignore_check_constraints = 1; " + query, again} {
		if _, err := db.Exec(q); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

func TestUnsoundRegistersAreDamage(t *testing.T) {
	for _, query := range []string{
		"UPDATE documents SET kind = 'virus'", "UPDATE documents SET rule = 'R9'", "UPDATE documents SET id = id || ' b'; UPDATE versions SET document = document || ' b'",
		"UPDATE versions SET major = -5", "UPDATE versions SET stage = 'x'",
		"INSERT INTO relations SELECT 'owns', id, id FROM documents", "INSERT INTO relations SELECT 'governs', id, id FROM documents",
	} {
		f, err := Open(context.Background(), forged(t, query), testOptions())
		if err != nil {
			t.Fatal(err)
		}
		if _, err = f.Load(context.Background()); !errors.As(err, new(*DamagedError)) {
			t.Errorf("%s: %v", query, err)
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestRowsWithoutEndAreRefused(t *testing.T) {
	f := newFile(t, plan.Edit{})
	path := f.path
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	err := execRaw(t, path, `INSERT INTO roles (id, position) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= 10000) SELECT 'r' || i, i FROM n`)
	if err != nil {
		t.Fatal(err)
	}
	f, err = Open(context.Background(), path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.Load(context.Background()); !errors.Is(err, ErrTooMany) {
		t.Errorf("10,001 roles: %v", err)
	}
}
