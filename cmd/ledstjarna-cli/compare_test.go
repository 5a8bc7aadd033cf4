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
	exported(t, file, "compare", "doc-naravard")
}

// exported writes a paper of the file and checks it; it returns what it says.
func exported(t *testing.T, file string, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "papper.pdf")
	done(t, append(append([]string{"export", file}, args...), "-o", path)...)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if problems, err := check.Problems(b); err != nil || len(problems) > 0 {
		t.Errorf("%v: %v %v", args, problems, err)
	}
	text, err := check.Text(b)
	if err != nil {
		t.Fatal(err)
	}
	return check.Squeeze(text)
}

func TestPlansOnOnePage(t *testing.T) {
	file := exampleFile(t)
	for _, lang := range []string{"sv", "en"} {
		text := exported(t, file, "onepage", "doc-naravard", "--lang", lang)
		for _, want := range []string{"Nära vård i länet", "Samrådsmöte med äldreråden", "770"} {
			if !strings.Contains(text, check.Squeeze(want)) {
				t.Errorf("%s: the page does not say %q", lang, want)
			}
		}
	}
	exported(t, file, "onepage", "doc-plan-2023")
	if o := cli(t, "export", file, "onepage", "doc-webbpolicy", "-o", filepath.Join(t.TempDir(), "p.pdf")); o.code != exitRefused || !strings.Contains(o.notes, "ingen plan") {
		t.Errorf("a policy on one page: exit %d, %s", o.code, o.notes)
	}
}
