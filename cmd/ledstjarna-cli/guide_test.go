package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// The guide is written without a plan file, in the language of the run, and never
// over another file unless told to.
func TestTheGuideIsWritten(t *testing.T) {
	dir := t.TempDir()
	sv, en := filepath.Join(dir, "sv.pdf"), filepath.Join(dir, "en.pdf")
	for path, lang := range map[string]string{sv: "sv", en: "en"} {
		if r := cli(t, "guide", "-o", path, "--lang", lang, "--at", "2026-11-22T09:00:00Z"); r.code != exitDone {
			t.Fatalf("%s: %d, %s", lang, r.code, r.notes)
		}
		b, err := os.ReadFile(path)
		if err != nil || !bytes.HasPrefix(b, []byte("%PDF-1.")) || len(b) < 50_000 {
			t.Errorf("%s: %d bytes, %v", lang, len(b), err)
		}
	}
	if r := cli(t, "guide", "-o", sv, "--lang", "sv"); r.code != exitRefused {
		t.Errorf("over another file: %d", r.code)
	}
	if r := cli(t, "guide", "-o", sv, "--lang", "sv", "--overwrite"); r.code != exitDone {
		t.Errorf("with --overwrite: %d, %s", r.code, r.notes)
	}
	if r := cli(t, "guide", "--lang", "sv"); r.code != exitUsage {
		t.Errorf("without a place: %d", r.code)
	}
}
