package exchange

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

func exampleStatus(t testing.TB) Status {
	t.Helper()
	c := exampleCalendar(t)
	return Status{Register: c.Register, Words: c.Words, Overview: review.OverviewOf(c.Register, 2025, 2026, c.Today), Now: c.Now}
}

func TestStatusAsCSV(t *testing.T) {
	var b bytes.Buffer
	s := exampleStatus(t)
	if err := s.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	text, ok := strings.CutPrefix(b.String(), "\ufeff")
	if !ok || strings.Count(text, "\r\n") != len(s.Overview.Rows)+1 {
		t.Fatalf("not as a spreadsheet opens it: %q", text)
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"Webbpolicy", "Policydokument", "1.0", "Kommunikationschef", "Varje år", "2025-10-09", "2026-11-30", "Brådskande", "8", "Genomförd", "Brådskande"}
	for _, row := range rows {
		if row[0] == "Webbpolicy" {
			if diff := cmp.Diff(want, row); diff != "" {
				t.Error(diff)
			}
			return
		}
	}
	t.Errorf("no row of the document among %v", rows)
}

func TestFormulasAreTexts(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "+46": "'+46", "-": "'-", "@namn": "'@namn", "\tx": "'\tx", "Policy": "Policy", "": "", "a=b": "a=b",
	} {
		if got := harmless(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestStatusAsWorkbook(t *testing.T) {
	s := exampleStatus(t)
	var a, b bytes.Buffer
	for _, w := range []*bytes.Buffer{&a, &b} {
		if err := s.WriteXLSX(w); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("the same status has different bytes")
	}
	f, err := excelize.OpenReader(&a)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if diff := cmp.Diff([]string{"Dokument", "Antal", "Saknas i registret"}, f.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	rows, err := f.GetRows("Dokument")
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(s.Overview.Rows)+1 {
		t.Errorf("%d rows for %d documents", len(rows), len(s.Overview.Rows))
	}
	for y, row := range rows {
		if row[0] != "Webbpolicy" {
			continue
		}
		where, _ := excelize.CoordinatesToCellName(7, y+1)
		if kind, err := f.GetCellType("Dokument", where); err != nil || kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
			t.Errorf("the next review is text: %v, %v", kind, err)
		}
		if row[6] != "2026-11-30" || row[8] != "8" {
			t.Errorf("the row is %v", row)
		}
	}
}

// A title that looks like a formula stays text, and one with needs is listed.
func TestAWorkbookOfOddTitles(t *testing.T) {
	s := exampleStatus(t)
	id := s.Overview.Rows[0].Document
	n, err := review.RecordNeed(s.Register, review.Need{Document: id, Reason: "=HYPERLINK(\"x\")", Date: s.Overview.On}, "S", s.Now)
	if err != nil {
		t.Fatal(err)
	}
	s.Register = s.Register.Apply(n)
	s.Overview = review.OverviewOf(s.Register, 2025, 2026, plan.DateOf(s.Now))
	var b bytes.Buffer
	if err := s.WriteXLSX(&b); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	formula, err := f.GetCellFormula("Behov av översyn", "B2")
	text, _ := f.GetCellValue("Behov av översyn", "B2")
	if err != nil || formula != "" || text != "=HYPERLINK(\"x\")" {
		t.Errorf("the need is %q, formula %q, %v", text, formula, err)
	}
}
