package ui

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// writtenIn gives the fields of a draft other values.
func writtenIn(t *testing.T, e *editor.Editor, id plan.ID, fields plan.Filled) {
	t.Helper()
	d, _ := e.Register().Document(id)
	s, err := e.Content(d.Latest().ID)
	if err != nil {
		t.Fatal(err)
	}
	c := s.Content
	for k, v := range fields {
		c = c.With(k, v)
	}
	edit, err := e.Register().SetContent(d, d.Latest(), s, c)
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Do(editor.Op{Key: "op.set-field", Args: map[string]string{"field": "x"}}, edit); err != nil {
		t.Fatal(err)
	}
}

// clash opens the example, and returns a copy of it in which Maria Holm has changed what is
// changed here too, and made a role. She has it open.
func clash(t *testing.T, a *App, id plan.ID) (copied string, other *editor.Editor) {
	t.Helper()
	a.openFile(exampleAt(t, a))
	copied = filepath.Join(t.TempDir(), "kopia"+extension)
	if err := a.file.CopyTo(context.Background(), copied); err != nil {
		t.Fatal(err)
	}
	other = by(t, "Maria Holm", sqlite.Open, copied)
	writtenIn(t, other, id, plan.Filled{plan.KeyTitle: plan.Text("Plan för Nära vård i hela länet"), plan.KeyPurpose: plan.Text("Alla ska veta vart de vänder sig och varför.")})
	entry, _, err := other.Register().AddEntry(plan.ListRoles, plan.NewContent(plan.Filled{plan.KeyName: plan.Text("Samordnare")}))
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Do(editor.Op{Key: "op.add"}, entry); err != nil {
		t.Fatal(err)
	}
	writtenIn(t, a.file, id, plan.Filled{plan.KeyTitle: plan.Text("Kommunikationsplan för Nära vård"), plan.KeyPurpose: plan.Text("Alla ska veta vart de vänder sig.")})
	return copied, other
}

func TestImportingInTheWindow(t *testing.T) {
	a := window(t)
	const id = "doc-naravard"
	copied, other := clash(t, a, id)
	a.planImport(copied)
	if top := a.window.Canvas().Overlays().Top(); top == nil {
		t.Error("a file that somebody has open was taken")
	} else {
		a.window.Canvas().Overlays().Remove(top)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	a.planImport(copied)
	v, ok := a.front.(*importView)
	if !ok {
		t.Fatal("nothing is shown")
	}
	picture(t, a, "import")
	a.said(t, "2 ställen att välja")
	a.said(t, "Samordnare")
	v.plan.Items[len(v.plan.Items)-1].Theirs[0] = true
	v.carryOut()
	d, _ := a.desk.register().Document(id)
	s, err := a.file.Content(d.Latest().ID)
	if err != nil {
		t.Fatal(err)
	}
	mine, theirs := 0, 0
	for k, want := range map[plan.Key][2]string{
		plan.KeyTitle:   {"Kommunikationsplan för Nära vård", "Plan för Nära vård i hela länet"},
		plan.KeyPurpose: {"Alla ska veta vart de vänder sig.", "Alla ska veta vart de vänder sig och varför."},
	} {
		switch s.Content.Text(k) {
		case want[0]:
			mine++
		case want[1]:
			theirs++
		}
	}
	if mine != 1 || theirs != 1 {
		t.Errorf("it says %q and %q", s.Content.Text(plan.KeyTitle), s.Content.Text(plan.KeyPurpose))
	}
	if a.at.room != roomTodo || a.toaster.Text() == "" {
		t.Error("it was not told")
	}
	if all, err := sqlite.Backups(a.path); err != nil || len(all) == 0 || all[0].Reason != plan.BeforeImport {
		t.Errorf("copies %v, %v", all, err)
	}
	a.planImport(copied)
	if !strings.Contains(a.toaster.Text(), "inget som inte redan finns här") {
		t.Errorf("once more: %q", a.toaster.Text())
	}
}

func TestBackupsInTheWindow(t *testing.T) {
	a := window(t)
	a.openFile(exampleAt(t, a))
	a.open(place{room: roomSettings})
	a.backUp(func() {})
	d := retitled(t, a.file, "Ändrad efter kopian")
	a.open(place{room: roomSettings})
	a.said(t, "Sparad för hand")
	picture(t, a, "backups")
	all, err := a.setup.Files.Backups(a.path)
	if err != nil || len(all) == 0 {
		t.Fatal(all, err)
	}
	a.askRestore(backupLines(a.words, all)[0])
	picture(t, a, "backups-ask")
	a.window.Canvas().Overlays().Remove(a.window.Canvas().Overlays().Top())
	a.restore(a.path, all[0].Path)
	if a.file == nil {
		t.Fatal("the file is not open")
	}
	if got, _ := a.desk.register().Document(d.ID); got.Latest().Head.Title == "Ändrad efter kopian" {
		t.Error("nothing was restored")
	}
	a.askHandOver()
	picture(t, a, "hand-over")
}
