//go:build unix

package exchange

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// Nobody writes into the pipe, so whoever opened it would wait for ever.
func TestWhatIsNoFileIsNotWaitedFor(t *testing.T) {
	dir := t.TempDir()
	pipe, link, socket := filepath.Join(dir, "rör"), filepath.Join(dir, "länk"), filepath.Join(dir, "s")
	if err := unix.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(pipe, link); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for _, path := range []string{pipe, link, socket, "/dev/zero", dir} {
		if f, err := OpenFile(path); f != nil || !errors.Is(err, ErrNotFile) {
			t.Errorf("%s: %v", path, err)
		}
	}
}
