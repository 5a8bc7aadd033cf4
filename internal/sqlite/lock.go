package sqlite

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// holder is what a lock says about who holds it.
type holder struct {
	Owner   string    `json:"owner"`
	Machine string    `json:"machine"`
	Since   time.Time `json:"since"`
	Process int       `json:"process"`
	App     string    `json:"app,omitempty"`
}

// lock is a held lock. The operating system releases it when the process ends.
type lock struct {
	path string
	file *os.File
}

const (
	maxLockText  = 4 << 10
	lockReads    = 20
	lockReadWait = 25 * time.Millisecond
)

var errHeld = errors.New("the lock is held")

func lockPath(path string) string {
	return filepath.Join(filepath.Dir(path), "~$"+filepath.Base(path)+".lock")
}

// probeLock returns a LockedError where another process holds the file's lock,
// without taking or making it.
func probeLock(path string) error {
	f, err := os.OpenFile(lockPath(path), os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look at the lock: %w", translate(err))
	}
	defer f.Close()
	if err := lockFile(f); err != nil {
		return refusal(f, err)
	}
	return nil
}

// takeLock locks the plan file at path for h. A lock that a dead process left
// on the same machine is taken over; one that another machine left is refused,
// because the system need not know whether it is held there.
func takeLock(path string, h holder) (*lock, error) {
	name := lockPath(path)
	for {
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			return nil, fmt.Errorf("make the lock: %w", translate(err))
		}
		if err := lockFile(f); err != nil {
			err = refusal(f, err)
			f.Close()
			return nil, err
		}
		if !stillAt(f, name) { // its owner removed it between our open and our lock
			f.Close()
			continue
		}
		if old, err := readHolder(f); err == nil && old.Machine != h.Machine {
			f.Close()
			return nil, lockedBy(old, name, true)
		}
		l := &lock{path: name, file: f}
		if err := l.write(h); err != nil {
			return nil, errors.Join(fmt.Errorf("write the lock: %w", translate(err)), l.release())
		}
		return l, nil
	}
}

func stillAt(f *os.File, name string) bool {
	a, err := f.Stat()
	if err != nil {
		return false
	}
	b, err := os.Stat(name)
	return err == nil && os.SameFile(a, b)
}

func (l *lock) write(h holder) error {
	b, err := json.Marshal(h)
	if err != nil {
		return err
	}
	if err := l.file.Truncate(0); err != nil {
		return err
	}
	_, err = l.file.WriteAt(append(b, '\n'), 0)
	return err
}

// refusal says who holds the lock. Its holder may be about to write its name,
// so the reading is tried again for half a second.
func refusal(f *os.File, cause error) error {
	if !errors.Is(cause, errHeld) {
		return fmt.Errorf("take the lock: %w", translate(cause))
	}
	var h holder
	var err error
	for range lockReads {
		if h, err = readHolder(f); err == nil {
			break
		}
		time.Sleep(lockReadWait)
	}
	return lockedBy(h, f.Name(), false)
}

func lockedBy(h holder, name string, elsewhere bool) error {
	return &LockedError{Owner: h.Owner, Machine: h.Machine, Since: h.Since, Path: name, Elsewhere: elsewhere}
}

func readHolder(f *os.File) (holder, error) {
	b, err := io.ReadAll(io.NewSectionReader(f, 0, maxLockText))
	if err != nil {
		return holder{}, err
	}
	var h holder
	if err := json.Unmarshal(b, &h); err != nil {
		return holder{}, err
	}
	return h, nil
}
