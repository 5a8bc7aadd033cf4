//go:build !windows

package sqlite

import (
	"errors"
	"os"
	"slices"

	"golang.org/x/sys/unix"
)

// noFollow refuses a link that has come since it was looked for, and never waits.
const noFollow = unix.O_NOFOLLOW | unix.O_NONBLOCK

func lockFile(f *os.File) error {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return errHeld
	}
	return err
}

// remove removes the lock while it is still held, so that nobody can take a
// lock that is about to vanish: whoever opened it before finds it gone.
func (l *lock) remove() error {
	return errors.Join(os.Remove(l.path), l.file.Close())
}

// syncFolder makes a rename in the folder last through a loss of power.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

func isDiskFull(err error) bool { return errors.Is(err, unix.ENOSPC) || errors.Is(err, unix.EDQUOT) }

// isDiskError reports whether a disk or a share fails, or cannot hold so large a file.
func isDiskError(err error) bool {
	return slices.ContainsFunc([]error{unix.EIO, unix.ENXIO, unix.ENODEV, unix.ESTALE, unix.ETIMEDOUT, unix.EFBIG},
		func(e error) bool { return errors.Is(err, e) })
}

func isReadOnlyDisk(err error) bool { return errors.Is(err, unix.EROFS) }
