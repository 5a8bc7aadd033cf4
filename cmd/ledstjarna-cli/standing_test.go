package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// Each document is listed with the time in which it applies.
func TestDocumentsSayWhenTheyApply(t *testing.T) {
	file := exampleFile(t)
	var list []struct {
		ID      string
		InForce span `json:"in-force"`
	}
	if err := json.Unmarshal([]byte(done(t, "documents", file, "--json")), &list); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, x := range list {
		got[x.ID] = x.InForce.From.String() + "–" + x.InForce.Until.String() + " " + string(x.InForce.Ending)
	}
	for id, want := range map[string]string{
		"doc-stadgar":       "2019-01-01– ",
		"doc-strategi-2019": "2019-04-01–2025-05-19 superseded",
		"doc-mediepolicy":   "2020-05-01– ",
		"doc-bredband":      "2023-09-14–2026-09-30 assignment-ended",
		"doc-strategi":      "2025-05-20–2026-12-31 ",
		"doc-kompetens":     "2026-12-03–2028-06-30 ", // as its draft says
	} {
		if got[id] != want {
			t.Errorf("%s applies %q, want %q", id, got[id], want)
		}
	}
	if s := done(t, "documents", file); !strings.Contains(s, "2019-04-01–2025-05-19") || !strings.Contains(s, "Uppdraget avslutat") {
		t.Errorf("the table says\n%s", s)
	}
}

// What a review found stands in the list until it is handled, and keeps the
// document out of the year's review of all.
func TestAReviewThatCouldNotBeCompleted(t *testing.T) {
	file := exampleFile(t)
	done(t, "review", file, "doc-webbpolicy", "--reviewer", "Webbredaktör", "--outcome", "cannot-complete", "--note", "Lagtexten är ändrad.", "--proposed", "Rådgör med jurist")
	if s := done(t, "reviews", file); !strings.Contains(s, "Brådskande, kan inte avslutas") {
		t.Errorf("the list says\n%s", s)
	}
	if s := done(t, "records", file, "doc-webbpolicy", "--json"); !strings.Contains(s, "Rådgör med jurist") {
		t.Errorf("the proposed action is not kept:\n%s", s)
	}
	o := cli(t, "review", file, "annual", "--reviewer", "Kommunikationschef")
	if o.code != exitRefused || !strings.Contains(o.notes, "Webbpolicy") || strings.Count(o.notes, "registrerats") != 1 {
		t.Errorf("exit %d, %q", o.code, o.notes)
	}
	done(t, "review", file, "annual", "--reviewer", "Kommunikationschef", "--except", "doc-webbpolicy")
}

// The day of the decision can be another than that on which the review was
// completed, and what a repeal lacks is named with its flag.
func TestADecisionOfAReview(t *testing.T) {
	file := exampleFile(t)
	var bodies []struct{ ID string }
	if err := json.Unmarshal([]byte(done(t, "register", file, "list", "bodies", "--json")), &bodies); err != nil || len(bodies) == 0 {
		t.Fatal(err)
	}
	body := bodies[0].ID
	one := func(doc, outcome string, flags ...string) outcome {
		return cli(t, append([]string{"review", file, doc, "--reviewer", "Chefen", "--outcome", outcome}, flags...)...)
	}
	if o := one("doc-webbpolicy", "repeal", "--body", body); o.code != exitRefused || !strings.Contains(o.notes, "--paragraf") {
		t.Errorf("without §: exit %d, %q", o.code, o.notes)
	}
	if o := one("doc-webbpolicy", "repeal", "--body", body, "--paragraf", "7", "--no-formal-decision"); o.code != exitRefused || !strings.Contains(o.notes, "--no-formal-decision") {
		t.Errorf("decided and not: exit %d, %q", o.code, o.notes)
	}
	if o := one("doc-webbpolicy", "repeal", "--no-formal-decision"); o.code != 0 || !strings.Contains(o.notes, "föreslår") {
		t.Errorf("only proposed: exit %d, %q", o.code, o.notes)
	}
	if o := one("doc-itpolicy", "no-change", "--body", body, "--paragraf", "8", "--date", "2026-11-02", "--decision-date", "2026-11-20"); o.code != 0 {
		t.Fatalf("exit %d, %q", o.code, o.notes)
	}
	s := done(t, "records", file, "doc-itpolicy", "--json")
	for _, want := range []string{`"2026-11-02"`, `"2026-11-20"`} {
		if !strings.Contains(s, want) {
			t.Errorf("the record does not say %s:\n%s", want, s)
		}
	}
	if o := one("doc-itpolicy", "repeal", "--body", body, "--paragraf", "9", "--decision-date", "2026-11-21"); o.code != 0 || strings.Contains(o.notes, "föreslår") {
		t.Errorf("repealed: exit %d, %q", o.code, o.notes)
	}
	if s := done(t, "documents", file); !strings.Contains(s, "–2026-11-21") {
		t.Errorf("it does not end on the day of the decision:\n%s", s)
	}
}

func TestHelpOfACommandBelowAFile(t *testing.T) {
	for _, args := range [][]string{{"export", "status", "--help"}, {"export", "x.ledstjarna", "status", "--help"}} {
		if o := cli(t, args...); !strings.Contains(o.out, "--years") || !strings.Contains(o.out, "xlsx") {
			t.Errorf("%v: %s", args, o.out)
		}
	}
}
