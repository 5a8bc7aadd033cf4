package disk

import (
	"unsafe"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
)

// The functions of a VFS and its files, as SQLite has them.
type (
	onFile   = func(*libc.TLS, uintptr) int32
	onNumber = func(*libc.TLS, uintptr, int32) int32
	onResult = func(*libc.TLS, uintptr, uintptr) int32
	onSize   = func(*libc.TLS, uintptr, int64) int32
	onBytes  = func(*libc.TLS, uintptr, uintptr, int32, int64) int32
	control  = func(*libc.TLS, uintptr, int32, uintptr) int32
	open     = func(*libc.TLS, uintptr, uintptr, uintptr, int32, uintptr) int32
	remove   = func(*libc.TLS, uintptr, uintptr, int32) int32
)

// A file of ours is a pointer to its methods, and then the system's file.
const before = unsafe.Sizeof(uintptr(0))

func inner(f uintptr) (uintptr, *lib.Tsqlite3_io_methods) {
	f += before
	return f, at[lib.Tsqlite3_io_methods](*at[uintptr](f))
}

// wire makes the functions that SQLite calls.
func (d *Disk) wire() {
	d.vfs.FxOpen = pointer[open](d, d.open)
	d.vfs.FxDelete = pointer[remove](d, d.remove)
	m := d.methods
	m.FxClose = pointer[onFile](d, d.close)
	m.FxRead = pointer[onBytes](d, d.read)
	m.FxWrite = pointer[onBytes](d, d.write)
	m.FxTruncate = pointer[onSize](d, d.truncate)
	m.FxSync = pointer[onNumber](d, d.sync)
	m.FxFileSize = pointer[onResult](d, func(tls *libc.TLS, f, size uintptr) int32 {
		f, m := inner(f)
		return call[onResult](m.FxFileSize)(tls, f, size)
	})
	m.FxLock = pointer[onNumber](d, func(tls *libc.TLS, f uintptr, lock int32) int32 {
		f, m := inner(f)
		return call[onNumber](m.FxLock)(tls, f, lock)
	})
	m.FxUnlock = pointer[onNumber](d, func(tls *libc.TLS, f uintptr, lock int32) int32 {
		f, m := inner(f)
		return call[onNumber](m.FxUnlock)(tls, f, lock)
	})
	m.FxCheckReservedLock = pointer[onResult](d, func(tls *libc.TLS, f, held uintptr) int32 {
		f, m := inner(f)
		return call[onResult](m.FxCheckReservedLock)(tls, f, held)
	})
	m.FxFileControl = pointer[control](d, func(tls *libc.TLS, f uintptr, op int32, arg uintptr) int32 {
		f, m := inner(f)
		return call[control](m.FxFileControl)(tls, f, op, arg)
	})
	m.FxSectorSize = pointer[onFile](d, func(tls *libc.TLS, f uintptr) int32 {
		f, m := inner(f)
		return call[onFile](m.FxSectorSize)(tls, f)
	})
	m.FxDeviceCharacteristics = pointer[onFile](d, func(tls *libc.TLS, f uintptr) int32 {
		f, m := inner(f)
		return call[onFile](m.FxDeviceCharacteristics)(tls, f)
	})
}

func (d *Disk) open(tls *libc.TLS, _, name, f uintptr, flags int32, out uintptr) int32 {
	*at[uintptr](f) = 0 // nothing that is to be closed
	path := ""
	if name != 0 {
		path = libc.GoString(name)
	}
	isNew := flags&lib.SQLITE_OPEN_CREATE != 0 && missing(path)
	switch d.before(Op{Kind: Open, Path: path, New: isNew}) {
	case None, Dropped:
	default:
		return lib.SQLITE_CANTOPEN // whatever the system says, as in SQLite's own
	}
	rc := call[open](d.system().FxOpen)(tls, d.real, name, f+before, flags, out)
	if *at[uintptr](f + before) == 0 {
		return rc
	}
	*at[uintptr](f) = address(d.methods)
	// SQLite's own files sync the folder with a journal's first sync.
	journal := flags&(lib.SQLITE_OPEN_MAIN_JOURNAL|lib.SQLITE_OPEN_SUPER_JOURNAL) != 0
	d.mu.Lock()
	d.files[f] = &opened{path, journal && flags&lib.SQLITE_OPEN_CREATE != 0}
	d.mu.Unlock()
	return rc
}

func (d *Disk) remove(tls *libc.TLS, _, name uintptr, folder int32) int32 {
	path := libc.GoString(name)
	if missing(path) { // which is no fault to SQLite
		return call[remove](d.system().FxDelete)(tls, d.real, name, folder)
	}
	switch d.before(Op{Kind: Delete, Path: path, Folder: folder != 0}) {
	case None:
		return call[remove](d.system().FxDelete)(tls, d.real, name, folder)
	case Dropped:
		return lib.SQLITE_OK
	}
	return lib.SQLITE_IOERR_DELETE
}

func (d *Disk) close(tls *libc.TLS, f uintptr) int32 {
	d.mu.Lock()
	delete(d.files, f)
	d.mu.Unlock()
	f, m := inner(f)
	return call[onFile](m.FxClose)(tls, f)
}

func (d *Disk) read(tls *libc.TLS, f, to uintptr, n int32, from int64) int32 {
	switch d.before(Op{Kind: Read, Path: d.file(f).path, At: from}) {
	case None, Dropped:
	default:
		return lib.SQLITE_IOERR_READ
	}
	f, m := inner(f)
	return call[onBytes](m.FxRead)(tls, f, to, n, from)
}

func (d *Disk) write(tls *libc.TLS, f, from uintptr, n int32, to int64) int32 {
	fault := d.before(Op{Kind: Write, Path: d.file(f).path, At: to, Data: unsafe.Slice(at[byte](from), n)})
	f, m := inner(f)
	switch fault {
	case None:
		return call[onBytes](m.FxWrite)(tls, f, from, n, to)
	case Dropped:
		return lib.SQLITE_OK
	case Full:
		return lib.SQLITE_FULL
	case Short:
		if rc := call[onBytes](m.FxWrite)(tls, f, from, n/2, to); rc != lib.SQLITE_OK {
			return rc
		}
		return lib.SQLITE_FULL
	}
	return lib.SQLITE_IOERR_WRITE
}

func (d *Disk) truncate(tls *libc.TLS, f uintptr, size int64) int32 {
	fault := d.before(Op{Kind: Truncate, Path: d.file(f).path, At: size})
	f, m := inner(f)
	switch fault {
	case None:
		return call[onSize](m.FxTruncate)(tls, f, size)
	case Dropped:
		return lib.SQLITE_OK
	}
	return lib.SQLITE_IOERR_TRUNCATE
}

func (d *Disk) sync(tls *libc.TLS, f uintptr, flags int32) int32 {
	o := d.file(f)
	fault := d.before(Op{Kind: Sync, Path: o.path, Folder: o.folder})
	f, m := inner(f)
	switch fault {
	case None:
		o.folder = false
		return call[onNumber](m.FxSync)(tls, f, flags)
	case Dropped:
		return lib.SQLITE_OK
	}
	return lib.SQLITE_IOERR_FSYNC
}
