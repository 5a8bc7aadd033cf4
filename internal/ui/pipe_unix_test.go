//go:build unix

package ui

import (
	"errors"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// Nobody writes into the pipe, so whoever opened it would wait for ever.
func TestAPipeIsNeitherOpenedNorAttached(t *testing.T) {
	a := window(t)
	pipe := filepath.Join(t.TempDir(), "rör.ledstjarna")
	if err := unix.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	var told unreadable
	if o, err := examined(pipe); o.file != nil || !errors.As(err, &told) {
		t.Errorf("attached: %v", err)
	}
	a.openFile(pipe)
	if a.file != nil {
		t.Error("it is open")
	}
}
