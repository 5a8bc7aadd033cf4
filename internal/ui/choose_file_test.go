package ui

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/chooser"
	"ledstjarna/internal/ui/kit"
)

// answers answers every question of the desktop's dialog, and keeps the last.
type answers struct {
	path  string
	err   error
	asked []chooser.Question
}

func (x *answers) choose(_ context.Context, q chooser.Question) (string, error) {
	x.asked = append(x.asked, q)
	return x.path, x.err
}

// pressLabel presses the shown button of a label in o.
func pressLabel(t *testing.T, o fyne.CanvasObject, label string) {
	t.Helper()
	if b := buttonOf(o, label); b != nil {
		test.Tap(b)
		return
	}
	t.Fatalf("there is no button %q", label)
}

func buttonOf(o fyne.CanvasObject, label string) *kit.Button {
	if b, ok := o.(*kit.Button); ok && b.Label() == label {
		return b
	}
	var parts []fyne.CanvasObject
	switch x := o.(type) {
	case *fyne.Container:
		parts = x.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(x).Objects()
	}
	for _, c := range parts {
		if b := buttonOf(c, label); b != nil {
			return b
		}
	}
	return nil
}

func TestAFileIsOpenedFromTheDesktopsDialog(t *testing.T) {
	a := window(t)
	path := filepath.Join(t.TempDir(), "p"+extension)
	a.createFile(path, "Förbundet")
	a.putAway()
	x := &answers{path: path}
	a.setup.Choose = x.choose
	a.askOpen()
	if a.path != path || len(x.asked) != 1 || x.asked[0].Filters[0].Endings[0] != extension {
		t.Fatalf("%q is open after %+v", a.path, x.asked)
	}
	a.putAway()
	x.path, x.err = "", chooser.ErrCancelled
	a.askOpen()
	if a.file != nil || a.window.Canvas().Overlays().Top() != nil {
		t.Error("something is asked or opened after a cancelled choice")
	}
	x.err = chooser.ErrNone
	a.askOpen()
	if a.window.Canvas().Overlays().Top() == nil {
		t.Error("without a dialog of the desktop the path is not asked for")
	}
	a.askOpen()
	if len(x.asked) != 3 {
		t.Errorf("the desktop was asked %d times, the last in vain", len(x.asked))
	}
}

func TestOnlyOneDialogOfTheDesktopIsOpen(t *testing.T) {
	var beside []func()
	a := windowBeside(t, func(work func()) { beside = append(beside, work) })
	x := &answers{err: chooser.ErrCancelled}
	a.setup.Choose = x.choose
	a.askOpen()
	a.askOpen()
	if len(beside) != 1 {
		t.Fatalf("%d dialogs are open", len(beside))
	}
	beside[0]()
	a.askOpen()
	if len(beside) != 2 {
		t.Error("after a cancelled choice nothing can be chosen")
	}
}

func TestAPlaceIsChosenInTheDesktopsDialog(t *testing.T) {
	a := window(t)
	dir := t.TempDir()
	old := filepath.Join(dir, "old.pdf")
	if err := os.WriteFile(old, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	x := &answers{}
	a.setup.Choose = x.choose
	path := kit.NewEntry(a.kitWords, "", nil)
	path.SetText(filepath.Join(dir, "plan.pdf"))
	replaced := false
	field := a.placeOf("export.place", path, func(on bool) { replaced = on })
	for _, c := range []struct {
		chosen, want string
		replaces     bool
	}{
		{filepath.Join(dir, "new.pdf"), filepath.Join(dir, "new.pdf"), false},
		{old, old, true},
		{filepath.Join(dir, "old"), old, false}, // the dialog was not asked about old.pdf
	} {
		x.path = c.chosen
		pressLabel(t, field, "Välj plats …")
		if path.Text() != c.want || replaced != c.replaces {
			t.Errorf("%s gives %s, replaces: %v", c.chosen, path.Text(), replaced)
		}
	}
	if q := x.asked[0]; q.Kind != chooser.Save || q.Folder != dir || q.Name != "plan.pdf" || q.Filters[0].Endings[0] != ".pdf" {
		t.Errorf("the question is %+v", q)
	}
}

func TestFilesAreLookedForInTheWindowWithoutADesktop(t *testing.T) {
	a := window(t)
	a.askOpen()
	pressLabel(t, a.window.Canvas().Overlays().Top(), "Leta i mapparna …")
	picture(t, a, "look-for-file")
	if len(a.window.Canvas().Overlays().List()) != 2 {
		t.Error("there is no dialog of the toolkit")
	}
	a.openExample()
}

func TestPlacesAreAskedForWithAButton(t *testing.T) {
	a := window(t)
	a.showWelcome()
	a.askNew()
	picture(t, a, "ask-new")
	a.openExample()
	a.askDump()
	if buttonOf(a.window.Canvas().Overlays().Top(), "Välj plats …") == nil {
		t.Error("no place can be chosen for all data")
	}
	picture(t, a, "ask-dump")
	for _, d := range a.desk.register().Documents() {
		a.exportDocument(d, d.Latest())
		picture(t, a, "ask-export")
		return
	}
}
