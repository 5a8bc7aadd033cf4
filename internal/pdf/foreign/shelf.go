package foreign

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"ledstjarna/internal/layout"
	"ledstjarna/internal/pdfium"
	"ledstjarna/internal/scratch"
)

// Fetch writes a stored file to w. The file is named by its hash.
type Fetch func(ctx context.Context, hash string, w io.Writer) error

// Shelf holds the files that go into one print. They lie in a folder of their own
// while they are in use, not in memory. It is safe for use by several goroutines; their
// calls wait for each other.
type Shelf struct {
	mu     sync.Mutex
	engine *pdfium.Engine
	fetch  Fetch
	dir    string
	files  map[string]*File
	open   []*os.File
}

// NewShelf returns an empty shelf. The caller closes it when the print is written.
func NewShelf(engine *pdfium.Engine, fetch Fetch) *Shelf {
	return &Shelf{engine: engine, fetch: fetch, files: map[string]*File{}}
}

// Enclosure takes a file down and examines it, once. Its errors are those of fetch,
// of the machine's disk, or of a ctx that is done; what is wrong with the file is
// in the Enclosure.
func (s *Shelf) Enclosure(ctx context.Context, hash, mediaType string) (layout.Enclosure, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f, ok := s.files[hash]; ok {
		return f.Enclosure, nil
	}
	data, size, err := s.take(ctx, hash)
	if err != nil {
		return layout.Enclosure{}, fmt.Errorf("take down enclosed file: %w", err)
	}
	f, err := Open(ctx, s.engine, Source{Type: mediaType, Size: size, Data: data})
	if err != nil {
		return layout.Enclosure{}, fmt.Errorf("examine enclosed file: %w", err)
	}
	s.files[hash] = f
	return f.Enclosure, nil
}

func (s *Shelf) take(ctx context.Context, hash string) (*os.File, int64, error) {
	if s.dir == "" {
		dir, err := scratch.New()
		if err != nil {
			return nil, 0, err
		}
		s.dir = dir
	}
	out, err := os.OpenFile(filepath.Join(s.dir, fmt.Sprintf("%d", len(s.open))), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, 0, fmt.Errorf("make file: %w", err)
	}
	s.open = append(s.open, out)
	if err := s.fetch(ctx, hash, out); err != nil {
		return nil, 0, err
	}
	size, err := out.Seek(0, io.SeekCurrent)
	return out, size, err
}

// File returns a file that has been examined.
func (s *Shelf) File(hash string) (*File, bool) {
	if s == nil {
		return nil, false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	f, ok := s.files[hash]
	return f, ok
}

// Close removes what was taken down. It can be called more than once.
func (s *Shelf) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var err error
	for _, f := range s.open {
		err = errors.Join(err, f.Close())
	}
	s.open, s.files = nil, map[string]*File{}
	if s.dir != "" {
		err = errors.Join(err, os.RemoveAll(s.dir))
		s.dir = ""
	}
	return err
}
