package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

func swedish(t testing.TB) *i18n.Printer {
	t.Helper()
	p, err := i18n.New(i18n.Swedish)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func on(t *testing.T, s string) plan.Date {
	t.Helper()
	d, err := plan.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// registerOf is a register with the entries, past the checks of adding them.
func registerOf(l plan.ListName, entries ...plan.Filled) plan.Register {
	var r plan.Register
	for i, f := range entries {
		e := plan.Entry{ID: plan.ID("e" + string(rune('1'+i))), Position: i + 1, Fields: plan.NewContent(f)}
		r = r.Apply(plan.Edit{Changes: []plan.Change{plan.EntryChange{List: l, After: &e}}})
	}
	return r
}

func shownCells(m registerModel, column string) []string {
	var out []string
	for _, x := range m.rows {
		c := x.cells[column]
		out = append(out, strings.TrimSpace(c.Text+c.State.Word+" "+c.State.Detail))
	}
	return out
}

func TestARegisterIsSortedAndTellsWhatToMend(t *testing.T) {
	name := func(s string) plan.Filled {
		return plan.Filled{plan.KeyName: plan.Text(s), plan.KeyPopulation: num(1200)}
	}
	r := registerOf(plan.ListMembers, name("Örebro"), name("Ale"), name("Åmål"), name("Älmhult"), name("ale"))
	m := registerModelOf(swedish(t), r, plan.ListMembers, on(t, "2026-11-22"))
	if d := cmp.Diff([]string{"ale", "Ale", "Åmål", "Älmhult", "Örebro"}, shownCells(m, "name")); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"Namnet finns redan i listan: Ale", "", "", "", ""}, shownCells(m, columnFinding)); d != "" {
		t.Error(d)
	}
	if got := shownCells(m, "population")[0]; got != "1\u00a0200" || m.findings != 1 {
		t.Errorf("population %q, %d findings", got, m.findings)
	}
	clean := registerModelOf(swedish(t), registerOf(plan.ListMembers, name("Ale")), plan.ListMembers, on(t, "2026-11-22"))
	if slices.ContainsFunc(clean.columns, func(c registerColumn) bool { return c.id == columnFinding }) {
		t.Error("a column of findings where there is none")
	}
}

func TestMeetingsTellTheDaysThatAreLeft(t *testing.T) {
	at := func(s string) plan.Filled { return plan.Filled{plan.KeyDate: plan.Day(on(t, s))} }
	r := registerOf(plan.ListMeetings, at("2026-11-21"), at("2026-12-03"), at("2027-02-11"), at("2026-12-10"))
	m := registerModelOf(swedish(t), r, plan.ListMeetings, on(t, "2026-11-22"))
	if d := cmp.Diff([]string{"2027-02-11", "2026-12-10", "2026-12-03", "2026-11-21"}, shownCells(m, "date")); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"Kommande 67 dagar kvar", "Brådskande 4 dagar kvar", "Försenad 3 dagar", ""}, shownCells(m, columnDeadline)); d != "" {
		t.Error(d)
	}
}

func TestAssignmentsTellWhetherTheyHaveAPlan(t *testing.T) {
	described := func(name, day string) plan.Filled {
		return plan.Filled{plan.KeyName: plan.Text(name), plan.KeyDescribed: plan.Day(on(t, day))}
	}
	r := registerOf(plan.ListAssignments, described("Med", "2026-01-01"), described("Utan", "2026-01-01"), described("Utan behov", "2026-01-01"), described("Än inte", "2026-11-23"))
	e, _ := plan.NewDocument(plan.AssignmentPlan, false, plan.NewContent(plan.Filled{plan.KeyAssignment: plan.Ref("e1")}), exampleDay())
	r = r.Apply(e)
	e, err := r.RecordNoPlan("e3", plan.NoPlan{Reason: "litet", By: "x", Date: on(t, "2026-11-01")}, "x", exampleDay())
	if err != nil {
		t.Fatal(err)
	}
	m := registerModelOf(swedish(t), r.Apply(e), plan.ListAssignments, on(t, "2026-11-22"))
	if d := cmp.Diff([]string{"Utkast", "Saknas", "Behövs inte", "–"}, shownCells(m, columnPlan)); d != "" {
		t.Error(d)
	}
}

