package main

import (
	"os"
	"strings"
	"testing"
)

func TestMain(m *testing.M) {
	if task := os.Getenv(childTask); task != "" {
		os.Exit(child(task))
	}
	os.Exit(m.Run())
}

// small are the counts with which campaigns run among the tests, and broken what
// each must notice.
func small() map[string]struct {
	count  int
	broken []string
} {
	return map[string]struct {
		count  int
		broken []string
	}{
		"kill":  {25, []string{"boast"}},
		"power": {150, []string{"lost write", "lost sync"}},
		"outage": {24, []string{
			"migration write", "migration sync", "migration name", "copy write", "copy sync", "copy name",
			"hand-over write", "hand-over sync", "hand-over name",
		}},
		"io":        {12, []string{"boast", "silent", "wordless"}},
		"migration": {4, []string{"half"}},
		"damage":    {60, []string{"blind", "gullible"}},
		"hostile":   {420, []string{"harmless"}},
		"tamper":    {60, []string{"nothing"}},
		"undo":      {1500, []string{"too many"}},
		"race":      {25, []string{"liar"}},
		"backup":    {12, []string{"another copy"}},
		"import":    {4000, []string{"no-conflicts", "no-base"}},
	}
}

func TestCampaigns(t *testing.T) {
	sizes := small()
	for _, c := range campaigns() {
		size, ok := sizes[c.name]
		if !ok {
			t.Errorf("%s has no size among the tests", c.name)
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if testing.Short() { // under the race detector
				size.count = max(12, size.count/8)
			}
			x := &course{count: size.count, seed: 1, dir: t.TempDir()}
			if err := c.run(x); err != nil {
				t.Fatal(err)
			}
			t.Log(x.notes)
			for _, broken := range size.broken {
				y := &course{count: size.count, seed: 1, dir: t.TempDir(), broken: broken}
				if c.run(y) == nil {
					t.Errorf("%s is not noticed", broken)
				}
			}
		})
	}
}

func TestProgram(t *testing.T) {
	var out strings.Builder
	if err := run(&out, []string{"import"}, 50, 7); err != nil || !strings.Contains(out.String(), "import") || !strings.Contains(out.String(), "seed 7") {
		t.Errorf("it says %q, %v", out.String(), err)
	}
}
