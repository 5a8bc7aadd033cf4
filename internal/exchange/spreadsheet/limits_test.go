package spreadsheet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"ledstjarna/internal/exchange/spreadsheet"
)

// rezipped is the archive with some of its parts in place of others.
func rezipped(t testing.TB, whole []byte, parts map[string][]byte) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range r.File {
		part, ok := parts[f.Name]
		if !ok {
			in, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			if part, err = io.ReadAll(in); err != nil {
				t.Fatal(err)
			}
		}
		out, err := w.Create(f.Name)
		if err == nil {
			_, err = out.Write(part)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sheetOf(rows string) []byte {
	return []byte(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`)
}

// Files that would unfold into far more than they are, are refused soon and with
// little memory.
func TestHostileFilesAreRefused(t *testing.T) {
	whole := workbook(t, func(*excelize.File) {})
	part := func(name string, b []byte) []byte { return rezipped(t, whole, map[string][]byte{name: b}) }
	sheet := func(rows string) []byte { return part("xl/worksheets/sheet1.xml", sheetOf(rows)) }
	var far, many, wide strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&far, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i+1, i+1)
	}
	for i := range 30_000 {
		fmt.Fprintf(&many, `<row r="%d"><c r="A%d"><v>1</v></c></row>`, i+1, i+1)
	}
	for range 1_200 {
		wide.WriteString(`<c><v>1</v></c>`)
	}
	lying := lyingZip(t)
	for name, c := range map[string]struct {
		file []byte
		want error
	}{
		"a zip bomb":         {part("xl/worksheets/sheet1.xml", bytes.Repeat([]byte(" "), 70<<20)), spreadsheet.ErrTooLong},
		"a lying size":       {lying, spreadsheet.ErrNotSheet},
		"cells far out":      {sheet(far.String()), spreadsheet.ErrTooLong},
		"too many rows":      {sheet(many.String()), spreadsheet.ErrTooLong},
		"too many cells":     {sheet("<row>" + wide.String() + "</row>"), spreadsheet.ErrTooLong},
		"a cell of 4 MB":     {sheet(`<row><c t="inlineStr"><is><t>` + strings.Repeat("x", 4<<20) + `</t></is></c></row>`), spreadsheet.ErrTooLong},
		"a text of 4 MB":     {part("xl/sharedStrings.xml", []byte("<sst><si><t>"+strings.Repeat("x", 4<<20)+"</t></si></sst>")), spreadsheet.ErrTooLong},
		"entities":           {sheet(`<row><c><v>&lol;</v></c></row>`), spreadsheet.ErrNotSheet},
		"no workbook":        {rezipped(t, whole, map[string][]byte{"xl/workbook.xml": []byte("x")}), spreadsheet.ErrNotSheet},
		"a zip of nothing":   {[]byte("PK\x03\x04"), spreadsheet.ErrNotSheet},
		"a locked file":      {[]byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1}, spreadsheet.ErrProtected},
		"a picture":          {[]byte("\x89PNG\r\n\x1a\n\x00\x00"), spreadsheet.ErrNotSheet},
		"no bytes":           {nil, spreadsheet.ErrNoRows},
		"a long text":        {bytes.Repeat([]byte("a;b\n"), 5<<20), spreadsheet.ErrTooLong},
		"many rows of text":  {bytes.Repeat([]byte("a;b\n"), 100_000), spreadsheet.ErrTooLong},
		"a csv cell of 4 MB": {bytes.Repeat([]byte("a"), 4<<20), spreadsheet.ErrTooLong},
		"many csv cells":     {bytes.Repeat([]byte(";"), 5_000), spreadsheet.ErrTooLong},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		began := time.Now()
		if _, err := spreadsheet.Read(bytes.NewReader(c.file)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
		runtime.ReadMemStats(&after)
		if took, mb := time.Since(began), (after.TotalAlloc-before.TotalAlloc)>>20; took > 20*time.Second || mb > 700 {
			t.Errorf("%s took %s and %d MB", name, took, mb)
		}
	}
}

// lyingZip says that a part is small which is not.
func lyingZip(t *testing.T) []byte {
	t.Helper()
	whole := workbook(t, func(*excelize.File) {})
	b := rezipped(t, whole, map[string][]byte{"xl/worksheets/sheet1.xml": sheetOf(strings.Repeat(" ", 1<<20))})
	size := []byte{0x00, 0x00, 0x10, 0x00}
	size[0] = byte(len(sheetOf("")))
	return bytes.ReplaceAll(b, size, []byte{0x10, 0, 0, 0})
}

func TestLargeListsAreRead(t *testing.T) {
	var text strings.Builder
	text.WriteString("Namn;Person\n")
	for i := range 19_000 {
		fmt.Fprintf(&text, "Roll %d;Person %d\n", i, i)
	}
	grids, err := spreadsheet.Read(strings.NewReader(text.String()))
	if err != nil || len(grids[0].Rows) != 19_001 {
		t.Fatal(err)
	}
}
