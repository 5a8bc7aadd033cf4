package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// read runs a command with --json and reads what it prints.
func read[T any](t *testing.T, args ...string) T {
	t.Helper()
	var out T
	if s := done(t, append(args, "--json")...); json.Unmarshal([]byte(s), &out) != nil {
		t.Fatalf("%v prints %s", args, s)
	}
	return out
}

func TestTakingOverDriftAndSettling(t *testing.T) {
	file := exampleFile(t)
	example := read[[]foundDrift](t, "drift", file)
	if len(example) != 1 || example[0].Columns[0].Own != "Kommunledningar" {
		t.Fatalf("drift of the example: %+v", example)
	}
	done(t, "drift", file, "doc-naravard", "--keep", "all")
	id := strings.TrimSpace(done(t, "add", file, "assignment-plan", "--title", "Klimatplan", "--assignment", "assignment-klimat", "--quick"))
	done(t, "relate", file, "doc-plan-2023", "elaborated-in", id)

	offers := read[[]foundOffer](t, "inherit", file, id, "audiences")
	if len(offers) == 0 || offers[0].From != "Kommunikationsplan 2023–2026" || offers[0].Held {
		t.Fatalf("offers: %+v", offers)
	}
	done(t, "inherit", file, id, "audiences", "--take", string(offers[0].ID), "--take", "Invånare")
	done(t, "inherit", file, id, "audiences", "--take", "audience-regering")
	done(t, "inherit", file, id, "directions", "--take", "all")
	if got := read[[]foundOffer](t, "inherit", file, id, "audiences"); !got[0].Held {
		t.Error("what has been taken over is not told")
	}
	if got := read[[]foundDrift](t, "drift", file, id); len(got) > 0 {
		t.Fatalf("something differs at once: %+v", got)
	}

	done(t, "register", file, "set", "audiences", "audience-regering", "name", "Sveriges regering")
	got := read[[]foundDrift](t, "drift", file)
	if len(got) != 1 || !got[0].Open || got[0].Columns[0].Taken != "Regeringen" || got[0].Columns[0].Now != "Sveriges regering" || got[0].From != "bibliotekets målgrupper" {
		t.Fatalf("drift: %+v", got)
	}
	if s := done(t, "drift", file); !strings.Contains(s, "har blivit ”Sveriges regering”") {
		t.Errorf("the list says %s", s)
	}
	done(t, "drift", file, id, "--keep", "Regeringen")
	if got := read[[]foundDrift](t, "drift", file); len(got) > 0 {
		t.Errorf("a kept difference is told again: %+v", got)
	}
	done(t, "register", file, "set", "audiences", "audience-regering", "name", "Rikets regering")

	// What was taken over is remembered through a dump.
	dump, again := filepath.Join(t.TempDir(), "alla.json"), filepath.Join(t.TempDir(), "igen.ledstjarna")
	done(t, "dump", file, "-o", dump)
	done(t, "load", again, dump)
	got = read[[]foundDrift](t, "drift", again, id)
	if len(got) != 1 || got[0].Columns[0].Taken != "Sveriges regering" || got[0].Columns[0].Own != "Regeringen" {
		t.Fatalf("after loading: %+v", got)
	}
	done(t, "drift", again, id, "--update", "all")
	if s := done(t, "show", again, id); !strings.Contains(s, "Rikets regering") || len(read[[]foundDrift](t, "drift", again)) > 0 {
		t.Errorf("after updating the plan says %s", s)
	}
}

func TestAPlanIsCopiedWithItsLessons(t *testing.T) {
	file := exampleFile(t)
	done(t, "follow-up", file, "doc-bredband", "closing", "final-report", "Klart", "keep", "Öppna möten", "stop", "Annonserna")
	id := strings.TrimSpace(done(t, "add", file, "assignment-plan", "--title", "Klimatplan", "--assignment", "assignment-klimat", "--copy-of", "doc-bredband"))
	content := done(t, "show", file, id, "--json")
	for _, want := range []string{"Öppna möten", "Annonserna", "Klimatplan", "assignment-klimat"} {
		if !strings.Contains(content, want) {
			t.Errorf("the copy does not say %q", want)
		}
	}
	if lessons := read[[]foundLesson](t, "lessons", file, id); len(lessons) != 1 || !lessons[0].Held || lessons[0].Keep != "Öppna möten" {
		t.Errorf("lessons of the copy: %+v", lessons)
	}

	next := strings.TrimSpace(done(t, "add", file, "period-plan", "--title", "Kommunikationsplan 2027–2030", "--period", "2027–2030", "--copy-of", "doc-plan-2023"))
	lessons := read[[]foundLesson](t, "lessons", file, next)
	if len(lessons) != 1 || lessons[0].Held || len(lessons[0].Audiences)+len(lessons[0].Channels) == 0 {
		t.Fatalf("lessons for the next period: %+v", lessons)
	}
	done(t, "lessons", file, next, "--add", "all")
	if !strings.Contains(done(t, "show", file, next, "--json"), "Öppna möten") || !read[[]foundLesson](t, "lessons", file, next)[0].Held {
		t.Error("the lesson was not added")
	}
	if s := done(t, "show", file, next, "--json"); !strings.Contains(s, "2030-12-31") || strings.Contains(s, "2026-12-31") {
		t.Error("the days of the period have not moved")
	}
}

func TestPromotingAndRefusals(t *testing.T) {
	file := exampleFile(t)
	id := strings.TrimSpace(done(t, "add", file, "assignment-plan", "--title", "Snabb", "--assignment", "assignment-klimat", "--quick"))
	done(t, "set", file, id, "main-message", "Vi gör det ihop.")
	done(t, "promote", file, id)
	if !strings.Contains(done(t, "show", file, id, "--json"), "Vi gör det ihop.") {
		t.Error("promotion lost the message")
	}
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{
		"promoted twice":      {"promote", file, id},
		"nothing to settle":   {"drift", file, id, "--keep", "Regeringen"},
		"both ways":           {"drift", file, id, "--keep", "all", "--update", "all"},
		"no such offer":       {"inherit", file, id, "audiences", "--take", "Månen"},
		"no heir":             {"inherit", file, id, "title"},
		"another kind":        {"add", file, "policy", "--title", "x", "--copy-of", id},
		"an adopted version":  {"inherit", file, "doc-strategi", "audiences", "--take", "audience-regering"},
		"lessons of a policy": {"lessons", file, id, "--add", "doc-webbpolicy"},
	} {
		if o := cli(t, args...); o.code == exitDone || o.notes == "" {
			t.Errorf("%s: exit %d, %q", name, o.code, o.notes)
		}
	}
	after, err := os.ReadFile(file)
	if err != nil || string(before) != string(after) {
		t.Errorf("a refusal changed the file, %v", err)
	}
}
