//go:build unix

package sqlite

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"

	"ledstjarna/internal/plan"
)

// A new file has the permissions that other programs' have; a copy never more than the
// file that it is of, and not less, so that whoever shares the file can restore it.
func TestPermissions(t *testing.T) {
	for _, x := range []struct {
		mask                   int
		made, changed, copies  os.FileMode
		folder, restored, gone os.FileMode
	}{
		{0o022, 0o644, 0o644, 0o644, 0o755, 0o644, 0o644},
		{0o077, 0o600, 0o600, 0o600, 0o700, 0o600, 0o600},
		{0o002, 0o664, 0o640, 0o640, 0o750, 0o640, 0o640},
	} {
		old := unix.Umask(x.mask)
		t.Cleanup(func() { unix.Umask(old) })
		dir := t.TempDir()
		path := filepath.Join(dir, "Länet"+Extension)
		mode := func(name string, want os.FileMode) {
			t.Helper()
			if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
				t.Errorf("umask %03o: %s has %v, not %v, %v", x.mask, filepath.Base(name), info.Mode().Perm(), want, err)
			}
		}
		f, err := Create(context.Background(), path, testOptions(), sample(t).edit)
		if err != nil {
			t.Fatal(err)
		}
		mode(path, x.made)
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, x.changed); err != nil {
			t.Fatal(err)
		}
		if f, err = Open(context.Background(), path, testOptions()); err != nil {
			t.Fatal(err)
		}
		kept, err := f.KeepCopyBefore(context.Background(), plan.CopyByHand)
		if err != nil {
			t.Fatal(err)
		}
		given := filepath.Join(dir, "kopia"+Extension)
		if err := f.CopyTo(context.Background(), given); err != nil {
			t.Fatal(err)
		}
		mode(kept, x.copies)
		mode(given, x.copies)
		mode(CopiesFolder(path), x.folder)
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := Restore(context.Background(), path, kept, testOptions()); err != nil {
			t.Fatal(err)
		}
		mode(path, x.restored)
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		if _, err := Restore(context.Background(), path, kept, testOptions()); err != nil {
			t.Fatal(err)
		}
		mode(path, x.gone)
		unix.Umask(old)
	}
}
