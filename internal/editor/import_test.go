package editor_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// copyOf closes the world's file, copies it, and returns both opened again.
func copyOf(t *testing.T, w *world) (*editor.Editor, *editor.Editor) {
	t.Helper()
	must(t, w.Close())
	b, err := os.ReadFile(w.path)
	must(t, err)
	path := filepath.Join(t.TempDir(), "kopia.ledstjarna")
	must(t, os.WriteFile(path, b, 0o600))
	open := func(path string) *editor.Editor {
		f, err := sqlite.Open(context.Background(), path, fileOptions())
		must(t, err)
		e, err := editor.Open(context.Background(), f, editor.Options{})
		must(t, err)
		t.Cleanup(func() { _ = e.Close() })
		return e
	}
	return open(w.path), open(path)
}

func set(t testing.TB, e *editor.Editor, version plan.ID, k plan.Key, v plan.Value) {
	t.Helper()
	d, ver, _ := e.Register().VersionOf(version)
	s, err := e.Content(version)
	must(t, err)
	edit, err := e.Register().SetContent(d, ver, s, s.Content.With(k, v))
	must(t, err)
	must(t, e.Do(editor.Op{Key: "op.set-field"}, edit))
}

func imported(t *testing.T, mine, theirs *editor.Editor, choose func(*plan.Import)) *plan.Import {
	t.Helper()
	im, err := mine.PlanImport(theirs)
	must(t, err)
	if choose != nil {
		choose(im)
	}
	must(t, mine.CarryOut(im, theirs, plan.Source{File: "kopia.ledstjarna", By: "Åsa", At: day}))
	return im
}

func TestImportingACopyThatWasChanged(t *testing.T) {
	w := newWorld(t, editor.Options{})
	_, v := w.newPlan(t, "Planen")
	w.setTitle(t, editor.Op{Key: "op.title"}, v.ID, "Plan för länet")
	mine, theirs := copyOf(t, w)
	set(t, mine, v.ID, plan.KeySummary, plan.Text("Min sammanfattning"))
	set(t, mine, v.ID, plan.KeyTitle, plan.Text("Min titel"))
	set(t, theirs, v.ID, plan.KeyTitle, plan.Text("Deras titel"))
	set(t, theirs, v.ID, plan.KeyDnr, plan.Text("KS 2026/7"))
	entry, _, err := theirs.Register().AddEntry(plan.ListRoles, plan.NewContent(plan.Filled{plan.KeyName: plan.Text("Kommunikatör")}))
	must(t, err)
	must(t, theirs.Do(editor.Op{Key: "op.add"}, entry))
	pdf := []byte("%PDF-1.7\n" + strings.Repeat("x", 100))
	a, err := plan.Examine("bilaga.pdf", bytes.NewReader(pdf), int64(len(pdf)))
	must(t, err)
	d, ver, _ := theirs.Register().VersionOf(v.ID)
	before, err := theirs.Content(v.ID)
	must(t, err)
	after, _, err := plan.Attach(before.Content, a.AttachedFile, "Bilaga", false)
	must(t, err)
	attach, err := theirs.Register().SetContent(d, ver, before, after)
	must(t, err)
	attach.Files = []plan.Attachment{a}
	must(t, theirs.Do(editor.Op{Key: "op.attach"}, attach))

	im, err := mine.PlanImport(theirs)
	must(t, err)
	if im.Open() != 1 || len(im.Items) != 2 {
		t.Fatalf("%d choices, items %+v", im.Open(), im.Items)
	}
	for i := range im.Items {
		if im.Items[i].Outcome == plan.ImportClash {
			im.Items[i].Theirs[0] = true
		}
	}
	must(t, mine.CarryOut(im, theirs, plan.Source{File: "kopia.ledstjarna", By: "Åsa", At: day}))
	s, err := mine.Content(v.ID)
	must(t, err)
	if s.Content.Text(plan.KeyTitle) != "Deras titel" || s.Content.Text(plan.KeySummary) != "Min sammanfattning" || s.Content.Text(plan.KeyDnr) != "KS 2026/7" {
		t.Errorf("the plan says %s", s.JSON)
	}
	var out bytes.Buffer
	if err := mine.CopyFile(a.Hash, &out); err != nil || !bytes.Equal(out.Bytes(), pdf) {
		t.Errorf("the attached file: %v", err)
	}
	if n := len(mine.Register().Entries(plan.ListRoles)); n != 1 {
		t.Errorf("%d roles", n)
	}
	events := mine.Register().Effective(plan.EventImport)
	if len(events) != 1 || events[0].Fields.Text(plan.KeyFileName) != "kopia.ledstjarna" {
		t.Errorf("imports: %+v", events)
	}
	if im, err = mine.PlanImport(theirs); err != nil || !im.IsEmpty() {
		t.Errorf("the same file once more: %+v, %v", im, err)
	}
	imported(t, theirs, mine, nil)
	back, err := theirs.Content(v.ID)
	must(t, err)
	if !back.Content.Equal(s.Content) {
		t.Errorf("and back: %s", back.JSON)
	}
}

