package spreadsheet

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"ledstjarna/internal/plan"
)

// The widths of columns, in characters.
const (
	leastWidth = 8
	textWidth  = 40
	mostWidth  = 56
)

// roomForMore is for how many rows below the last the lists to choose from are there.
const roomForMore = 500

// dress gives the sheet its widths, filter, fixed head and print.
func (x *book) dress(t Table) error {
	for i := range t.Columns {
		if err := x.SetColWidth(x.sheet, letter(i+1), letter(i+1), t.width(i)); err != nil {
			return err
		}
	}
	landscape, a4, wide, tall, fit := "landscape", 9, 1, 0, true
	last := letter(len(t.Columns))
	for _, err := range []error{
		x.SetColVisible(x.sheet, "A", false),
		x.SetRowHeight(x.sheet, 1, 32),
		x.AutoFilter(x.sheet, fmt.Sprintf("A1:%s%d", last, len(t.Rows)+1), nil),
		x.SetPanes(x.sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}),
		x.SetPageLayout(x.sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &wide, FitToHeight: &tall}),
		x.SetSheetProps(x.sheet, &excelize.SheetPropsOptions{FitToPage: &fit}),
		x.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$1:$1", x.sheet), Scope: x.sheet}),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

// width is how wide a column must be for what stands in it, within reason; its head
// can take two lines.
func (t Table) width(i int) float64 {
	n := leastWidth
	for word := range strings.FieldsSeq(t.Heads[i]) {
		n = max(n, utf8.RuneCountInString(word)+4) // the filter's arrow
	}
	most := textWidth
	if t.Columns[i].Field.Kind == plan.LongText {
		most = mostWidth
	}
	for _, row := range t.Rows {
		for line := range strings.SplitSeq(row[i].Plain(t.words), "\n") {
			n = max(n, min(most, utf8.RuneCountInString(line)+2))
		}
	}
	return float64(n)
}

// choices puts what can be chosen on a hidden sheet and lets the cells be chosen from
// it.
func (x *book) choices(t Table) error {
	name, made := t.words.T("sheet.choices"), false
	for i, offered := range t.Choices {
		if len(offered) == 0 {
			continue
		}
		if !made {
			if _, err := x.NewSheet(name); err != nil {
				return err
			}
			made = true
		}
		if err := x.offer(name, i, offered, t); err != nil {
			return err
		}
	}
	if !made {
		return nil
	}
	return x.SetSheetVisible(name, false)
}

func (x *book) offer(name string, i int, offered []string, t Table) error {
	column := letter(i + 1)
	if err := x.SetCellStr(name, column+"1", t.Heads[i]); err != nil {
		return err
	}
	for n, word := range offered {
		if err := x.SetCellStr(name, fmt.Sprint(column, n+2), escaped(fitting(word, t.words))); err != nil {
			return err
		}
	}
	v := excelize.NewDataValidation(true)
	v.Sqref = fmt.Sprintf("%s2:%s%d", column, column, len(t.Rows)+1+roomForMore)
	v.SetSqrefDropList(fmt.Sprintf("'%s'!$%s$2:$%s$%d", name, column, column, len(offered)+1))
	v.ShowErrorMessage = t.Strict[i]
	if t.Strict[i] {
		v.SetError(excelize.DataValidationErrorStyleWarning, t.words.T("sheet.choose-title"), t.words.T("sheet.choose"))
	}
	return x.AddDataValidation(x.sheet, v)
}
