package main

import (
	"bytes"
	"math/rand/v2"
	"strings"

	"ledstjarna/internal/sqlite/faults/disk"
)

// What the app does to files beside SQLite. A folder is synced as a file "." in it is.
const (
	made    disk.Kind = "make"
	renamed disk.Kind = "rename" // Path is what it was called
)

// device is a disk with a cache: what is written to a file lasts when the file is
// synced, and which files there are when their folder is. A loss of power leaves what
// lasts, and of the rest anything.
type device struct {
	names   map[string]*stored // as programs see them
	lasting map[string]*stored
	naming  []naming // since the folder was synced
}

// stored is a file.
type stored struct {
	size    int64 // as programs see it
	lasting []byte
	pending []change // since it was synced
}

// change is a piece of a sector at a place in a file, or, without bytes, its new size.
type change struct {
	at    int64
	piece []byte
}

// naming gives a name a file, which may have had another, or takes the name away. The name
// of a folder ends with a stroke.
type naming struct {
	name string
	file *stored
	from string
}

func newDevice(files map[string][]byte) *device {
	d := &device{names: map[string]*stored{}, lasting: map[string]*stored{}}
	for name, b := range files {
		f := &stored{size: int64(len(b)), lasting: bytes.Clone(b)}
		if dir := folderOf(name); dir != "" {
			d.names[dir], d.lasting[dir] = &stored{}, &stored{}
		}
		d.names[name], d.lasting[name] = f, f
	}
	return d
}

// do does an operation on the file of that name.
func (d *device) do(name string, op disk.Op) {
	switch op.Kind {
	case disk.Open:
		if op.New {
			d.name(name, &stored{})
		}
	case disk.Delete:
		d.name(name, nil)
	case disk.Write:
		d.names[name].write(op.At, op.Data)
	case disk.Truncate:
		d.names[name].resize(op.At)
	case disk.Sync:
		if f := d.names[name]; f != nil { // else it is a folder
			f.sync()
		}
	case made:
		d.name(name, &stored{})
	case renamed:
		d.give(naming{name, d.names[op.Path], op.Path})
	default:
	}
	if op.Folder {
		d.syncFolder(folderOf(name))
	}
}

// folderOf is the name of the folder that the file of that name lies in, "" for the
// device's own.
func folderOf(name string) string {
	i := strings.LastIndex(strings.TrimSuffix(name, "/"), "/")
	return name[:i+1]
}

func (d *device) syncFolder(dir string) {
	var left []naming
	for _, n := range d.naming {
		if folderOf(n.name) != dir {
			left = append(left, n)
			continue
		}
		n.apply(d.lasting)
	}
	d.naming = left
}

func (d *device) name(name string, f *stored) { d.give(naming{name: name, file: f}) }

func (d *device) give(n naming) {
	n.apply(d.names)
	d.naming = append(d.naming, n)
}

func (n naming) apply(names map[string]*stored) {
	delete(names, n.from)
	if n.file == nil {
		delete(names, n.name)
		return
	}
	names[n.name] = n.file
}

func (f *stored) resize(size int64) {
	if size != f.size {
		f.size = size
		f.pending = append(f.pending, change{at: size})
	}
}

func (f *stored) write(at int64, b []byte) {
	f.resize(max(f.size, at+int64(len(b))))
	for len(b) > 0 {
		n := min(int64(len(b)), sector-at%sector)
		f.pending = append(f.pending, change{at, bytes.Clone(b[:n])})
		at, b = at+n, b[n:]
	}
}

func (f *stored) sync() {
	for _, c := range f.pending {
		f.lasting = c.apply(f.lasting, nil)
	}
	f.pending = nil
}

// apply makes the change. What a file grows by is zeros, or what r gives.
func (c change) apply(b []byte, r *rand.Rand) []byte {
	if c.piece != nil {
		if c.at < int64(len(b)) { // else the file did not grow so far
			copy(b[c.at:], c.piece)
		}
		return b
	}
	for r != nil && int64(len(b)) < c.at {
		b = append(b, byte(r.Uint32()))
	}
	return append(b, make([]byte, max(0, c.at-int64(len(b))))...)[:c.at]
}

// pending tells whether anything does not last yet.
func (d *device) pending() bool {
	n := len(d.naming)
	for _, f := range d.names {
		n += len(f.pending)
	}
	return n > 0
}

// crash is what the files may hold after a loss of power now.
func (d *device) crash(r *rand.Rand) map[string][]byte {
	names := map[string]*stored{}
	for name, f := range d.lasting {
		names[name] = f
	}
	for _, n := range some(r, d.naming, false) {
		n.apply(names)
	}
	var old *rand.Rand // what was on the disk where a file grows
	if r.IntN(3) == 0 {
		old = r
	}
	out := map[string][]byte{}
	for name, f := range names {
		if dir := folderOf(name); strings.HasSuffix(name, "/") || dir != "" && names[dir] == nil {
			continue // a folder, or one that was lost with all in it
		}
		b := bytes.Clone(f.lasting)
		for _, c := range some(r, f.pending, true) {
			b = c.apply(b, old)
		}
		out[name] = b
	}
	return out
}

// some are some of all: none, all, the first ones, all but one, or any; where order does
// not hold, perhaps in another.
func some[T any](r *rand.Rand, all []T, reorder bool) []T {
	n := len(all)
	if n == 0 {
		return nil
	}
	switch r.IntN(7) {
	case 0:
		return nil
	case 1:
		return all
	case 2:
		return all[:r.IntN(n)]
	case 3:
		i := r.IntN(n)
		return append(append([]T(nil), all[:i]...), all[i+1:]...)
	}
	var out []T
	share := r.Float64()
	for _, x := range all {
		if r.Float64() < share {
			out = append(out, x)
		}
	}
	if reorder && r.IntN(2) == 0 {
		r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	}
	return out
}
