package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReviewsAreRefusedInWords(t *testing.T) {
	file := exampleFile(t)
	one := func(doc string, flags ...string) []string {
		return append([]string{"review", file, doc, "--reviewer", "Kommunikationschef", "--outcome", "no-change"}, flags...)
	}
	all := func(flags ...string) []string {
		return append([]string{"review", file, "annual", "--reviewer", "Kommunikationschef"}, flags...)
	}
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name   string
		args   []string
		sv, en string
	}{
		{"no outcome", []string{"review", file, "doc-webbpolicy", "--reviewer", "x"}, "--outcome", "--outcome"},
		{"an unknown outcome", one("doc-webbpolicy", "--outcome", "bra"), "bra", "bra"},
		{"nobody", one("doc-webbpolicy", "--reviewer", " "), "saknar", "lacks"},
		{"a period's without decision", one("doc-plan-2023"), "--no-formal-decision", "--no-formal-decision"},
		{"an unknown trigger", one("doc-webbpolicy", "--trigger", "x"), "Anledningen", "trigger"},
		{"an unknown body", one("doc-webbpolicy", "--body", "x"), "finns inte", "not in"},
		{"an unknown concern", one("doc-webbpolicy", "--concerns", "x"), "varken", "neither"},
		{"another's need", one("doc-webbpolicy", "--concerns", "need-of-another"), "varken", "neither"},
		{"a year that it does not owe", one("doc-webbpolicy", "--concerns", "2031"), "ingen sådan", "no such"},
		{"a day to come", one("doc-webbpolicy", "--date", "2026-11-23"), "inte varit", "not come"},
		{"a day before the window", one("doc-webbpolicy", "--date", "2026-08-31", "--concerns", "2026"), "öppnade", "before"},
		{"an end before its beginning", one("doc-webbpolicy", "--started", "2026-11-21", "--date", "2026-11-20"), "slutar innan", "ends before"},
		{"a draft", one("doc-kompetens"), "inte fastställt", "not adopted"},
		{"what was superseded", one("doc-strategi-2019"), "gällde inte", "did not apply"},
		{"a checklist that is none", one("doc-webbpolicy", "--checklist", "{"), "Checklistan", "checklist"},
		{"a question without a name", one("doc-webbpolicy", "--checklist", `{"": "yes"}`), "Checklistan", "checklist"},
		{"an unknown question", one("doc-webbpolicy", "--checklist", `{"x": "yes"}`), "Checklistan", "checklist"},
		{"a year for one document", one("doc-webbpolicy", "--year", "2026"), "bara annual", "annual only"},
		{"exceptions for one document", one("doc-webbpolicy", "--except", "doc-itpolicy"), "bara annual", "annual only"},
		{"all with another outcome", all("--outcome", "revise"), "--except", "--except"},
		{"all with a concern", all("--concerns", "2026"), "--year", "--year"},
		{"all of a year that is none", all("--year", "i år"), "inget år", "no year"},
		{"all of a year that nobody owes", all("--year", "2031"), "Inget dokument väntar", "No document is waiting"},
		{"all but an unknown one", all("--except", "finns-inte"), "finns-inte", "finns-inte"},
		{"all before the window", all("--date", "2026-08-31"), "It-policy", "It-policy"},
		{"all by nobody", all("--reviewer", " "), "saknar", "lacks"},
	} {
		for lang, says := range map[string]string{"sv": tc.sv, "en": tc.en} {
			o := cli(t, append([]string{"--lang", lang}, tc.args...)...)
			if o.code != exitRefused || !strings.Contains(o.notes, says) || strings.Contains(o.notes, "[") {
				t.Errorf("%s in %s: exit %d, %q; want a refusal that says %q", tc.name, lang, o.code, o.notes, says)
			}
		}
	}
	after, err := os.ReadFile(file)
	if err != nil || string(after) != string(before) {
		t.Errorf("a refusal changed the file: %v", err)
	}
}

