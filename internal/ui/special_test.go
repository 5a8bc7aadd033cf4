package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// draft opens a section of a draft of the kind, made from the content.
func draft(t testing.TB, a *App, kind plan.DocumentKind, section plan.Key, c plan.Content) *documentView {
	t.Helper()
	e, doc := plan.NewDocument(kind, false, c.With(plan.KeyTitle, plan.Text("Prov")), a.desk.now())
	if err := a.file.Do(editor.Op{Key: "op.new-document", Args: map[string]string{"title": "Prov"}}, e); err != nil {
		t.Fatal(err)
	}
	a.open(place{room: roomPlans, document: doc.ID, section: section})
	v, ok := a.front.(*documentView)
	if !ok {
		t.Fatal("the document is not in front")
	}
	return v
}

// rowsNamed makes rows with the cells.
func rowsNamed(cells ...plan.Filled) []plan.Row {
	var out []plan.Row
	for i, c := range cells {
		out = append(out, plan.Row{ID: plan.ID(rune('a' + i)), Cells: plan.NewContent(c)})
	}
	return out
}

// reach moves the keyboard to the first control of a type.
func reach[T fyne.Focusable](t *testing.T, a *App) T {
	t.Helper()
	c := a.window.Canvas()
	c.Unfocus()
	for range 200 {
		c.FocusNext()
		if o, ok := c.Focused().(T); ok {
			return o
		}
	}
	t.Fatalf("the keyboard does not reach %T", *new(T))
	return *new(T)
}

