package ui

import (
	"bytes"
	"context"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
	"ledstjarna/internal/ui/kit"
)

// testFiles opens real files, as the program does.
type testFiles struct{ now func() time.Time }

func (f testFiles) Open(ctx context.Context, path, owner string) (editor.Store, error) {
	return sqlite.Open(ctx, path, sqlite.Options{Owner: owner, Now: f.now, CopyLater: true})
}

func (f testFiles) OpenReadOnly(ctx context.Context, path, owner string) (editor.Store, error) {
	return sqlite.OpenReadOnly(ctx, path, sqlite.Options{Owner: owner, Now: f.now, CopyLater: true})
}

func (f testFiles) Rescue(ctx context.Context, path, backup, out string) (plan.Salvaged, error) {
	return sqlite.Salvage(ctx, path, sqlite.Rescue{Backup: backup, Out: out}, sqlite.Options{Now: f.now})
}

func (f testFiles) TakeOver(ctx context.Context, path, owner string) (editor.Store, error) {
	return sqlite.TakeOver(ctx, path, sqlite.Options{Owner: owner, Now: f.now, CopyLater: true})
}

func (f testFiles) Backups(path string) ([]plan.Backup, error) { return sqlite.Backups(path) }

func (f testFiles) Restore(ctx context.Context, path, backup, owner string) (string, error) {
	return sqlite.Restore(ctx, path, backup, sqlite.Options{Owner: owner, Now: f.now, CopyLater: true})
}

func (f testFiles) Check(ctx context.Context, backup string) error {
	return sqlite.CheckBackup(ctx, backup, sqlite.Options{Now: f.now})
}

func (f testFiles) Create(ctx context.Context, path, owner string, first plan.Edit) (editor.Store, error) {
	return sqlite.Create(ctx, path, sqlite.Options{Owner: owner, Now: f.now, CopyLater: true}, first)
}

// window starts the program in the software driver, with work done at once.
func window(t testing.TB) *App {
	t.Helper()
	return windowBeside(t, func(work func()) { work() })
}

// windowBeside starts the program in the software driver; start does what is done
// beside the window, when it likes.
func windowBeside(t testing.TB, start func(work func())) *App {
	t.Helper()
	t.Setenv("LANG", "sv_SE.UTF-8")
	t.Setenv("LC_ALL", "")
	t.Setenv("TMPDIR", t.TempDir())
	toolkit := test.NewTempApp(t)
	now := func() time.Time { return exampleDay() }
	print := func(_ context.Context, w io.Writer, p Paper, _ func(int, int)) error {
		_, err := io.WriteString(w, p.Title)
		return err
	}
	at := kit.NewBackgroundWith(start, func(time.Duration, func()) func() bool { return func() bool { return true } })
	a, err := newApp(toolkit, Setup{Files: testFiles{now}, Print: print, Version: "test", Now: now}, at)
	if err != nil {
		t.Fatal(err)
	}
	a.window.Resize(fyne.NewSize(1280, 800))
	t.Cleanup(func() {
		if !a.closeFile() {
			t.Error("the file does not close")
		}
	})
	return a
}

// picture keeps what the window shows, for a person to look at, where
// LEDSTJARNA_PICTURES names a folder.
func picture(t *testing.T, a *App, name string) {
	t.Helper()
	dir := os.Getenv("LEDSTJARNA_PICTURES")
	if dir == "" {
		return
	}
	var b bytes.Buffer
	if err := png.Encode(&b, a.window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestEveryRoomOpensOnTheExample(t *testing.T) {
	a := window(t)
	a.showWelcome()
	picture(t, a, "welcome")
	a.openExample()
	if a.file == nil {
		t.Fatal("the example does not open")
	}
	for _, id := range rooms() {
		a.open(place{room: id})
		if a.at.room != id || a.front == nil {
			t.Errorf("%s does not open", id)
		}
		picture(t, a, string(id))
	}
	for _, e := range a.desk.register().Entries(plan.ListPackets) {
		a.open(place{room: roomPackets, packet: e.ID})
		picture(t, a, "packet")
	}
	for _, d := range a.desk.register().Documents() {
		a.open(place{room: roomOf(d.Kind), document: d.ID})
		for _, sec := range plan.SectionsOf(d.Kind, d.Quick) {
			a.open(place{room: roomOf(d.Kind), document: d.ID, section: sec.Key})
		}
		picture(t, a, "document-"+string(d.ID))
	}
}

func TestANewFileKeepsWhatIsTyped(t *testing.T) {
	a := window(t)
	path := filepath.Join(t.TempDir(), "förbundet"+extension)
	a.createFile(path, "Förbundet Åsnen")
	if a.file == nil {
		t.Fatal("no file")
	}
	spec := newDocumentSpec{kind: plan.PeriodPlan, title: "Kommunikationsplan", target: a.desk.register().Periods()[0].ID}
	e, doc := newDocumentEdit(a.desk.register(), spec, a.desk.today(), a.desk.now)
	if !a.desk.do(editor.Op{Key: "op.new-document", Args: map[string]string{"title": spec.title}}, e, nil) {
		t.Fatal("no document")
	}
	a.open(place{room: roomPlans, document: doc.ID, section: "summary"})
	v, ok := a.front.(*documentView)
	if !ok {
		t.Fatal("the document is not in front")
	}
	p := plan.PathTo(plan.KeySummary)
	op := newForm(a.desk, v).op(p)
	for _, s := range []string{"D", "Dialog", "Dialog före åsikter"} {
		v.set(op, p, plan.Text(s), true)
	}
	if !a.closeFile() {
		t.Fatal("the file does not close")
	}
	a.openFile(path)
	d, ok := a.desk.register().Document(doc.ID)
	if !ok {
		t.Fatal("the document is gone")
	}
	s, err := a.file.Content(d.Latest().ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Content.Text(plan.KeySummary); got != "Dialog före åsikter" {
		t.Errorf("the summary is %q", got)
	}
	if n := s.Content.Get(plan.KeyAudiences).Len(); n != len(plan.CoreAudiences()) {
		t.Errorf("%d audiences, want the core ones", n)
	}
}
