package sqlite

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"ledstjarna/internal/plan"
)

// FuzzOpen opens a plan file with bytes overwritten from a place on, and cut to
// a length: it is refused or read, and never panics. What is read is what was
// stored, or an error says that it is not.
func FuzzOpen(f *testing.F) {
	path := filledFile(f)
	sound, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	sealed := map[plan.ID]string{}
	g, err := Open(context.Background(), path, testOptions())
	if err != nil {
		f.Fatal(err)
	}
	r, err := g.Load(context.Background())
	if err != nil {
		f.Fatal(err)
	}
	for _, d := range r.Documents() {
		for _, v := range d.Versions {
			sealed[v.ID] = v.Hash
		}
	}
	if err := g.Close(); err != nil {
		f.Fatal(err)
	}
	f.Add([]byte{0, 0, 0, 9}, uint32(atUserVersion), uint32(len(sound)))
	f.Add([]byte("%PDF-1.7"), uint32(0), uint32(len(sound)))
	f.Add([]byte{2, 2}, uint32(18), uint32(len(sound)))
	f.Add([]byte{0xff, 0xff, 0xff, 0xff}, uint32(28), uint32(len(sound)))
	f.Add([]byte{}, uint32(0), uint32(4096))
	f.Add(bytes.Repeat([]byte{0}, 4096), uint32(8192), uint32(len(sound)))
	f.Fuzz(func(t *testing.T, patch []byte, at, length uint32) {
		b := bytes.Clone(sound)
		copy(b[int(at)%len(b):], patch)
		b = b[:int(length)%(len(b)+1)]
		name := filepath.Join(t.TempDir(), "f.ledstjarna")
		if err := os.WriteFile(name, b, 0o644); err != nil {
			t.Fatal(err)
		}
		g, err := Open(context.Background(), name, testOptions())
		if err != nil {
			after, err := os.ReadFile(name)
			if err != nil || !bytes.Equal(after[:18], b[:min(18, len(after))]) && len(b) >= 18 {
				t.Fatal("a refused file was changed")
			}
			return
		}
		defer g.Close()
		r, err := g.Load(context.Background())
		if err != nil {
			return
		}
		for _, d := range r.Documents() {
			for _, v := range d.Versions {
				s, err := g.Content(context.Background(), d.Kind, v.ID)
				if want, known := sealed[v.ID]; err == nil && known && v.Hash == want && s.Hash != want {
					t.Fatal("a changed content was read as sound")
				}
			}
		}
		if _, err := g.Check(context.Background()); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzHeader reads any first bytes of a file.
func FuzzHeader(f *testing.F) {
	f.Add([]byte(headerMagic))
	f.Fuzz(func(t *testing.T, b []byte) {
		var h [headerSize]byte
		copy(h[:], b)
		if v, err := parseHeader(h); err == nil && (v < 1 || v > newest(migrations())) {
			t.Errorf("schema %d was accepted", v)
		}
	})
}
