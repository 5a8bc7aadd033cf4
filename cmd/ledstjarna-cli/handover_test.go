package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestHandingOverFromTheCommandLine(t *testing.T) {
	file, dir := exampleFile(t), t.TempDir()
	part := filepath.Join(dir, "del.ledstjarna")
	o := cli(t, "handover", file, "-o", part, "--document", "doc-naravard")
	if o.code != exitDone || strings.TrimSpace(o.out) != part || !strings.Contains(o.notes, "inte följer med") {
		t.Fatalf("exit %d: %s%s", o.code, o.out, o.notes)
	}
	var listed []struct {
		ID string `json:"id"`
	}
	if err := json.Unmarshal([]byte(done(t, "documents", part, "--json")), &listed); err != nil || len(listed) != 1 || listed[0].ID != "doc-naravard" {
		t.Errorf("it holds %v, %v", listed, err)
	}
	done(t, "check", part)
	if o := cli(t, "import", file, part); o.code != exitDone || !strings.Contains(o.notes, "inget som inte redan finns här") {
		t.Errorf("unchanged: exit %d, %s", o.code, o.notes)
	}
	done(t, "set", part, "doc-naravard", "title", "Ändrad där")
	done(t, "set", file, "doc-naravard", "dnr", "KML 2026/99")
	done(t, "import", file, part)
	if got := done(t, "show", file, "doc-naravard"); !strings.Contains(got, "Ändrad där") || !strings.Contains(got, "KML 2026/99") {
		t.Errorf("after the import\n%s", got)
	}
}

func TestHandingOverWritesOverNothingUnasked(t *testing.T) {
	file, dir := exampleFile(t), t.TempDir()
	out := filepath.Join(dir, "kopia.ledstjarna")
	done(t, "handover", file, "-o", out)
	before, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"handover", file, "-o", out},
		{"handover", file, "-o", out, "--document", "doc-naravard"},
		{"handover", file, "-o", file, "--overwrite"},
		{"handover", file, "-o", filepath.Join(dir, "ny"), "--document", "finns inte"},
	} {
		if o := cli(t, args...); o.code != exitRefused || o.notes == "" {
			t.Errorf("%v: exit %d, %s", args[2:], o.code, o.notes)
		}
	}
	if now, err := os.ReadFile(out); err != nil || !bytes.Equal(now, before) {
		t.Errorf("it was written over: %v", err)
	}
	done(t, "handover", file, "-o", out, "--overwrite", "--document", "doc-naravard")
	if got := done(t, "documents", out); strings.Count(got, "\n") != 2 {
		t.Errorf("it then holds\n%s", got)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != "kopia.ledstjarna" && e.Name() != "kopia.backups" {
			t.Errorf("left behind: %s", e.Name())
		}
	}
}
