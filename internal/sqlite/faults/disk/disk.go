// Package disk stands between SQLite and the system's files, for the campaigns that do
// harm to plan files: it tells of each operation before it is done, and lets it fail.
//
// A Disk is a VFS of SQLite that passes everything on to the system's own. It is chosen
// by its name, in sqlite.Options.VFS. An Op is one operation on a file, and a Fault what
// comes of it instead.
package disk

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"unsafe"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
)

// Kind is what an operation does.
type Kind string

// The kinds of operation.
const (
	Open     Kind = "open"
	Read     Kind = "read"
	Write    Kind = "write"
	Truncate Kind = "truncate"
	Sync     Kind = "sync"
	Delete   Kind = "delete"
)

// Op is an operation on a file.
type Op struct {
	Kind Kind
	Path string // of the file; "" for one of SQLite's own that has no name
	At   int64  // where Read and Write begin; the new size for Truncate
	Data []byte // what Write writes; valid during the call only
	// New tells of Open that it makes the file. A Sync of it is then SQLite's first, and
	// a Delete is lasting: the folder is synced too.
	New, Folder bool
}

// Fault is what comes of an operation.
type Fault int

// The faults. None does the operation, Dropped says that it was done and does nothing.
// Short is a Full before which half of it was written.
const (
	None Fault = iota
	Error
	Full
	Short
	Dropped
)

// Disk is a registered VFS. It is safe for use by several connections.
type Disk struct {
	name   string
	before func(Op) Fault

	tls     *libc.TLS
	real    uintptr
	vfs     *lib.Tsqlite3_vfs
	methods *lib.Tsqlite3_io_methods
	kept    []any // functions that only SQLite refers to

	mu    sync.Mutex
	files map[uintptr]*opened
}

type opened struct {
	path   string
	folder bool // the next sync also syncs the folder
}

// Register makes a Disk that calls before with each operation. The caller closes it
// when no connection uses it any more.
func Register(before func(Op) Fault) (*Disk, error) {
	d := &Disk{before: before, tls: libc.NewTLS(), files: map[uintptr]*opened{}}
	d.name = fmt.Sprintf("disk-%p", d)
	name, err := libc.CString(d.name)
	if err != nil {
		return nil, err
	}
	if d.real = lib.Xsqlite3_vfs_find(d.tls, 0); d.real == 0 {
		return nil, errors.New("SQLite has no files")
	}
	vfs := *d.system()
	d.vfs, d.methods = &vfs, &lib.Tsqlite3_io_methods{FiVersion: 1}
	vfs.FpNext, vfs.FzName = 0, name
	vfs.FszOsFile += int32(unsafe.Sizeof(uintptr(0)))
	d.wire()
	if rc := lib.Xsqlite3_vfs_register(d.tls, address(d.vfs), 0); rc != lib.SQLITE_OK {
		return nil, fmt.Errorf("register a VFS: code %d", rc)
	}
	return d, nil
}

// Name is what sqlite.Options.VFS names the Disk by.
func (d *Disk) Name() string { return d.name }

// Close takes the Disk away again.
func (d *Disk) Close() error {
	d.mu.Lock()
	n := len(d.files)
	d.mu.Unlock()
	if n > 0 {
		return fmt.Errorf("%d files are open still", n)
	}
	rc := lib.Xsqlite3_vfs_unregister(d.tls, address(d.vfs))
	libc.Xfree(d.tls, d.vfs.FzName)
	d.tls.Close()
	if rc != lib.SQLITE_OK {
		return fmt.Errorf("take a VFS away: code %d", rc)
	}
	return nil
}

func (d *Disk) system() *lib.Tsqlite3_vfs { return at[lib.Tsqlite3_vfs](d.real) }

func (d *Disk) file(f uintptr) *opened {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.files[f]
}

func missing(path string) bool {
	_, err := os.Lstat(path)
	return path != "" && os.IsNotExist(err)
}

// at is what lies at an address that SQLite gave.
func at[T any](p uintptr) *T { return *(**T)(unsafe.Pointer(&p)) }

// address is where something lies that Disk keeps as long as SQLite knows of it.
func address[T any](p *T) uintptr { return uintptr(unsafe.Pointer(p)) }

// call is the function that SQLite knows by an address.
func call[F any](p uintptr) F { return *(*F)(unsafe.Pointer(&struct{ uintptr }{p})) }

// pointer is the address by which SQLite calls a function.
func pointer[F any](d *Disk, f F) uintptr {
	kept := &struct{ f F }{f}
	d.kept = append(d.kept, kept)
	return *(*uintptr)(unsafe.Pointer(kept))
}
