package spreadsheet

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// The limits of a workbook's cells.
const (
	mostText   = 32_767 // UTF-16 units in a cell
	mostDigits = 15     // that a number keeps
)

// book is a workbook that is being written.
type book struct {
	*excelize.File
	sheet                 string
	plain, day, head, num int // styles
}

// WriteXLSX writes the table as a workbook: its head in sight, with a filter and in
// print repeated, days and numbers as such, texts never as formulas, IDs in a hidden
// column, and for choices a list to choose from. A text that is longer than a cell can
// hold ends in a note that the rest stands in the plan. The bytes follow from the
// table and its time alone.
func (t Table) WriteXLSX(w io.Writer) (err error) {
	f := excelize.NewFile()
	defer func() {
		if cerr := f.Close(); err == nil && cerr != nil {
			err = fmt.Errorf("write workbook: %w", cerr)
		}
	}()
	x := &book{File: f, sheet: t.sheetName()}
	steps := []func() error{
		func() error { return f.SetDefaultFont("Calibri") },
		func() error { return f.SetSheetName(f.GetSheetName(0), x.sheet) },
		x.styles, func() error { return x.cells(t) }, func() error { return x.dress(t) }, func() error { return x.choices(t) },
		func() error {
			now := t.now.UTC().Format(time.RFC3339)
			return f.SetDocProps(&excelize.DocProperties{
				Created: now, Modified: now, Creator: "Ledstjärna", Title: t.Title, Language: string(t.words.Language()),
			})
		},
		func() error { return f.Write(w) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return fmt.Errorf("write workbook: %w", err)
		}
	}
	return nil
}

func (t Table) sheetName() string {
	if t.Columns[0].scope == "" && len(t.Columns) > 1 && t.Columns[len(t.Columns)-1].scope == string(plan.AssignmentPlan) {
		return t.words.T("field.activities")
	}
	return t.words.T("register." + t.Columns[len(t.Columns)-1].scope)
}

func (x *book) styles() error {
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	format, general := "yyyy-mm-dd", "#,##0.####"
	for _, s := range []struct {
		to    *int
		style *excelize.Style
	}{
		{&x.plain, &excelize.Style{Alignment: top, NumFmt: 49}}, // text, so that what is typed there stays as it is typed
		{&x.num, &excelize.Style{Alignment: &excelize.Alignment{Vertical: "top"}, CustomNumFmt: &general}},
		{&x.day, &excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "left"}, CustomNumFmt: &format}},
		{&x.head, &excelize.Style{
			Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8EEF0"}}, Border: []excelize.Border{{Type: "bottom", Style: 1, Color: "16191C"}},
		}},
	} {
		id, err := x.NewStyle(s.style)
		if err != nil {
			return err
		}
		*s.to = id
	}
	return nil
}

// cells writes head and rows.
func (x *book) cells(t Table) error {
	for i, c := range t.Columns {
		if err := x.SetColStyle(x.sheet, letter(i+1), x.styleOf(c)); err != nil {
			return err
		}
		if err := x.SetCellStr(x.sheet, letter(i+1)+"1", t.Heads[i]); err != nil {
			return err
		}
	}
	for y, row := range t.Rows {
		for i, c := range row {
			if err := x.set(fmt.Sprint(letter(i+1), y+2), c, t); err != nil {
				return err
			}
			if err := x.SetCellStyle(x.sheet, fmt.Sprint(letter(i+1), y+2), fmt.Sprint(letter(i+1), y+2), x.styleOf(t.Columns[i])); err != nil {
				return err
			}
		}
	}
	return x.SetCellStyle(x.sheet, "A1", letter(len(t.Columns))+"1", x.head)
}

func (x *book) styleOf(c Column) int {
	switch {
	case c.role == columnField && c.Field.Kind == plan.DateField:
		return x.day
	case c.role == columnField && c.Field.Kind == plan.Decimal:
		return x.num
	}
	return x.plain
}

// set writes one cell. What a spreadsheet cannot count with exactly is a text.
func (x *book) set(at string, c Cell, t Table) error {
	switch {
	case c.IsEmpty():
		return nil
	case c.isNum && countable(c.Number):
		return x.SetCellFloat(x.sheet, at, c.Number.Float(), -1, 64)
	case !c.Day.IsZero() && datable(c.Day):
		return x.SetCellValue(x.sheet, at, c.Day.Time())
	case c.isNum || !c.Day.IsZero():
		return x.SetCellStr(x.sheet, at, c.Plain(t.words))
	}
	return x.SetCellStr(x.sheet, at, escaped(fitting(c.Text, t.words)))
}

func countable(n plan.Number) bool {
	digits := 0
	for _, r := range n.String() {
		if r >= '0' && r <= '9' {
			digits++
		}
	}
	return digits <= mostDigits
}

// datable reports whether all spreadsheets count the day in the same way: from 1900-03-01,
// since some know a 29 February 1900.
func datable(d plan.Date) bool { return d.Year > 1900 && d.Year < 10_000 }

// fitting is the text as far as a cell can hold it.
func fitting(s string, w *i18n.Printer) string {
	if len(s) <= mostText && !strings.Contains(s, "_x") || len(utf16.Encode([]rune(escaped(s)))) <= mostText {
		return s
	}
	tail := " " + w.T("sheet.cut")
	room, out := mostText-len(utf16.Encode([]rune(tail)))-(len(escaped(s))-len(s)), strings.Builder{}
	for _, r := range s {
		if room -= utf16.RuneLen(r); room < 0 {
			break
		}
		out.WriteRune(r)
	}
	return out.String() + tail
}

var code = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// escaped writes what looks like the code of a sign, as "_x000D_", so that it is read
// as it stands (ECMA-376, part 1, ST_Xstring).
func escaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && code.MatchString(s[i:]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// letter names a column, from 1.
func letter(n int) string {
	name, err := excelize.ColumnNumberToName(n)
	if err != nil {
		return "?"
	}
	return name
}
