package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// raciParts are the parts that a role can have in a task, by their letters.
var raciParts = []struct {
	value, letter string
	family        kit.Family
	strong        bool
}{
	{"responsible", "R", kit.Active, false},
	{"accountable", "A", kit.Neutral, true},
	{"consulted", "C", kit.Deviation, false},
	{"informed", "I", kit.Neutral, false},
}

// raciModel is the matrix of tasks and roles.
type raciModel struct {
	roles []string
	tasks []raciTask
}

type raciTask struct {
	id    plan.ID
	name  string
	parts []string // by role; "" for none
	many  int      // how many are accountable: one is right
}

// raciModelOf reads the matrix from its rows. Known roles come first and in their
// order, whether they have a part or not.
func raciModelOf(rows []plan.Row, known []string) raciModel {
	m := raciModel{roles: slices.Clone(known)}
	for _, r := range rows {
		for _, part := range r.Cells.Get(plan.KeyParts).Rows() {
			if name := part.Cells.Text(plan.KeyRole); name != "" && !slices.Contains(m.roles, name) {
				m.roles = append(m.roles, name)
			}
		}
	}
	for _, r := range rows {
		t := raciTask{id: r.ID, name: r.Cells.Text(plan.KeyTask), parts: make([]string, len(m.roles))}
		for _, part := range r.Cells.Get(plan.KeyParts).Rows() {
			code := part.Cells.Text(plan.KeyPart)
			if code == "accountable" {
				t.many++
			}
			if i := slices.Index(m.roles, part.Cells.Text(plan.KeyRole)); i >= 0 && t.parts[i] == "" {
				t.parts[i] = code
			}
		}
		m.tasks = append(m.tasks, t)
	}
	return m
}

// withPart returns a task's parts with the role in another part; "" takes the
// role out of the task. Whoever else has a part keeps it.
func withPart(parts []plan.Row, role, part string) []plan.Row {
	var out []plan.Row
	found := false
	for _, r := range parts {
		if r.Cells.Text(plan.KeyRole) != role {
			out = append(out, r)
			continue
		}
		if found || part == "" {
			continue
		}
		found = true
		r.Cells = r.Cells.With(plan.KeyPart, plan.Text(part))
		out = append(out, r)
	}
	if !found && part != "" {
		out = append(out, plan.Row{ID: plan.NewID(), Cells: plan.NewContent(plan.Filled{
			plan.KeyRole: plan.Text(role), plan.KeyPart: plan.Text(part),
		})})
	}
	return out
}

// raciEditor is the matrix with its legend and the fields that add to it.
type raciEditor struct {
	form   *form
	path   plan.Path
	model  raciModel
	matrix *kit.CodeMatrix
	role   *kit.ReferenceField
	task   *kit.Entry
	adding *fyne.Container
	object fyne.CanvasObject
}

func newRaciEditor(f *form, p plan.Path) *raciEditor {
	w := f.desk.words
	e := &raciEditor{form: f, path: p}
	var codes []kit.Code
	legend := []fyne.CanvasObject{}
	for _, c := range raciParts {
		word := w.First(plan.ChoiceWords(f.source.scope(), p.In("", plan.KeyParts).In("", plan.KeyPart), c.value)...)
		codes = append(codes, kit.Code{Value: c.value, Letter: c.letter, Word: word, Family: c.family, Strong: c.strong})
		legend = append(legend, kit.NewText(word, kit.Caption, kit.ColorText2))
	}
	e.matrix = kit.NewCodeMatrix(f.labelOf(p.In("", plan.KeyTask)), codes, assets.StateUrgent, e.set)
	e.role = kit.NewReferenceField(f.desk.kit, w.T("raci.add-role"), nil, e.addRole).AllowFree(e.addRole)
	e.task = kit.NewEntry(f.desk.kit, w.T("raci.add-task"), e.addTask)
	e.adding = kit.Pad(kit.Insets{Top: 10, Right: 16, Bottom: 12, Left: 16}, kit.Columns(12, []float32{0, 0}, e.task, e.role))
	legend = append(legend, kit.Spring())
	card := kit.NewCard(w.T("raci.matrix"), kit.Column(0,
		e.matrix, kit.NewDivider(), kit.Pad(kit.Insets{Top: 8, Right: 16, Bottom: 8, Left: 16}, kit.Bar(16, legend...)), e.adding,
	))
	card.SetCaption(w.T("raci.rule"))
	e.object = card
	return e
}

func (e *raciEditor) show() {
	w := e.form.desk.words
	// A column stays where it is also when its last part is taken away, or the
	// cursor would stand in another.
	e.model = raciModelOf(e.form.rowsOf(e.path), e.model.roles)
	var rows []kit.CodeRow
	for i, t := range e.model.tasks {
		r := kit.CodeRow{Title: t.name, Values: t.parts}
		if t.name == "" {
			r.Title = w.T("form.new-row", "n", i+1)
		}
		switch {
		case t.many == 0:
			r.Problem = w.T("raci.nobody")
		case t.many > 1:
			r.Problem = w.T("raci.several", "n", t.many)
		}
		rows = append(rows, r)
	}
	e.matrix.SetLocked(e.form.source.locked())
	e.matrix.SetRows(e.model.roles, rows)
	e.role.SetChoices(e.offered())
	if e.form.source.locked() {
		e.adding.Hide()
		return
	}
	e.adding.Show()
}

// offered are the roles of the register that the matrix does not have.
func (e *raciEditor) offered() []kit.Choice {
	var out []kit.Choice
	r := e.form.source.subject().Register
	for _, entry := range r.Entries(plan.ListRoles) {
		if name := r.EntryName(plan.ListRoles, entry); name != "" && !slices.Contains(e.model.roles, name) {
			out = append(out, kit.Choice{Value: name, Label: name})
		}
	}
	return out
}

func (e *raciEditor) set(row, column int, part string) {
	t, role := e.model.tasks[row], e.model.roles[column]
	at := e.path.In(t.id, plan.KeyParts)
	op := map[string]string{"task": t.name, "role": role}
	e.form.change("op.set-part", at, op, withPart(e.form.rowsOf(at), role, part))
}

func (e *raciEditor) addRole(name string) {
	if name == "" {
		return
	}
	e.role.SetFreeText("")
	if slices.Contains(e.model.roles, name) {
		return
	}
	e.model.roles = append(e.model.roles, name)
	e.show()
}

func (e *raciEditor) addTask(name string) {
	if name == "" {
		return
	}
	e.task.SetText("")
	r := plan.Row{ID: plan.NewID(), Cells: plan.NewContent(plan.Filled{plan.KeyTask: plan.Text(name)})}
	e.form.change("op.add-row", e.path, map[string]string{"list": e.form.labelOf(e.path)}, append(e.form.rowsOf(e.path), r))
}
