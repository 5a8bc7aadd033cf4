package main

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ledstjarna/internal/pdf/check"
)

func onDisk(t *testing.T, name string, b []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func picture(t *testing.T, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func transparent(t *testing.T) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 60, 20))
	for x := range 60 {
		for y := range 20 {
			img.Set(x, y, color.NRGBA{200, 30, 60, uint8(4 * x)})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func photo(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewRGBA(image.Rect(0, 0, 30, 30)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// extracted is what the command writes to its output file.
func extracted(t *testing.T, args ...string) []byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), "ut")
	done(t, append(args, "-o", out)...)
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// A file is attached, listed, read again in another run, carried through a dump
// and taken away, after which the plan file no longer holds it.
func TestFilesAreAttached(t *testing.T) {
	file, want := exampleFile(t), []byte("%PDF-1.7\nen bilaga\n")
	doc := strings.TrimSpace(done(t, "add", file, "policy", "--title", "Policy med bilagor"))
	id := strings.TrimSpace(done(t, "attachment", file, "add", doc, onDisk(t, "Enkät 2026.pdf", want), "--public"))
	done(t, "attachment", file, doc, onDisk(t, "siffror.csv", []byte("a;b\n1;2\n")), "--title", "Siffrorna")
	got := read[[]listedAttachment](t, "attachment", file, "list", doc)
	if len(got) != 2 || string(got[0].ID) != id || got[0].Title != "Enkät 2026" || !got[0].Public || got[0].Size != int64(len(want)) ||
		got[1].Title != "Siffrorna" || got[1].Public || got[1].Type != "text/plain" {
		t.Fatalf("listed %+v", got)
	}
	if s := done(t, "attachment", file, "list", doc); !strings.Contains(s, "Enkät 2026.pdf") || !strings.Contains(s, "PDF") {
		t.Errorf("the list says %s", s)
	}
	dump, again := filepath.Join(t.TempDir(), "allt.json"), filepath.Join(t.TempDir(), "igen.ledstjarna")
	done(t, "dump", file, "-o", dump)
	done(t, "load", again, dump)
	for _, path := range []string{file, again} {
		if b := extracted(t, "attachment", path, "extract", doc, "Enkät 2026.pdf"); !bytes.Equal(b, want) {
			t.Errorf("extracted %q", b)
		}
		done(t, "check", path)
	}
	done(t, "attachment", file, "remove", doc, id)
	if got := read[[]listedAttachment](t, "attachment", file, "list", doc); len(got) != 1 || got[0].Title != "Siffrorna" {
		t.Errorf("after removing one: %+v", got)
	}
	if b, err := os.ReadFile(file); err != nil || bytes.Contains(b, want) {
		t.Errorf("the plan file still holds what was removed, %v", err)
	}
	done(t, "check", file)
}

func TestWhatCannotBeAttachedIsRefused(t *testing.T) {
	file := exampleFile(t)
	before := done(t, "dump", file)
	for name, c := range map[string]struct {
		file  string
		bytes []byte
		says  string
	}{
		"empty":   {"tom.pdf", nil, "tom"},
		"lying":   {"beslut.pdf", []byte("MZ\x90\x00"), "ändelse"},
		"damaged": {"bild.png", picture(t, 9, 9)[:20], "skadad"},
	} {
		o := cli(t, "attachment", file, "add", "doc-bredband", onDisk(t, c.file, c.bytes))
		if o.code == exitDone || !strings.Contains(o.notes, c.says) {
			t.Errorf("%s: exit %d: %s", name, o.code, o.notes)
		}
	}
	for _, args := range [][]string{
		{"attachment", file, "add", "doc-bredband", filepath.Join(t.TempDir(), "finns inte.pdf")},
		{"attachment", file, "add", "doc-bredband", t.TempDir()},
		{"attachment", file, "extract", "doc-bredband", "finns inte", "-o", filepath.Join(t.TempDir(), "x")},
		{"attachment", file, "remove", "doc-bredband", "finns inte"},
		{"logo", file, "set", onDisk(t, "logo.txt", []byte("ingen bild"))},
		{"logo", file, "set", onDisk(t, "logo.png", picture(t, 9000, 1))},
		{"logo", file, "set", onDisk(t, "logo.png", picture(t, 90, 90)[:60])},
		{"logo", file, "extract", "-o", filepath.Join(t.TempDir(), "x")},
	} {
		if o := cli(t, args...); o.code == exitDone || o.notes == "" || strings.Contains(o.notes, "[") {
			t.Errorf("%v: exit %d: %s", args, o.code, o.notes)
		}
	}
	if after := done(t, "dump", file); after != before {
		t.Error("what was refused left something behind")
	}
}

func TestTheLogoIsSetAndRemoved(t *testing.T) {
	file := exampleFile(t)
	for _, want := range [][]byte{picture(t, 40, 20), picture(t, 10, 10)} {
		done(t, "logo", file, "set", onDisk(t, "märke.png", want))
		if b := extracted(t, "logo", file, "extract"); !bytes.Equal(b, want) {
			t.Errorf("extracted %d bytes of %d", len(b), len(want))
		}
	}
	drawn := regexp.MustCompile(`/Subtype\s*/Image`)
	done(t, "logo", file, "remove")
	if drawn.Match(extracted(t, "export", file, "document", "doc-bredband")) {
		t.Error("a paper without a logo has an image, so that nothing is proved")
	}
	for name, b := range map[string][]byte{"grå.png": picture(t, 40, 20), "genomskinlig.png": transparent(t), "foto.jpg": photo(t)} {
		done(t, "logo", file, "set", onDisk(t, name, b))
		paper := extracted(t, "export", file, "document", "doc-bredband")
		problems, err := check.Problems(paper)
		if err != nil || len(problems) > 0 {
			t.Errorf("a paper with %s: %v, %v", name, problems, err)
		}
		if !drawn.Match(paper) {
			t.Errorf("%s is not in the paper", name)
		}
	}
	done(t, "logo", file, "remove")
	if o := cli(t, "logo", file, "extract", "-o", filepath.Join(t.TempDir(), "x")); o.code == exitDone {
		t.Error("a removed logo was written")
	}
	done(t, "check", file)
}
