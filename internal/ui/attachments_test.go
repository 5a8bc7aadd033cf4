package ui

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/exchange"
	"ledstjarna/internal/plan"
)

const someHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

func TestTheRowsOfAttachedFiles(t *testing.T) {
	a := window(t)
	c := plan.Content{}
	for _, f := range []plan.AttachedFile{
		{Name: "Enkät.pdf", Type: plan.TypePDF, Size: 34_400, Hash: someHash},
		{Name: "program.exe", Type: plan.TypeOther, Size: 812, Hash: someHash},
	} {
		var err error
		if c, _, err = plan.Attach(c, f, "Titel", false); err != nil {
			t.Fatal(err)
		}
	}
	got := fileLinesOf(a.words, c, false)
	if len(got) != 2 || got[0].name != "Enkät.pdf" || got[0].caption != "Bilaga 1 · PDF · 34\u00a0kB" || !got[0].opens || !got[0].removes {
		t.Errorf("%+v", got)
	}
	if got[1].opens || got[1].caption != "Bilaga 2 · Annan fil · 812\u00a0byte" {
		t.Errorf("%+v", got[1])
	}
	for _, l := range fileLinesOf(a.words, c, true) {
		if l.removes {
			t.Errorf("%s can be removed from a locked version", l.name)
		}
	}
}

func onDisk(t *testing.T, name string, b []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func logoImage(t *testing.T) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 120, 40))
	for x := range 120 {
		for y := range 40 {
			img.Set(x, y, color.RGBA{20, uint8(60 + x), 120, 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A file is attached in the window, undone and done again, saved elsewhere,
// copied for opening and removed.
func TestAFileIsAttachedInTheWindow(t *testing.T) {
	a := window(t)
	a.openExample()
	v := draft(t, a, plan.Policy, plan.KeyAppendices, plan.Content{})
	want := []byte("%PDF-1.7\nbilagan\n")
	attach := func(path string) {
		a.examine(path, func(f plan.Attachment) {
			v.reform(editor.Op{Key: "op.attach"}, func(c plan.Content) (plan.Content, error) {
				after, _, err := plan.Attach(c, f.AttachedFile, "Enkät", true)
				return after, err
			}, f)
		})
	}
	files := func() []plan.Appendix { return plan.AppendicesIn(v.content()) }
	attach(onDisk(t, "Enkät.pdf", want))
	if err := a.file.Undo(); err != nil || len(files()) != 0 {
		t.Fatalf("undone: %v, %+v", err, files())
	}
	if err := a.file.Redo(); err != nil || len(files()) != 1 {
		t.Fatalf("done again: %v, %+v", err, files())
	}
	picture(t, a, "attachments")
	f := files()[0].File
	out := filepath.Join(t.TempDir(), "kopia.pdf")
	a.saveAttached(f, out, false)
	if b, err := os.ReadFile(out); err != nil || !bytes.Equal(b, want) {
		t.Errorf("saved %q, %v", b, err)
	}
	path, err := a.copyForOpening(f)
	if err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(path); err != nil || !bytes.Equal(b, want) || filepath.Base(path) != "Enkät.pdf" {
		t.Errorf("copied %q to %s, %v", b, path, err)
	}
	if info, err := os.Stat(filepath.Dir(path)); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Errorf("others may look into the folder: %v, %v", info, err)
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("others may read the copy: %v, %v", info, err)
	}
	v.form.detach(files()[0].Row)
	if len(files()) != 0 {
		t.Errorf("after removing: %+v", files())
	}
	if !a.closeFile() {
		t.Fatal("the file does not close")
	}
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("the copy for opening is left: %v", err)
	}
}

func TestWhatCannotBeAttachedIsTold(t *testing.T) {
	a := window(t)
	for name, c := range map[string]struct {
		path string
		want error
	}{
		"empty":   {onDisk(t, "tom.pdf", nil), plan.ErrFileEmpty},
		"lying":   {onDisk(t, "beslut.pdf", []byte("MZ\x90")), plan.ErrFileKind},
		"damaged": {onDisk(t, "bild.png", logoImage(t)[:20]), plan.ErrFileDamaged},
		"missing": {filepath.Join(t.TempDir(), "finns inte"), os.ErrNotExist},
		"folder":  {t.TempDir(), exchange.ErrNotFile},
	} {
		_, err := examined(c.path)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if p := problemOf(a.words, err, "filen"); p.Happened == a.words.T("error.internal") {
			t.Errorf("%s is told as %q", name, p.Happened)
		}
	}
	if _, err := a.copyForOpening(plan.AttachedFile{Name: "a.exe", Type: plan.TypePDF, Hash: someHash}); err == nil {
		t.Error("a program was opened")
	}
}

func TestTheLogoIsShownReplacedAndRemoved(t *testing.T) {
	a := window(t)
	a.openExample()
	set := func(path string) {
		a.examine(path, func(f plan.Attachment) {
			edit, err := a.desk.register().SetLogo(f)
			a.desk.do(editor.Op{Key: "op.attach"}, edit, err)
		})
	}
	shown := func() logoModel {
		b, err := a.file.Logo()
		return logoOf(a.words, b, err)
	}
	if m := shown(); m.image != nil || m.removes {
		t.Errorf("before: %+v", m)
	}
	set(onDisk(t, "märke.png", logoImage(t)))
	if m := shown(); m.image == nil || !m.removes || m.image.Bounds().Dx() != 120 {
		t.Errorf("after choosing: %+v", m)
	}
	a.open(place{room: roomSettings})
	picture(t, a, "logo")
	a.prefs.setMode("dark")
	a.applyTheme()
	picture(t, a, "logo-dark")
	a.desk.removeLogo()
	if m := shown(); m.image != nil || m.removes {
		t.Errorf("after removing: %+v", m)
	}
	unreadable := logoOf(a.words, logoImage(t)[:60], nil)
	if unreadable.image != nil || !unreadable.removes || unreadable.text != a.words.T("logo.unreadable") {
		t.Errorf("unreadable: %+v", unreadable)
	}
}

// The dialog is filled in by the keyboard, as a person does.
func TestTheDialogAttachesAFile(t *testing.T) {
	a := window(t)
	a.openExample()
	v := draft(t, a, plan.Policy, plan.KeyAppendices, plan.Content{})
	v.form.askAttach()
	for _, r := range onDisk(t, "Enkät.pdf", []byte("%PDF-1.7\n")) {
		a.window.Canvas().Focused().TypedRune(r)
	}
	picture(t, a, "attachments-dialog")
	typeKeys(a, fyne.KeyReturn)
	if got := plan.AppendicesIn(v.content()); len(got) != 1 || got[0].Title != "Enkät" || got[0].Public {
		t.Fatalf("attached %+v", got)
	}
	a.prefs.setMode("dark")
	a.applyTheme()
	picture(t, a, "attachments-dark")
}
