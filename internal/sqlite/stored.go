package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"sync"

	"ledstjarna/internal/plan"
)

// Stored returns the stored file with the hash, to be read or attached elsewhere for
// as long as this file is open: plan.ErrNoFile where there is none. It has no name.
// What is read is not verified; who stores it anew verifies it.
func (f *File) Stored(ctx context.Context, hash string) (plan.Attachment, error) {
	c, err := f.take(ctx)
	if err != nil {
		return plan.Attachment{}, fmt.Errorf("read file %s: %w", hash, err)
	}
	defer giveBack(c)
	a := plan.Attachment{AttachedFile: plan.AttachedFile{Hash: hash}}
	err = c.QueryRowContext(ctx, "SELECT type, size FROM files WHERE sha256 = ?", hash).Scan(&a.Type, &a.Size)
	if errors.Is(err, sql.ErrNoRows) {
		err = plan.ErrNoFile
	}
	if err == nil && (a.Size < 1 || a.Size > plan.MaxFileSize) {
		err = damagedFile(hash, plan.ErrFileTooLarge)
	}
	if err != nil {
		return plan.Attachment{}, fmt.Errorf("read file %s: %w", hash, translate(err))
	}
	a.Source = &storedReader{file: f, hash: hash, size: a.Size, place: -1}
	return a, nil
}

// damagedFile tells that a stored file is not what was stored.
func damagedFile(hash string, err error) error {
	return &DamagedError{What: "file", Err: fmt.Errorf("%s: %w", hash, err)}
}

// storedReader reads a stored file, a chunk at a time.
type storedReader struct {
	file *File
	hash string
	size int64

	mu    sync.Mutex
	place int64 // of the chunk that is held, or -1
	chunk []byte
}

// ReadAt implements io.ReaderAt.
func (r *storedReader) ReadAt(p []byte, at int64) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	n := 0
	for n < len(p) {
		if at >= r.size {
			return n, io.EOF
		}
		if err := r.fetch(at / chunkSize); err != nil {
			return n, err
		}
		from := at % chunkSize
		if from >= int64(len(r.chunk)) {
			return n, damagedFile(r.hash, io.ErrUnexpectedEOF)
		}
		copied := copy(p[n:], r.chunk[from:])
		n, at = n+copied, at+int64(copied)
	}
	return n, nil
}

func (r *storedReader) fetch(place int64) error {
	if place == r.place {
		return nil
	}
	ctx := context.Background()
	c, err := checkout(ctx, r.file.db)
	if err != nil {
		return err
	}
	defer giveBack(c)
	var b []byte
	if err := c.QueryRowContext(ctx, "SELECT bytes FROM chunks WHERE (file, place) = (?, ?)", r.hash, place).Scan(&b); errors.Is(err, sql.ErrNoRows) {
		return damagedFile(r.hash, io.ErrUnexpectedEOF)
	} else if err != nil {
		return translate(err)
	}
	r.place, r.chunk = place, b
	return nil
}
