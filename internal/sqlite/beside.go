package sqlite

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// BesideError tells that something lies beside the file that the app has not written
// and that opening the file would follow, wait for or obey.
type BesideError struct{ Path string }

func (e *BesideError) Error() string {
	return fmt.Sprintf("%s was not written by this program", filepath.Base(e.Path))
}

// Recovers reports that the file can be had back from a copy, where there is one.
func (e *BesideError) Recovers() bool { return true }

// MessageKey returns the key of the words for a person.
func (e *BesideError) MessageKey() string { return "problem.beside-file" }

// MessageArgs returns what fills the gaps of the words.
func (e *BesideError) MessageArgs() map[string]any {
	return map[string]any{"Beside": filepath.Base(e.Path)}
}

// checkBeside refuses a file with a journal or log beside it that is no ordinary file
// or names another journal. SQLite would write to where a link leads and wait for
// ever at a pipe; and when it takes an unfinished writing back it reads the file whose
// name a journal carries, and may remove it. The app never writes to two databases at
// once, so its own journals name none.
func checkBeside(path string) error {
	for _, ending := range []string{"-journal", "-wal", "-shm"} {
		if err := ordinary(path + ending); err != nil {
			return err
		}
	}
	names, err := namesAnother(path + "-journal")
	if err == nil && names {
		return &BesideError{path + "-journal"}
	}
	return translate(err)
}

// ordinary refuses what is there and is no ordinary file.
func ordinary(path string) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return translate(err)
	case !info.Mode().IsRegular():
		return &BesideError{path}
	}
	return nil
}

// The last bytes of a journal that names another: the length of the name, its sum and
// the bytes with which every journal begins (sqlite.org/fileformat2.html, 3).
const (
	journalMagic = 0xd9d505f920a163d7
	journalTail  = 16
)

func namesAnother(journal string) (bool, error) {
	f, err := os.Open(journal)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() < journalTail {
		return false, err
	}
	var tail [journalTail]byte
	if _, err := f.ReadAt(tail[:], info.Size()-journalTail); err != nil {
		return false, nil // it has just become shorter: another program has finished its writing
	}
	return binary.BigEndian.Uint64(tail[8:]) == journalMagic, nil
}

// openLock opens a lock file, but not what a link of its name leads to: what holds a
// lock is overwritten.
func openLock(name string, flags int) (*os.File, error) {
	if err := ordinary(name); err != nil {
		return nil, err
	}
	return os.OpenFile(name, flags|noFollow, 0o644)
}
