package spreadsheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"ledstjarna/internal/exchange"
)

// The reasons why a file of rows is refused as a whole.
var (
	ErrNotSheet  = errors.New("neither a workbook nor a text with rows")
	ErrProtected = errors.New("a workbook that is locked with a password, or of an older kind")
	ErrTooLong   = errors.New("more than a list can be")
	ErrNoRows    = errors.New("holds no rows")
	ErrNoHead    = errors.New("no row has the names of the columns")
)

// The limits of what is read.
const (
	MaxBytes = 16 << 20 // of the file

	mostRows     = 20_000
	mostColumns  = 1_000
	mostCells    = 1_000_000
	mostOfCell   = 200_000 // bytes of its text
	mostOfAll    = 64 << 20
	mostUnpacked = 64 << 20
	mostSheets   = 50
)

// Grid is one sheet of cells.
type Grid struct {
	Name string // of the sheet; "" of a text
	Rows []GridRow
}

// GridRow is one row that is not empty.
type GridRow struct {
	Number int // as a spreadsheet counts rows, from 1
	Cells  []GridCell
}

// GridCell is what stands in a cell.
type GridCell struct {
	Raw     string // as it is stored: of a number its digits with a point
	Shown   string // as it is shown
	Kept    string // of a text with an apostrophe taken off, the text with it
	Number  bool   // it is stored as a number
	Formula bool   // the value is what a formula gave when the file was saved
	Failed  bool   // the formula gave an error, or nothing
}

func (r GridRow) cell(i int) GridCell {
	if i < 0 || i >= len(r.Cells) {
		return GridCell{}
	}
	return r.Cells[i]
}

// textOf is a cell of text. An apostrophe before what a spreadsheet would take for a
// formula is taken off, also in a workbook: a csv may have been saved as one.
func textOf(s string) GridCell {
	c := GridCell{Raw: harmful(s)}
	if c.Shown = c.Raw; c.Raw != s {
		c.Kept = s
	}
	return c
}

// readings are what the cell may say, the likeliest first: an apostrophe may be its own.
func (c GridCell) readings() []string {
	out := []string{strings.TrimSpace(c.Raw)}
	if c.Kept != "" {
		out = append(out, strings.TrimSpace(c.Kept))
	}
	return out
}

// isBlank reports whether nothing stands in the cell.
func (c GridCell) isBlank() bool { return strings.TrimSpace(c.Raw) == "" && !c.Formula }

// Read reads a workbook, or a text of rows in any of the usual encodings with
// semicolons, commas or tabs between the cells. It never calculates a formula. It
// refuses what is neither with ErrNotSheet, what it cannot open with ErrProtected, what
// is larger than its limits with ErrTooLong and what is empty with ErrNoRows.
func Read(r io.Reader) ([]Grid, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read rows: %w", err)
	}
	if len(b) > MaxBytes {
		return nil, ErrTooLong
	}
	var grids []Grid
	switch {
	case bytes.HasPrefix(b, []byte("PK\x03\x04")):
		grids, err = readWorkbook(b)
	case bytes.HasPrefix(b, []byte{0xd0, 0xcf, 0x11, 0xe0}): // a compound file: .xls, or a locked .xlsx
		return nil, ErrProtected
	default:
		grids, err = readText(b)
	}
	if err != nil {
		return nil, err
	}
	for _, g := range grids {
		if len(g.Rows) > 0 {
			return grids, nil
		}
	}
	return nil, ErrNoRows
}

func readText(b []byte) ([]Grid, error) {
	text, err := exchange.DecodeText(b, MaxBytes)
	switch {
	case errors.Is(err, exchange.ErrTooLong):
		return nil, ErrTooLong
	case err != nil:
		return nil, ErrNotSheet
	}
	g, err := readCSV(text)
	return []Grid{g}, err
}