func typeKeys(a *App, keys ...fyne.KeyName) {
	for _, k := range keys {
		a.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func stakeholders() []plan.Row {
	one := func(name string, influence, interest int64) plan.Filled {
		return plan.Filled{plan.KeyName: plan.Text(name), plan.KeyInfluence: plan.Num(plan.Int(influence)), plan.KeyInterest: plan.Num(plan.Int(interest))}
	}
	return rowsNamed(one("Pensionärsråd", 2, 5), one("Regionen", 5, 4), plan.Filled{plan.KeyName: plan.Text("Medier")})
}

func TestThePointsOfTheMap(t *testing.T) {
	a := window(t)
	a.openExample()
	x, _ := plan.FieldIn(plan.FieldsOf(plan.PeriodPlan), plan.KeyAudiences)
	rows := stakeholders()
	rows[1].Cells = rows[1].Cells.With(plan.KeyPriority, plan.Text("primary"))
	rows = append(rows, rowsNamed(plan.Filled{plan.KeyInfluence: plan.Num(plan.Int(7)), plan.KeyInterest: plan.Num(15000)})...)
	got := mapPoints(newForm(a.desk, newRecord(a.desk, "period-plan", nil, plan.Content{})), x, rows)
	want := []kit.MapPoint{
		{ID: "a", Mark: "1", Name: "Pensionärsråd", X: 5, Y: 2},
		{ID: "b", Mark: "2", Name: "Regionen", X: 4, Y: 5, Heavy: true},
		{ID: "c", Mark: "3", Name: "Medier"},
		{ID: "a", Mark: "4", Name: "Rad 4"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("points (-want +got):\n%s", diff)
	}
}

func TestAPointIsMovedAndMovedBack(t *testing.T) {
	a := window(t)
	a.openExample()
	v := draft(t, a, plan.AssignmentPlan, "stakeholders", plan.NewContent(plan.Filled{"stakeholders": plan.Rows(stakeholders()...)}))
	at := func(k plan.Key) string {
		return v.about.Content.At(plan.PathTo("stakeholders").In("a", k)).Number().String()
	}
	values := func() string { return at(plan.KeyInfluence) + at(plan.KeyInterest) }
	f := v.form
	f.placed(plan.PathTo("stakeholders"), kit.MapPoint{ID: "a", Name: "Pensionärsråd", X: 5, Y: 3})
	f.placed(plan.PathTo("stakeholders"), kit.MapPoint{ID: "a", Name: "Pensionärsråd", X: 5, Y: 4})
	f.placed(plan.PathTo("stakeholders"), kit.MapPoint{ID: "a", Name: "Pensionärsråd", X: 1, Y: 1})
	for _, want := range []string{"11", "45", "25"} {
		if got := values(); got != want {
			t.Errorf("influence and interest are %s, want %s", got, want)
		}
		if want == "25" {
			break
		}
		if err := a.file.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	picture(t, a, "special-map")
}

func raciRows() []plan.Row {
	part := func(id, role, code string) plan.Row {
		return plan.Row{ID: plan.ID(id), Cells: plan.NewContent(plan.Filled{plan.KeyRole: plan.Text(role), plan.KeyPart: plan.Text(code)})}
	}
	return rowsNamed(
		plan.Filled{plan.KeyTask: plan.Text("Skriva"), plan.KeyParts: plan.Rows(part("1", "Redaktör", "responsible"), part("2", "Direktör", "accountable"))},
		plan.Filled{plan.KeyTask: plan.Text("Granska"), plan.KeyParts: plan.Rows(part("3", "Direktör", "accountable"), part("4", "Jurist", "accountable"))},
		plan.Filled{plan.KeyTask: plan.Text("Trycka")},
	)
}

func TestTheMatrixOfTasksAndRoles(t *testing.T) {
	got := raciModelOf(raciRows(), []string{"Webbredaktör", "Jurist"})
	want := raciModel{
		roles: []string{"Webbredaktör", "Jurist", "Redaktör", "Direktör"},
		tasks: []raciTask{
			{"a", "Skriva", []string{"", "", "responsible", "accountable"}, 1},
			{"b", "Granska", []string{"", "accountable", "", "accountable"}, 2},
			{"c", "Trycka", []string{"", "", "", ""}, 0},
		},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(raciModel{}, raciTask{})); diff != "" {
		t.Errorf("matrix (-want +got):\n%s", diff)
	}
}

func TestAPartIsGivenChangedAndTaken(t *testing.T) {
	parts := withPart(nil, "Jurist", "consulted")
	parts = withPart(parts, "Direktör", "accountable")
	parts = withPart(parts, "Jurist", "informed")
	parts = withPart(parts, "Direktör", "")
	if len(parts) != 1 || parts[0].Cells.Text(plan.KeyRole) != "Jurist" || parts[0].Cells.Text(plan.KeyPart) != "informed" {
		t.Errorf("the parts are %v", parts)
	}
}

func TestTheMatrixIsWrittenByKeys(t *testing.T) {
	a := window(t)
	a.openExample()
	v := draft(t, a, plan.AssignmentPlan, "responsibilities", plan.NewContent(plan.Filled{plan.KeyRaci: plan.Rows(raciRows()...)}))
	*v.isOpen(a.words.T("form.deepening")) = true
	v.showAll()
	m := reach[*kit.CodeMatrix](t, a)
	typeKeys(a, fyne.KeyDelete, fyne.KeyDown, fyne.KeyDown)
	a.window.Canvas().Focused().TypedRune('a')
	if a.window.Canvas().Focused() != fyne.Focusable(m) {
		t.Error("the matrix lost the keyboard")
	}
	if row, column := m.At(); row != 2 || column != 0 {
		t.Errorf("the keyboard is at %d, %d", row, column)
	}
	got := raciModelOf(v.about.Content.Get(plan.KeyRaci).Rows(), []string{"Redaktör"})
	if got.tasks[0].parts[0] != "" || got.tasks[0].parts[1] != "accountable" || got.tasks[2].parts[0] != "accountable" {
		t.Errorf("the matrix is %+v", got)
	}
	picture(t, a, "special-raci")
	if err := a.file.Undo(); err != nil {
		t.Fatal(err)
	}
	if n := v.about.Content.Get(plan.KeyRaci).Rows()[2].Cells.Get(plan.KeyParts).Len(); n != 0 {
		t.Errorf("%d parts after undo", n)
	}
}

func TestATaskAndARoleAreAdded(t *testing.T) {
	a := window(t)
	a.openExample()
	v := draft(t, a, plan.AssignmentPlan, "responsibilities", plan.NewContent(plan.Filled{plan.KeyRaci: plan.Rows(raciRows()...)}))
	e := newRaciEditor(v.form, plan.PathTo(plan.KeyRaci))
	e.show()
	e.addRole("Webbredaktör")
	e.addRole("Jurist") // stands there already
	e.addTask("Följa upp")
	e.show()
	if diff := cmp.Diff([]string{"Redaktör", "Direktör", "Jurist", "Webbredaktör"}, e.model.roles); diff != "" {
		t.Errorf("roles (-want +got):\n%s", diff)
	}
	e.set(3, 3, "accountable")
	got := raciModelOf(v.about.Content.Get(plan.KeyRaci).Rows(), nil)
	if len(got.tasks) != 4 || got.tasks[3].name != "Följa upp" || got.tasks[3].many != 1 || len(got.roles) != 4 {
		t.Errorf("the matrix is %+v", got)
	}
	for _, c := range e.offered() {
		if c.Label == "Webbredaktör" {
			t.Error("a role of the matrix is offered again")
		}
	}
}

func TestAMatrixOfALockedVersionIsOnlyShown(t *testing.T) {
	a := window(t)
	a.openExample()
	for _, d := range a.desk.register().Documents() {
		if d.Kind != plan.AssignmentPlan || !a.desk.register().Frozen(d, d.Versions[0]) {
			continue
		}
		a.open(place{room: roomPlans, document: d.ID, version: d.Versions[0].ID, section: "responsibilities"})
		v, _ := a.front.(*documentView)
		e := newRaciEditor(v.form, plan.PathTo(plan.KeyRaci))
		e.show()
		if !e.matrix.Disabled() || e.adding.Visible() {
			t.Error("the matrix of a frozen version can be written")
		}
		return
	}
	t.Fatal("the example has no frozen plan")
}
