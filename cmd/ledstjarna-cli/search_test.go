package main

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestSearchingFromTheCommandLine(t *testing.T) {
	file := exampleFile(t)
	out := done(t, "search", file, "aldreraden")
	if !strings.Contains(out, "Samrådsmöte med äldreråden") || !strings.Contains(out, "activities[") || !strings.Contains(out, "11 Aktivitetsplan") {
		t.Errorf("it finds\n%s", out)
	}
	var found []foundText
	if err := json.Unmarshal([]byte(done(t, "search", file, "samrådsmöte", "äldreråden", "--json", "--most", "1")), &found); err != nil {
		t.Fatal(err)
	}
	if len(found) != 1 || found[0].Document == "" || found[0].Version == "" || !strings.HasPrefix(found[0].Field, "activities[") {
		t.Errorf("found %+v", found)
	}
	if o := cli(t, "search", file, "xyzzy"); o.code != exitDone || o.out != "" || !strings.Contains(o.notes, "xyzzy") {
		t.Errorf("nothing found: exit %d, %q, %q", o.code, o.out, o.notes)
	}
	if got := done(t, "search", file, "xyzzy", "--json"); strings.TrimSpace(got) != "[]" {
		t.Errorf("nothing found as JSON: %s", got)
	}
	if o := cli(t, "search", file); o.code != exitUsage {
		t.Errorf("without words: exit %d", o.code)
	}
}
