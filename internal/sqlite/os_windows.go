package sqlite

import (
	"errors"
	"os"
	"slices"

	"golang.org/x/sys/windows"
)

// lockAt lies beyond the lock's text, because Windows lets nobody else read a
// locked range.
const lockAt = 1 << 30

// noFollow is for systems on which anybody can make links.
const noFollow = 0

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

// isDiskError reports whether a disk or a share fails.
func isDiskError(err error) bool {
	return slices.ContainsFunc([]error{
		windows.ERROR_IO_DEVICE, windows.ERROR_CRC, windows.ERROR_NOT_READY, windows.ERROR_WRITE_FAULT,
		windows.ERROR_READ_FAULT, windows.ERROR_GEN_FAILURE, windows.ERROR_DEVICE_NOT_CONNECTED,
		windows.ERROR_NETNAME_DELETED, windows.ERROR_BAD_NETPATH, windows.ERROR_UNEXP_NET_ERR, windows.ERROR_SEM_TIMEOUT,
	}, func(e error) bool { return errors.Is(err, e) })
}

func isReadOnlyDisk(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }
