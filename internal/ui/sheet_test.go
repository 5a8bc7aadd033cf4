package ui

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/ui/kit"
)

// activitySheet opens the table of the activities of a draft.
func activitySheet(t *testing.T, a *App, rows ...plan.Row) (*documentView, *sheet) {
	t.Helper()
	audiences := rowsNamed(plan.Filled{plan.KeyName: plan.Text("Anhöriga")}, plan.Filled{plan.KeyName: plan.Text("Ordförande, nämnder")})
	v := draft(t, a, plan.AssignmentPlan, plan.KeyActivities, plan.NewContent(plan.Filled{
		plan.KeyActivities: plan.Rows(rows...), plan.KeyAudiences: plan.Rows(audiences...),
	}))
	s := v.form.sheets["activities"]
	if s == nil {
		t.Fatal("the activities have no table")
	}
	return v, s
}

func threeActivities() []plan.Row {
	one := func(name, status string, end plan.Date) plan.Filled {
		return plan.Filled{plan.KeyActivity: plan.Text(name), plan.KeyStatus: plan.Text(status), plan.KeyEnd: plan.Day(end)}
	}
	return rowsNamed(one("Möte", "done", plan.NewDate(2026, 1, 5)), one("Brev", "planned", plan.NewDate(2026, 1, 6)), one("Film", "planned", plan.NewDate(2027, 9, 1)))
}

func namesOf(s *sheet) string {
	var out []string
	for _, r := range s.form.rowsOf(s.path) {
		out = append(out, r.Cells.Text(plan.KeyActivity))
	}
	return strings.Join(out, " ")
}

func (s *sheet) shownNames() string {
	var out []string
	for i := range s.shown {
		out = append(out, s.Cell(i, string(plan.KeyActivity)).Text)
	}
	return strings.Join(out, " ")
}

func TestACellIsOneStep(t *testing.T) {
	a := window(t)
	a.openExample()
	_, s := activitySheet(t, a, threeActivities()...)
	for _, text := range []string{"Frukost", "Middag"} {
		if wrong := s.set(1, string(plan.KeyActivity), kit.CellInput{Text: text}); wrong != "" {
			t.Fatal(wrong)
		}
	}
	for _, want := range []string{"Möte Middag Film", "Möte Frukost Film", "Möte Brev Film"} {
		if got := namesOf(s); got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if got := s.shownNames(); got != want {
			t.Errorf("the table shows %q, want %q", got, want)
		}
		if want == "Möte Brev Film" {
			break
		}
		if err := a.file.Undo(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestRowsBeginMoveAndGo(t *testing.T) {
	a := window(t)
	a.openExample()
	v, s := activitySheet(t, a, threeActivities()...)
	form := v.form
	step := func(what, want string, do func()) {
		t.Helper()
		before := namesOf(s)
		do()
		if got := namesOf(s); got != want {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
		if v.form != form {
			t.Errorf("%s: the form was built anew", what)
		}
		if err := a.file.Undo(); err != nil {
			t.Fatal(err)
		}
		form = v.form
		if got := namesOf(s); got != before {
			t.Errorf("%s: one undo gives %q, want %q", what, got, before)
		}
		if v.form.sheets["activities"] != s {
			t.Errorf("%s: the table is another one after undo", what)
		}
	}
	step("a new row", "Möte Brev Film Mässa", func() { s.set(3, string(plan.KeyActivity), kit.CellInput{Text: "Mässa"}) })
	step("insert", "Möte  Brev Film", func() { s.insert(1) })
	step("remove two", "Brev", func() { s.remove([]int{0, 2}) })
	step("move down", "Brev Möte Film", func() { s.move([]int{0}, 1) })
	step("move two up", "Brev Film Möte", func() { s.move([]int{1, 2}, 0) })
	s.filter(sheetFilter{status: "planned"})
	if got := s.shownNames(); got != "Film" {
		t.Errorf("planned are %q", got)
	}
	s.filter(sheetFilter{status: lateStatus})
	if got := s.shownNames(); got != "Brev" {
		t.Errorf("late are %q", got)
	}
	s.filter(sheetFilter{text: "m"})
	if got := s.shownNames(); got != "Möte Film" {
		t.Errorf("with an m are %q", got)
	}
	step("move within what is filtered", "Brev Film Möte", func() { s.move([]int{0}, 1) })
	step("remove what is shown", "Möte Brev", func() { s.remove([]int{1}) })
}

// Every list shows columns with words over them, and one that takes the rest of
// the room.
func TestColumnsOfEveryList(t *testing.T) {
	a := window(t)
	a.openExample()
	complete := plantest.Complete(1)
	for _, kind := range plan.DocumentKinds() {
		f := newForm(a.desk, fixedSource{complete.Subject(kind)})
		for _, x := range plan.FieldsOf(kind) {
			if x.Kind != plan.List {
				continue
			}
			elastic := 0
			for _, c := range newSheet(f, x, plan.PathTo(x.Key), true).columns() {
				if c.Width == 0 {
					elastic++
				}
				if c.Title == "" || strings.Contains(c.Title, ".") {
					t.Errorf("%s %s: a column is headed %q", kind, x.Key, c.Title)
				}
			}
			if elastic == 0 {
				t.Errorf("%s %s: no column takes the room that is left", kind, x.Key)
			}
		}
	}
}

func TestChosenColumnsAreRemembered(t *testing.T) {
	a := window(t)
	a.openExample()
	_, s := activitySheet(t, a)
	shown := func(s *sheet) string {
		var out []string
		for _, c := range s.columns() {
			out = append(out, c.ID)
		}
		return strings.Join(out, " ")
	}
	s.flipColumn(plan.KeyHours)
	s.flipColumn(plan.KeyNo)
	want := "activity audience channel responsible start end status budget hours"
	if got := shown(s); got != want {
		t.Errorf("columns %q, want %q", got, want)
	}
	_, again := activitySheet(t, a)
	if got := shown(again); got != want {
		t.Errorf("another plan's columns %q, want %q", got, want)
	}
	again.setColumns(nil)
	if got := shown(again); got != "no activity audience channel responsible start end status budget" {
		t.Errorf("the usual columns are %q", got)
	}
}

func TestSumsUnderATable(t *testing.T) {
	a := window(t)
	a.openExample()
	rows := threeActivities()
	for i, kr := range []int64{1500, 0, 2000} {
		if kr > 0 {
			rows[i].Cells = rows[i].Cells.With(plan.KeyBudget, plan.Num(plan.Int(kr))).With(plan.KeyHours, plan.Num(plan.Int(kr/500)))
		}
	}
	_, s := activitySheet(t, a, rows...)
	sums := s.sums()
	got := []string{sums("activity").Text, sums("status").Text, sums("budget").Text, sums("audience").Text}
	if diff := cmp.Diff([]string{"3 aktiviteter · 1 klar · 1 försenad · 7 timmar", "Summa", "3\u00a0500", ""}, got); diff != "" {
		t.Errorf("sums (-want +got):\n%s", diff)
	}
}

func TestAFindingLeadsToItsCell(t *testing.T) {
	a := window(t)
	a.openExample()
	v, s := activitySheet(t, a, threeActivities()...)
	jump := func(k plan.Key) {
		a.open(place{room: roomPlans, document: v.id, version: v.version, section: plan.KeyActivities, path: s.path.In("b", k)})
	}
	jump(plan.KeyAudience)
	if row, column := s.grid.At(); row != 1 || column != string(plan.KeyAudience) || !s.grid.Focused() {
		t.Errorf("the keyboard stands on row %d, %s; focused: %v", row, column, s.grid.Focused())
	}
	jump(plan.KeyGoal) // not among the usual columns
	if len(v.row) == 0 || v.form.fields[s.path.In("b", plan.KeyGoal).String()] == nil {
		t.Error("the row's form is not open")
	}
	if a.window.Canvas().Focused() == nil {
		t.Error("the field does not have the keyboard")
	}
}

func TestWhatIsBeingWrittenIsTakenOnLeaving(t *testing.T) {
	a := window(t)
	a.openExample()
	v, s := activitySheet(t, a, threeActivities()...)
	write := func(column, text string) {
		s.grid.Go(0, column)
		s.grid.Focus()
		for i, r := range text {
			if i == 0 {
				s.grid.TypedRune(r)
				continue
			}
			a.window.Canvas().Focused().TypedRune(r)
		}
	}
	write("activity", "Samråd")
	v.openSection(plan.KeyGoals)
	if got := namesOf(s); got != "Samråd Brev Film" {
		t.Errorf("rows %q", got)
	}
	v.openSection(plan.KeyActivities)
	s = v.form.sheets["activities"]
	write("start", "snart")
	v.openSection(plan.KeyGoals)
	if got, want := a.toaster.Text(), "”snart” sparades inte."; !strings.HasPrefix(got, want) {
		t.Errorf("told %q, want %q", got, want)
	}
	if s.grid.Writing() {
		t.Error("the cell is still being written")
	}
}

// fixedSource shows values that cannot be changed.
type fixedSource struct{ about plan.Subject }

func (s fixedSource) scope() string         { return string(s.about.Document.Kind) }
func (s fixedSource) content() plan.Content { return s.about.Content }
func (s fixedSource) subject() plan.Subject { return s.about }
func (fixedSource) openRow(plan.Path)       {}
func (fixedSource) locked() bool            { return true }

func (fixedSource) set(editor.Op, plan.Path, plan.Value, bool) {}
