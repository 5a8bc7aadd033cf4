package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The calendar file is updated where it lies, and never overwritten unasked.
func TestTheCalendarFile(t *testing.T) {
	file := exampleFile(t)
	ics := filepath.Join(t.TempDir(), "översyn.ics")
	done(t, "reviews", file, "--ics", ics)
	first, err := os.ReadFile(ics)
	if err != nil || !bytes.HasPrefix(first, []byte("BEGIN:VCALENDAR\r\n")) || !bytes.Contains(first, []byte("SUMMARY:Översyn senast: Webbpolicy\r\n")) {
		t.Fatalf("%v, %.200q", err, first)
	}
	refusedWith(t, "Välj", "reviews", file, "--ics", ics)
	done(t, "review", file, "Webbpolicy", "--outcome", "no-change", "--reviewer", "Kommunikationschef")
	done(t, "reviews", file, "--ics", ics, "--overwrite")
	second, err := os.ReadFile(ics)
	if err != nil || !bytes.Contains(second, []byte("SUMMARY:Översyn genomförd: Webbpolicy\r\n")) || !bytes.Contains(second, []byte("SEQUENCE:1\r\n")) {
		t.Errorf("after the review: %v, %.200q", err, second)
	}
}

func TestTheStatusAsTables(t *testing.T) {
	file := exampleFile(t)
	dir := t.TempDir()
	for _, format := range []string{"csv", "xlsx", "pdf"} {
		out := filepath.Join(dir, "status."+format)
		done(t, "export", file, "status", "-o", out, "--format", format, "--years", "2023-2026")
		if b, err := os.ReadFile(out); err != nil || len(b) < 500 {
			t.Errorf("%s: %d bytes, %v", format, len(b), err)
		}
	}
	b, err := os.ReadFile(filepath.Join(dir, "status.csv"))
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(string(b), "\r\n")
	if !strings.HasSuffix(head, ";2023;2024;2025;2026") {
		t.Errorf("the years are those of %q", head)
	}
	for years, words := range map[string]string{"2026-2023": "2026 kommer efter 2023", "nu": "nu", "1900-2100": "högst 60 år"} {
		refusedWith(t, words, "export", file, "status", "-o", filepath.Join(dir, "x.csv"), "--format", "csv", "--years", years)
	}
	refusedWith(t, "ods", "export", file, "status", "-o", filepath.Join(dir, "x.ods"), "--format", "ods")
}

// refusedWith runs the program and wants it to refuse with words.
func refusedWith(t *testing.T, words string, args ...string) {
	t.Helper()
	if o := cli(t, args...); o.code != exitRefused || !strings.Contains(o.notes, words) {
		t.Errorf("%v: exit %d, %q, want %q", args, o.code, o.notes, words)
	}
}

// A document is reviewed by a rule of its own once the reason is told, and by the
// usual one again.
func TestADocumentsRule(t *testing.T) {
	file := exampleFile(t)
	owes := func() bool { return strings.Contains(done(t, "reviews", file), "Webbpolicy") }
	refusedWith(t, "--reason", "rule", file, "Webbpolicy", "R0")
	refusedWith(t, "R0, R1, R2, default", "rule", file, "Webbpolicy", "R3", "--reason", "x")
	if !owes() {
		t.Fatal("the example's policy owes nothing")
	}
	done(t, "rule", file, "Webbpolicy", "R0", "--reason", "vilar")
	if owes() {
		t.Error("it owes a review all the same")
	}
	done(t, "rule", file, "Webbpolicy", "default")
	if !owes() {
		t.Error("the usual rule does not count again")
	}
}

// A strategy's first adoption can be recorded to have been the period's review.
func TestAnAdoptionThatWasAReview(t *testing.T) {
	file := exampleFile(t)
	done(t, "add", file, "strategy", "--title", "Ny strategi", "--copy-of", "Kommunikationsstrategi 2023–2026")
	done(t, "status", file, "Ny strategi", "ready")
	adopt := []string{"status", file, "Ny strategi", "adopt", "--body", "Styrelsen", "--date", "2025-06-10", "--paragraf", "5", "--valid-from", "2025-06-10", "--included-review"}
	refusedWith(t, "skälet", adopt...)
	done(t, append(adopt, "--reason", "Prövad mot programmet")...)
	if out := done(t, "reviews", file); !strings.Contains(out, "Fullgjord genom fastställande  2026-12-31  Ny strategi") {
		t.Errorf("its review is not met:\n%s", out)
	}
}
