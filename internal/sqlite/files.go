package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"

	"ledstjarna/internal/plan"
)

const chunkSize = 4 << 20 // bytes of a piece of a stored file

// CopyFile writes the stored file with the hash to w, verified: plan.ErrNoFile
// where there is none, a *DamagedError where the bytes are not what was stored.
// After an error w may hold a part.
func (f *File) CopyFile(ctx context.Context, hash string, w io.Writer) error {
	c, err := f.take(ctx)
	if err != nil {
		return fmt.Errorf("read file %s: %w", hash, err)
	}
	defer giveBack(c)
	if err := copyFile(ctx, c, hash, w); err != nil {
		return fmt.Errorf("read file %s: %w", hash, translate(err))
	}
	return nil
}

func copyFile(ctx context.Context, q querier, hash string, w io.Writer) error {
	var size int64
	err := q.QueryRowContext(ctx, "SELECT size FROM files WHERE sha256 = ?", hash).Scan(&size)
	if errors.Is(err, sql.ErrNoRows) {
		return plan.ErrNoFile
	}
	if err != nil {
		return err
	}
	var longest int64
	if err := q.QueryRowContext(ctx, "SELECT coalesce(max(octet_length(bytes)), 0) FROM chunks WHERE file = ?", hash).Scan(&longest); err != nil {
		return err
	}
	if longest > chunkSize {
		return damagedFile(hash, plan.ErrLimit)
	}
	sum, read := sha256.New(), int64(0)
	err = each(ctx, q, func(r *sql.Rows) error {
		var b sql.RawBytes
		if err := r.Scan(&b); err != nil {
			return err
		}
		read += int64(len(b))
		sum.Write(b) // never fails
		_, err := w.Write(b)
		return err
	}, "SELECT bytes FROM chunks WHERE file = ? ORDER BY place", hash)
	if err != nil {
		return err
	}
	if read != size || hex.EncodeToString(sum.Sum(nil)) != hash {
		return damagedFile(hash, errHash)
	}
	return nil
}

// saveFile stores the file unless it is stored already.
func (s *saver) saveFile(a plan.Attachment) error {
	if err := s.writeFile(a); err != nil {
		return fmt.Errorf("store %s: %w", a.Name, err)
	}
	return nil
}

func (s *saver) writeFile(a plan.Attachment) error {
	if there, err := s.hasFile(a.Hash); there || err != nil {
		return err
	}
	err := s.one("INSERT INTO files (sha256, type, size) VALUES (?, ?, ?)", a.Hash, string(a.Type), a.Size)
	if err != nil {
		return err
	}
	sum, read := sha256.New(), int64(0)
	b := make([]byte, min(chunkSize, a.Size))
	for place := 0; read < a.Size; place++ {
		part := b[:min(int64(len(b)), a.Size-read)]
		if n, err := a.Source.ReadAt(part, read); n < len(part) {
			return fmt.Errorf("read at byte %d: %w", read, errors.Join(err, io.ErrUnexpectedEOF))
		}
		sum.Write(part) // never fails
		read += int64(len(part))
		if err := s.one("INSERT INTO chunks (file, place, bytes) VALUES (?, ?, ?)", a.Hash, place, part); err != nil {
			return err
		}
	}
	if hex.EncodeToString(sum.Sum(nil)) != a.Hash {
		return damagedFile(a.Hash, errHash)
	}
	return nil
}

func (s *saver) hasFile(hash string) (bool, error) {
	var n int
	err := s.tx.QueryRowContext(s.ctx, "SELECT count(*) FROM files WHERE sha256 = ?", hash).Scan(&n)
	return n > 0, err
}

// attach notes which files the version's content refers to.
func (s *saver) attach(ch plan.ContentChange) error {
	before, after := plan.FilesIn(ch.Before.Content), plan.FilesIn(ch.After.Content)
	for _, hash := range before {
		if slices.Contains(after, hash) {
			continue
		}
		if err := s.one("DELETE FROM attached WHERE version = ? AND file = ?", string(ch.Version), hash); err != nil {
			return fmt.Errorf("detach a file of version %s: %w", ch.Version, err)
		}
	}
	for _, hash := range after {
		if slices.Contains(before, hash) {
			continue
		}
		if err := s.mustHaveFile(hash); err != nil {
			return fmt.Errorf("attach a file to version %s: %w", ch.Version, err)
		}
		if err := s.one("INSERT INTO attached (version, file) VALUES (?, ?)", string(ch.Version), hash); err != nil {
			return fmt.Errorf("attach a file to version %s: %w", ch.Version, err)
		}
	}
	return nil
}

