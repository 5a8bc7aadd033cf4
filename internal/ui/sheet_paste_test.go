package ui

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/ui/kit"
)

func TestRowsFromASpreadsheet(t *testing.T) {
	a := window(t)
	a.openExample()
	_, s := activitySheet(t, a, threeActivities()...)
	s.paste(2, []string{"activity", "audience", "start", "status", "budget"}, [][]string{
		{"Filmen", "anhöriga", "2026-12-01", "Pågår", "12\u00a0500,50"},
		{"Utställning", "Ordförande, nämnder", "i går", "Klar", "2 000 kr"},
		{"", "", "", "", ""},
		{"Torgmöte", "Okända", "20270102", "", "dyrt"},
	})
	if got, want := namesOf(s), "Möte Brev Filmen Utställning Torgmöte"; got != want {
		t.Fatalf("rows %q, want %q", got, want)
	}
	var got []string
	for i := 2; i < s.Rows(); i++ {
		var line []string
		for _, k := range []string{"activity", "audience", "start", "status", "budget"} {
			line = append(line, s.Text(i, k))
		}
		got = append(got, strings.Join(line, " | "))
	}
	want := []string{
		"Filmen | Anhöriga | 2026-12-01 | Pågår | 12500,5",
		"Utställning | Ordförande, nämnder |  | Klar | 2000",
		"Torgmöte |  | 2027-01-02 |  | ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("cells (-want +got):\n%s", diff)
	}
	if got, want := a.toaster.Text(), "3 rader inklistrade. 3 celler gick inte att läsa, den första i rad 2, Start."; !strings.HasPrefix(got, want) {
		t.Errorf("told %q, want %q …", got, want)
	}
	if err := a.file.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := namesOf(s); got != "Möte Brev Film" {
		t.Errorf("one undo gives %q", got)
	}
}

func TestHeadingsSayWhereCellsBelong(t *testing.T) {
	a := window(t)
	a.openExample()
	_, s := activitySheet(t, a)
	title := func(k plan.Key) string { return s.form.labelOf(s.path.In("", k)) }
	s.paste(0, []string{"activity"}, [][]string{
		{title(plan.KeyEnd), "Kommentar", title(plan.KeyActivity)},
		{"2026-12-24", "viktig", "Julkort"},
	})
	if s.Rows() != 1 || s.Text(0, "activity") != "Julkort" || s.Text(0, "end") != "2026-12-24" {
		t.Errorf("%d rows: %q until %q", s.Rows(), s.Text(0, "activity"), s.Text(0, "end"))
	}
}

// What is copied from a cell can be pasted into it: the text of every column of
// every list of every kind of document reads back as the value it was written
// from.
func TestWhatIsCopiedCanBePasted(t *testing.T) {
	a := window(t)
	a.openExample()
	complete := plantest.Complete(2)
	cells := 0
	var walk func(f *form, fields []plan.Field, above plan.Path, c plan.Content)
	walk = func(f *form, fields []plan.Field, above plan.Path, c plan.Content) {
		for _, x := range fields {
			if x.Kind != plan.List {
				continue
			}
			p := plan.PathTo(x.Key)
			if len(above) > 0 {
				p = append(append(plan.Path{}, above...), plan.Step{Key: x.Key})
			}
			s := newSheet(f, x, p, true)
			for i, r := range s.rows {
				for _, col := range x.Columns {
					v := r.Cells.Get(col.Key)
					if col.Kind == plan.List || col.Kind == plan.Derived {
						continue
					}
					cells++
					got, wrong := f.read(col, s.path.In("", col.Key), kit.CellInput{Text: s.Text(i, string(col.Key))})
					if wrong != "" || !got.Equal(v) {
						t.Errorf("%s.%s: %q reads as %v (%s), want %v", p, col.Key, s.Text(i, string(col.Key)), got, wrong, v)
					}
				}
				walk(f, x.Columns, p.AtRow(r.ID), r.Cells)
			}
		}
	}
	for _, kind := range plan.DocumentKinds() {
		f := newForm(a.desk, fixedSource{complete.Subject(kind)})
		walk(f, plan.FieldsOf(kind), nil, complete.Subject(kind).Content)
	}
	if cells < 200 {
		t.Errorf("only %d cells were read", cells)
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	a := window(t)
	a.openExample()
	_, s := activitySheet(t, a, threeActivities()...)
	for column, text := range map[string]string{"start": "i morgon", "budget": "mycket", "status": "Kanske", "channel": "Rökpuffar"} {
		if wrong := s.set(0, column, kit.CellInput{Text: text}); wrong == "" {
			t.Errorf("%s takes %q", column, text)
		}
	}
	x := plan.Field{Key: "scale", Kind: plan.Decimal, Min: plan.Int(1), Max: plan.Int(5)}
	for text, want := range map[string]string{"0,9": "Skriv ett tal från 1 till 5.", "5,1": "Skriv ett tal från 1 till 5.", "5": "", "": ""} {
		if _, wrong := s.form.read(x, plan.PathTo("scale"), kit.CellInput{Text: text}); wrong != want {
			t.Errorf("%q: %q, want %q", text, wrong, want)
		}
	}
}

func TestTooLargeAPasteIsToldInWords(t *testing.T) {
	a := window(t)
	a.openExample()
	_, s := activitySheet(t, a, threeActivities()...)
	before := namesOf(s)
	s.events().TooMuch()
	if got, want := a.toaster.Text(), "Det är mer än vad som kan klistras in på en gång. Inget har ändrats."; !strings.HasPrefix(got, want) {
		t.Errorf("told %q, want %q …", got, want)
	}
	if namesOf(s) != before {
		t.Error("the rows have changed")
	}
}
