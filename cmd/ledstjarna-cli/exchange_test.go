package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// exchangedOut is what --json tells of rows that were taken in.
type exchangedOut struct {
	Sheet                                  string
	New, Changed, Unchanged, Refused, Kept int
	Unknown                                []string `json:"unknown-columns"`
	Rows                                   []struct {
		Row      int
		State    string
		Name     string
		Changes  []struct{ Field, Column, From, To string }
		Problems []struct{ Column, Head, Code, Reason string }
		Notices  []struct{ Column, Code, Reason string }
	}
}

func TestWhatGoesOutComesInUnchanged(t *testing.T) {
	file := newFile(t, "--example")
	dir := t.TempDir()
	before := done(t, "dump", file)
	for _, l := range []string{"activities", "members", "roles", "audiences", "channels", "meetings", "periods", "messages", "assignments", "bodies", "cycles"} {
		for _, kind := range []string{".xlsx", ".csv"} {
			path := filepath.Join(dir, l+kind)
			done(t, "exchange", file, "out", l, "--file", path)
			got := decoded[exchangedOut](t, done(t, "--lang", "en", "exchange", file, "in", l, "--file", path, "--json"))
			if got.New+got.Changed+got.Refused+got.Kept+len(got.Unknown) != 0 || got.Unchanged == 0 {
				t.Errorf("%s%s: %+v", l, kind, got)
			}
		}
	}
	if done(t, "dump", file) != before {
		t.Error("the file has changed")
	}
}

func TestActivitiesAreTakenIn(t *testing.T) {
	file := newFile(t)
	doc := strings.TrimSpace(done(t, "add", file, "assignment-plan", "--title", "Plan ett"))
	path := written(t, "Aktivitet;Ansvarig;Start;Budget (kr);Status;Frukt\nInvigning;Kommunikatör;2027-03-01;12 500,50;Planerad;äpple\nFest;;1/2/2027;;;\nMässa;;;;Kanske;\n")
	before := done(t, "dump", file)
	dry := decoded[exchangedOut](t, done(t, "exchange", file, "in", "activities", "--document", doc, "--file", path, "--dry-run", "--json"))
	if dry.New != 1 || dry.Refused != 2 || len(dry.Unknown) != 1 || dry.Unknown[0] != "Frukt" || len(dry.Rows) != 3 {
		t.Fatalf("%+v", dry)
	}
	if p := dry.Rows[1].Problems; len(p) != 1 || p[0].Column != "C" || p[0].Head != "Start" || p[0].Code != "date" || dry.Rows[1].Row != 3 {
		t.Errorf("row 3: %+v", dry.Rows[1])
	}
	if p := dry.Rows[2].Problems; len(p) != 1 || !strings.Contains(p[0].Reason, "Planerad, Pågår, Klar, Pausad, Inställd") {
		t.Errorf("row 4: %+v", dry.Rows[2])
	}
	if done(t, "dump", file) != before {
		t.Error("a dry run changed the file")
	}
}

func TestAPlanIsChangedFromAWorkbook(t *testing.T) {
	file := newFile(t)
	doc := strings.TrimSpace(done(t, "add", file, "assignment-plan", "--title", "Plan ett"))
	path := written(t, "Aktivitet;Ansvarig;Start;Budget (kr)\nInvigning;Kommunikatör;2027-03-01;12 500,50\n=1+1;;;\n")
	done(t, "exchange", file, "in", "activities", "--document", doc, "--file", path)
	book := filepath.Join(t.TempDir(), "plan.xlsx")
	done(t, "exchange", file, "out", "activities", "--document", "Plan ett", "--file", book)
	f, err := excelize.OpenFile(book)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheet := f.GetSheetName(0)
	for _, err := range []error{
		f.SetCellValue(sheet, "C2", "Invigning av bron"), f.SetCellValue(sheet, "P2", nil), f.SetCellFormula(sheet, "P2", "1000+500"), f.SetCellValue(sheet, "C4", "Uppföljning"),
		f.SetCellValue(sheet, "M4", "Invigning av bron"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if text, err := f.GetCellFormula(sheet, "C3"); err != nil || text != "" {
		t.Errorf("the text became the formula %q, %v", text, err)
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	got := decoded[exchangedOut](t, done(t, "exchange", file, "in", "activities", "--document", doc, "--file", book, "--dry-run", "--json"))
	if got.Refused != 1 || len(got.Rows[0].Problems) != 1 || got.Rows[0].Problems[0].Code != "failed" || got.Rows[0].Problems[0].Column != "P" || got.New != 1 || got.Unchanged != 1 {
		t.Errorf("a formula without value: %+v", got)
	}
}

func TestAnAdoptedPlanIsNotChanged(t *testing.T) {
	file := newFile(t, "--example")
	path := written(t, "Aktivitet\nInvigning\n")
	got := decoded[exchangedOut](t, done(t, "exchange", file, "in", "activities", "--document", "doc-bredband", "--file", path, "--json"))
	if got.New+got.Changed != 0 || got.Refused != 1 || got.Rows[0].Problems[0].Code != "frozen" {
		t.Errorf("%+v", got)
	}
}

// One that was taken in can be undone as one step, which the editor's own tests show;
// here a row that is left out stays out.
func TestRowsAreLeftOut(t *testing.T) {
	file := newFile(t)
	path := written(t, "Namn,Person\nKommunikatör,Åsa\nWebbredaktör,Bo\n")
	o := cli(t, "--lang", "en", "exchange", file, "in", "roles", "--file", path, "--leave-out", "2")
	if o.code != exitDone || !strings.Contains(o.notes, "1 new") {
		t.Errorf("%d %s", o.code, o.notes)
	}
	if s := done(t, "register", file, "list", "roles"); !strings.Contains(s, "Webbredaktör") || strings.Contains(s, "Åsa") {
		t.Errorf("roles: %s", s)
	}
}

func TestWrongUseOfExchangeIsExplained(t *testing.T) {
	file := newFile(t, "--example")
	dir := t.TempDir()
	for _, args := range [][]string{
		{"out", "activities", "--file", filepath.Join(dir, "x.pdf")},
		{"out", "members", "--file", filepath.Join(dir, "x.ics")},
		{"out", "frukt", "--file", filepath.Join(dir, "x.csv")},
		{"out", "members", "--document", "doc-bredband", "--file", filepath.Join(dir, "x.csv")},
		{"out", "activities", "--document", "doc-webbpolicy", "--file", filepath.Join(dir, "x.csv")},
		{"in", "members", "--file", filepath.Join(dir, "saknas.csv")},
		{"in", "members", "--file", dir},
		{"in", "members", "--file", written(t, "a;b\n1;2\n")},
		{"in", "members", "--file", written(t, "PK\x03\x04")},
		{"in", "members", "--file", written(t, "\xd0\xcf\x11\xe0")},
		{"in", "members", "--file", written(t, "\n\n")},
	} {
		o := cli(t, append([]string{"exchange", file}, args...)...)
		if o.code != exitRefused || strings.Contains(o.notes, "[") || len(o.notes) < 30 {
			t.Errorf("%v: %d %s", args, o.code, o.notes)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}
