package report_test

import (
	"strings"
	"testing"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/report"
)

// blocksOf are the blocks of a plan of the kind with the content.
func blocksOf(t *testing.T, kind plan.DocumentKind, lang i18n.Language, f plan.Filled) []report.Block {
	t.Helper()
	w, err := i18n.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	s := plantest.Complete(1).Subject(kind)
	content := plan.NewContent(f)
	src := report.Source{Register: s.Register, Words: w, Today: plan.NewDate(2026, 11, 22), Content: func(plan.Document, plan.Version) (plan.Content, error) { return content, nil }}
	doc, err := report.Version(src, s.Document, s.Version)
	if err != nil {
		t.Fatal(err)
	}
	var out []report.Block
	for _, b := range doc.Blocks {
		if c, ok := b.(report.Columns); ok {
			out = append(append(out, c.Left...), c.Right...)
			continue
		}
		out = append(out, b)
	}
	return out
}

func find[T report.Block](blocks []report.Block) (found []T) {
	for _, b := range blocks {
		if x, ok := b.(T); ok {
			found = append(found, x)
		}
	}
	return found
}

func tableOf(blocks []report.Block, caption string) report.Table {
	for _, t := range find[report.Table](blocks) {
		if t.Caption == caption {
			return t
		}
	}
	return report.Table{Rows: []report.TableRow{{Cells: make([]report.Cell, 9)}}}
}

func rowsOf(rows ...plan.Filled) plan.Value {
	var out []plan.Row
	for i, f := range rows {
		out = append(out, plan.Row{ID: plan.ID(string(rune('a' + i))), Cells: plan.NewContent(f)})
	}
	return plan.Rows(out...)
}

func activity(name, status, start, end string) plan.Filled {
	f := plan.Filled{plan.KeyActivity: plan.Text(name), plan.KeyStatus: plan.Text(status)}
	for k, s := range map[plan.Key]string{plan.KeyStart: start, plan.KeyEnd: end} {
		if d, err := plan.ParseDate(s); err == nil {
			f[k] = plan.Day(d)
		}
	}
	return f
}

func TestSchedule(t *testing.T) {
	blocks := blocksOf(t, plan.AssignmentPlan, i18n.Swedish, plan.Filled{plan.KeyActivities: rowsOf(
		activity("Kartlägg", "done", "2026-10-05", "2026-11-06"),
		activity("Larmlista", "ongoing", "2026-10-19", "2026-11-13"),
		activity("Samråd", "ongoing", "2026-11-09", "2026-12-11"),
		activity("Utbilda", "planned", "2027-02-01", ""),
		activity("Broschyr", "cancelled", "", "2027-05-28"),
		activity("Öva", "paused", "2027-04-16", "2027-03-15"), // backwards
		activity("Någon gång", "", "", ""),
	)})
	gs := find[report.Gantt](blocks)
	if len(gs) != 1 {
		t.Fatalf("%d schedules", len(gs))
	}
	g := gs[0]
	for i, want := range []struct {
		kind   report.GanttKind
		status string
		alt    string
	}{
		{report.GanttDone, "Klar", "1 Kartlägg: Klar, 2026-10-05 till 2026-11-06."},
		{report.GanttLate, "Försenad", "2 Larmlista: Försenad, 2026-10-19 till 2026-11-13."},
		{report.GanttOngoing, "Pågår", "3 Samråd: Pågår, 2026-11-09 till 2026-12-11."},
		{report.GanttPlanned, "Planerad", "4 Utbilda: Planerad, 2027-02-01 till 2027-02-01."},
		{report.GanttCancelled, "Inställd", "5 Broschyr: Inställd, 2027-05-28 till 2027-05-28."},
		{report.GanttPaused, "Pausad", "6 Öva: Pausad, 2027-04-16 till 2027-04-16."},
		{report.GanttNone, "Planerad", "7 Någon gång: Planerad, utan datum."},
	} {
		row := g.Rows[i]
		if row.Bar.Kind != want.kind || row.Status.String() != want.status || row.Alt != want.alt {
			t.Errorf("row %d: kind %d, %q, %q", i+1, row.Bar.Kind, row.Status.String(), row.Alt)
		}
		if row.Bar.From < 0 || row.Bar.To > 1 || row.Bar.To < row.Bar.From {
			t.Errorf("row %d goes from %g to %g", i+1, row.Bar.From, row.Bar.To)
		}
	}
	if len(g.Parts) != 8 || g.Parts[0].Label != "okt" || g.Parts[0].Year != "2026" || g.Parts[3].Year != "2027" {
		t.Errorf("the months are %+v", g.Parts)
	}
	if g.TodayTag != "I dag 22 nov" || g.Today < 0.2 || g.Today > 0.25 {
		t.Errorf("%q at %g", g.TodayTag, g.Today)
	}
	legend := find[report.GanttLegend](blocks)
	if len(legend) != 1 || len(legend[0].Entries) != 6 || !strings.Contains(legend[0].Note, "Snedstreckad") {
		t.Errorf("legend %+v", legend)
	}
}

