package exchange

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"

	"ledstjarna/internal/plan"
)

// Files writes the stored file with the hash to w.
type Files func(hash string, w io.Writer) error

// files writes the stored files, each once, in pieces as they come.
func (d *dumper) files(hashes map[string]bool, files Files) {
	for i, hash := range slices.Sorted(maps.Keys(hashes)) {
		open := ","
		if i == 0 {
			open = ",\n  \"files\": ["
		}
		d.print("%s\n    {\"hash\": %q, \"bytes\": \"", open, hash)
		if d.err != nil {
			return
		}
		enc := base64.NewEncoder(base64.StdEncoding, d.w)
		d.err = errors.Join(files(hash, enc), enc.Close())
		d.print("\"}")
	}
	if len(hashes) > 0 {
		d.print("\n  ]")
	}
}

// addFile reads a stored file and verifies it against its hash.
func (l *loader) addFile(_ int, raw json.RawMessage) error {
	o := openObject(raw, "hash", "bytes")
	hash := o.wanted("hash")
	var b []byte
	if !o.read("bytes", &b) {
		o.fail("bytes", ErrMissing)
	}
	if l.ids("file")[plan.ID(hash)] {
		o.fail("hash", ErrRepeated)
	}
	if o.err != nil {
		return o.err
	}
	a, err := plan.Examine(hash, bytes.NewReader(b), int64(len(b)))
	if err != nil || a.Hash != hash {
		return within("bytes", errors.Join(ErrHash, err))
	}
	l.ids("file")[plan.ID(hash)] = true
	l.files = append(l.files, a)
	return nil
}

// refers notes that what stands at the place refers to files, for when all is
// read.
func (l *loader) refers(c plan.Content, at PlaceError) {
	for _, hash := range plan.FilesIn(c) {
		l.referring = append(l.referring, placed[string]{hash, at})
	}
}

// checkFiles refuses what refers to a file that does not stand in the document.
func (l *loader) checkFiles() error {
	for _, x := range l.referring {
		if !l.ids("file")[plan.ID(x.value)] {
			return x.refuse(plan.ErrNoFile)
		}
	}
	return nil
}
