package spreadsheet

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// readWorkbook reads the sheets of a workbook that are in sight.
func readWorkbook(b []byte) (grids []Grid, err error) {
	defer func() {
		if p := recover(); p != nil { // the library panics on some files that are no workbooks
			grids, err = nil, fmt.Errorf("read workbook: %w: %v", ErrNotSheet, p)
		}
	}()
	pack, err := unpack(b)
	if err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(b), excelize.Options{UnzipSizeLimit: mostUnpacked, UnzipXMLSizeLimit: mostUnpacked})
	switch {
	case errors.Is(err, excelize.ErrWorkbookFileFormat), errors.Is(err, excelize.ErrWorkbookPassword):
		return nil, ErrProtected
	case err != nil:
		return nil, fmt.Errorf("read workbook: %w", ErrNotSheet)
	}
	defer func() { _ = f.Close() }() // it was only read
	names := f.GetSheetList()
	if len(names) > mostSheets {
		return nil, ErrTooLong
	}
	left := mostOfAll
	for i, name := range names {
		if visible, verr := f.GetSheetVisible(name); verr != nil || !visible {
			continue
		}
		g, serr := readSheet(f, name, pack.marks(i), &left)
		if serr != nil {
			return nil, serr
		}
		grids = append(grids, g)
	}
	return grids, nil
}

// readSheet reads the cells of a sheet twice, as they are stored and as they are shown.
func readSheet(f *excelize.File, name string, marks map[[2]int]mark, left *int) (Grid, error) {
	g := Grid{Name: name}
	stored, err := rowsOf(f, name, true, left)
	if err != nil {
		return g, err
	}
	shown, err := rowsOf(f, name, false, left)
	if err != nil {
		return g, err
	}
	for _, r := range stored {
		row, blank := GridRow{Number: r.number}, true
		for x, raw := range r.cells {
			c := textOf(plainEnds(raw))
			if s := shown[r.number]; x < len(s.cells) {
				c.Shown = harmful(plainEnds(s.cells[x]))
			}
			m := marks[[2]int{x + 1, r.number}]
			c.Number, c.Formula = m.number && raw != "", m.formula
			c.Failed = m.failed || m.formula && raw == ""
			blank = blank && c.isBlank()
			row.Cells = append(row.Cells, c)
		}
		if !blank {
			g.Rows = append(g.Rows, row)
		}
	}
	sortRows(g.Rows)
	if len(g.Rows) > mostRows {
		return g, ErrTooLong
	}
	return g, nil
}

type readRow struct {
	number int
	cells  []string
}

// rowsOf streams the rows of a sheet that hold anything, by their number.
func rowsOf(f *excelize.File, name string, raw bool, left *int) (map[int]readRow, error) {
	rows, err := f.Rows(name)
	if err != nil {
		return nil, fmt.Errorf("read sheet: %w", ErrNotSheet)
	}
	defer func() { _ = rows.Close() }() // it was only read
	out := map[int]readRow{}
	for n := 1; rows.Next(); n++ {
		cells, err := rows.Columns(excelize.Options{RawCellValue: raw})
		switch {
		case err != nil:
			return nil, fmt.Errorf("read sheet: %w", ErrNotSheet)
		case len(cells) > mostColumns:
			cells = cells[:mostColumns]
		}
		size := 0
		for _, c := range cells {
			if size += len(c); len(c) > mostOfCell {
				return nil, ErrTooLong
			}
		}
		if *left -= size; *left < 0 {
			return nil, ErrTooLong
		}
		if size > 0 || len(cells) > 0 {
			out[n] = readRow{n, cells}
		}
	}
	if err := rows.Error(); err != nil {
		return nil, fmt.Errorf("read sheet: %w", ErrNotSheet)
	}
	return out, nil
}

func plainEnds(s string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
}
