package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ledstjarna/internal/pdf/check"
	"ledstjarna/internal/sqlite"
)

// heldFile is an example file that somebody else has open.
func heldFile(t *testing.T) string {
	t.Helper()
	path := exampleFile(t)
	f, err := sqlite.Open(context.Background(), path, sqlite.Options{Owner: "Maria Holm", Machine: "dator-7", CopyLater: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return path
}

func TestReadingWhatSomebodyHasOpen(t *testing.T) {
	file := heldFile(t)
	for _, args := range [][]string{{"documents", file}, {"reviews", file}, {"check", file}, {"packets", file}} {
		o := cli(t, args...)
		if o.code != exitDone || !strings.Contains(o.notes, "Maria Holm") || !strings.Contains(o.notes, "dator-7") {
			t.Errorf("%v: exit %d, %s", args, o.code, o.notes)
		}
	}
	var info struct {
		Organisation string `json:"organisation"`
		Schema       int    `json:"schema"`
		Open         struct {
			Owner string `json:"owner"`
		} `json:"open"`
	}
	if err := json.Unmarshal([]byte(done(t, "info", file, "--json")), &info); err != nil {
		t.Fatal(err)
	}
	if info.Open.Owner != "Maria Holm" || info.Organisation == "" || info.Schema == 0 {
		t.Errorf("info says %+v", info)
	}
	if o := cli(t, "set", file, "doc-plan-2023", "title", "Ny"); o.code != exitRefused || !strings.Contains(o.notes, "Maria Holm") {
		t.Errorf("changing it: exit %d, %s", o.code, o.notes)
	}
}

// An export from a file that is open for reading only works and says that it is
// not logged.
func TestExportOfWhatIsOnlyReadIsNotLogged(t *testing.T) {
	file := heldFile(t)
	for name, args := range map[string][]string{
		"file":   {"-o", filepath.Join(t.TempDir(), "handlingar.pdf")},
		"folder": {"--folder", "-o", filepath.Join(t.TempDir(), "handlingar")},
	} {
		out := args[len(args)-1]
		o := cli(t, append([]string{"export", file, "packet", "packet-au-2026-12-03", "--dispatch"}, args...)...)
		if o.code != exitDone || !strings.Contains(o.notes, "inte noterat i loggen") {
			t.Errorf("%s: exit %d, %s", name, o.code, o.notes)
		}
		if name == "folder" {
			found, _ := filepath.Glob(filepath.Join(out, "*.pdf"))
			if len(found) == 0 {
				t.Error("the folder holds no papers")
			}
			continue
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if problems, err := check.Problems(b); err != nil || len(problems) > 0 {
			t.Errorf("%s: %v %v", name, problems, err)
		}
	}
	if log := done(t, "packet", file, "log", "packet-au-2026-12-03", "--json"); strings.Contains(log, "handlingar") {
		t.Errorf("the log says %s", log)
	}
}
