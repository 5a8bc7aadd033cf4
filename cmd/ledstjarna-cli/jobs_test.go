package main

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite" // to make a file of a newer program

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/pdf/check"
)

// outcome is what a run of the program gave.
type outcome struct {
	code       int
	out, notes string
}

// cli runs the program on 22 November 2026 in Swedish.
func cli(t *testing.T, args ...string) outcome {
	t.Helper()
	var out, notes bytes.Buffer
	code := run(args, system{
		in: strings.NewReader(""), out: &out, notes: &notes, env: func(string) string { return "" },
		now: func() time.Time { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) }, user: func() string { return "Nämndsekreterare" }, version: "test",
	})
	for _, s := range []string{out.String(), notes.String()} {
		if i18n.Incomplete(s) {
			t.Errorf("%v: a word is missing in %q", args, s)
		}
	}
	return outcome{code, out.String(), notes.String()}
}

func done(t *testing.T, args ...string) string {
	t.Helper()
	o := cli(t, args...)
	if o.code != exitDone {
		t.Fatalf("%v: exit %d: %s", args, o.code, o.notes)
	}
	return o.out
}

func exampleFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "exempel.ledstjarna")
	done(t, "new", path, "--example")
	return path
}

func TestTheMainJob(t *testing.T) {
	file := exampleFile(t)
	var documents []struct {
		ID     string `json:"id"`
		Status string `json:"status"`
	}
	if err := json.Unmarshal([]byte(done(t, "documents", file, "--json")), &documents); err != nil || len(documents) != 13 {
		t.Fatalf("%d documents, %v", len(documents), err)
	}
	for _, want := range []string{"It-policy", "357", "Slututvärdering saknas", "Verksamhetsprogram saknas"} {
		if !strings.Contains(done(t, "reviews", file, "--on", "2026-11-22"), want) {
			t.Errorf("the reviews do not name %q", want)
		}
	}
	if !json.Valid([]byte(done(t, "reviews", file, "--on", "2026-11-22", "--json"))) {
		t.Error("reviews --json is no JSON")
	}
	dir := t.TempDir()
	for name, args := range map[string][]string{
		"plan.pdf":   {"export", file, "document", "doc-plan-2023"},
		"packet.pdf": {"export", file, "packet", "packet-au-2026-12-03"},
	} {
		path := filepath.Join(dir, name)
		done(t, append(args, "-o", path)...)
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		problems, err := check.Problems(b)
		if err != nil || len(problems) > 0 {
			t.Errorf("%s: %v %v", name, problems, err)
		}
		if o := cli(t, append(args, "-o", path)...); o.code != exitRefused {
			t.Errorf("%s was written over: exit %d", name, o.code)
		}
		done(t, append(args, "-o", path, "--overwrite")...)
	}
	done(t, "set", file, "doc-naravard", "publication-approver", "Projektledare Nära vård")
	if s := done(t, "findings", file, "doc-naravard"); strings.Contains(s, "Godkänner publicering saknas") {
		t.Errorf("the finding stays: %s", s)
	}
	done(t, "review", file, "doc-webbpolicy", "--outcome", "no-change", "--reviewer", "Webbredaktör")
	dump := filepath.Join(dir, "dump.json")
	done(t, "dump", file, "-o", dump)
	again := filepath.Join(dir, "igen.ledstjarna")
	done(t, "load", again, dump)
	if a, b := done(t, "dump", file), done(t, "dump", again); a != b {
		t.Error("a dump does not load into the same file")
	}
	done(t, "check", again)
}

func TestBadInputIsRefusedAndNothingChanged(t *testing.T) {
	file, dir := exampleFile(t), t.TempDir()
	put := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, tc := range []struct {
		name string
		args []string
		of   string // the file that must not change
		says string
	}{
		{"a PDF as plan file", []string{"documents", put("papper.ledstjarna", "%PDF-1.7\n%âãÏÓ\n")}, "papper.ledstjarna", "ingen Ledstjärna-fil"},
		{"an empty file", []string{"documents", put("tom.ledstjarna", "")}, "tom.ledstjarna", "tom"},
		{"a file of a newer program", []string{"documents", newer(t, dir)}, "nyare.ledstjarna", "nyare"},
		{"malformed JSON", []string{"load", filepath.Join(dir, "ny.ledstjarna"), put("trasig.json", `{"format":"ledstjarna","version":1,"lists":{`)}, "trasig.json", ""},
		{"JSON of something else", []string{"load", filepath.Join(dir, "ny.ledstjarna"), put("annat.json", `{"a":1}`)}, "annat.json", ""},
		{"an impossible date", []string{"set", file, "doc-naravard", "valid-from", "2026-02-30"}, "", "2026-02-30"},
		{"an unknown document", []string{"show", file, "finns-inte"}, "", "finns-inte"},
		{"an adopted version", []string{"set", file, "doc-webbpolicy", "title", "Ny titel"}, "", ""},
		{"a folder that is not there", []string{"export", file, "document", "doc-webbpolicy", "-o", filepath.Join(dir, "ingen", "x.pdf")}, "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			path := file
			if tc.of != "" {
				path = filepath.Join(dir, tc.of)
			}
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			o := cli(t, tc.args...)
			if o.code != exitRefused || o.notes == "" || !strings.Contains(o.notes, tc.says) {
				t.Errorf("exit %d, %q; want a refusal that says %q", o.code, o.notes, tc.says)
			}
			if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
				t.Errorf("the file was changed (%v)", err)
			}
		})
	}
	if _, err := os.Stat(filepath.Join(dir, "ny.ledstjarna")); err == nil {
		t.Error("a load that was refused left a file")
	}
	if o := cli(t, "documents"); o.code != exitUsage {
		t.Errorf("a command without its file: exit %d, want %d", o.code, exitUsage)
	}
}

// newer makes a plan file that a newer program has written.
func newer(t *testing.T, dir string) string {
	t.Helper()
	path := filepath.Join(dir, "nyare.ledstjarna")
	done(t, "new", path)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("PRAGMA user_version = 999"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}
