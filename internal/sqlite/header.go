package sqlite

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// ApplicationID marks a database as a plan file: "LEDS".
const ApplicationID = 0x4C454453

const (
	headerSize     = 100
	atUserVersion  = 60
	atApplication  = 68
	headerMagic    = "SQLite format 3\x00"
	maxUserVersion = 1 << 30
)

// readHeader returns the file's schema version without a database connection.
// It opens the file, so it must not be called while the file is open: on some
// systems closing it would drop the database's locks.
// It is opened as it will be used, mode being os.O_RDWR or os.O_RDONLY.
func readHeader(path string, mode int) (int, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return 0, translate(err)
	case !info.Mode().IsRegular():
		return 0, ErrNotPlanFile
	case info.Size() == 0:
		return 0, ErrEmpty
	}
	f, err := os.OpenFile(path, mode, 0)
	if err != nil {
		return 0, translate(err)
	}
	defer f.Close()
	var h [headerSize]byte
	if _, err := io.ReadFull(f, h[:]); err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) {
			return 0, ErrNotPlanFile
		}
		return 0, translate(err)
	}
	return parseHeader(h)
}

// parseHeader returns the schema version that a database's first bytes carry.
func parseHeader(h [headerSize]byte) (int, error) {
	if !bytes.HasPrefix(h[:], []byte(headerMagic)) {
		return 0, ErrNotPlanFile
	}
	if binary.BigEndian.Uint32(h[atApplication:]) != ApplicationID {
		return 0, ErrNotPlanFile
	}
	v := binary.BigEndian.Uint32(h[atUserVersion:])
	known := newest(migrations())
	switch {
	case v == 0 || v > maxUserVersion:
		return 0, fmt.Errorf("schema number %d: %w", v, ErrNotPlanFile)
	case int(v) > known:
		return 0, &NewerError{Version: int(v), Known: known}
	}
	return int(v), nil
}
