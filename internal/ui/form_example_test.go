package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// empty opens a new file and makes a document of the kind in it.
func empty(t *testing.T, a *App, kind plan.DocumentKind) plan.Document {
	t.Helper()
	if a.file == nil {
		a.createFile(filepath.Join(t.TempDir(), "tom"+extension), "Kommunförbundet Mälardalslänet")
	}
	spec := newDocumentSpec{kind: kind, title: "Ny " + string(kind), target: a.desk.register().Periods()[0].ID}
	if kind == plan.AssignmentPlan {
		spec.target = ""
	}
	e, doc := newDocumentEdit(a.desk.register(), spec, a.desk.today(), a.desk.now)
	if !a.desk.do(editor.Op{Key: "op.new-document", Args: map[string]string{"title": spec.title}}, e, nil) {
		t.Fatal("no document")
	}
	return doc
}

// boxes are the examples that are shown in what is on the canvas.
func boxes(o fyne.CanvasObject) []string { return told(o, (*kit.ExampleBox).Text) }

func holdsText(all []string, text string) bool {
	for _, s := range all {
		if strings.Contains(s, text) {
			return true
		}
	}
	return false
}

// An empty list shows a worked row until it has a row of its own; an empty text an
// example beneath, an empty line one in the field itself.
func TestEmptyFieldsShowAWorkedExample(t *testing.T) {
	a := window(t)
	doc := empty(t, a, plan.PeriodPlan)
	open := func(section plan.Key) []string {
		a.open(place{room: roomPlans, document: doc.ID, section: section})
		return boxes(a.document().body)
	}
	if all := open("summary"); !holdsText(all, "fyra inriktningar") {
		t.Errorf("summary: %q", all)
	}
	all := open(plan.KeyGoals)
	for _, line := range []string{"Indikator: Andel chefer", "Basvärde: 41", "Målvärde: 70"} {
		if !holdsText(all, line) {
			t.Errorf("goals: no %q in %q", line, all)
		}
	}
	c, err := a.document().about.Content.InsertRow(plan.PathTo(plan.KeyGoals), 0, plan.Row{ID: "g"})
	if err != nil {
		t.Fatal(err)
	}
	a.document().set(editor.Op{Key: "op.add-row", Field: "goals"}, plan.PathTo(plan.KeyGoals), c.Get(plan.KeyGoals), false)
	if all := open(plan.KeyGoals); holdsText(all, "Indikator: Andel chefer") {
		t.Errorf("a list with a row still shows an example: %q", all)
	}
	f := a.document().form
	title, _ := plan.FieldIn(plan.FieldsOf(plan.PeriodPlan), plan.KeyOwner)
	if got := f.inField(title, plan.PathTo(plan.KeyOwner)); got != "Till exempel Kommunikationschef" {
		t.Errorf("in the field: %q", got)
	}
	goal, _ := plan.FieldIn(plan.FieldsOf(plan.PeriodPlan), plan.KeyGoals)
	text, _ := plan.FieldIn(goal.Columns, plan.KeyText)
	if got := f.inField(text, plan.PathTo(plan.KeyGoals).In("g", plan.KeyText)); got != "" {
		t.Errorf("a long example in the field: %q", got)
	}
}

// Pictures of every section of new documents, for a person to look at.
func TestPicturesOfEmptyDocuments(t *testing.T) {
	a := window(t)
	a.createFile(filepath.Join(t.TempDir(), "tom"+extension), "Kommunförbundet Mälardalslänet")
	for _, id := range rooms() {
		a.open(place{room: id})
		picture(t, a, "room-"+string(id))
	}
	for _, l := range libraryLists() {
		a.open(place{room: roomLibrary, list: l})
		picture(t, a, "list-"+string(l))
	}
	for _, kind := range plan.DocumentKinds() {
		doc := empty(t, a, kind)
		for _, sec := range plan.SectionsOf(kind, false) {
			a.open(place{room: roomOf(kind), document: doc.ID, section: sec.Key})
			if a.front == nil {
				t.Fatalf("%s, %s does not open", kind, sec.Key)
			}
			picture(t, a, "empty-"+string(kind)+"-"+string(sec.Key))
		}
	}
}
