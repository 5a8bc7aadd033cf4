package ui

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/sqlite"
)

// exampleAt makes a closed file with the example and returns its path.
func exampleAt(t *testing.T, a *App) string {
	t.Helper()
	e, err := exampleEdit()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "länet"+extension)
	f, err := sqlite.Create(context.Background(), path, sqlite.Options{Owner: "x", Now: a.setup.Now, CopyLater: true}, e)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// by opens the file as somebody else does.
func by(t *testing.T, owner string, open func(context.Context, string, sqlite.Options) (*sqlite.File, error), path string) *editor.Editor {
	t.Helper()
	f, err := open(context.Background(), path, sqlite.Options{Owner: owner, Machine: "dator-7", CopyLater: true})
	if err != nil {
		t.Fatal(err)
	}
	e, err := editor.Open(context.Background(), f, editor.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return e
}

// retitled gives a draft of the file another title.
func retitled(t *testing.T, e *editor.Editor, title string) plan.Document {
	t.Helper()
	r := e.Register()
	for _, d := range r.Documents() {
		v := d.Latest()
		if r.Editable(d, v) != nil {
			continue
		}
		s, err := e.Content(v.ID)
		if err != nil {
			t.Fatal(err)
		}
		edit, err := r.SetContent(d, v, s, s.Content.With(plan.KeyTitle, plan.Text(title)))
		if err != nil {
			t.Fatal(err)
		}
		if err := e.Do(editor.Op{Key: "op.set-field"}, edit); err != nil {
			t.Fatal(err)
		}
		return d
	}
	t.Fatal("no draft")
	return plan.Document{}
}

func (a *App) said(t *testing.T, text string) {
	t.Helper()
	var all []string
	for _, o := range test.LaidOutObjects(a.window.Canvas().Content()) {
		if x, ok := o.(*canvas.Text); ok {
			all = append(all, x.Text)
		}
	}
	if !strings.Contains(strings.Join(all, " "), text) {
		t.Errorf("the window does not say %q", text)
	}
}

func TestFileThatSomebodyHasOpenIsRead(t *testing.T) {
	a := window(t)
	path := exampleAt(t, a)
	other := by(t, "Maria Holm", sqlite.Open, path)
	a.openFile(path)
	if a.file == nil || !a.file.ReadOnly() {
		t.Fatal("it is not open for reading")
	}
	a.said(t, "Maria Holm har filen öppen på dator-7")
	a.said(t, "Ta över låset …")
	d := retitled(t, other, "Ändrad av Maria")
	a.open(place{room: roomOf(d.Kind), document: d.ID})
	a.lookAtStanding()
	a.said(t, "Ändrad av Maria")
	if v := a.document(); v == nil || v.id != d.ID || !v.locked() {
		t.Error("the document is not in front, or could be changed")
	}
	picture(t, a, "standing-read")
	for _, m := range dutyMenu(a.desk, d.ID, review.Duty{Document: d.ID, State: review.Late}, "x") {
		if m.Label != "" && !m.Off && m.Label != a.words.T("action.record-review") && m.Label != a.words.T("action.open-document") {
			t.Errorf("the menu of a review offers %q", m.Label)
		}
	}
	for _, c := range a.commands {
		if c.edits && c.can() {
			t.Errorf("%s can be run", c.id)
		}
	}
	if e, ok := a.desk.register().Entry(plan.ListPackets, "packet-au-2026-12-03"); !ok {
		t.Error("no packet")
	} else if p, err := packet.Of(a.desk.register(), e, a.desk.today()); err != nil {
		t.Error(err)
	} else {
		before := len(a.desk.register().Events())
		a.exportPacket(p, packetExport{path: filepath.Join(t.TempDir(), "h.pdf"), lang: "sv"})
		if len(a.desk.register().Events()) != before {
			t.Error("the export is logged")
		}
	}
}

func TestTakingTheFileOverAndLosingIt(t *testing.T) {
	a := window(t)
	path := exampleAt(t, a)
	other := by(t, "Maria Holm", sqlite.Open, path)
	a.openFile(path)
	a.askTakeOver()
	picture(t, a, "standing-ask")
	a.takeOver()
	if a.file.ReadOnly() || a.barred != nil {
		t.Fatal("it is not taken over")
	}
	if _, err := other.Standing(); !takenOver(err) {
		t.Errorf("the other learns %v", err)
	}
	retitled(t, a.file, "Min egen")
	third := by(t, "Bo Ek", sqlite.TakeOver, path)
	a.lookAtStanding()
	if !a.file.ReadOnly() {
		t.Error("a file that was taken over can be written")
	}
	a.said(t, "Bo Ek tog över filen")
	picture(t, a, "standing-lost")
	d := retitled(t, third, "Bos")
	a.lookAtStanding()
	got, _ := a.desk.register().Document(d.ID)
	if got.Latest().Head.Title != "Bos" {
		t.Errorf("the window shows %q", got.Latest().Head.Title)
	}
}

// What is typed when the file is taken over stays on the screen until the person
// lets it go.
func TestTypedTextOutlivesTheLossOfTheFile(t *testing.T) {
	a := window(t)
	path := exampleAt(t, a)
	a.openFile(path)
	d := retitled(t, a.file, "Utkast")
	a.open(place{room: roomOf(d.Kind), document: d.ID, section: "details"})
	v := a.document()
	p := plan.PathTo(plan.KeyTitle)
	v.set(newForm(a.desk, v).op(p), p, plan.Text("Ännu inte sparat"), true)
	by(t, "Maria Holm", sqlite.TakeOver, path)
	a.lookAtStanding()
	a.said(t, "Det du skrev sist är inte sparat.")
	if _, pending := a.file.Typing().Pending(); !pending {
		t.Fatal("the text is gone")
	}
	asked := false
	if a.closeOr(func(err error) { asked = takenOver(err) }) || !asked {
		t.Error("it was closed without a question")
	}
	a.reopen()
	if a.file == nil || !a.file.ReadOnly() {
		t.Error("it is not read now")
	}
}

func TestMovedFileIsToldAndSavedElsewhere(t *testing.T) {
	a := window(t)
	path := exampleAt(t, a)
	a.openFile(path)
	d := retitled(t, a.file, "Utkast")
	if err := os.Rename(path, path+".flyttad"); err != nil {
		t.Fatal(err)
	}
	a.lookAtStanding()
	a.said(t, "har flyttats")
	a.said(t, "Spara som …")
	if a.file.ReadOnly() {
		t.Error("it was opened anew")
	}
	picture(t, a, "standing-moved")
	a.open(place{room: roomOf(d.Kind), document: d.ID, section: "details"})
	v := a.document()
	v.show(place{section: "background"}) // as by the list of sections
	p := plan.PathTo(plan.KeyTitle)
	v.set(newForm(a.desk, v).op(p), p, plan.Text("Skrivet när filen var borta"), true)
	v.set(newForm(a.desk, v).op(p), p, plan.Text("Skrivet när filen var borta"), false) // the field is left for the strip
	if a.window.Canvas().Overlays().Top() != nil {
		t.Error("a dialog tells what the strip says")
	}
	a.saveAs(filepath.Join(t.TempDir(), "ny.ledstjarna"))
	if a.barred != nil || a.file == nil || fileName(a.path) != "ny.ledstjarna" {
		t.Fatalf("the open file is %s, %v", a.path, a.barred)
	}
	if got, _ := a.desk.register().Document(d.ID); got.Latest().Head.Title != "Skrivet när filen var borta" {
		t.Errorf("the new file says %q", got.Latest().Head.Title)
	}
	if a.document() == nil || a.document().section != "background" {
		t.Errorf("the person is taken to %v", a.at)
	}
}

func TestFileThatComesBackIsWrittenAgain(t *testing.T) {
	a := window(t)
	path := exampleAt(t, a)
	a.openFile(path)
	d := retitled(t, a.file, "Utkast")
	if err := os.Rename(path, path+".flyttad"); err != nil {
		t.Fatal(err)
	}
	a.lookAtStanding()
	a.open(place{room: roomOf(d.Kind), document: d.ID, section: "details"})
	v := a.document()
	p := plan.PathTo(plan.KeyTitle)
	v.set(newForm(a.desk, v).op(p), p, plan.Text("Skrivet när filen var borta"), true)
	if a.file.Typing().Flush() == nil {
		t.Fatal("it was saved to a file that is not there")
	}
	a.said(t, "har flyttats")
	a.said(t, "Spara som …") // the way out stays while text cannot be saved
	if err := os.Rename(path+".flyttad", path); err != nil {
		t.Fatal(err)
	}
	a.lookAtStanding()
	if a.barred != nil {
		t.Error("it is told still")
	}
	if got, _ := a.desk.register().Document(d.ID); got.Latest().Head.Title != "Skrivet när filen var borta" {
		t.Errorf("what was typed meanwhile is not saved: %q", got.Latest().Head.Title)
	}
}

func TestLockThatSaysLess(t *testing.T) {
	a := window(t)
	path := exampleAt(t, a)
	lock := filepath.Join(filepath.Dir(path), "~$"+filepath.Base(path)+".lock")
	text := `{"owner":"Bo Ek","machine":"dator-9","since":"2026-11-20T08:00:00Z","process":1,"token":"x"}`
	if err := os.WriteFile(lock, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	a.openFile(path)
	a.said(t, "Bo Ek öppnade filen på dator-9")
	a.said(t, "Härifrån syns det inte")
	a.said(t, "Ta över låset …")
	a.barred = &sqlite.LockedError{}
	a.showStanding()
	a.said(t, "Någon har filen öppen")
}

func TestTendingAFile(t *testing.T) {
	a := window(t)
	path := exampleAt(t, a)
	a.openFile(path)
	a.tend()
	all, err := a.setup.Files.Backups(path)
	if err != nil || len(all) != 1 || all[0].Reason != plan.CopyOfDay {
		t.Errorf("copies: %v, %v", all, err)
	}
	if a.flawed {
		t.Error("a sound file is told to be flawed")
	}
	if !a.closeFile() {
		t.Fatal("it does not close")
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec("UPDATE roles SET name = 'annat' WHERE position = 1")
	if cerr := db.Close(); err != nil || cerr != nil {
		t.Fatal(err, cerr)
	}
	a.openFile(path)
	a.tend()
	a.said(t, "skadat")
	picture(t, a, "flawed")
}