func TestThePeriodsOnALine(t *testing.T) {
	period := func(id plan.ID, start, end string) plan.Period {
		return plan.Period{ID: id, Name: string(id), Start: on(t, start), End: on(t, end)}
	}
	spans, at := periodSpans(swedish(t), []plan.Period{
		period("a", "2026-01-01", "2026-01-10"), period("b", "2026-01-09", "2026-01-20"), period("c", "2026-01-31", "2026-04-10"),
	}, on(t, "2026-01-15"))
	want := []kit.Span{
		{From: 0, To: .1, Words: "a", Family: kit.Neutral},
		{From: .08, To: .2, Words: "b", Family: kit.Active},
		{From: .08, To: .1, Words: "Överlapp: 2 dagar", Family: kit.Late, Low: true},
		{From: .3, To: 1, Words: "c", Family: kit.Neutral},
		{From: .2, To: .3, Words: "Glapp: 10 dagar", Family: kit.Urgent, Low: true},
	}
	if d := cmp.Diff(want, spans); d != "" || at != .14 {
		t.Errorf("today at %v %s", at, d)
	}
	if spans, _ := periodSpans(swedish(t), nil, on(t, "2026-01-15")); spans != nil {
		t.Errorf("a line of nothing: %v", spans)
	}
}

func TestThePreviewOfPastedMembers(t *testing.T) {
	r := registerOf(plan.ListMembers, plan.Filled{plan.KeyName: plan.Text("Ale"), plan.KeyPopulation: num(30_000)}, plan.Filled{plan.KeyName: plan.Text("Eda")})
	m := memberPreviewOf(swedish(t), r, []byte("Kommun\tInvånare\nEda\t-\nAle kommun\t32 500\nÅmål\t12 345\nSumma\t44 845"))
	var got []string
	for i := range m.Rows() {
		var cells []string
		for _, c := range m.columns() {
			x := m.Cell(i, c.ID)
			cells = append(cells, x.Text+x.State.Word)
		}
		got = append(got, strings.Join(cells, " | "))
	}
	if d := cmp.Diff([]string{
		"5 | Tas inte in | Summa | – | 44\u00a0845 | raden är en summa",
		"4 | Ny | Åmål | – | 12\u00a0345 | ",
		"3 | Ändras | Ale kommun | 30\u00a0000 | 32\u00a0500 | finns som Ale",
		"2 | Oförändrad | Eda | – | – | ",
	}, got); d != "" {
		t.Error(d)
	}
	if m.summary != "1 nya, 1 ändras, 1 oförändrade, 1 tas inte in. 0 andra medlemmar är kvar som de är." {
		t.Error(m.summary)
	}
	for pasted, trouble := range map[string]bool{"": false, " \n": true, "PK\x03\x04": true, strings.Repeat("x", 5<<20): true, "Ale": false} {
		if m := memberPreviewOf(swedish(t), r, []byte(pasted)); (m.trouble != "") != trouble || trouble && !m.result.Edit.IsEmpty() {
			t.Errorf("%.10q: trouble %q", pasted, m.trouble)
		}
	}
}

// A register is written in its table: each cell is one step, the last row begins
// an entry, pasted rows are one step, and the table stays in front.
func TestWritingInARegister(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomLibrary, list: plan.ListRoles})
	v := a.front.(*libraryView)
	table, grid := v.table, v.table.grid
	n := table.Rows()
	if wrong := table.set(n, "name", kit.CellInput{Text: "Ärendehandläggare"}); wrong != "" || table.Rows() != n+1 {
		t.Fatalf("%q, %d rows", wrong, table.Rows())
	}
	row := slices.IndexFunc(table.model.rows, func(x registerRow) bool { return x.entry.Fields.Text(plan.KeyName) == "Ärendehandläggare" })
	table.set(row, "person", kit.CellInput{Text: "Vera Holm"})
	if got := table.Cell(row, "person").Text; got != "Vera Holm" {
		t.Errorf("the person is %q", got)
	}
	if wrong := table.set(row, "name", kit.CellInput{}); wrong == "" {
		t.Error("a role without a name")
	}
	a.undo()
	if table.Cell(row, "person").Text != "" || table.Rows() != n+1 {
		t.Error("a cell is not one step")
	}
	table.paste(table.Rows(), []string{"name", "person"}, [][]string{{"Zonchef", "A"}, {"Zonvakt", "B"}})
	if table.Rows() != n+3 {
		t.Errorf("%d rows after two were pasted", table.Rows())
	}
	a.undo()
	if table.Rows() != n+1 || v.table != table || v.table.grid != grid {
		t.Errorf("%d rows after that was undone, the same table: %v", table.Rows(), v.table.grid == grid)
	}
	table.remove([]int{slices.IndexFunc(table.model.rows, func(x registerRow) bool { return x.entry.Fields.Text(plan.KeyName) == "Ärendehandläggare" })})
	if table.Rows() != n {
		t.Errorf("%d rows after one was removed", table.Rows())
	}
}

