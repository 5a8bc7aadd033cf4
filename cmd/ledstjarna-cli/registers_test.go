package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func written(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "rader.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func decoded[T any](t *testing.T, s string) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(s), &v); err != nil {
		t.Fatalf("%v: %s", err, s)
	}
	return v
}

func newFile(t *testing.T, flags ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ny.ledstjarna")
	done(t, append([]string{"new", path}, flags...)...)
	return path
}

func TestMembersAreImported(t *testing.T) {
	file := newFile(t)
	done(t, "register", file, "add", "members", "name", "Ale", "population", "30 000")
	rows := written(t, "Kommun;Inv\xe5nare\r\nAle kommun;32 500\r\n\xc5m\xe5l;12 345\r\nEda;m\xe5nga\r\nSumma;44 845\r\n")
	type line struct {
		Line       int
		State      string
		Name       string
		Population *int64
		Before     *int64
		Wrong      string
	}
	before := done(t, "dump", file)
	dry := decoded[[]line](t, done(t, "register", file, "import-members", "--file", rows, "--dry-run", "--json"))
	if len(dry) != 4 || dry[0].State != "changed" || *dry[0].Before != 30000 || *dry[0].Population != 32500 || dry[1].State != "new" ||
		dry[1].Name != "Åmål" || dry[2].Wrong != "number" || dry[2].Population != nil || dry[3].Wrong != "sum" || dry[3].Line != 5 {
		t.Errorf("the dry run tells %+v", dry)
	}
	if done(t, "dump", file) != before {
		t.Error("a dry run changed the file")
	}
	o := cli(t, "register", file, "import-members", "--file", rows)
	if o.code != exitDone || !strings.Contains(o.notes, "1 nya, 1 ändrade, 0 oförändrade, 2 inte intagna") || !strings.Contains(o.out, "antalet invånare är inget heltal") {
		t.Errorf("%d %s %s", o.code, o.out, o.notes)
	}
	if s := done(t, "register", file, "list", "members"); !strings.Contains(s, "Ale") || !strings.Contains(s, "32 500") || !strings.Contains(s, "Åmål") || strings.Contains(s, "Summa") {
		t.Errorf("the list is %s", s)
	}
	if o := cli(t, "register", file, "import-members", "--file", rows); !strings.Contains(o.notes, "0 nya, 0 ändrade, 2 oförändrade") {
		t.Errorf("a second time: %s", o.notes)
	}
	for name, content := range map[string]string{"kalkylblad": "PK\x03\x04", "inga rader": "Kommun;Invånare\n"} {
		if o := cli(t, "register", file, "import-members", "--file", written(t, content)); o.code != exitRefused || !strings.Contains(o.notes, "Inget har ändrats") {
			t.Errorf("%s: %d %s", name, o.code, o.notes)
		}
	}
	if o := cli(t, "register", file, "import-members", "--file", "finns-inte.csv"); o.code != exitRefused {
		t.Errorf("a file that is not there: %d %s", o.code, o.notes)
	}
}

func TestPeriodsAreProposed(t *testing.T) {
	file := newFile(t)
	type entry struct {
		Fields   struct{ Start, End string }
		Findings []string
	}
	periods := func() []entry {
		return decoded[[]entry](t, done(t, "register", file, "list", "periods", "--json"))
	}
	n := len(periods())
	done(t, "register", file, "add", "periods", "--preset", "january")
	done(t, "register", file, "add", "periods", "--preset", "january")
	all := periods()
	if len(all) != n+2 || all[n+1].Fields.Start[4:] != "-01-01" || all[n+1].Fields.End[4:] != "-12-31" || len(all[n+1].Findings) > 0 {
		t.Errorf("%+v", all)
	}
	done(t, "register", file, "add", "periods", "start", "2041-01-01", "end", "2044-12-31")
	if all = periods(); len(all[n+2].Findings) != 1 || all[n+2].Findings[0] != "period-gap" {
		t.Errorf("no gap is told: %+v", all[n+2])
	}
	if s := done(t, "findings", file); !strings.Contains(s, "utan mandatperiod efter") {
		t.Errorf("the findings of the file: %s", s)
	}
	for _, args := range [][]string{
		{"add", "periods", "--preset", "march"},
		{"add", "roles", "--preset", "january"},
		{"add", "roles"},
		{"add", "periods", "start", "2042-01-01", "end", "2043-01-01"},
	} {
		if o := cli(t, append([]string{"register", file}, args...)...); o.code != exitRefused || !strings.Contains(o.notes, "Inget har ändrats") {
			t.Errorf("%v: %d %s", args, o.code, o.notes)
		}
	}
}