// enclose notes which files the items of a packet refer to.
func (s *saver) enclose(packet plan.ID, before, after []string) error {
	for _, hash := range before {
		if slices.Contains(after, hash) {
			continue
		}
		if err := s.one("DELETE FROM enclosed WHERE packet = ? AND file = ?", string(packet), hash); err != nil {
			return fmt.Errorf("take a file out of packet %s: %w", packet, err)
		}
	}
	for _, hash := range after {
		if slices.Contains(before, hash) {
			continue
		}
		if err := s.one("INSERT INTO enclosed (packet, file) VALUES (?, ?)", string(packet), hash); err != nil {
			return fmt.Errorf("enclose a file in packet %s: %w", packet, err)
		}
	}
	return nil
}

// mustHaveFile refuses what would refer to a file that is not there.
func (s *saver) mustHaveFile(hash string) error {
	there, err := s.hasFile(hash)
	if err == nil && !there {
		return plan.ErrNoFile
	}
	return err
}

// unused are the files that nothing refers to.
const unused = `SELECT sha256 FROM files f
	WHERE NOT EXISTS (SELECT 1 FROM attached WHERE file = f.sha256)
	AND NOT EXISTS (SELECT 1 FROM enclosed WHERE file = f.sha256)
	AND NOT EXISTS (SELECT 1 FROM organisation WHERE logo = f.sha256)`

// sweep removes the files that nothing refers to, and overwrites where they
// lay: a file that was taken away before a plan is handed over is not to be
// found in it. It runs when the plan file is closed, since until then an undone
// step may be done again.
func (f *File) sweep(ctx context.Context) error {
	c, err := f.take(ctx)
	if err != nil {
		return err
	}
	defer giveBack(c)
	var n int
	if err := c.QueryRowContext(ctx, "SELECT count(*) FROM ("+unused+")").Scan(&n); err != nil || n == 0 {
		return err
	}
	if _, err := c.ExecContext(ctx, "PRAGMA secure_delete = 1"); err != nil {
		return err
	}
	tx, err := begin(ctx, c, false)
	if err != nil {
		return err
	}
	for _, query := range []string{
		"DELETE FROM chunks WHERE file IN (" + unused + ")",
		"DELETE FROM files WHERE sha256 IN (" + unused + ")",
	} {
		if _, err := tx.ExecContext(ctx, query); err != nil {
			f.abandon(c, tx)
			return err
		}
	}
	return tx.Commit()
}

// stored examines the stored files and what is noted of packets.
func (x *examiner) stored() error {
	var hashes []string
	err := each(x.ctx, x.q, func(r *sql.Rows) error {
		var hash string
		err := r.Scan(&hash)
		hashes = append(hashes, hash)
		return err
	}, "SELECT sha256 FROM files ORDER BY sha256")
	if err != nil {
		return err
	}
	for _, hash := range hashes {
		if x.resume && x.file.examined.files[hash] {
			continue
		}
		flaws := len(x.flaws)
		if err := x.note(copyFile(x.ctx, x.q, hash, io.Discard)); err != nil {
			return err
		}
		if x.resume && len(x.flaws) == flaws {
			x.file.examined.files[hash] = true
		}
	}
	return x.enclosed()
}

// enclosed compares what is noted of each packet with what its items say.
func (x *examiner) enclosed() error {
	noted := map[plan.ID][]string{}
	err := each(x.ctx, x.q, func(r *sql.Rows) error {
		var packet plan.ID
		var hash string
		err := r.Scan(&packet, &hash)
		noted[packet] = append(noted[packet], hash)
		return err
	}, "SELECT packet, file FROM enclosed ORDER BY packet, file")
	if err != nil {
		return err
	}
	columns, err := columnsOf(x.ctx, x.q)
	if err != nil {
		return err
	}
	packets, err := loadList(x.ctx, x.q, plan.ListPackets, columns[plan.ListPackets])
	if err != nil {
		return x.note(err)
	}
	for _, e := range packets {
		if !slices.Equal(noted[e.ID], plan.FilesIn(e.Fields)) {
			x.flaws = append(x.flaws, Flaw{Kind: FlawProjection, Detail: "enclosed files"})
		}
	}
	return nil
}

// noted reads which files are noted of each version.
func (x *examiner) noted() error {
	x.files = map[plan.ID][]string{}
	return each(x.ctx, x.q, func(r *sql.Rows) error {
		var version plan.ID
		var hash string
		err := r.Scan(&version, &hash)
		x.files[version] = append(x.files[version], hash)
		return err
	}, "SELECT version, file FROM attached ORDER BY version, file")
}

// attached compares what is noted of a version with what its content says.
func (x *examiner) attached(s soundContent) {
	if !slices.Equal(x.files[s.version], plan.FilesIn(s.content)) {
		x.flaws = append(x.flaws, Flaw{Kind: FlawProjection, Document: s.document, Version: s.version, Detail: "attached files"})
	}
}