// A long schedule is divided by quarters, a very long one by years; one that lies
// far from today does not show it; without days there is none.
func TestScheduleOfAnyLength(t *testing.T) {
	for name, c := range map[string]struct {
		start, end string
		parts      int
		label      string
		today      bool
	}{
		"a day":          {"2026-11-20", "", 1, "nov", true},
		"fourteen":       {"2026-01-15", "2027-02-01", 14, "jan", true},
		"fifteen months": {"2026-02-15", "2027-04-01", 6, "kv 1", true},
		"nine years":     {"2020-03-01", "2028-05-01", 9, "", true},
		"long ago":       {"2019-03-01", "2019-05-01", 3, "mars", false},
	} {
		t.Run(name, func(t *testing.T) {
			gs := find[report.Gantt](blocksOf(t, plan.AssignmentPlan, i18n.Swedish, plan.Filled{plan.KeyActivities: rowsOf(activity("A", "planned", c.start, c.end))}))
			if len(gs) != 1 || len(gs[0].Parts) != c.parts || gs[0].Parts[0].Label != c.label || (gs[0].Today >= 0) != c.today {
				t.Errorf("%+v", gs)
			}
		})
	}
	if gs := find[report.Gantt](blocksOf(t, plan.AssignmentPlan, i18n.Swedish, plan.Filled{plan.KeyActivities: rowsOf(activity("A", "planned", "", ""))})); len(gs) > 0 {
		t.Errorf("without days there is %+v", gs)
	}
}

func TestMapOfInfluence(t *testing.T) {
	who := func(name, priority string, influence, interest int64) plan.Filled {
		f := plan.Filled{plan.KeyName: plan.Text(name), plan.KeyPriority: plan.Text(priority), plan.KeyLadderNow: plan.Text("know"), plan.KeyLadderWanted: plan.Text("take-part")}
		if influence > 0 {
			f[plan.KeyInfluence], f[plan.KeyInterest] = plan.Num(plan.Int(influence)), plan.Num(plan.Int(interest))
		}
		return f
	}
	for lang, want := range map[i18n.Language][]string{
		i18n.Swedish: {"1 Kommundirektörer: inflytande 5, intresse 4.", "2 Medier: inflytande 3, intresse 4.", "Kunskap → delta", "Inte placerad"},
		i18n.English: {"1 Kommundirektörer: influence 5, interest 4.", "2 Medier: influence 3, interest 4.", " → ", "ot placed"},
	} {
		blocks := blocksOf(t, plan.PeriodPlan, lang, plan.Filled{plan.KeyAudiences: rowsOf(
			who("Kommundirektörer", "primary", 5, 4), who("Medier", "intermediary", 3, 4), who("Invånare", "secondary", 0, 0),
		)})
		grids := find[report.Grid](blocks)
		if len(grids) != 1 || len(grids[0].Marks) != 2 || grids[0].Marks[0] != (report.GridMark{X: 4, Y: 5, Label: "1", Shape: report.GridDisc}) {
			t.Fatalf("%+v", grids)
		}
		said := grids[0].Alt
		for _, table := range find[report.Table](blocks) {
			for _, r := range table.Rows {
				for _, cell := range r.Cells {
					said += " " + cell.Text.String() + " " + cell.Second.String()
				}
			}
		}
		for _, s := range want {
			if !strings.Contains(said, s) {
				t.Errorf("%s: %q is not in %q", lang, s, said)
			}
		}
	}
	if grids := find[report.Grid](blocksOf(t, plan.PeriodPlan, i18n.Swedish, plan.Filled{plan.KeyAudiences: rowsOf(who("A", "", 0, 0))})); len(grids) > 0 {
		t.Error("nobody is placed but there is a map")
	}
}

func TestGoalsWithTheirBars(t *testing.T) {
	goal := func(code string, base, target, result int64) plan.Filled {
		return plan.Filled{
			plan.KeyCode: plan.Text(code), plan.KeyText: plan.Text("Mål " + code), plan.KeyBaseline: plan.Num(plan.Int(base)), plan.KeyTarget: plan.Num(plan.Int(target)),
			plan.KeyResults: rowsOf(plan.Filled{plan.KeyYear: plan.Num(plan.Int(2025)), plan.KeyResult: plan.Num(plan.Int(result))}),
		}
	}
	blocks := blocksOf(t, plan.PeriodPlan, i18n.Swedish, plan.Filled{plan.KeyGoals: rowsOf(
		goal("M1", 50, 75, 70), goal("M2", 48, 80, 82), goal("M3", 62, 90, 58), plan.Filled{plan.KeyText: plan.Text("Utan")},
	)})
	tables := find[report.Table](blocks)
	for i, want := range []string{"80 % Delvis nått", "106 % Nått", "−15 % Under basvärdet", "Målvärde saknas "} {
		row := tables[0].Rows[i]
		cell := row.Cells[len(row.Cells)-1]
		if got := cell.Text.String() + " " + cell.Second.String(); strings.ReplaceAll(got, "\u00a0", " ") != want || (cell.Bar == nil) != (i == 3) {
			t.Errorf("goal %d: %q, bar %v", i+1, got, cell.Bar)
		}
	}
	if code := tables[0].Rows[3].Cells[0].Text.String(); code != "4" {
		t.Errorf("a goal without a code is %q", code)
	}
}

