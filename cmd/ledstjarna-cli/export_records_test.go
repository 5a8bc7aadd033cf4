package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ledstjarna/internal/pdf/check"
)

// saidBy is all that a PDF says.
func saidBy(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if problems, err := check.Problems(b); err != nil || len(problems) > 0 {
		t.Fatalf("%s: %v %v", path, problems, err)
	}
	root, err := check.Read(b)
	if err != nil {
		t.Fatal(err)
	}
	return root.AllText()
}

func TestTheRecordOfAReview(t *testing.T) {
	file, dir := exampleFile(t), t.TempDir()
	out := filepath.Join(dir, "översyn.pdf")
	done(t, "export", file, "review", "review-webbpolicy-2025-10-09", "-o", out)
	if s := saidBy(t, out); !strings.Contains(s, "Webbpolicy") || !strings.Contains(s, "Ingen ändring") || !strings.Contains(s, "Årlig översyn 2025") {
		t.Errorf("it says %q", s)
	}
	done(t, "correct", file, "review-webbpolicy-2025-10-09", "conclusion", "Gäller ett år till.", "--reason", "Slutsatsen saknades")
	done(t, "export", file, "review", "review-webbpolicy-2025-10-09", "-o", out, "--overwrite")
	if s := saidBy(t, out); !strings.Contains(s, "Gäller ett år till.") || !strings.Contains(s, "Slutsatsen saknades") {
		t.Errorf("corrected, it says %q", s)
	}
	other := filepath.Join(dir, "x.pdf")
	refusedWith(t, "ingen registrerad översyn", "export", file, "review", "decision-stadgar", "-o", other)
	refusedWith(t, "finns inte", "export", file, "review", "zzz", "-o", other)
	done(t, "correct", file, "review-avtal-2025-11-12", "--annul", "--reason", "Fel dokument")
	refusedWith(t, "annullerad", "export", file, "review", "review-avtal-2025-11-12", "-o", other)
	if _, err := os.Stat(other); err == nil {
		t.Error("a refusal left a file")
	}
}

func TestTheExtractOfTheRegister(t *testing.T) {
	file, dir := exampleFile(t), t.TempDir()
	whole, part := filepath.Join(dir, "allt.pdf"), filepath.Join(dir, "delar.pdf")
	done(t, "export", file, "register", "-o", whole)
	done(t, "export", file, "register", "members", "periods", "-o", part)
	all, some := saidBy(t, whole), saidBy(t, part)
	for _, s := range []string{"Ekvik", "2027–2030", "Registerutdrag"} {
		if !strings.Contains(all, s) || !strings.Contains(some, s) {
			t.Errorf("%q is missing", s)
		}
	}
	if !strings.Contains(all, "Webbredaktör") || strings.Contains(some, "Webbredaktör") {
		t.Error("the extract of two lists tells of others, or that of all does not")
	}
	refusedWith(t, "registerutdrag", "export", file, "register", "packets", "-o", part)
	refusedWith(t, "vänner", "export", file, "register", "vänner", "-o", part)
	if b, err := os.ReadFile(whole); err != nil || !bytes.HasPrefix(b, []byte("%PDF-1.7")) {
		t.Errorf("%.10q %v", b, err)
	}
}
