package exchange

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// The reasons why a text of rows is refused.
var (
	ErrNotText = errors.New("not a text file with rows")
	ErrTooLong = errors.New("more than a list of rows can be")
	ErrNoRows  = errors.New("holds no rows")
)

// The limits of a text of rows.
const (
	maxSheetBytes = 4 << 20
	maxSheetRows  = 20_000
	maxSheetCells = 1_000 // of one row
)

// SheetText returns the text of a file or clipboard that holds rows: UTF-8 with
// or without byte order mark, UTF-16 with one, as spreadsheets write "Unicode
// text", else Windows-1252, which older Swedish systems write. It refuses what
// is no text with ErrNotText and more than 4 MiB with ErrTooLong.
func SheetText(b []byte) (string, error) { return DecodeText(b, maxSheetBytes) }

// DecodeText is SheetText with a limit of its own, in bytes.
func DecodeText(b []byte, most int) (string, error) {
	switch {
	case len(b) > most:
		return "", ErrTooLong
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}), bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		b, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(b)
		if err != nil {
			return "", ErrNotText
		}
		return printable(b)
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	if utf8.Valid(b) {
		return printable(b)
	}
	b, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return "", ErrNotText
	}
	return printable(b)
}

// printable refuses what has the signs of a file that is no text, as a workbook
// or a PDF.
func printable(b []byte) (string, error) {
	for _, c := range b {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			return "", ErrNotText
		}
	}
	return string(b), nil
}
