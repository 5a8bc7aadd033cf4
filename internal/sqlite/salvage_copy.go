package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	modernc "modernc.org/sqlite"
)

// pageSize is that of every file that the app makes.
const pageSize = 4096

// Where the header of a database says what it must say to be read.
const (
	atPageSize     = 16
	atVersions     = 18 // of writing and reading, then what pages reserve, then three fractions
	atChanges      = 24
	atPages        = 28
	atFormat       = 44
	atVacuum       = 52
	atEncoding     = 56
	atValidFor     = 92
	newestFormat   = 4
	encodingUTF8   = 1
	smallestPage   = 512
	largestPage    = 65536
	fixedAtVersion = "\x01\x01\x00\x40\x20\x20"
)

// mendedCopy copies a damaged file and its journal into dir and mends the copy's
// header, which says little that is not known. It returns "" for a file that holds
// nothing.
func mendedCopy(dir, path string) (copied string, size int64, err error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return "", 0, translate(err)
	case !info.Mode().IsRegular():
		return "", 0, ErrNotPlanFile
	case info.Size() < headerSize:
		return "", 0, nil
	}
	copied = filepath.Join(dir, "copy"+Extension)
	if err := copyBytes(copied, path); err != nil {
		return "", 0, unreadable(err)
	}
	// What was being written when the file was damaged is taken back in the copy.
	if err := copyBytes(copied+"-journal", path+"-journal"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", 0, err
	}
	return copied, info.Size(), mendHeader(copied, info.Size())
}

func mendHeader(path string, size int64) (err error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return translate(err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	var h [headerSize]byte
	if _, err := f.ReadAt(h[:], 0); err != nil {
		return translate(err)
	}
	mended := mend(h, size)
	if bytes.Equal(h[:], mended[:]) {
		return nil
	}
	_, err = f.WriteAt(mended[:], 0)
	return translate(err)
}

// mend returns the header of a database of the size with what it must say.
func mend(h [headerSize]byte, size int64) [headerSize]byte {
	copy(h[:], headerMagic)
	page := int64(binary.BigEndian.Uint16(h[atPageSize:]))
	if page == 1 {
		page = largestPage
	}
	if page < smallestPage || page&(page-1) != 0 {
		page = pageSize
		binary.BigEndian.PutUint16(h[atPageSize:], pageSize)
	}
	copy(h[atVersions:], fixedAtVersion)
	binary.BigEndian.PutUint32(h[atPages:], uint32(max(1, size/page)))
	copy(h[atValidFor:atValidFor+4], h[atChanges:atChanges+4])
	binary.BigEndian.PutUint32(h[atFormat:], newestFormat)
	clear(h[atVacuum : atVacuum+4])
	binary.BigEndian.PutUint32(h[atEncoding:], encodingUTF8)
	return h
}

// With writable_schema SQLite reads on past what is wrong in the schema; nothing is
// written, and the authorizer lets nothing but reading through.
const salvageQuery = "?mode=rw&_dqs=0&_pragma=trusted_schema(0)&_pragma=cell_size_check(1)&_pragma=mmap_size(0)" +
	"&_pragma=writable_schema(1)&_pragma=temp_store(2)&_pragma=query_only(1)"

func openMended(path string) (*sql.DB, error) {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	base, err := modernc.NewConnector("file://" + strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(p) + salvageQuery)
	if err != nil {
		return nil, fmt.Errorf("open the copy: %w", err)
	}
	db := sql.OpenDB(readingConnector{base})
	db.SetMaxOpenConns(1)
	return db, nil
}

// readingConnector makes connections that can only read tables.
type readingConnector struct{ driver.Connector }

// Connect implements driver.Connector.
func (c readingConnector) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	guarded, ok := conn.(modernc.AuthorizerRegisterer)
	if !ok {
		return nil, errors.Join(errors.New("the driver has no authorizer"), conn.Close())
	}
	err = guarded.RegisterAuthorizer(func(a modernc.AuthorizerActionCode, arg, _, _, _ string) modernc.AuthorizerReturnCode {
		switch {
		case a == modernc.AuthSelect, a == modernc.AuthRead,
			a == modernc.AuthPragma && (arg == "table_list" || arg == "table_info" || arg == "user_version"):
			return modernc.AuthorizerOK
		}
		return modernc.AuthorizerDeny
	})
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}