func TestFindingsOfTheFile(t *testing.T) {
	file := exampleFile(t)
	type found struct {
		Findings []struct{ Severity, Rule, List, Entry, Field, Text string }
		Prompts  []struct{ Kind, Assignment string }
	}
	done(t, "register", file, "add", "meetings", "date", "2027-03-04", "stop-date", "2027-03-05")
	got := decoded[found](t, done(t, "findings", file, "--json"))
	rules := map[string]bool{}
	for _, f := range got.Findings {
		rules[f.Rule] = true
	}
	if !rules["meeting-without-body"] || !rules["deadline-after-meeting"] || len(got.Prompts) == 0 {
		t.Errorf("%+v", got)
	}
	if s := done(t, "register", file, "list"); !strings.Contains(s, "Sammanträden") {
		t.Errorf("the lists: %s", s)
	}
}

func TestNoPlanIsNeeded(t *testing.T) {
	file := newFile(t)
	id := strings.TrimSpace(done(t, "register", file, "add", "assignments", "name", "Cykelvägar", "described", "2026-10-01"))
	missing := func() bool {
		return strings.Contains(done(t, "reviews", file), "Cykelvägar")
	}
	if !missing() {
		t.Fatal("no plan is asked for")
	}
	for _, args := range [][]string{{"--reason", " "}, {"--reason", "x", "--date", "2026-11-23"}, {"--reason", "x", "--withdraw"}} {
		if o := cli(t, append([]string{"no-plan", file, "Cykelvägar"}, args...)...); o.code != exitRefused {
			t.Errorf("%v: %d %s", args, o.code, o.notes)
		}
	}
	done(t, "no-plan", file, "Cykelvägar", "--reason", "Ett litet uppdrag", "--decided-by", "Direktören", "--date", "2026-11-20")
	if missing() {
		t.Error("a plan is asked for though none is needed")
	}
	if s := done(t, "records", file); !strings.Contains(s, "Ingen plan behövs") {
		t.Errorf("the records: %s", s)
	}
	if o := cli(t, "register", file, "remove", "assignments", id); o.code != exitRefused || !strings.Contains(o.notes, "Ingen plan behövs 2026-11-20") {
		t.Errorf("what a record is about was removed: %d %s", o.code, o.notes)
	}
	done(t, "no-plan", file, "Cykelvägar", "--withdraw", "--reason", "Uppdraget växer")
	if !missing() {
		t.Error("withdrawn, and still no plan is asked for")
	}
}

func TestRemovingTellsWhoUsesIt(t *testing.T) {
	file := exampleFile(t)
	type entry struct{ ID, Name string }
	for list, want := range map[string]string{"bodies": "Sammanträden: ", "periods": "Dokument: "} {
		all := decoded[[]entry](t, done(t, "register", file, "list", list, "--json"))
		o := cli(t, "register", file, "remove", list, all[0].ID)
		if o.code != exitRefused || !strings.Contains(o.notes, want) {
			t.Errorf("%s: %d %s", list, o.code, o.notes)
		}
	}
	// A channel that a plan has in its text can be removed, but not unseen.
	for _, c := range decoded[[]entry](t, done(t, "register", file, "list", "channels", "--json")) {
		o := cli(t, "register", file, "remove", "channels", c.ID)
		if o.code != exitRefused {
			continue
		}
		if !strings.Contains(o.notes, "--force") || !strings.Contains(o.notes, "Dokument: ") {
			t.Errorf("%s: %s", c.Name, o.notes)
		}
		done(t, "register", file, "remove", "channels", c.ID, "--force")
		return
	}
	t.Error("no channel of the example is used")
}

func TestRelationsAreListed(t *testing.T) {
	file := exampleFile(t)
	type relation struct{ From, Relation, To, FromTitle, ToTitle string }
	all := decoded[[]relation](t, done(t, "relations", file, "--json"))
	if len(all) == 0 {
		t.Fatal("the example has no relations")
	}
	x := all[0]
	own := decoded[[]relation](t, done(t, "relations", file, x.From, "--json"))
	for _, r := range own {
		if r.From != x.From && r.To != x.From {
			t.Errorf("%+v is not about %s", r, x.From)
		}
	}
	done(t, "relate", file, x.From, x.Relation, x.To, "--remove")
	if got := decoded[[]relation](t, done(t, "relations", file, "--json")); len(got) != len(all)-1 {
		t.Errorf("%d relations after one was removed of %d", len(got), len(all))
	}
	if s := done(t, "relations", file); !strings.Contains(s, "Styr") {
		t.Errorf("in words: %s", s)
	}
	lone := strings.TrimSpace(done(t, "add", file, "other", "--title", "Ensam"))
	if o := cli(t, "relations", file, lone); o.code != exitDone || !strings.Contains(o.notes, "Inga kopplingar") {
		t.Errorf("%d %s", o.code, o.notes)
	}
}
