package exchange

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestAFolderIsWrittenWholeOrNotAtAll(t *testing.T) {
	base := t.TempDir()
	path := filepath.Join(base, "2026-12-03_AU_Handlingar")
	put := func(name string) func(string) error {
		return func(dir string) error { return os.WriteFile(filepath.Join(dir, name), []byte(name), 0o600) }
	}
	names := func(dir string) []string {
		t.Helper()
		all, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, e := range all {
			out = append(out, e.Name())
		}
		return out
	}
	broken := errors.New("broken")
	if err := WriteFolder(path, false, func(dir string) error { return errors.Join(put("a.pdf")(dir), broken) }); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
	if left := names(base); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	if err := WriteFolder(path, false, put("a.pdf")); err != nil {
		t.Fatal(err)
	}
	if err := WriteFolder(path, false, put("b.pdf")); !errors.Is(err, ErrExists) {
		t.Errorf("over a folder: %v", err)
	}
	if err := WriteFolder(path, true, func(string) error { return broken }); !errors.Is(err, broken) || names(path)[0] != "a.pdf" {
		t.Errorf("what was there is gone: %v", err)
	}
	if err := WriteFolder(path, true, put("b.pdf")); err != nil {
		t.Fatal(err)
	}
	if got := names(path); len(got) != 1 || got[0] != "b.pdf" {
		t.Errorf("in the folder: %v", got)
	}
	if got := names(base); len(got) != 1 {
		t.Errorf("beside the folder: %v", got)
	}
	file := filepath.Join(base, "fil")
	if err := put("fil")(base); err != nil {
		t.Fatal(err)
	}
	if err := WriteFolder(file, true, put("c.pdf")); !errors.Is(err, ErrExists) {
		t.Errorf("over a file: %v", err)
	}
}
