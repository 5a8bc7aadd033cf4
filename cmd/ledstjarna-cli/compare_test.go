package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ledstjarna/internal/pdf/check"
)

func TestComparingVersions(t *testing.T) {
	file := exampleFile(t)
	done(t, "set", file, "doc-naravard", "purpose", "Invånarna ska veta vart de vänder sig.")
	got := read[[]foundChange](t, "compare", file, "doc-naravard")
	kinds := map[string]int{}
	var purpose foundChange
	for _, x := range got {
		kinds[x.Kind]++
		if x.Field == "purpose" {
			purpose = x
		}
	}
	if kinds["changed"] == 0 || kinds["added"] == 0 || kinds["removed"] == 0 {
		t.Errorf("kinds of changes: %v", kinds)
	}
	if purpose.New != "Invånarna ska veta vart de vänder sig." || purpose.Old == "" || len(purpose.Text) < 2 || purpose.Label != "Syfte" {
		t.Errorf("the purpose: %+v", purpose)
	}
	for _, want := range []string{"Ändrat", "{+", "[-", "Öppet hus i Öskär"} {
		if s := done(t, "compare", file, "doc-naravard"); !strings.Contains(s, want) {
			t.Errorf("the list does not say %q:\n%s", want, s)
		}
	}
	if s := done(t, "compare", file, "doc-naravard", "--from", "1.0", "--to", "1.0"); s != "" {
		t.Errorf("a version differs from itself: %s", s)
	}
	if o := cli(t, "compare", file, "doc-plan-2023", "--to", "1.0"); o.code != exitRefused || !strings.Contains(o.notes, "--from") {
		t.Errorf("without an older version: exit %d, %s", o.code, o.notes)
	}
	path := filepath.Join(t.TempDir(), "jämför.pdf")
	done(t, "export", file, "compare", "doc-naravard", "-o", path)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if problems, err := check.Problems(b); err != nil || len(problems) > 0 {
		t.Errorf("%v %v", problems, err)
	}
}
