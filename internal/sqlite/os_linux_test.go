package sqlite

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/metrics"
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

// beside is how many MiB of the process's memory are resident that are not Go's own: what
// SQLite holds.
func beside(t *testing.T) float64 {
	t.Helper()
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Fatal(err)
	}
	var size, resident, shared int
	if _, err := fmt.Sscan(string(text), &size, &resident, &shared); err != nil {
		t.Fatal(err)
	}
	of := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(of)
	return (float64((resident-shared)*os.Getpagesize()) - float64(of[0].Value.Uint64()) + float64(of[1].Value.Uint64())) / (1 << 20)
}

// A large file does not fill the memory: neither by what was written and read of it nor
// while a copy of it is made and examined, and what that took is given back.
func TestALargeFileLeavesTheMemoryFree(t *testing.T) {
	const (
		chunks = 16 // of 4 MiB
		open   = 50.0
		copied = 60.0
	)
	f := newFile(t, plan.Edit{})
	before := beside(t)
	tx, err := f.db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback() //nolint:errcheck // says that it has ended
	hash := fmt.Sprintf("%064d", 1)
	if _, err := tx.Exec("INSERT INTO files VALUES (?, 'text/plain', ?)", hash, chunks*chunkSize); err != nil {
		t.Fatal(err)
	}
	for n := range chunks {
		if _, err := tx.Exec("INSERT INTO chunks VALUES (?, ?, zeroblob(?))", hash, n, chunkSize); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	written := beside(t) - before
	c, err := f.take(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer giveBack(c)
	if err := f.copyInto(context.Background(), c, filepath.Join(t.TempDir(), "kopia")); err != nil {
		t.Fatal(err)
	}
	after := beside(t) - before
	t.Logf("%.0f MiB when it was written, %.0f when it was copied", written, after)
	if written > open || after > copied {
		t.Errorf("a file of %d MiB takes %.0f MiB of the memory, and %.0f when it was copied", chunks*4, written, after)
	}
}
