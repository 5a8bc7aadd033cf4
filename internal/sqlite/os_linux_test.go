package sqlite

import (
	"io"
	"os"
	"testing"

	"golang.org/x/sys/unix"

	"ledstjarna/internal/plan"
)

// reservedByte is the byte of a database that SQLite locks while somebody writes.
const reservedByte = 0x40000001

// A POSIX lock is dropped as soon as the process closes any other handle of the file, as
// a program that is only looking at it does. An open file description's is not.
func TestReadingTheFileDoesNotDropItsLocks(t *testing.T) {
	f := newFile(t, plan.Edit{})
	tx, err := f.db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback() //nolint:errcheck // nothing is to be kept
	if _, err := os.ReadFile(f.path); err != nil {
		t.Fatal(err)
	}
	other, err := os.OpenFile(f.path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	ask := unix.Flock_t{Type: unix.F_WRLCK, Whence: io.SeekStart, Start: reservedByte, Len: 1}
	if err := unix.FcntlFlock(other.Fd(), unix.F_OFD_GETLK, &ask); err != nil {
		t.Fatal(err)
	}
	if ask.Type != unix.F_WRLCK {
		t.Error("while a transaction writes, nothing keeps others from writing")
	}
}
