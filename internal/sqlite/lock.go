package sqlite

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// holder is what a lock says about who holds it.
type holder struct {
	Owner   string    `json:"owner"`
	Machine string    `json:"machine"`
	Since   time.Time `json:"since"`
	Process int       `json:"process"`
	App     string    `json:"app,omitempty"`
	// Token tells one opening from every other. Whose token the lock carries may
	// write; a program whose token has been replaced has lost the file.
	Token string `json:"token,omitempty"`
}

// lock is a lock with this program's token. The operating system releases its
// part of it when the process ends.
type lock struct {
	path   string
	holder holder

	mu   sync.Mutex
	file *os.File
	// held tells that the system's lock is ours. It is not where the lock was taken
	// over from a program that runs on; then it is had as soon as that one lets go.
	held bool
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
	f, err := openLock(lockPath(path), os.O_RDWR)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		err = othersLock(lockPath(path), "", err)
		if errors.As(err, new(*OthersLockError)) {
			return nil // the taking tells
		}
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
		f, err := openLock(name, os.O_RDWR|os.O_CREATE)
		if err != nil {
			if err = othersLock(name, h.Machine, err); err == nil {
				continue
			}
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
		return sign(f, h, true)
	}
}

// seizeLock locks the plan file at path for h whoever has it. A program that has
// it open learns of it before its next saving, which it then refuses.
func seizeLock(path string, h holder) (*lock, error) {
	name := lockPath(path)
	for {
		f, err := openLock(name, os.O_RDWR|os.O_CREATE)
		if err != nil {
			if err = othersLock(name, h.Machine, err); err == nil {
				continue
			}
			return nil, fmt.Errorf("make the lock: %w", translate(err))
		}
		err = lockFile(f)
		if err != nil && !errors.Is(err, errHeld) {
			f.Close()
			return nil, fmt.Errorf("take the lock: %w", translate(err))
		}
		if !stillAt(f, name) {
			f.Close()
			continue
		}
		return sign(f, h, err == nil)
	}
}

// sign makes a lock of an open lock file by writing h into it.
func sign(f *os.File, h holder, held bool) (*lock, error) {
	if h.Token == "" {
		h.Token = rand.Text()
	}
	l := &lock{path: f.Name(), file: f, holder: h, held: held}
	if err := l.write(); err != nil {
		return nil, errors.Join(fmt.Errorf("write the lock: %w", translate(err)), l.release())
	}
	return l, nil
}

func stillAt(f *os.File, name string) bool {
	a, err := f.Stat()
	if err != nil {
		return false
	}
	b, err := os.Stat(name)
	return err == nil && os.SameFile(a, b)
}

func (l *lock) write() error {
	b, err := json.Marshal(l.holder)
	if err != nil {
		return err
	}
	if err := l.file.Truncate(0); err != nil {
		return err
	}
	_, err = l.file.WriteAt(append(b, '\n'), 0)
	return err
}

// check returns a LostError where somebody has taken the lock over. A lock file
// that was swept away is made anew.
func (l *lock) check() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	h, err := holderAt(l.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return l.renew()
	case err != nil && errors.As(err, new(*fs.PathError)):
		return fmt.Errorf("read the lock: %w", translate(err))
	case h.Token != l.holder.Token:
		return &LostError{LockedError{Owner: h.Owner, Machine: h.Machine, Since: h.Since, Path: l.path}}
	}
	if !l.held {
		l.held = lockFile(l.file) == nil
	}
	return nil
}

func holderAt(path string) (holder, error) {
	f, err := openLock(path, os.O_RDONLY)
	if err != nil {
		return holder{}, err
	}
	defer f.Close()
	return readHolder(f)
}

// renew makes the lock file again after something has removed it.
func (l *lock) renew() error {
	f, err := openLock(l.path, os.O_RDWR|os.O_CREATE|os.O_EXCL)
	if err != nil {
		return fmt.Errorf("make the lock again: %w", translate(err))
	}
	_ = l.file.Close() // of a file that is gone
	l.file, l.held = f, lockFile(f) == nil
	if err := l.write(); err != nil {
		return fmt.Errorf("make the lock again: %w", translate(err))
	}
	return nil
}

// release gives the lock up. The file is removed only where it is ours still.
func (l *lock) release() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if h, err := holderAt(l.path); errors.Is(err, fs.ErrNotExist) || err == nil && h.Token != l.holder.Token {
		return l.file.Close()
	}
	return l.remove()
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
