package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ledstjarna/internal/pdf/difficult"
)

// The secretary protects an item and a paper, and makes the variant that everyone may
// read.
func TestThePublicVariantOnTheCommandLine(t *testing.T) {
	file := exampleFile(t)
	const pk, title = "packet-au-2026-12-03", "Kommunikationsplan för Kompetensförsörjning i välfärden"
	out := filepath.Join(t.TempDir(), "publik.pdf")
	public := []string{"export", file, "packet", pk, "--variant", "public", "-o", out}
	refusedWith(t, "Ange en med --public-heading", "packet", file, "protect", pk, "4")
	done(t, "packet", file, "protect", pk, "4", "--public-heading", "Ett upphandlingsärende", "--statute", "OSL 19 kap. 3 §", "--marked-on", "2026-11-20")
	refusedWith(t, "är ärendets eget dokument", "packet", file, "protect", pk, "5/1")
	refusedWith(t, "har ingen bilaga 7", "packet", file, "protect", pk, "5/7")
	picture := filepath.Join(t.TempDir(), "karta.png")
	writeDifficult(t, "picture-plain.png", picture)
	done(t, "packet", file, "attach", pk, "8", picture, "--title", "Karta över bredbandet")
	done(t, "packet", file, "protect", pk, "8/2")
	done(t, public...)
	full := filepath.Join(t.TempDir(), "allt.pdf")
	done(t, "export", file, "packet", pk, "-o", full)
	if text := saidBy(t, out); strings.Contains(text, title) || strings.Contains(text, "Karta över bredbandet") || !strings.Contains(text, "upphandlingsärende") {
		t.Error("the public variant says the wrong things")
	}
	if text := saidBy(t, full); !strings.Contains(text, title) || !strings.Contains(text, "Karta över bredbandet") {
		t.Error("the full variant does not say everything")
	}
	refusedWith(t, "finns redan", public...)
	done(t, append(public, "--overwrite", "--dispatch")...)
	if log := done(t, "packet", file, "log", pk, "--json"); !strings.Contains(log, `"variant": "public"`) || strings.Contains(log, `"number": 1`) {
		t.Errorf("the log says %s", log)
	}
	refusedWith(t, "", "export", file, "supplement", pk, "-o", out, "--overwrite")
	done(t, "packet", file, "protect", pk, "4", "--off")
	done(t, "packet", file, "protect", pk, "8/2", "--off")
	done(t, append(public, "--overwrite")...)
	if text := saidBy(t, out); !strings.Contains(text, title) {
		t.Error("what is open again is not in the public variant")
	}
}

// An item without a public heading, set field by field, is told of and nothing is
// written.
func TestAProtectedItemWithoutAHeadingIsRefused(t *testing.T) {
	file := exampleFile(t)
	const pk = "packet-au-2026-12-03"
	out := filepath.Join(t.TempDir(), "publik.pdf")
	done(t, "register", file, "set", "packets", pk, "items[4].protected", "yes")
	refusedWith(t, "Ärende 4 är skyddat men saknar offentlig ärendemening", "export", file, "packet", pk, "--variant", "public", "-o", out)
	if _, err := os.Stat(out); err == nil {
		t.Error("a file was written")
	}
}

func writeDifficult(t *testing.T, name, path string) {
	t.Helper()
	for _, d := range difficult.Files() {
		if d.Name != name {
			continue
		}
		b, err := d.Bytes()
		if err == nil {
			err = os.WriteFile(path, b, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Fatalf("no file %s", name)
}
