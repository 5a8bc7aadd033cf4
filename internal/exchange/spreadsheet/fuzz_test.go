package spreadsheet_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ledstjarna/internal/exchange/spreadsheet"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

// heldAgainst holds what was read against every list, and what it would do must be done
// once only.
func heldAgainst(t *testing.T, f plantest.File, lists []plan.ListName, grids []spreadsheet.Grid) {
	t.Helper()
	for _, l := range lists {
		b := bookOf(t, f, i18n.Swedish)
		p, err := b.Plan(l, "", grids)
		if err != nil {
			continue
		}
		does := 0
		for _, r := range p.Rows {
			if len(r.Problems) > 0 && r.State != plan.RowRefused || r.State == "" {
				t.Fatalf("%s: row %d is %q with %v", l, r.Number, r.State, r.Problems)
			}
			if r.State == plan.RowNew || r.State == plan.RowChanged {
				does++
			}
		}
		if does != p.Does() || does > 0 == p.Edit.IsEmpty() {
			t.Fatalf("%s: %d rows do something in %d changes", l, does, len(p.Edit.Changes))
		}
		if does == 0 || l == spreadsheet.Activities {
			continue
		}
		after := f
		after.Register = f.Register.Apply(p.Edit)
		q, err := bookOf(t, after, i18n.Swedish).Plan(l, "", grids)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range q.Rows {
			if r.State == plan.RowChanged {
				for _, c := range r.Changes {
					t.Fatalf("%s: the second time row %d changes %s from %q to %q", l, r.Number, c.Label, c.From, c.To)
				}
			}
		}
	}
}

func FuzzRowsOfText(f *testing.F) {
	for _, s := range []string{
		"Namn;Person\nÅsa;Bo\n", "\ufeffNamn,Invånare,Storleksklass\nAle,\"32,345\",Under 15 000 invånare\n", "sep=;\nNamn;E-post\n'=x;@y\n",
		"Beslutsinstans\tDatum\nAU\t2027-01-14\n", "Id (ändra inte);Namn\nroles-1;Ny\nroles-1;Annan\n", "Aktivitet;Plan;Start\nx;;2027-01-01\n",
		"Start;Slut\n2027-01-01;2030-12-31\n2029-01-01;2033-01-01\n", "\xff\xfeN\x00a\x00m\x00n\x00", "N\xe5mn;\"a\"\"b\n", "År;Öppnar\n2027;1 september 2027\n",
	} {
		f.Add([]byte(s))
	}
	file := plantest.Complete(2)
	f.Fuzz(func(t *testing.T, b []byte) {
		if bytes.HasPrefix(b, []byte("PK")) {
			return
		}
		grids, err := spreadsheet.Read(bytes.NewReader(b))
		if err != nil {
			return
		}
		lists := []plan.ListName{plan.ListRoles}
		for _, l := range spreadsheet.Lists() { // a few letters choose the list
			if len(b) > 0 && int(b[len(b)-1])%11 == len(l)%11 {
				lists = append(lists, l)
			}
		}
		heldAgainst(t, file, lists, grids)
	})
}

// workbook makes a small one whose parts a fuzzer can change.
func workbook(t testing.TB, change func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for at, v := range map[string]any{"A1": "Namn", "B1": "Person", "A2": "Åsa", "B2": 12.5, "A3": "=text"} {
		if err := f.SetCellValue("Sheet1", at, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetCellFormula("Sheet1", "B3", "1+1"); err != nil {
		t.Fatal(err)
	}
	change(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func FuzzWorkbook(f *testing.F) {
	sheet := func(rows string) string {
		return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
	}
	texts := `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Namn</t></si><si><r><t>Å</t></r><r><t>sa</t></r></si></sst>`
	for _, rows := range []string{
		`<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>`,
		`<row><c t="inlineStr"><is><t>Namn</t></is></c></row><row r="9"><c r="XFD9"><f>1+1</f><v>2</v></c></row>`,
		`<row r="5"><c r="A5" t="str"><v>Namn</v></c></row><row r="2"><c r="B2" t="e"><v>#N/A</v></c><c t="b"><v>1</v></c></row>`,
		`<row r="1048576"><c r="A1048576" s="99"><v>1e308</v></c></row>`,
		`<row r="1"><c r="A1" t="s"><v>99</v></c><c r="B1" t="d"><v>2027-01-01</v></c></row>`,
		`<row r="1"><c r="A1" t="str"><f t="shared" si="0" ref="A1:A9">x</f><v>Namn</v></c></row>`,
	} {
		f.Add([]byte(sheet(rows)), []byte(texts))
	}
	file := plantest.Complete(1)
	whole := workbook(f, func(*excelize.File) {})
	f.Fuzz(func(t *testing.T, part, shared []byte) {
		b := rezipped(t, whole, map[string][]byte{"xl/worksheets/sheet1.xml": part, "xl/sharedStrings.xml": shared})
		grids, err := spreadsheet.Read(bytes.NewReader(b))
		if err != nil {
			return
		}
		for _, g := range grids {
			for i, r := range g.Rows {
				if r.Number < 1 || i > 0 && r.Number <= g.Rows[i-1].Number {
					t.Fatalf("row %d after %v", r.Number, i)
				}
				for _, c := range r.Cells {
					if strings.ContainsAny(c.Raw, "\r") {
						t.Fatalf("%q", c.Raw)
					}
				}
			}
		}
		heldAgainst(t, file, []plan.ListName{plan.ListRoles}, grids)
	})
}
