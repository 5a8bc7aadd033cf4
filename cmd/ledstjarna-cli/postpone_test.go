package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// dutiesOf are the open duties of the document as they stand on the day.
func dutiesOf(t *testing.T, file, doc, on string) []owedReview {
	t.Helper()
	var all struct{ Duties []owedReview }
	if err := json.Unmarshal([]byte(done(t, "reviews", file, "--on", on, "--json")), &all); err != nil {
		t.Fatal(err)
	}
	var out []owedReview
	for _, d := range all.Duties {
		if string(d.Document) == doc && d.State.Open() {
			out = append(out, d)
		}
	}
	return out
}

func idOf(t *testing.T, args ...string) string {
	t.Helper()
	var x struct{ ID string }
	if err := json.Unmarshal([]byte(done(t, append(args, "--json")...)), &x); err != nil || x.ID == "" {
		t.Fatalf("%v prints no ID: %v", args, err)
	}
	return x.ID
}

func TestSnooze(t *testing.T) {
	file := exampleFile(t)
	const doc = "doc-webbpolicy"
	id := idOf(t, "snooze", file, doc, "--days", "3", "--officer", "Webbredaktör")
	for on, want := range map[string]string{"2026-11-22": "2026-11-25", "2026-11-24": "2026-11-25", "2026-11-25": ""} {
		if d := dutiesOf(t, file, doc, on)[0]; d.Snoozed.String() != want {
			t.Errorf("on %s it comes back %q, want %q", on, d.Snoozed, want)
		}
	}
	if s := done(t, "reviews", file); !strings.Contains(s, "Brådskande, påminns 2026-11-25") {
		t.Errorf("the list does not tell when the prompt comes back:\n%s", s)
	}
	if s := done(t, "records", file, doc); !strings.Contains(s, "Påminnelse uppskjuten") || !strings.Contains(s, "till 2026-11-25") {
		t.Errorf("the records do not tell it:\n%s", s)
	}
	o := cli(t, "correct", file, id, "--reason", "Fel dag", "until", "2026-12-02")
	if o.code != exitRefused || !strings.Contains(o.notes, "2026-12-01") {
		t.Errorf("past the next level it was corrected: %d %q", o.code, o.notes)
	}
	done(t, "correct", file, id, "--reason", "Fel dag", "until", "2026-12-01")
	if d := dutiesOf(t, file, doc, "2026-11-30")[0]; d.Snoozed.String() != "2026-12-01" {
		t.Errorf("corrected, it comes back %q", d.Snoozed)
	}
	done(t, "snooze", file, "doc-naravard", "--until", "2026-11-23", "--concerns", "2026")
	if d := dutiesOf(t, file, "doc-naravard", "2026-11-22")[0]; d.Snoozed.String() != "2026-11-23" {
		t.Errorf("by date, it comes back %q", d.Snoozed)
	}
	done(t, "check", file)
}

func TestDeviation(t *testing.T) {
	file := exampleFile(t)
	const doc = "doc-itpolicy"
	decision := []string{"--reason", "Ny it-chef", "--decided-by", "Kommundirektören", "--date", "2026-11-20", "--until", "2027-01-31"}
	id := idOf(t, append([]string{"deviation", file, doc}, decision...)...)
	states := func(on string) string {
		var out []string
		for _, d := range dutiesOf(t, file, doc, on) {
			out = append(out, d.Label+" "+string(d.State)+" "+d.Planned.String())
		}
		return strings.Join(out, ", ")
	}
	if got := states("2026-11-22"); got != "2025 deviation 2027-01-31, 2026 urgent " {
		t.Errorf("the oldest is postponed: %s", got)
	}
	done(t, append([]string{"deviation", file, doc, "--concerns", "2026"}, decision...)...)
	if got := states("2027-01-31"); got != "2025 deviation 2027-01-31, 2026 deviation 2027-01-31, 2027 not-applicable " {
		t.Errorf("both are postponed: %s", got)
	}
	if s := done(t, "reviews", file); !strings.Contains(s, "Avvikelse, planerad 2027-01-31") {
		t.Errorf("the list does not tell the planned day:\n%s", s)
	}
	if s := done(t, "records", file, doc); !strings.Contains(s, "till 2027-01-31: Ny it-chef") {
		t.Errorf("the records do not tell it:\n%s", s)
	}
	corrected := strings.TrimSpace(done(t, "correct", file, id, "--reason", "Fel år", "until", "2026-12-31"))
	if got := states("2027-01-01"); !strings.HasPrefix(got, "2025 late ") {
		t.Errorf("corrected, past its day: %s", got)
	}
	for says, pair := range map[string][2]string{
		"inte ligga före beslutet": {"until", "2026-11-19"},
		"inte fattat":              {"decision-date", "2026-11-23"},
		"ingen sådan översyn":      {"concerns-year", "2019"},
	} {
		if o := cli(t, "correct", file, corrected, "--reason", "x", pair[0], pair[1]); o.code != exitRefused || !strings.Contains(o.notes, says) {
			t.Errorf("corrected with %v: %d %q", pair, o.code, o.notes)
		}
	}
	done(t, "correct", file, corrected, "--annul", "--reason", "Inget beslut")
	if got := states("2026-11-22"); !strings.HasPrefix(got, "2025 late ") {
		t.Errorf("annulled: %s", got)
	}
	done(t, "check", file)
}

