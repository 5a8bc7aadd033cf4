package sqlite

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// lockAt lies beyond the lock's text, because Windows lets nobody else read a
// locked range.
const lockAt = 1 << 30

func lockFile(f *os.File) error {
	at := &windows.Overlapped{Offset: lockAt}
	err := windows.LockFileEx(windows.Handle(f.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errHeld
	}
	return err
}

// remove closes the lock and removes it. Windows refuses the removal where
// somebody else has opened it since, and then it is theirs.
func (l *lock) remove() error {
	err := l.file.Close()
	if rm := os.Remove(l.path); rm != nil && !errors.Is(rm, windows.ERROR_SHARING_VIOLATION) {
		return errors.Join(err, rm)
	}
	return err
}

// syncFolder does nothing: Windows writes a rename through by itself.
func syncFolder(string) error { return nil }

func isDiskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

func isReadOnlyDisk(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }
