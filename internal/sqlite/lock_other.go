package sqlite

import (
	"errors"
	"io/fs"
	"os"
)

// othersLock tells why a lock could not be opened to be changed: a *LockedError where
// another user of this computer holds it, an *OthersLockError where one has left it and it
// cannot be removed. It returns nil where it was removed, and otherwise the cause. Only
// one that was made on the machine is removed; "" for none.
func othersLock(name, machine string, cause error) error {
	if !errors.Is(cause, fs.ErrPermission) {
		return cause
	}
	if _, err := os.Lstat(name); err != nil {
		return cause // it is the folder that cannot be written
	}
	f, err := openLock(name, os.O_RDONLY)
	if err != nil {
		return &OthersLockError{Path: name}
	}
	defer f.Close()
	if err := lockFile(f); err != nil {
		if errors.Is(err, errHeld) {
			return refusal(f, err)
		}
		return cause
	}
	h, err := readHolder(f)
	switch {
	case machine == "":
	case err == nil && h.Machine != machine:
		return lockedBy(h, name, true)
	case os.Remove(name) == nil: // while it is held, so that nobody else has taken it
		return nil
	}
	return &OthersLockError{Owner: h.Owner, Path: name}
}
