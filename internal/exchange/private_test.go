package exchange

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// While a file or folder is being written it is its owner's alone, and afterwards as
// others are, or as what stood there was.
func TestWhatIsBeingWrittenIsPrivate(t *testing.T) {
	dir := t.TempDir()
	part := func(want os.FileMode) {
		t.Helper()
		parts, err := filepath.Glob(filepath.Join(dir, partName+"*"))
		if err != nil || len(parts) != 1 {
			t.Fatalf("parts %v, %v", parts, err)
		}
		if info, err := os.Stat(parts[0]); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has mode %v, %v", parts[0], info.Mode(), err)
		}
	}
	mode := func(name string, want os.FileMode) {
		t.Helper()
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has mode %v, %v", name, info.Mode(), err)
		}
	}
	put := func(w io.Writer) error { part(0o600); _, err := io.WriteString(w, "x"); return err }
	file := filepath.Join(dir, "ny.pdf")
	if err := WriteFile(file, false, put); err != nil {
		t.Fatal(err)
	}
	mode("ny.pdf", 0o644)
	if err := os.Chmod(file, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(file, true, put); err != nil {
		t.Fatal(err)
	}
	mode("ny.pdf", 0o600)
	if err := WriteFolder(filepath.Join(dir, "mapp"), false, func(string) error { part(0o700); return nil }); err != nil {
		t.Fatal(err)
	}
	mode("mapp", 0o755)
}

// What programs that were killed have left goes away at the next writing, but not what
// another program may still be writing, nor anything else.
func TestOldPartsAreSwept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Plan [2026*")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-2 * left)
	for _, name := range []string{partName + "1", partName + "2", "gammal.pdf"} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if name == partName+"2" {
			continue
		}
		if err := os.Chtimes(path, old, old); err != nil {
			t.Fatal(err)
		}
	}
	if err := WriteFile(filepath.Join(dir, "ny.pdf"), false, func(io.Writer) error { return nil }); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if got := strings.Join(names, " "); got != partName+"2 gammal.pdf ny.pdf" {
		t.Errorf("there is %s", got)
	}
}

func TestOnlyFilesAreReadAndReplaced(t *testing.T) {
	dir := t.TempDir()
	if b, err := Previous(filepath.Join(dir, "ingen.ics")); b != nil || err != nil {
		t.Errorf("no file: %d bytes, %v", len(b), err)
	}
	for _, path := range []string{dir, os.DevNull} {
		if _, err := Previous(path); !errors.Is(err, ErrNotFile) {
			t.Errorf("reading %s: %v", path, err)
		}
		if err := WriteFile(path, true, func(io.Writer) error { return nil }); !errors.Is(err, ErrNotFile) {
			t.Errorf("writing %s: %v", path, err)
		}
	}
	large := filepath.Join(dir, "stor.ics")
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, 1<<40); err != nil {
		t.Fatal(err)
	}
	if b, err := Previous(large); err != nil || len(b) != mostCalendar+1 {
		t.Errorf("a file of a terabyte: %d bytes, %v", len(b), err)
	}
}

func TestRowsWithoutEndAreTooLong(t *testing.T) {
	for name, text := range map[string]string{
		"columns": "a;" + strings.Repeat("1;", 1<<20),
		"groups":  "Ale," + strings.Repeat("111,", 1<<19) + "x",
		"rows":    strings.Repeat("Ale\t1\n", maxSheetRows+2),
	} {
		began := time.Now()
		if _, err := ReadMembers(text); !errors.Is(err, ErrTooLong) {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%s took %s", name, took)
		}
	}
}