func TestNeed(t *testing.T) {
	file := exampleFile(t)
	const doc = "doc-plan-2023"
	id := idOf(t, "need", file, doc, "--reason", "Ny kommunikationslag", "--date", "2026-11-10", "--officer", "Kommunikationschef")
	if s := done(t, "reviews", file); !strings.Contains(s, "Ny kommunikationslag") || !strings.Contains(s, "öppen 12 dagar") {
		t.Errorf("the need is not listed with its age:\n%s", s)
	}
	if s := done(t, "records", file, doc); !strings.Contains(s, "Behov av översyn") || !strings.Contains(s, "Ny kommunikationslag") {
		t.Errorf("the records do not tell it:\n%s", s)
	}
	corrected := strings.TrimSpace(done(t, "correct", file, id, "--reason", "Fel skäl", "reason", "Ny tillgänglighetslag"))
	for says, pair := range map[string][2]string{"saknar": {"reason", " "}, "inte varit": {"date", "2026-11-23"}, "gällde inte": {"date", "2001-01-01"}} {
		if o := cli(t, "correct", file, corrected, "--reason", "x", pair[0], pair[1]); o.code != exitRefused || !strings.Contains(o.notes, says) {
			t.Errorf("corrected with %v: %d %q", pair, o.code, o.notes)
		}
	}
	review := []string{"review", file, doc, "--outcome", "no-change", "--reviewer", "Kommunikationschef", "--no-formal-decision"}
	var recorded []struct{ Need, Period string }
	for _, word := range []string{id[:13], corrected[:13], "ny tillgänglighetslag"} {
		again := exampleCopy(t, file)
		review[1] = again
		if err := json.Unmarshal([]byte(done(t, append(review, "--json", "--concerns", word)...)), &recorded); err != nil || len(recorded) != 1 || recorded[0].Need != id {
			t.Errorf("a review that concerns %q handles %+v, want %s: %v", word, recorded, id, err)
		}
		for _, d := range dutiesOf(t, again, doc, "2026-11-22") {
			if d.Need != "" {
				t.Errorf("the need is still open")
			}
		}
	}
	review[1] = file
	if err := json.Unmarshal([]byte(done(t, append(review, "--json", "--trigger", "need")...)), &recorded); err != nil || recorded[0].Need != id || recorded[0].Period != "" {
		t.Errorf("a review for need handles %+v: %v", recorded, err)
	}
	done(t, "check", file)
}

