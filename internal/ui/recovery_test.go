package ui

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// damagedFile makes a file whose plan was changed after its copy was kept, and damages
// its beginning and the text of another document. It returns its path, what is left of
// it, and the plan.
func damagedFile(t *testing.T, a *App) (path string, left []byte, changed plan.Document) {
	t.Helper()
	path = exampleAt(t, a)
	a.openFile(path)
	a.backUp(func() {})
	changed = retitled(t, a.file, "Ändrad efter kopian")
	other := ""
	for _, d := range a.file.Register().Documents() {
		if d.ID != changed.ID {
			other = d.Latest().Head.Title
		}
	}
	if !a.closeFile() {
		t.Fatal("it does not close")
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	i := bytes.Index(b, []byte(`"title":"`+other))
	if i < 0 {
		t.Fatalf("%q is not found", other)
	}
	left = b
	left[0], left[i+9] = 'X', 'X'
	if err := os.WriteFile(path, left, 0o600); err != nil {
		t.Fatal(err)
	}
	return path, left, changed
}

// recovered is what the page of recovery shows, read again.
func recovered(t *testing.T, a *App, path string) recovery {
	t.Helper()
	all, err := a.setup.Files.Backups(path)
	if err != nil || len(all) == 0 || a.rescued == "" {
		t.Fatalf("copies %v, %v; what could be read lies in %q", all, err, a.rescued)
	}
	return recovery{path: path, backups: all, sound: []bool{true}, folder: a.rescued}
}

// folders are the private ones that this program has; the example's is none of them.
func folders(t *testing.T) []string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join(os.TempDir(), fmt.Sprintf("ledstjarna-%d-*", os.Getpid())))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestDamagedFileIsShownWithWhatCanBeRead(t *testing.T) {
	a := window(t)
	path, left, _ := damagedFile(t, a)
	a.openFile(path)
	if a.file != nil {
		t.Fatal("a damaged file is open")
	}
	picture(t, a, "recovery")
	for _, text := range []string{"går inte att öppna", "Nyare här än i säkerhetskopian", "Ändrad efter kopian", "Spara det som går att läsa", "Hel", "Finns hel i säkerhetskopian"} {
		a.said(t, text)
	}
	a.prefs.setMode("dark")
	a.applyTheme()
	picture(t, a, "recovery-dark")
	if info, err := os.Stat(a.rescued); err != nil || info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
		t.Errorf("others may look at what was read: %v, %v", info, err)
	}
	if b, err := os.ReadFile(path); err != nil || !bytes.Equal(b, left) {
		t.Errorf("the damaged file was changed: %v", err)
	}
	a.showWelcome()
	a.dropRescued()
	if all := folders(t); len(all) > 0 {
		t.Errorf("left behind: %v", all)
	}
}

func TestWhatCanBeReadIsReadOnly(t *testing.T) {
	a := window(t)
	path, _, changed := damagedFile(t, a)
	a.openFile(path)
	a.readRescued(recovered(t, a, path))
	if a.file == nil || !a.file.ReadOnly() || a.path != path {
		t.Fatal("it is not open for reading")
	}
	a.said(t, "skadad fil")
	if d, ok := a.desk.register().Document(changed.ID); !ok || d.Latest().Head.Title != "Ändrad efter kopian" {
		t.Errorf("it holds %+v", d)
	}
	picture(t, a, "recovery-read")
	if !a.closeFile() {
		t.Fatal("it does not close")
	}
	if all := folders(t); len(all) > 0 {
		t.Errorf("left behind: %v", all)
	}
}

func TestWhatCanBeReadIsSavedAsANewFile(t *testing.T) {
	a := window(t)
	path, left, changed := damagedFile(t, a)
	a.openFile(path)
	r := recovered(t, a, path)
	to := filepath.Join(t.TempDir(), "räddad.ledstjarna")
	a.saveRescued(r, to)
	if a.file == nil || a.file.ReadOnly() || a.path != to {
		t.Fatal("the new file is not open")
	}
	if d, ok := a.desk.register().Document(changed.ID); !ok || d.Latest().Head.Title != "Ändrad efter kopian" {
		t.Errorf("it holds %+v", d)
	}
	if b, err := os.ReadFile(path); err != nil || !bytes.Equal(b, left) {
		t.Errorf("the damaged file was changed: %v", err)
	}
}

func TestTheCopyIsRestoredAndTheNewerBroughtIn(t *testing.T) {
	a := window(t)
	path, _, changed := damagedFile(t, a)
	a.openFile(path)
	r := recovered(t, a, path)
	at := a.work
	var waiting []func() // work is done beside the window, after the call has returned
	a.work = kit.NewBackgroundWith(func(work func()) { waiting = append(waiting, work) }, func(time.Duration, func()) func() bool { return func() bool { return true } })
	a.bringRescued(r)
	for len(waiting) > 0 {
		next := waiting[0]
		waiting = waiting[1:]
		next()
	}
	a.work = at
	if a.file == nil || a.file.ReadOnly() || a.path != path {
		t.Fatal("it was not restored")
	}
	if d, ok := a.desk.register().Document(changed.ID); !ok || d.Latest().Head.Title == "Ändrad efter kopian" {
		t.Errorf("restored is %+v", d)
	}
	v, ok := a.front.(*importView)
	if !ok {
		t.Fatal("what is newer is not shown")
	}
	for _, i := range v.plan.Items {
		if i.Outcome == plan.ImportGone {
			t.Errorf("%s is said to be removed", i.Name)
		}
	}
	a.said(t, "Ändrad efter kopian")
	v.chooseAll(true)
	v.carryOut()
	if d, _ := a.desk.register().Document(changed.ID); d.Latest().Head.Title != "Ändrad efter kopian" {
		t.Errorf("brought in is %+v", d.Latest().Head)
	}
}

func TestAFileOfWhichNothingCanBeReadIsOfferedItsCopies(t *testing.T) {
	a := window(t)
	path, _, _ := damagedFile(t, a)
	if err := os.WriteFile(path, bytes.Repeat([]byte("skräp "), 5000), 0o600); err != nil {
		t.Fatal(err)
	}
	a.openFile(path)
	a.said(t, "Inget i filen går att läsa.")
	a.said(t, "Återställ kopian från")
	if all := folders(t); len(all) > 0 {
		t.Errorf("left behind: %v", all)
	}
	all, _ := a.setup.Files.Backups(path)
	a.restore(path, all[0].Path)
	if a.file == nil || a.file.ReadOnly() {
		t.Error("it was not restored")
	}
}
