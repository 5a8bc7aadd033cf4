package exchange

import (
	"fmt"
	"io"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// The widths of columns, in characters.
const (
	leastWidth = 8
	mostWidth  = 48
)

// WriteXLSX writes all tables as a workbook, each on a sheet of its own with a
// filter, its head in sight and repeated in print. Its bytes follow from the
// status and the clock.
func (s Status) WriteXLSX(w io.Writer) (err error) {
	f := excelize.NewFile()
	defer func() {
		if cerr := f.Close(); err == nil && cerr != nil {
			err = fmt.Errorf("write status: %w", cerr)
		}
	}()
	for i, sheet := range s.sheets() {
		if err := s.sheet(f, sheet, i == 0); err != nil {
			return fmt.Errorf("write status: %w", err)
		}
	}
	now := s.Now.UTC().Format(time.RFC3339)
	err = f.SetDocProps(&excelize.DocProperties{
		Created: now, Modified: now, Creator: "Ledstjärna", Title: s.Words.T("packet.status-part"), Language: string(s.Words.Language()),
	})
	if err != nil {
		return fmt.Errorf("write status: %w", err)
	}
	f.SetActiveSheet(0)
	if err := f.Write(w); err != nil {
		return fmt.Errorf("write status: %w", err)
	}
	return nil
}

// sheet writes one table.
func (s Status) sheet(f *excelize.File, t statusSheet, first bool) error {
	name := t.name
	if first {
		if err := f.SetSheetName(f.GetSheetName(0), name); err != nil {
			return err
		}
	} else if _, err := f.NewSheet(name); err != nil {
		return err
	}
	head, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Border: []excelize.Border{{Type: "bottom", Style: 1, Color: "16191C"}}})
	if err != nil {
		return err
	}
	format := "yyyy-mm-dd"
	day, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format, Alignment: &excelize.Alignment{Horizontal: "left"}})
	if err != nil {
		return err
	}
	for x, words := range t.head {
		at, err := excelize.CoordinatesToCellName(x+1, 1)
		if err != nil {
			return err
		}
		if err := f.SetCellStr(name, at, words); err != nil {
			return err
		}
	}
	for y, row := range t.rows {
		for x, c := range row {
			if err := setCell(f, name, [2]int{x + 1, y + 2}, c, day); err != nil {
				return err
			}
		}
	}
	return dress(f, t, head)
}

// setCell writes a cell with its own type; days in their style.
func setCell(f *excelize.File, sheet string, at [2]int, c statusCell, day int) error {
	where, err := excelize.CoordinatesToCellName(at[0], at[1])
	if err != nil || c.isEmpty() {
		return err
	}
	switch {
	case c.isNum:
		return f.SetCellInt(sheet, where, int64(c.number))
	case !c.day.IsZero():
		if err := f.SetCellValue(sheet, where, c.day.Time()); err != nil {
			return err
		}
		return f.SetCellStyle(sheet, where, where, day)
	}
	return f.SetCellStr(sheet, where, c.text) // a string cell is never a formula
}

// dress gives a sheet its widths, filter, fixed head and print.
func dress(f *excelize.File, t statusSheet, head int) error {
	last, err := excelize.ColumnNumberToName(len(t.head))
	if err != nil {
		return err
	}
	for x := range t.head {
		column, err := excelize.ColumnNumberToName(x + 1)
		if err != nil {
			return err
		}
		if err := f.SetColWidth(t.name, column, column, t.width(x)); err != nil {
			return err
		}
	}
	landscape, a4, wide, tall := "landscape", 9, 1, 0
	fit := true
	for _, err := range []error{
		f.SetCellStyle(t.name, "A1", last+"1", head),
		f.AutoFilter(t.name, fmt.Sprintf("A1:%s%d", last, len(t.rows)+1), nil),
		f.SetPanes(t.name, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}),
		f.SetPageLayout(t.name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &wide, FitToHeight: &tall}),
		f.SetSheetProps(t.name, &excelize.SheetPropsOptions{FitToPage: &fit}),
		f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$1:$1", t.name), Scope: t.name}),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

// width is how wide a column must be for what stands in it, within reason.
func (t statusSheet) width(x int) float64 {
	n := utf8.RuneCountInString(t.head[x]) + 3 // the filter's arrow
	for _, row := range t.rows {
		if x < len(row) {
			n = max(n, utf8.RuneCountInString(row[x].plain())+1)
		}
	}
	return float64(min(mostWidth, max(leastWidth, n)))
}