func TestFieldOfRisks(t *testing.T) {
	risk := func(name string, likelihood, consequence int64) plan.Filled {
		return plan.Filled{plan.KeyRisk: plan.Text(name), plan.KeyLikelihood: plan.Num(plan.Int(likelihood)), plan.KeyConsequence: plan.Num(plan.Int(consequence))}
	}
	blocks := blocksOf(t, plan.PeriodPlan, i18n.Swedish, plan.Filled{plan.KeyRisks: rowsOf(risk("Sent", 3, 4), risk("Litet", 2, 5), plan.Filled{plan.KeyRisk: plan.Text("Okänd")})})
	grids := find[report.Grid](blocks)
	if len(grids) != 1 || len(grids[0].Marks) != 2 || grids[0].Marks[0].Shape != report.GridDisc || grids[0].Marks[1].Shape != report.GridCircle {
		t.Fatalf("%+v", grids)
	}
	if !strings.Contains(grids[0].Alt, "1 Sent: sannolikhet 3, konsekvens 4.") {
		t.Errorf("it says %q", grids[0].Alt)
	}
}

func TestMatrixOfResponsibilities(t *testing.T) {
	task := func(name string, parts ...string) plan.Filled {
		var rows []plan.Filled
		for i := 0; i < len(parts); i += 2 {
			rows = append(rows, plan.Filled{plan.KeyRole: plan.Text(parts[i]), plan.KeyPart: plan.Text(parts[i+1])})
		}
		return plan.Filled{plan.KeyTask: plan.Text(name), plan.KeyParts: rowsOf(rows...)}
	}
	table := func(tasks ...plan.Filled) report.Table {
		return tableOf(blocksOf(t, plan.PeriodPlan, i18n.Swedish, plan.Filled{plan.KeyRaci: rowsOf(tasks...)}), "Ansvarsmatris (RACI)")
	}
	few := table(task("Utkast", "Chefen", "accountable", "Kommunikatör", "responsible"), task("Beslut", "Chefen", "responsible"))
	if len(few.Columns) != 3 || few.Rows[0].Cells[1].Text.String() != "A" || few.Rows[0].Cells[2].Text.String() != "R" || few.Rows[1].Cells[2].Text != nil {
		t.Errorf("few roles: %+v", few)
	}
	many := table(task("Utkast", "A", "accountable", "B", "responsible", "C", "consulted", "D", "informed", "E", "informed", "F", "informed"))
	if len(many.Columns) != 5 || many.Rows[0].Cells[4].Text.String() != "D, E, F" {
		t.Errorf("many roles: %+v", many)
	}
	if twice := table(task("Utkast", "A", "accountable", "A", "responsible")); !strings.Contains(twice.Rows[0].Cells[1].Text.String(), "A, ") {
		t.Errorf("two parts of one role: %+v", twice)
	}
}

func TestBudgetWithItsShares(t *testing.T) {
	row := func(year, amount int64) plan.Filled {
		return plan.Filled{plan.KeyYear: plan.Num(plan.Int(year)), plan.KeyAmount: plan.Num(plan.Int(amount))}
	}
	shares := func(rows ...plan.Filled) (out []float64) {
		for _, r := range tableOf(blocksOf(t, plan.PeriodPlan, i18n.Swedish, plan.Filled{plan.KeyBudget: rowsOf(rows...)}), "Budget").Rows {
			if b := r.Cells[len(r.Cells)-1].Bar; b != nil {
				out = append(out, b.Share)
			}
		}
		return out
	}
	if got := shares(row(2025, 300), row(2026, 100)); len(got) != 2 || got[0] != 0.75 || got[1] != 0.25 {
		t.Errorf("shares %v", got)
	}
	for name, rows := range map[string][]plan.Filled{"one row": {row(2025, 300)}, "nothing": {row(2025, 0), row(2026, 0)}, "taken away": {row(2025, 300), row(2026, -100)}} {
		if got := shares(rows...); len(got) > 0 {
			t.Errorf("%s: %v", name, got)
		}
	}
}