func TestImportingAnAdoptionAndWhatWasWrittenMeanwhile(t *testing.T) {
	w := newWorld(t, editor.Options{})
	d, v := w.newPlan(t, "Planen")
	body, entry, err := w.Register().AddEntry(plan.ListBodies, plan.NewContent(plan.Filled{plan.KeyName: plan.Text("Styrelsen")}))
	must(t, err)
	must(t, w.Do(editor.Op{Key: "op.add"}, body))
	mine, theirs := copyOf(t, w)
	set(t, mine, v.ID, plan.KeyTitle, plan.Text("Min senare titel"))
	d, _ = theirs.Register().Document(d.ID)
	ready, err := theirs.Register().SetStage(d, d.Latest(), plan.StageReady, 0)
	must(t, err)
	must(t, theirs.Do(editor.Op{Key: "op.ready"}, ready))
	d, _ = theirs.Register().Document(d.ID)
	adopt, err := theirs.Register().Decide(d, d.Latest(), plan.Decision{
		Outcome: plan.Adopted, Body: entry.ID, Date: plan.DateOf(day), Paragraph: "§ 7",
	}, "Bo", day)
	must(t, err)
	must(t, theirs.Do(editor.Op{Key: "op.adopt"}, adopt))

	im := imported(t, mine, theirs, nil)
	if len(im.Items) != 1 || im.Items[0].Outcome != plan.ImportDraft || im.Events != 1 {
		t.Fatalf("items %+v, %d events", im.Items, im.Events)
	}
	r := mine.Register()
	got, _ := r.Document(d.ID)
	if !r.WasAdopted(v.ID) || len(got.Versions) != 2 {
		t.Fatalf("versions %+v", got.Versions)
	}
	for version, want := range map[plan.ID]string{v.ID: "Planen", got.Latest().ID: "Min senare titel"} {
		if s, err := mine.Content(version); err != nil || s.Content.Text(plan.KeyTitle) != want {
			t.Errorf("%s says %q, %v", version, s.Content.Text(plan.KeyTitle), err)
		}
	}
	if n := got.Latest().Number(); n != "2.0" {
		t.Errorf("the draft is %s", n)
	}
	if im, err := mine.PlanImport(theirs); err != nil || !im.IsEmpty() {
		t.Errorf("the same file once more: %+v, %v", im, err)
	}
}

func TestImportOfWhatWasRemoved(t *testing.T) {
	w := newWorld(t, editor.Options{})
	gone, v := w.newPlan(t, "Borttagen här")
	kept, keptVersion := w.newPlan(t, "Borttagen där")
	_, _ = kept, keptVersion
	mine, theirs := copyOf(t, w)
	remove := func(e *editor.Editor, id plan.ID) {
		d, _ := e.Register().Document(id)
		s, err := e.Content(d.Latest().ID)
		must(t, err)
		edit, err := e.Register().RemoveDocument(d, map[plan.ID]plan.Sealed{d.Latest().ID: s})
		must(t, err)
		must(t, e.Do(editor.Op{Key: "op.remove"}, edit))
	}
	remove(mine, gone.ID)
	remove(theirs, kept.ID)
	set(t, theirs, v.ID, plan.KeyTitle, plan.Text("Ändrad där"))
	im, err := mine.PlanImport(theirs)
	must(t, err)
	if im.Open() != 2 {
		t.Fatalf("items %+v", im.Items)
	}
	for i := range im.Items {
		im.Items[i].Take = true
	}
	must(t, mine.CarryOut(im, theirs, plan.Source{File: "x", At: day}))
	r := mine.Register()
	if _, there := r.Document(kept.ID); there {
		t.Error("what was removed there is still here")
	}
	if d, there := r.Document(gone.ID); !there || d.Latest().Head.Title != "Ändrad där" {
		t.Error("what was changed there was not brought back")
	}
}