// The year's review of all registers one record a document and leaves the
// exceptions as they were.
func TestTheYearsReviewOfAll(t *testing.T) {
	file := exampleFile(t)
	open := func(doc string) string {
		var years []string
		for _, d := range dutiesOf(t, file, doc, "2026-11-22") {
			years = append(years, d.Label)
		}
		return strings.Join(years, " ")
	}
	var list []struct {
		ID, Document string
		Year         int
	}
	args := []string{"review", file, "annual", "--year", "2026", "--reviewer", "Kommunikationschef", "--except", "doc-naravard", "--json"}
	if err := json.Unmarshal([]byte(done(t, args...)), &list); err != nil || len(list) != 2 {
		t.Fatalf("%d records: %v", len(list), err)
	}
	for _, x := range list {
		if x.Year != 2026 || x.Document == "doc-naravard" || x.ID == "" {
			t.Errorf("recorded %+v", x)
		}
	}
	for doc, want := range map[string]string{"doc-naravard": "2026", "doc-webbpolicy": "2027", "doc-itpolicy": "2027"} {
		if got := open(doc); got != want {
			t.Errorf("%s still owes %q, want %q", doc, got, want)
		}
	}
	done(t, "check", file)
}

// The organisation's own questions are asked in the place of the usual ones, and
// the record keeps their words.
func TestOwnQuestions(t *testing.T) {
	file := exampleFile(t)
	done(t, "register", file, "set", "organisation", "review-questions[+]", `{"question": "Når den alla?"}`)
	review := []string{"review", file, "doc-webbpolicy", "--outcome", "no-change", "--reviewer", "Webbredaktör", "--checklist"}
	for name, bad := range map[string]string{"a usual question": `{"law": "yes"}`, "no answer": `{"Når den alla?": "kanske"}`} {
		if o := cli(t, append(review, bad)...); o.code != exitRefused || !strings.Contains(o.notes, `{"Når den alla?": "yes"}`) {
			t.Errorf("%s: exit %d, %q", name, o.code, o.notes)
		}
	}
	done(t, append(review, `{"Når den alla?": {"answer": "partly", "note": "inte de yngsta"}}`)...)
	done(t, "register", file, "set", "organisation", "review-questions", "")
	s := done(t, "records", file, "doc-webbpolicy", "--json")
	for _, want := range []string{"Når den alla?", "partly", "inte de yngsta"} {
		if !strings.Contains(s, want) {
			t.Errorf("the record does not say %q:\n%s", want, s)
		}
	}
}

// What is postponed, needed and corrected is the same after a dump is loaded.
func TestPostponedReviewsSurviveADump(t *testing.T) {
	file := exampleFile(t)
	done(t, "snooze", file, "doc-webbpolicy", "--days", "3")
	deviation := idOf(t, "deviation", file, "doc-itpolicy", "--reason", "Ny it-chef", "--decided-by", "Direktören", "--date", "2026-11-20", "--until", "2027-01-31")
	done(t, "correct", file, deviation, "--reason", "Fel dag", "until", "2027-02-28")
	need := idOf(t, "need", file, "doc-plan-2023", "--reason", "Ny lag")
	done(t, "correct", file, need, "--reason", "Fel lag", "reason", "Ny språklag")
	done(t, "review", file, "doc-plan-2023", "--outcome", "no-change", "--reviewer", "Chefen", "--concerns", need, "--no-formal-decision")
	dump, again := filepath.Join(t.TempDir(), "allt.json"), filepath.Join(t.TempDir(), "igen.ledstjarna")
	done(t, "dump", file, "-o", dump)
	done(t, "load", again, dump)
	for _, command := range []string{"reviews", "records"} {
		if a, b := done(t, command, file, "--json"), done(t, command, again, "--json"); a != b {
			t.Errorf("%s differs:\n%s\n%s", command, a, b)
		}
	}
	done(t, "check", again)
}

func TestHelpOfPostponing(t *testing.T) {
	for command, flags := range map[string][]string{
		"snooze":    {"--days", "--until", "--concerns", "--officer"},
		"deviation": {"--reason", "--decided-by", "--date", "--until", "--concerns"},
		"need":      {"--reason", "--date", "--officer"},
	} {
		help := map[string]string{}
		for _, lang := range []string{"sv", "en"} {
			help[lang] = done(t, command, "--help", "--lang", lang)
			for _, f := range flags {
				if !strings.Contains(help[lang], f+"=") {
					t.Errorf("%s in %s: no help for %s:\n%s", command, lang, f, help[lang])
				}
			}
		}
		if help["sv"] == help["en"] {
			t.Errorf("the help of %s is the same in both languages", command)
		}
	}
}
