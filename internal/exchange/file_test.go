package exchange

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestWriteFileIsWholeOrNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "plan.pdf")
	put := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
	broken := errors.New("broken")
	half := func(w io.Writer) error { _ = put("half")(w); return broken }
	if err := WriteFile(path, false, half); !errors.Is(err, broken) {
		t.Errorf("a writer that fails: %v", err)
	}
	if list, err := os.ReadDir(dir); err != nil || len(list) != 0 {
		t.Errorf("something is left of a file that failed: %v %v", list, err)
	}
	if err := WriteFile(path, false, put("one")); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(path, false, put("two")); !errors.Is(err, ErrExists) {
		t.Errorf("writing over a file: %v, want ErrExists", err)
	}
	if err := WriteFile(path, true, half); !errors.Is(err, broken) {
		t.Errorf("replacing by a writer that fails: %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "one" {
		t.Errorf("the file holds %q, %v; want one", got, err)
	}
	if err := WriteFile(path, true, put("two")); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "two" {
		t.Errorf("the file holds %q, %v; want two", got, err)
	}
	if err := WriteFile(filepath.Join(dir, "no", "plan.pdf"), false, put("x")); err == nil {
		t.Error("writing into a folder that is not there succeeded")
	}
}
