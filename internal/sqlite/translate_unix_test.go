//go:build !windows

package sqlite

import (
	"errors"
	"fmt"
	"os"
	"syscall"
	"testing"
)

func TestErrorsOfTheSystemHaveWords(t *testing.T) {
	for code, want := range map[syscall.Errno]error{
		syscall.EIO: ErrIO, syscall.ENOSPC: ErrDiskFull, syscall.EACCES: ErrReadOnly, syscall.ENOENT: ErrMissing,
	} {
		for _, err := range []error{
			&os.PathError{Op: "sync", Path: "x", Err: code}, &os.LinkError{Op: "rename", Old: "x", New: "y", Err: code},
		} {
			if got := translate(fmt.Errorf("keep a copy: %w", err)); !errors.Is(got, want) || !errors.Is(got, err) {
				t.Errorf("%v gives %v", err, got)
			}
		}
	}
	if got := translate(ErrMoved); got.Error() != ErrMoved.Error() {
		t.Errorf("what has words is changed to %v", got)
	}
}
