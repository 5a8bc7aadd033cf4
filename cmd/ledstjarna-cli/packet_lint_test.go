package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// A secretary reads the report, changes a part, sees what is to be mended, and
// lets the program write the part again.
func TestReportAndLintOfAnItem(t *testing.T) {
	file := exampleFile(t)
	lint := func() (rules []string) {
		var found []lintFinding
		if err := json.Unmarshal([]byte(done(t, "packet", file, "lint", "packet-au", "--json")), &found); err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			if f.Text == "" || strings.Contains(f.Text, "{") || f.Number < 1 {
				t.Errorf("%+v", f)
			}
			rules = append(rules, f.Rule)
		}
		return rules
	}
	before := lint()
	if s := done(t, "packet", file, "report", "packet-au", "4"); !strings.Contains(s, "1. Arbetsutskottet fastställer") || !strings.Contains(s, "Sammanfattning") {
		t.Errorf("the report is\n%s", s)
	}
	done(t, "packet", file, "report", "packet-au", "4", "proposal", "Planen antas enligt föreliggande förslag.", "summary", "Kort sagt.")
	after := strings.Join(lint(), " ")
	for _, rule := range []string{"phrase", "no-body", "title-missing"} {
		if !strings.Contains(after, rule) {
			t.Errorf("%s is not told of: %s", rule, after)
		}
	}
	if s := done(t, "packet", file, "lint", "packet-au"); !strings.Contains(s, "föreliggande förslag") {
		t.Errorf("the list is\n%s", s)
	}
	done(t, "packet", file, "report", "packet-au", "4", "proposal", "")
	if got := lint(); len(got) != len(before) {
		t.Errorf("written by the program again, %v are told of, before %v", got, before)
	}
	refusedWith(t, "proposal", "packet", file, "report", "packet-au", "4", "rubrik", "x")
	refusedWith(t, "par", "packet", file, "report", "packet-au", "4", "summary")
	done(t, "packet", file, "remove", "packet-au", "10")
	var list []listedPacket
	if err := json.Unmarshal([]byte(done(t, "packets", file, "--json")), &list); err != nil || len(list[0].Items) != 11 {
		t.Errorf("%d items are left: %v", len(list[0].Items), err)
	}
}

// A revised document brings what has changed with it, and a review its record.
func TestPapersThatFollowFromAnItem(t *testing.T) {
	file := exampleFile(t)
	done(t, "packet", file, "add", "packet-au", "review-webbpolicy-2025-10-09")
	var list []listedPacket
	if err := json.Unmarshal([]byte(done(t, "packets", file, "--json")), &list); err != nil {
		t.Fatal(err)
	}
	items := list[0].Items
	if last := items[len(items)-1]; len(last.Papers) != 2 || last.Document != "doc-webbpolicy" {
		t.Errorf("%+v", last)
	}
	out := t.TempDir() + "/h.pdf"
	done(t, "export", file, "packet", "packet-au", "-o", out)
	if s := saidBy(t, out); !strings.Contains(s, "Översyn av Webbpolicy") || !strings.Contains(s, "Uppgifter om översynen") {
		t.Error("the record of the review is not among the papers")
	}
}
