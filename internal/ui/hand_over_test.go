package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

func TestHandOverModel(t *testing.T) {
	a := window(t)
	a.openExample()
	r := a.desk.register()
	m := handOverOf(a.words, a.desk.outlook())
	if m.part || !m.ready() || len(m.matching("")) != len(r.Documents()) {
		t.Errorf("it begins with %+v", m)
	}
	m = handOverOf(a.words, a.desk.outlook(), "doc-naravard")
	if !m.part || !m.ready() || !slices.Equal(m.documents(), []plan.ID{"doc-naravard"}) {
		t.Errorf("with a document %v", m.documents())
	}
	ids, said := m.beside(a.words, r)
	if !slices.Equal(ids, r.Related([]plan.ID{"doc-naravard"})) || len(ids) == 0 || !strings.Contains(said, "inte följer med") {
		t.Errorf("beside %v: %s", ids, said)
	}
	m.chosen["doc-naravard"] = false
	if m.ready() {
		t.Error("nothing can be handed over")
	}
	groups, more := m.shown("NÄRA vård")
	if len(groups) == 0 || more != 0 || len(m.matching("nära vård")) >= len(r.Documents()) {
		t.Errorf("the filter shows %v", groups)
	}
	if groups, _ := m.shown("finns inte"); len(groups) != 0 {
		t.Errorf("it finds %v", groups)
	}
}

// TestHandingOverDocumentsInTheWindow hands two documents over from the dialog, has
// them changed, and imports.
func TestHandingOverDocumentsInTheWindow(t *testing.T) {
	a := window(t)
	path := exampleAt(t, a)
	a.openFile(path)
	a.open(place{room: roomPlans, document: "doc-naravard"})
	v := newHandOverView(a, []plan.ID{"doc-naravard"})
	v.open()
	picture(t, a, "hand-over-document")
	if v.dialog == nil || !strings.HasSuffix(v.path.Text(), "valda dokument.ledstjarna") || v.count.Text() != "1 dokument valt" {
		t.Errorf("it offers %q, %q", v.path.Text(), v.count.Text())
	}
	v.filter.SetText("strategi")
	v.fill()
	picture(t, a, "hand-over-filter")
	v.chooseAll(true)
	v.takeBeside()
	v.filter.SetText("")
	v.fill()
	picture(t, a, "hand-over-more")
	v.chooseAll(false)
	if v.model.ready() {
		t.Error("nothing is chosen")
	}
	v.model.chosen["doc-naravard"], v.model.chosen["doc-plan-2023"] = true, true
	v.fill()
	chosen := v.model.documents()
	v.path.SetText(path)
	if v.confirm() || v.place.Error() == "" {
		t.Error("the file itself would be written over")
	}
	part := filepath.Join(t.TempDir(), "del")
	v.path.SetText(part)
	if !v.confirm() {
		t.Fatal("it is not written")
	}
	v.dialog.Close()
	part += extension
	if _, err := os.Stat(part); err != nil || !strings.Contains(a.toaster.Text(), "kan lämnas över") {
		t.Fatalf("%v; %q", err, a.toaster.Text())
	}
	a.planImport(part)
	if !strings.Contains(a.toaster.Text(), "inget som inte redan finns här") {
		t.Errorf("unchanged: %q", a.toaster.Text())
	}
	other := by(t, "Maria Holm", sqlite.Open, part)
	if n := len(other.Register().Documents()); n != len(chosen) {
		t.Errorf("it holds %d documents of %d", n, len(chosen))
	}
	writtenIn(t, other, "doc-naravard", plan.Filled{plan.KeyTitle: plan.Text("Plan från Maria")})
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	writtenIn(t, a.file, "doc-naravard", plan.Filled{plan.KeyTitle: plan.Text("Min plan")})
	documents := len(a.desk.register().Documents())
	a.planImport(part)
	im, ok := a.front.(*importView)
	if !ok {
		t.Fatal("nothing is shown")
	}
	picture(t, a, "hand-over-import")
	a.said(t, "1 ställe att välja")
	for _, i := range im.plan.Items {
		if i.Outcome == plan.ImportGone || i.Outcome == plan.ImportGoneHere {
			t.Errorf("%s is shown as removed", i.Name)
		}
	}
	im.chooseAll(true)
	im.carryOut()
	d, _ := a.desk.register().Document("doc-naravard")
	if d.Latest().Head.Title != "Plan från Maria" || len(a.desk.register().Documents()) != documents {
		t.Errorf("it is called %q, and there are %d documents", d.Latest().Head.Title, len(a.desk.register().Documents()))
	}
}

func TestHandOverDialogInEveryLook(t *testing.T) {
	for _, look := range []struct {
		name, mode, language string
		size                 fyne.Size
	}{
		{"light-sv", "light", "sv", fyne.NewSize(1280, 800)},
		{"dark-en", "dark", "en", fyne.NewSize(1280, 800)},
		{"dark-sv-small", "dark", "sv", fyne.NewSize(1000, 700)},
		{"light-en-small", "light", "en", fyne.NewSize(1000, 700)},
	} {
		t.Run(look.name, func(t *testing.T) {
			a := window(t)
			a.prefs.setLanguage(look.language)
			a.relabel()
			a.prefs.setMode(look.mode)
			a.applyTheme()
			a.window.Resize(look.size)
			a.openExample()
			for _, documents := range [][]plan.ID{nil, {"doc-naravard"}} {
				v := newHandOverView(a, documents)
				v.open()
				picture(t, a, "hand-over-"+look.name+map[bool]string{true: "-part", false: "-whole"}[v.model.part])
				if v.holds.Text() == "" || !v.path.Visible() || v.part[1].Visible() != v.model.part {
					t.Error("it does not say what is handed over")
				}
				v.dialog.Close()
			}
		})
	}
}
