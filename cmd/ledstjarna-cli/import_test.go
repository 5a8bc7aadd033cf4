package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestImportingFromTheCommandLine(t *testing.T) {
	file := exampleFile(t)
	other := filepath.Join(t.TempDir(), "kopia.ledstjarna")
	done(t, "backup", file, "-o", other)
	done(t, "set", file, "doc-naravard", "title", "Här")
	done(t, "set", other, "doc-naravard", "title", "Där")
	done(t, "set", other, "doc-naravard", "dnr", "KML 2026/99")
	o := cli(t, "import", file, other)
	if o.code != exitRefused || !strings.Contains(o.out, "Titel") || !strings.Contains(o.out, "Där") || !strings.Contains(o.notes, "1 ställen") {
		t.Fatalf("with a choice to be made: exit %d\n%s%s", o.code, o.out, o.notes)
	}
	var things []importedThing
	if err := json.Unmarshal([]byte(done(t, "import", file, other, "--dry-run", "--json")), &things); err != nil {
		t.Fatal(err)
	}
	if len(things) != 1 || things[0].Outcome != "clash" || len(things[0].Clashes) != 1 || things[0].Clashes[0].Theirs != "Där" || things[0].Clashes[0].Mine != "Här" {
		t.Errorf("the dry run tells %+v", things)
	}
	if !strings.Contains(done(t, "show", file, "doc-naravard"), "Här") {
		t.Error("something was changed without a choice")
	}
	done(t, "import", file, other, "--take", "theirs")
	if got := done(t, "show", file, "doc-naravard"); !strings.Contains(got, "Där") || !strings.Contains(got, "KML 2026/99") {
		t.Errorf("after the import\n%s", got)
	}
	if o := cli(t, "import", file, other); o.code != exitDone || !strings.Contains(o.notes, "inget som inte redan finns här") {
		t.Errorf("once more: exit %d, %s", o.code, o.notes)
	}
	var copies []keptCopy
	if err := json.Unmarshal([]byte(done(t, "backup", file, "--list", "--json")), &copies); err != nil {
		t.Fatal(err)
	}
	if len(copies) == 0 || copies[0].Reason != "import" {
		t.Errorf("copies: %+v", copies)
	}
	done(t, "restore", file, copies[0].Name)
	if got := done(t, "show", file, "doc-naravard"); !strings.Contains(got, "Här") {
		t.Errorf("after restoring\n%s", got)
	}
}

func TestBackupAndRestoreFromTheCommandLine(t *testing.T) {
	file := exampleFile(t)
	path := strings.TrimSpace(done(t, "backup", file))
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(done(t, "backup", file, "--list"), "Sparad för hand") {
		t.Error("the copy is not listed")
	}
	if o := cli(t, "backup", file, "-o", path); o.code != exitRefused {
		t.Errorf("over a file: exit %d", o.code)
	}
	done(t, "set", file, "doc-naravard", "title", "Ny")
	if o := cli(t, "restore", file, time.Now().Format(time.DateOnly)); o.code != exitDone || !strings.Contains(o.notes, "sparat som") {
		t.Errorf("restore by day: exit %d, %s", o.code, o.notes)
	}
	if o := cli(t, "restore", file, "finns inte"); o.code != exitRefused {
		t.Errorf("restore of nothing: exit %d", o.code)
	}
	if err := os.WriteFile(path, []byte("rubbish"), 0o600); err != nil {
		t.Fatal(err)
	}
	if o := cli(t, "restore", file, path); o.code != exitRefused || o.notes == "" {
		t.Errorf("restore of rubbish: exit %d, %s", o.code, o.notes)
	}
}
