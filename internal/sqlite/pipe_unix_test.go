//go:build unix

package sqlite

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// What is no file is refused in words, however it is to be used. Nobody writes into the
// pipe, so whoever opened it would wait for ever.
func TestAPipeOrDeviceIsRefused(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	pipe, link := filepath.Join(dir, "rör"+Extension), filepath.Join(dir, "länk"+Extension)
	if err := unix.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(pipe, link); err != nil {
		t.Fatal(err)
	}
	sound := filledFile(t)
	for name, use := range map[string]func(path string) error{
		"open":      func(path string) error { _, err := Open(ctx, path, testOptions()); return err },
		"take over": func(path string) error { _, err := TakeOver(ctx, path, testOptions()); return err },
		"read":      func(path string) error { _, err := OpenReadOnly(ctx, path, testOptions()); return err },
		"check":     func(path string) error { return CheckBackup(ctx, path, testOptions()) },
		"restore":   func(path string) error { _, err := Restore(ctx, sound, path, testOptions()); return err },
		"salvage": func(path string) error {
			_, err := Salvage(ctx, path, Rescue{Out: filepath.Join(dir, "ut"+Extension)}, testOptions())
			return err
		},
	} {
		for _, path := range []string{pipe, link, "/dev/zero", dir} {
			if err := use(path); !hasWords(err) {
				t.Errorf("%s %s: %v", name, path, err)
			}
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 2 {
		t.Errorf("left are %v, %v", left, err)
	}
}
