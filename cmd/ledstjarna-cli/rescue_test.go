package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ledstjarna/internal/plan"
)

// truncated shortens the file by a third.
func truncated(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b = b[:len(b)*2/3]
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return b
}

func TestRescuingFromTheCommandLine(t *testing.T) {
	file := exampleFile(t)
	done(t, "backup", file)
	done(t, "set", file, "doc-naravard", "title", "Ändrad efter kopian")
	damaged := truncated(t, file)
	checked := cli(t, "check", file)
	if checked.code != exitRefused || !strings.Contains(checked.out, "säkerhetskopian") || !strings.Contains(checked.notes, "rescue") {
		t.Errorf("the check says, exit %d\n%s%s", checked.code, checked.out, checked.notes)
	}
	out := filepath.Join(t.TempDir(), "räddad.ledstjarna")
	var told rescued
	if err := json.Unmarshal([]byte(done(t, "rescue", file, "-o", out, "--json")), &told); err != nil {
		t.Fatal(err)
	}
	if told.Backup == "" || told.Output != out || len(told.Documents) == 0 || len(told.Lists) != len(plan.ListNames()) {
		t.Errorf("told %+v", told)
	}
	whole := 0
	for _, d := range told.Documents {
		for _, v := range d.Versions {
			if v.Whole {
				whole++
				break
			}
		}
		if d.Standing == "" {
			t.Errorf("%s is not compared with the backup", d.Title)
		}
	}
	if whole == 0 {
		t.Error("nothing could be read")
	}
	done(t, "check", out)
	if got := done(t, "documents", out); len(strings.Split(got, "\n")) < whole {
		t.Errorf("the new file has\n%s", got)
	}
	if b, err := os.ReadFile(file); err != nil || !bytes.Equal(b, damaged) {
		t.Errorf("the damaged file was changed: %v", err)
	}
	if o := cli(t, "rescue", file, "-o", out); o.code != exitRefused || !strings.Contains(o.notes, filepath.Base(out)) {
		t.Errorf("a file was replaced: exit %d, %s", o.code, o.notes)
	}
	for _, lang := range []string{"sv", "en"} {
		if o := cli(t, "rescue", file, "--lang", lang); o.code != exitDone || !strings.Contains(o.out, told.Documents[0].Title) {
			t.Errorf("%s: exit %d\n%s%s", lang, o.code, o.out, o.notes)
		}
	}
}

func TestAFileOfNothingCannotBeRescued(t *testing.T) {
	file := filepath.Join(t.TempDir(), "skräp.ledstjarna")
	if err := os.WriteFile(file, bytes.Repeat([]byte("skräp "), 4000), 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "ny.ledstjarna")
	if o := cli(t, "rescue", file, "-o", out); o.code != exitRefused || !strings.Contains(o.notes, "Inget i") {
		t.Errorf("exit %d, %s", o.code, o.notes)
	}
	if _, err := os.Stat(out); !os.IsNotExist(err) {
		t.Errorf("a file was written: %v", err)
	}
	if o := cli(t, "rescue", filepath.Join(t.TempDir(), "saknas.ledstjarna")); o.code != exitRefused {
		t.Errorf("no file: exit %d", o.code)
	}
}
