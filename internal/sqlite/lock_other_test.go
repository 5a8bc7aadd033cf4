package sqlite

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// The lock of another user, that may be read and not written, is told as what it is.
func TestLockOfAnotherUser(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x"+Extension)
	name := lockPath(path)
	refused := &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	if err := othersLock(name, "m", refused); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("without a lock it is the folder: %v", err)
	}
	l, err := takeLock(path, holder{Owner: "Åsa", Machine: "m", Since: time.Now()})
	if err != nil {
		t.Fatal(err)
	}
	var locked *LockedError
	if err := othersLock(name, "m", refused); !errors.As(err, &locked) || locked.Owner != "Åsa" || locked.Elsewhere {
		t.Errorf("one that is held: %v", err)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.release(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, text, 0o644); err != nil { // as a dead program leaves it
		t.Fatal(err)
	}
	var others *OthersLockError
	if err := othersLock(name, "", refused); !errors.As(err, &others) || others.Owner != "Åsa" || others.MessageKey() != "problem.lock-of-other" {
		t.Errorf("one that is only looked at: %v", err)
	}
	if err := othersLock(name, "dator-2", refused); !errors.As(err, &locked) || !locked.Elsewhere {
		t.Errorf("one of another machine: %v", err)
	}
	if err := othersLock(name, "m", refused); err != nil {
		t.Errorf("one that is left: %v", err)
	}
	if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it is there still: %v", err)
	}
	if err := os.Mkdir(name, 0o700); err != nil { // cannot be read
		t.Fatal(err)
	}
	if err := othersLock(name, "m", refused); !errors.As(err, &others) || others.Path != name {
		t.Errorf("one that cannot be read: %v", err)
	}
}
