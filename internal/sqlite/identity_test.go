package sqlite

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"ledstjarna/internal/plan"
)

// A file keeps what tells it from others when it is opened again, moved or
// copied, and no two new files have the same.
func TestIdentityOfAFile(t *testing.T) {
	origin := func(path string) plan.ID {
		t.Helper()
		f, err := Open(context.Background(), path, testOptions())
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		r, err := f.Load(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return r.Origin()
	}
	one, other := filledFile(t), filledFile(t)
	id := origin(one)
	if len(id) != 16 || origin(one) != id || origin(other) == id {
		t.Errorf("the files are %s, then %s, and %s", id, origin(one), origin(other))
	}
	moved := filepath.Join(t.TempDir(), "flyttad"+Extension)
	if err := os.Rename(one, moved); err != nil {
		t.Fatal(err)
	}
	if got := origin(moved); got != id {
		t.Errorf("moved, %s is %s", id, got)
	}
}
