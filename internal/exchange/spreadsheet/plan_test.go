package spreadsheet_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ledstjarna/internal/exchange/spreadsheet"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

func read(t *testing.T, text string) []spreadsheet.Grid {
	t.Helper()
	grids, err := spreadsheet.Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return grids
}

// told is what a plan does, a line for each row: its number, state, what it is about,
// and the codes of what is wrong with the columns they are in.
func told(p spreadsheet.Plan) []string {
	var out []string
	for _, r := range p.Rows {
		words := []string{string(rune('0' + r.Number)), string(r.State), r.Name}
		for _, c := range r.Changes {
			words = append(words, string(c.Field.Key)+":"+c.From+">"+c.To)
		}
		for _, x := range r.Problems {
			words = append(words, "!"+x.Letter()+x.Code)
		}
		for _, x := range r.Notices {
			words = append(words, "?"+x.Letter()+x.Code)
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

// office is a register with a few of everything that lists refer to.
func office(t *testing.T) plantest.File {
	t.Helper()
	f := plantest.File{Contents: map[plan.ID]plan.Content{}}
	add := func(l plan.ListName, id plan.ID, fields plan.Filled) {
		e := plan.Entry{ID: id, Position: len(f.Register.Entries(l)) + 1, Fields: plan.NewContent(fields)}
		f.Register = f.Register.Apply(plan.Edit{Changes: []plan.Change{plan.EntryChange{List: l, After: &e}}})
	}
	add(plan.ListRoles, "r1", plan.Filled{plan.KeyName: plan.Text("Kommunikatör"), plan.KeyPerson: plan.Text("Åsa")})
	add(plan.ListRoles, "r2", plan.Filled{plan.KeyName: plan.Text("Pressansvarig")})
	add(plan.ListRoles, "r3", plan.Filled{plan.KeyName: plan.Text("Tvilling")})
	add(plan.ListRoles, "r4", plan.Filled{plan.KeyName: plan.Text("Tvilling")})
	add(plan.ListBodies, "b1", plan.Filled{plan.KeyName: plan.Text("AU")})
	add(plan.ListBodies, "b2", plan.Filled{plan.KeyName: plan.Text("Styrelsen")})
	add(plan.ListPeriods, "p1", plan.Filled{plan.KeyStart: plan.Day(plan.NewDate(2023, 1, 1)), plan.KeyEnd: plan.Day(plan.NewDate(2026, 12, 31))})
	return f
}

func planned(t *testing.T, f plantest.File, lang i18n.Language, l plan.ListName, grids []spreadsheet.Grid, left ...int) spreadsheet.Plan {
	t.Helper()
	p, err := bookOf(t, f, lang).Plan(l, "", grids, left...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestRowsAreMatchedAndRefused(t *testing.T) {
	f := office(t)
	for name, c := range map[string]struct {
		list plan.ListName
		text string
		want []string
	}{
		"by name, in any order of columns": {
			plan.ListRoles, "Person;Frukt;Namn\nEva;äpple;kommunikatör\n;;Pressansvarig\nBo;;Ny roll\n",
			[]string{"2 changed Kommunikatör person:Åsa>Eva name:Kommunikatör>kommunikatör", "3 unchanged Pressansvarig", "4 new Ny roll person:>Bo name:>Ny roll"},
		},
		"a missing column leaves its field": {plan.ListRoles, "Role\tName\n1\tKommunikatör\n", []string{"2 unchanged Kommunikatör"}},
		"an empty cell empties":             {plan.ListRoles, "Name,Person\nKommunikatör,\n", []string{"2 changed Kommunikatör person:Åsa>"}},
		"by ID, so that names change":       {plan.ListRoles, "ID (do not change);Namn\nr2;Presschef\n", []string{"2 changed Pressansvarig name:Pressansvarig>Presschef"}},
		"an ID of elsewhere":                {plan.ListRoles, "Id;Namn\nx9;Pressansvarig\nx8;Ny\n", []string{"2 unchanged Pressansvarig", "3 new Ny name:>Ny"}},
		"a copied row is a new one":         {plan.ListRoles, "Id (ändra inte);Namn\nr1;Kommunikatör\nr1;Kommunikatör två\n", []string{"2 unchanged Kommunikatör", "3 new Kommunikatör två name:>Kommunikatör två"}},
		"copies that nothing tells apart":   {plan.ListRoles, "Id (ändra inte);Namn\nr1;Ett\nr1;Två\n", []string{"2 changed Kommunikatör name:Kommunikatör>Ett", "3 refused Två !Aid-twice"}},
		"twins":                             {plan.ListRoles, "Namn\nTvilling\n", []string{"2 refused Tvilling !name-unclear"}},
		"the same twice":                    {plan.ListRoles, "Namn\nKommunikatör\nKommunikatör\nNy\nny\n", []string{"2 unchanged Kommunikatör", "3 refused Kommunikatör !name-twice", "4 new Ny name:>Ny", "5 refused ny !name-twice"}},
		"no name":                           {plan.ListRoles, "Id (ändra inte);Namn;Person\nr1;;Eva\n;;Bo\n", []string{"2 refused Kommunikatör person:Åsa>Eva !Bno-name", "3 refused  !Bno-name"}},
		"a title above, and empty rows":     {plan.ListRoles, "Våra roller;\n;\nNamn;Person\n;\nKommunikatör;Åsa\n", []string{"5 unchanged Kommunikatör"}},
		"references and days": {
			plan.ListMeetings, "Beslutsinstans;Datum;Tid\nAU;2027-01-14;13.00\nau;20270215;\nNämnden;2027-03-01;\nAU;14/1 2027;\nStyrelsen;3 mars 2027;\n",
			[]string{
				"2 new AU 2027-01-14 body:>AU date:>2027-01-14 time:>13.00", "3 new AU 2027-02-15 body:>AU date:>2027-02-15",
				"4 refused 2027-03-01 !Anothing-of-the-name", "5 refused AU !Bdate", "6 new Styrelsen 2027-03-03 body:>Styrelsen date:>2027-03-03",
			},
		},
		"numbers, bounds and choices": {
			plan.ListMembers, "Namn;Invånare;Storleksklass\nAle;32 500;15 000–50 000 invånare\nBo;många;\nEda;-1;liten\n",
			[]string{"2 new Ale name:>Ale population:>32\u00a0500 size-class:>15 000–50 000 invånare", "3 refused Bo name:>Bo !Bnumber", "4 refused Eda name:>Eda !Bbounds !Cchoice"},
		},
		"periods that do not go together": {
			plan.ListPeriods, "Namn;Start;Slut\n;2026-07-01;2030-12-31\n;2031-01-01;2034-12-31\n;2033-01-01;2036-12-31\n;2041-01-01;2040-01-01\n",
			[]string{
				"2 refused 2026–2030 start:>2026-07-01 end:>2030-12-31 !overlap", "3 new 2031–2034 start:>2031-01-01 end:>2034-12-31",
				"4 refused 2033–2036 start:>2033-01-01 end:>2036-12-31 !overlap", "5 refused 2041–2040 start:>2041-01-01 end:>2040-01-01 !ends-before-start",
			},
		},
		"periods that move together": {
			plan.ListPeriods, "Id (ändra inte);Start;Slut\np1;2027-01-01;2030-12-31\n;2023-01-01;2026-12-31\n",
			[]string{"2 changed 2023–2026 start:2023-01-01>2027-01-01 end:2026-12-31>2030-12-31", "3 new 2023–2026 start:>2023-01-01 end:>2026-12-31"},
		},
	} {
		got := told(planned(t, f, i18n.Swedish, c.list, read(t, c.text)))
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestColumnsThatAreNotKnownAreTold(t *testing.T) {
	p := planned(t, office(t), i18n.Swedish, plan.ListRoles, read(t, "Namn;Frukt;Name\nNy;x;y\n"))
	if len(p.Columns) != 3 || !p.Columns[1].Unknown || p.Columns[1].Letter() != "B" || !p.Columns[2].Twice || p.Kept != 4 {
		t.Errorf("%+v, %d kept", p.Columns, p.Kept)
	}
	if _, err := bookOf(t, office(t), i18n.Swedish).Plan(plan.ListRoles, "", read(t, "a;b\n1;2\n")); !errors.Is(err, spreadsheet.ErrNoHead) {
		t.Errorf("without heads: %v", err)
	}
}

// Whatever the encoding and the signs between the cells, the same is read.
func TestEncodingsAndSeparators(t *testing.T) {
	utf16 := []byte{0xff, 0xfe}
	for _, r := range "Namn\tPerson\r\nRådgivare\tÅsa Ö\r\n" {
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	for name, b := range map[string][]byte{
		"utf-8": []byte("Namn;Person\nRådgivare;Åsa Ö\n"), "with mark": []byte("\ufeffNamn,Person\r\nRådgivare,\"Åsa Ö\"\r\n"), "utf-16": utf16,
		"windows": []byte("Namn;Person\rR\xe5dgivare;\xc5sa \xd6\r"), "sep": []byte("sep=|\nNamn|Person\nRådgivare|Åsa Ö\n"),
	} {
		grids, err := spreadsheet.Read(bytes.NewReader(b))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := told(planned(t, office(t), i18n.English, plan.ListRoles, grids)); len(got) != 1 || !strings.HasSuffix(got[0], "new Rådgivare name:>Rådgivare person:>Åsa Ö") {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// A formula is never calculated: what it gave when the file was saved is taken with a
// notice, and what gave nothing or an error is refused.
func TestFormulasAreNotCalculated(t *testing.T) {
	row := func(cell string) []byte {
		return rezipped(t, workbook(t, func(*excelize.File) {}), map[string][]byte{"xl/worksheets/sheet1.xml": sheetOf(
			`<row r="1"><c r="A1" t="inlineStr"><is><t>Namn</t></is></c><c r="B1" t="inlineStr"><is><t>Invånare</t></is></c></row>` +
				`<row r="2"><c r="A2" t="inlineStr"><is><t>Ale</t></is></c>` + cell + `</row>`)})
	}
	for cell, want := range map[string]string{
		`<c r="B2"><f>1000+500</f><v>1500</v></c>`:       "2 new Ale name:>Ale population:>1\u00a0500 ?Bformula",
		`<c r="B2"><f>1000+500</f></c>`:                  "2 refused Ale name:>Ale !Bfailed",
		`<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>`:   "2 refused Ale name:>Ale !Bfailed",
		`<c r="B2" t="str"><f>x</f><v>1 500</v></c>`:     "2 new Ale name:>Ale population:>1\u00a0500 ?Bformula",
		`<c r="B2" t="e"><v>#N/A</v></c>`:                "2 refused Ale name:>Ale !Bfailed",
		`<c r="B2"><v>1500.00000000001</v></c>`:          "2 new Ale name:>Ale population:>1\u00a0500",
		`<c r="B2" t="inlineStr"><is><t>=1</t></is></c>`: "2 refused Ale name:>Ale !Bnumber",
	} {
		grids, err := spreadsheet.Read(bytes.NewReader(row(cell)))
		if err != nil {
			t.Fatal(err)
		}
		if got := told(planned(t, plantest.File{}, i18n.Swedish, plan.ListMembers, grids)); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q, want %q", cell, got, want)
		}
	}
}

// twoPlans are a draft with three activities and another without any.
func twoPlans(t *testing.T) (f plantest.File, one, other plan.ID) {
	t.Helper()
	f = office(t)
	add := func(title string, rows ...plan.Row) plan.ID {
		c := plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text(title), plan.KeyActivities: plan.Rows(rows...)})
		e, d := plan.NewDocument(plan.AssignmentPlan, false, c, clock)
		f.Register = f.Register.Apply(e)
		f.Contents[d.Latest().ID] = c
		return d.ID
	}
	activity := func(id plan.ID, name string) plan.Row {
		return plan.Row{ID: id, Cells: plan.NewContent(plan.Filled{plan.KeyActivity: plan.Text(name), plan.KeyStatus: plan.Text("planned")})}
	}
	return f, add("Bron", activity("a1", "Start"), activity("a2", "Mässa"), activity("a3", "Mässa")), add("Vården", activity("a1", "Start"))
}

func TestActivitiesOfPlans(t *testing.T) {
	f, one, _ := twoPlans(t)
	text := "Id (ändra inte);Kommunikationsplan;Aktivitet;Beror på aktivitet;Status\n" +
		"a1;Bron;Start;;Klar\n;Bron;Invigning;\"Start; Fest\";\n;Vården;Fest;;\na1;;Start;;Klar\n;Vägen;Fest;;\na2;Vården;Mässa;;\n;Bron;Fest;Invigning;\n"
	want := []string{
		"2 changed Start status:Planerad>Klar", "3 new Invigning activity:>Invigning depends-on:>Start; Fest", "4 new Fest activity:>Fest",
		"5 refused Start !no-plan", "6 refused Fest !Bunknown-plan", "7 refused Mässa !Bother-plan", "8 new Fest activity:>Fest depends-on:>Invigning",
	}
	p := planned(t, f, i18n.Swedish, spreadsheet.Activities, read(t, text))
	if d := cmp.Diff(want, told(p)); d != "" {
		t.Error(d)
	}
	if len(p.Edit.Changes) != 2 {
		t.Errorf("%d contents change", len(p.Edit.Changes))
	}
	for _, x := range p.Edit.Changes {
		c, ok := x.(plan.ContentChange)
		if !ok || c.Document != one {
			continue
		}
		rows := c.After.Content.Get(plan.KeyActivities).Rows()
		if len(rows) != 5 || rows[0].Cells.Text(plan.KeyStatus) != "done" || len(rows[3].Cells.Get(plan.KeyDependsOn).Texts()) != 2 {
			t.Errorf("%d rows, %v", len(rows), rows[3].Cells.Get(plan.KeyDependsOn).Texts())
		}
	}
	left := planned(t, f, i18n.Swedish, spreadsheet.Activities, read(t, text), 8)
	if got := told(left); got[6] != "8 left Fest activity:>Fest depends-on:>Invigning" || got[1] != "3 refused Invigning activity:>Invigning depends-on:>Start; Fest !Dnothing-of-the-name" {
		t.Errorf("with row 8 left out: %q", got)
	}
}

func TestNamesThatAreTheSameAreToldApart(t *testing.T) {
	f, one, _ := twoPlans(t)
	b := bookOf(t, f, i18n.Swedish)
	p, err := b.Plan(spreadsheet.Activities, one, read(t, "Aktivitet;Beror på aktivitet\nNy;Mässa\nAnnan;Mässa [a3]\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"2 refused Ny activity:>Ny !Bambiguous", "3 new Annan activity:>Annan depends-on:>Mässa [a3]"}
	if d := cmp.Diff(want, told(p)); d != "" {
		t.Error(d)
	}
}

// What was adopted is written out as it stands with what was recorded since, and is not
// changed.
func TestAnAdoptedPlanStaysAsItIs(t *testing.T) {
	f, one, _ := twoPlans(t)
	d, _ := f.Register.Document(one)
	for _, e := range []plan.Event{
		{ID: "e1", Kind: plan.EventDecision, At: clock, Document: one, Version: d.Latest().ID, Fields: plan.NewContent(plan.Filled{
			plan.KeyOutcome: plan.Text(plan.Adopted), plan.KeyDecisionDate: plan.Day(plan.NewDate(2026, 1, 1)),
		})},
		{ID: "e2", Kind: plan.EventFollowUp, At: clock, Document: one, Fields: plan.NewContent(plan.Filled{
			plan.KeyActivity: plan.Text("a1"), plan.KeyStatus: plan.Text("done"), plan.KeyDate: plan.Day(plan.NewDate(2026, 2, 1)),
		})},
	} {
		f.Register = f.Register.Apply(plan.Edit{Events: []plan.Event{e}})
	}
	for _, c := range []struct{ text, want string }{
		{"Id (ändra inte);Aktivitet;Status\na1;Start;Klar\n", "2 unchanged Start"},
		{"Id (ändra inte);Aktivitet;Status\na1;Start;Planerad\n", "2 refused Start status:Klar>Planerad !frozen"},
		{"Aktivitet\nNy\n", "2 refused Ny activity:>Ny !frozen"},
	} {
		p, err := bookOf(t, f, i18n.Swedish).Plan(spreadsheet.Activities, one, read(t, c.text))
		if err != nil || len(p.Rows) != 1 || told(p)[0] != c.want || !p.Edit.IsEmpty() {
			t.Errorf("%q: %q, want %q, %v", c.text, told(p), c.want, err)
		}
	}
}
