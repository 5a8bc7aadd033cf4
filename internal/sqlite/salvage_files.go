package sqlite

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"

	"ledstjarna/internal/plan"
)

// salvagedFile is a stored file of a damaged plan file.
type salvagedFile struct {
	s      *salvager
	about  plan.AttachedFile // without a name
	chunks map[int64]int64   // rows by place
	whole  bool
	held   []byte // the chunk that was read last
	place  int64
}

// readFiles reads the stored files and confirms each by its hash, which is its name.
func (s *salvager) readFiles() {
	s.table("files", "sha256, type, size", func(_ *int64, scan scanner) error {
		f := &salvagedFile{s: s, chunks: map[int64]int64{}, place: -1}
		if err := scan(&f.about.Hash, &f.about.Type, &f.about.Size); err != nil {
			return err
		}
		if !plan.IsFileHash(f.about.Hash) || f.about.Size <= 0 || f.about.Size > plan.MaxFileSize {
			return errValue
		}
		if s.files[f.about.Hash] == nil {
			s.files[f.about.Hash] = f
		}
		return nil
	})
	s.table("chunks", "file, place", func(row *int64, scan scanner) error {
		var hash string
		var place int64
		if err := scan(&hash, &place); err != nil {
			return err
		}
		if f := s.files[hash]; f != nil {
			f.chunks[place] = *row
		}
		return nil
	})
	for _, f := range s.files {
		if s.spent() {
			return
		}
		sum := sha256.New()
		_, err := io.Copy(sum, io.NewSectionReader(f, 0, f.about.Size))
		f.whole = err == nil && hex.EncodeToString(sum.Sum(nil)) == f.about.Hash
		f.held, f.place = nil, -1
	}
}

// ReadAt implements io.ReaderAt.
func (f *salvagedFile) ReadAt(p []byte, at int64) (int, error) {
	n := 0
	for n < len(p) {
		if at >= f.about.Size {
			return n, io.EOF
		}
		if place := at / chunkSize; place != f.place {
			row, there := f.chunks[place]
			if !there {
				return n, io.ErrUnexpectedEOF
			}
			var b []byte
			if err := f.s.c.QueryRowContext(f.s.ctx, "SELECT bytes FROM chunks NOT INDEXED WHERE rowid = ?", row).Scan(&b); err != nil {
				return n, reading(err)
			}
			f.held, f.place = b, place
		}
		from := at % chunkSize
		if from >= int64(len(f.held)) {
			return n, io.ErrUnexpectedEOF
		}
		copied := copy(p[n:], f.held[from:])
		n, at = n+copied, at+int64(copied)
	}
	return n, nil
}

// attachment returns the stored file with the hash, from the damaged file or else from
// the backup.
func (s *salvager) attachment(ctx context.Context, hash string) (plan.Attachment, error) {
	if f := s.files[hash]; f != nil && f.whole {
		return plan.Attachment{AttachedFile: f.about, Source: f}, nil
	}
	if s.lender == nil {
		return plan.Attachment{}, plan.ErrNoFile
	}
	if err := s.lender.CopyFile(ctx, hash, io.Discard); err != nil {
		return plan.Attachment{}, errors.Join(plan.ErrNoFile, err)
	}
	return s.lender.Stored(ctx, hash)
}