func TestRemovingAsksWhereItIsUsed(t *testing.T) {
	a := window(t)
	a.openExample()
	count := func(l plan.ListName) int { return len(a.desk.register().Entries(l)) }
	a.open(place{room: roomLibrary, list: plan.ListBodies})
	v := a.front.(*libraryView)
	n := count(plan.ListBodies)
	for _, e := range a.desk.register().Entries(plan.ListBodies) {
		v.askRemove([]plan.ID{e.ID})
	}
	if count(plan.ListBodies) != n {
		t.Error("a body that meetings have was removed")
	}
	picture(t, a, "register-held")
	var used, unused plan.ID
	for _, e := range a.desk.register().Entries(plan.ListChannels) {
		if _, mentioned, err := usersOf(a.desk, e.ID); err != nil {
			t.Fatal(err)
		} else if len(mentioned) > 0 {
			used = e.ID
		} else {
			unused = e.ID
		}
	}
	a.open(place{room: roomLibrary, list: plan.ListChannels})
	n = count(plan.ListChannels)
	v.askRemove([]plan.ID{used})
	if count(plan.ListChannels) != n {
		t.Error("a channel that plans have was removed without asking")
	}
	v.remove([]plan.ID{used})
	if count(plan.ListChannels) != n-1 {
		t.Error("it cannot be removed at all")
	}
	a.undo()
	if unused != "" {
		v.askRemove([]plan.ID{unused})
		if count(plan.ListChannels) != n-1 {
			t.Error("what nothing uses is not removed at once")
		}
	}
}

func TestMembersArePastedInTheWindow(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomLibrary, list: plan.ListMembers})
	v := a.front.(*libraryView)
	n := len(a.desk.register().Entries(plan.ListMembers))
	v.askMembers()
	test.Type(a.window.Canvas().Focused(), "Öskär\t7 000\nNyby\t12 000\nSumma\t1")
	picture(t, a, "members-paste")
	x := &memberPaste{desk: a.desk, preview: memberPreviewOf(a.words, a.desk.register(), []byte("Öskär\t7 000\nNyby\t12 000"))}
	if !x.take() || len(a.desk.register().Entries(plan.ListMembers)) != n+1 {
		t.Error("the members were not taken over")
	}
	a.undo()
	if len(a.desk.register().Entries(plan.ListMembers)) != n {
		t.Error("taking them over is not one step")
	}
}

// A gap shows at once where the periods are drawn.
func TestAGapInThePeriodsIsShown(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomLibrary, list: plan.ListPeriods})
	e, _, err := a.desk.register().AddEntry(plan.ListPeriods, plan.NewContent(plan.Filled{
		plan.KeyStart: plan.Day(on(t, "2031-07-01")), plan.KeyEnd: plan.Day(on(t, "2034-12-31")),
	}))
	if !a.desk.do(editor.Op{Key: "op.add-entry", Args: map[string]string{"name": "2031–2034"}}, e, err) {
		t.Fatal("not added")
	}
	v := a.front.(*libraryView)
	if v.table.model.findings != 1 {
		t.Errorf("%d findings", v.table.model.findings)
	}
	picture(t, a, "register-gap")
	a.switchTheme()
	picture(t, a, "register-gap-dark")
}

func TestNoPlanIsNeededInTheWindow(t *testing.T) {
	a := window(t)
	a.openExample()
	var without plan.ID
	for _, l := range promptLines(a.words, a.desk.outlook()) {
		if l.prompt.Assignment != "" && l.prompt.Draft == "" && string(l.prompt.Kind) == "plan-missing-assignment" {
			without = l.prompt.Assignment
			if len(mends(a.desk, l.prompt)) != 2 {
				t.Error("a plan can be begun, or recorded to be needless")
			}
		}
	}
	if without == "" {
		t.Fatal("every assignment of the example has its plan")
	}
	a.open(place{room: roomLibrary, list: plan.ListAssignments, entry: without})
	picture(t, a, "no-plan")
	askNoPlan(a.desk, without)
	picture(t, a, "no-plan-ask")
	e, err := a.desk.register().RecordNoPlan(without, plan.NoPlan{Reason: "Litet uppdrag", By: "Direktören", Date: a.desk.today()}, "x", a.now())
	if !a.desk.do(editor.Op{Key: "op.no-plan", Args: map[string]string{"name": "x"}}, e, err) {
		t.Fatal("not recorded")
	}
	a.open(place{room: roomLibrary, list: plan.ListAssignments, entry: without})
	picture(t, a, "no-plan-recorded")
}
