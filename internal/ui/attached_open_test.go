package ui

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
)

// storedAs stores the bytes with a draft under a name and a type that a plan file may
// claim, whatever the bytes are.
func storedAs(t *testing.T, v *documentView, name string, claimed plan.MediaType, b []byte) plan.AttachedFile {
	t.Helper()
	sum := sha256.Sum256(b)
	f := plan.AttachedFile{Name: name, Type: claimed, Size: int64(len(b)), Hash: hex.EncodeToString(sum[:])}
	if !v.reform(editor.Op{Key: "op.attach"}, func(c plan.Content) (plan.Content, error) {
		after, _, err := plan.Attach(c, f, "Bilagan", false)
		return after, err
	}, plan.Attachment{AttachedFile: f, Source: bytes.NewReader(b)}) {
		t.Fatal("it was not stored")
	}
	return f
}

// A file that came with somebody's plan file is opened under a safe name in a folder
// of its own, and only where it is what it says.
func TestOnlyWhatAFileHoldsDecidesWhetherItIsOpened(t *testing.T) {
	a := window(t)
	a.openExample()
	v := draft(t, a, plan.Policy, plan.KeyAppendices, plan.Content{})
	pdf := []byte("%PDF-1.7\nbilagan\n")
	for name, c := range map[string]struct {
		claimed plan.MediaType
		b       []byte
		opened  string // the name of the copy; "" where it is not opened
	}{
		"Enkät.pdf":                      {plan.TypePDF, pdf, "Enkät.pdf"},
		"../../undan.pdf":                {plan.TypePDF, append(pdf, '1'), "undan.pdf"},
		"nul.pdf":                        {plan.TypePDF, append(pdf, '2'), "_nul.pdf"},
		"bil\u202eaga.pdf":               {plan.TypePDF, append(pdf, '3'), "bilaga.pdf"},
		strings.Repeat("å", 90) + ".pdf": {plan.TypePDF, append(pdf, '4'), strings.Repeat("å", 58) + ".pdf"},
		"program.pdf":                    {plan.TypePDF, []byte("MZ\x90\x00\x03"), ""},
		"skript.pdf":                     {plan.TypePDF, []byte("#!/bin/sh\necho\n"), ""},
		"bild.png":                       {plan.TypePNG, []byte("%PDF-1.7\n"), ""},
		"faktura.pdf.exe":                {plan.TypePDF, append(pdf, '5'), ""},
		"kopia\u202efdp.exe":             {plan.TypePDF, append(pdf, '6'), ""},
		"start.txt.desktop":              {plan.TypeText, []byte("[Desktop Entry]\n"), ""},
	} {
		f := storedAs(t, v, name, c.claimed, c.b)
		path, err := a.copyForOpening(f)
		if c.opened == "" {
			if !errors.Is(err, plan.ErrFileKind) {
				t.Errorf("%q was opened: %s, %v", name, path, err)
			}
			continue
		}
		inside, _ := filepath.Rel(os.TempDir(), path)
		if err != nil || filepath.Base(path) != c.opened || strings.HasPrefix(inside, "..") || strings.Count(inside, string(filepath.Separator)) != 1 {
			t.Errorf("%q is copied to %s, %v", name, path, err)
		}
		if b, err := os.ReadFile(path); err != nil || !bytes.Equal(b, c.b) {
			t.Errorf("%q holds %q, %v", name, b, err)
		}
	}
	kept := len(folders(t))
	if kept != 5 {
		t.Errorf("%d folders for five opened files", kept)
	}
	if !a.closeFile() || len(folders(t)) != 0 {
		t.Errorf("after closing %v are left", folders(t))
	}
}

// What is not opened is offered for saving, in words that say why; what is opened is
// said to be a copy.
func TestWhatIsNotOpenedIsOfferedForSaving(t *testing.T) {
	a := window(t)
	a.openExample()
	v := draft(t, a, plan.Policy, plan.KeyAppendices, plan.Content{})
	bad := storedAs(t, v, "program.pdf", plan.TypePDF, []byte("MZ\x90\x00\x03"))
	a.openAttached(bad)
	top := a.window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("nothing is said")
	}
	picture(t, a, "attachments-unsafe")
	a.window.Canvas().Overlays().Remove(top)
	good := storedAs(t, v, "Enkät.pdf", plan.TypePDF, []byte("%PDF-1.7\nbilagan\n"))
	a.openAttached(good)
	if !strings.Contains(a.toaster.Text(), "kopia") || !strings.Contains(a.toaster.Text(), "följer inte med") {
		t.Errorf("said is %q", a.toaster.Text())
	}
	path, err := a.copyForOpening(good)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("%PDF-1.7\nändrad\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "ut.pdf")
	a.saveAttached(good, out, false)
	if b, err := os.ReadFile(out); err != nil || string(b) != "%PDF-1.7\nbilagan\n" {
		t.Errorf("what was changed in the copy came back: %q, %v", b, err)
	}
}