// exampleCopy copies a file.
func exampleCopy(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	again := t.TempDir() + "/kopia.ledstjarna"
	if err := os.WriteFile(again, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return again
}

func TestPostponingIsRefusedInWords(t *testing.T) {
	file := exampleFile(t)
	deviation := func(doc, decided, until string, more ...string) []string {
		return append([]string{"deviation", file, doc, "--reason", "Valår", "--decided-by", "Styrelsen", "--date", decided, "--until", until}, more...)
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
		{"no day", []string{"snooze", file, "doc-webbpolicy"}, "--days eller --until", "--days or --until"},
		{"two days", []string{"snooze", file, "doc-webbpolicy", "--days", "2", "--until", "2026-11-24"}, "--days eller --until", "--days or --until"},
		{"days that are no number", []string{"snooze", file, "doc-webbpolicy", "--days", "två"}, "inget antal dagar", "no number of days"},
		{"more days than there are", []string{"snooze", file, "doc-webbpolicy", "--days", "10000"}, "inget antal dagar", "no number of days"},
		{"no date", []string{"snooze", file, "doc-webbpolicy", "--until", "imorgon"}, "inget datum", "date"},
		{"past the next level", []string{"snooze", file, "doc-webbpolicy", "--days", "10"}, "2026-12-01", "2026-12-01"},
		{"today", []string{"snooze", file, "doc-webbpolicy", "--days", "0"}, "senare dag", "later day"},
		{"a day that has been", []string{"snooze", file, "doc-webbpolicy", "--days=-1"}, "senare dag", "later day"},
		{"more than fourteen days", []string{"snooze", file, "doc-plan-2023", "--days", "15"}, "2026-12-06", "2026-12-06"},
		{"what is late", []string{"snooze", file, "doc-itpolicy", "--days", "3"}, "deviation", "deviation"},
		{"what is not due", []string{"snooze", file, "doc-krispolicy", "--days", "3"}, "2027-11-30", "2027-11-30"},
		{"what has no duty", []string{"snooze", file, "doc-stadgar", "--days", "3"}, "Ingen översyn väntar", "No review is waiting"},
		{"a year without a duty", []string{"snooze", file, "doc-webbpolicy", "--days", "3", "--concerns", "2031"}, "ingen sådan översyn", "no such review"},
		{"an unknown concern", []string{"snooze", file, "doc-webbpolicy", "--days", "3", "--concerns", "x"}, "varken en mandatperiod", "neither a mandate period"},
		{"an unknown document", []string{"snooze", file, "finns-inte", "--days", "3"}, "finns-inte", "finns-inte"},
		{"a new day before the last", deviation("doc-webbpolicy", "2026-11-20", "2026-11-30"), "sista dag", "last day"},
		{"a new day before the decision", deviation("doc-itpolicy", "2026-11-20", "2026-11-19"), "före beslutet", "before the decision"},
		{"a decision to come", deviation("doc-webbpolicy", "2026-11-23", "2027-01-31"), "inte fattat", "not been made"},
		{"what is far off", deviation("doc-krispolicy", "2026-11-20", "2027-12-31"), "2027-11-30", "2027-11-30"},
		{"a reason of blanks", append(deviation("doc-webbpolicy", "2026-11-20", "2027-01-31"), "--reason", " "), "saknar", "lacks"},
		{"a reviewed year", deviation("doc-webbpolicy", "2026-11-20", "2027-01-31", "--concerns", "2025"), "nära eller försenad", "near or late"},
		{"no new day", deviation("doc-webbpolicy", "2026-11-20", "snart"), "snart", "snart"},
		{"a need without reason", []string{"need", file, "doc-webbpolicy", "--reason", " "}, "saknar", "lacks"},
		{"a need to come", []string{"need", file, "doc-webbpolicy", "--reason", "x", "--date", "2026-11-23"}, "inte varit än", "not come"},
		{"a need of a draft", []string{"need", file, "doc-kompetens", "--reason", "x"}, "gällde inte", "did not apply"},
		{"a need of what was superseded", []string{"need", file, "doc-strategi-2019", "--reason", "x"}, "gällde inte", "did not apply"},
		{"a need after the assignment", []string{"need", file, "doc-bredband", "--reason", "x", "--date", "2026-10-01"}, "gällde inte", "did not apply"},
	} {
		for lang, says := range map[string]string{"sv": tc.sv, "en": tc.en} {
			if o := cli(t, append([]string{"--lang", lang}, tc.args...)...); o.code != exitRefused || !strings.Contains(o.notes, says) {
				t.Errorf("%s in %s: exit %d, %q; want a refusal that says %q", tc.name, lang, o.code, o.notes, says)
			}
		}
	}
	after, err := os.ReadFile(file)
	if err != nil || string(after) != string(before) {
		t.Errorf("a refusal changed the file: %v", err)
	}
}
