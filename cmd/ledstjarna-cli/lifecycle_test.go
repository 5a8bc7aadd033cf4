package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// statusOf is the status and version of a document, and of the draft beside it.
func statusOf(t *testing.T, file, doc string) string {
	t.Helper()
	var all []struct {
		ID, Version, Status string
		Draft               *struct{ Version, Status string }
	}
	if err := json.Unmarshal([]byte(done(t, "documents", file, "--json")), &all); err != nil {
		t.Fatal(err)
	}
	for _, d := range all {
		if d.ID != doc {
			continue
		}
		s := d.Version + " " + d.Status
		if d.Draft != nil {
			s += ", " + d.Draft.Version + " " + d.Draft.Status
		}
		return s
	}
	t.Fatalf("no document %s", doc)
	return ""
}

func TestTheWholeLifecycle(t *testing.T) {
	file := exampleFile(t)
	const doc = "doc-webbpolicy"
	decision := []string{"--body", "Arbetsutskottet", "--date", "2026-11-20", "--paragraf", "41"}
	before := statusOf(t, file, doc)
	for _, step := range []struct {
		args []string
		want string
	}{
		{[]string{"draft"}, before + ", 2.0 draft"},
		{[]string{"in-preparation"}, before + ", 2.0 in-preparation"},
		{[]string{"ready"}, before + ", 2.0 ready"},
		{append([]string{"defer"}, decision...), before + ", 2.0 deferred"},
		{append([]string{"refer-back"}, decision...), before + ", 2.0 referred-back"},
		{[]string{"ready"}, before + ", 2.0 ready"},
		{append([]string{"reject"}, decision...), before + ", 2.0 rejected"},
		{[]string{"draft"}, before + ", 2.0 draft"},
		{[]string{"ready"}, before + ", 2.0 ready"},
		{append([]string{"adopt"}, decision...), "2.0 adopted"},
		{append([]string{"reaffirm"}, decision...), "2.0 reaffirmed"},
		{[]string{"draft", "--editorial"}, "2.0 reaffirmed, 2.1 draft"},
		{[]string{"ready"}, "2.0 reaffirmed, 2.1 ready"},
		{[]string{"adopt", "--officer", "Kanslichefen", "--date", "2026-11-21"}, "2.1 adopted"},
		{append([]string{"repeal", "--body", "Arbetsutskottet", "--date", "2026-11-21"}, "--paragraf", "42", "--valid-to", "2026-11-21"), "2.1 repealed"},
	} {
		done(t, append([]string{"status", file, doc}, step.args...)...)
		if got := statusOf(t, file, doc); got != step.want {
			t.Fatalf("after %v it is %s, want %s", step.args, got, step.want)
		}
	}
	for _, args := range [][]string{{"draft"}, append([]string{"reaffirm"}, decision...), append([]string{"extend"}, decision...)} {
		if o := cli(t, append([]string{"status", file, doc}, args...)...); o.code != exitRefused || o.notes == "" {
			t.Errorf("%v of what is repealed: exit %d, %q", args, o.code, o.notes)
		}
	}
	done(t, "check", file)
}

func TestFollowUpAndCorrections(t *testing.T) {
	file := exampleFile(t)
	const doc = "doc-bredband"
	if s := done(t, "reviews", file); !strings.Contains(s, "Slututvärdering saknas") {
		t.Fatalf("nothing to evaluate: %s", s)
	}
	done(t, "follow-up", file, doc, "activities[1]", "status", "done", "cost", "1500", "result", "42 deltog", "--date", "2026-11-01")
	done(t, "follow-up", file, doc, "goals[1]", "attainment", "partly", "outcome-value", "61")
	evaluation := strings.TrimSpace(done(t, "follow-up", file, doc, "closing", "final-report", "Målen nåddes", "keep", "Byamötena"))
	if s := done(t, "reviews", file); strings.Contains(s, "Slututvärdering saknas") {
		t.Error("the evaluation is still asked for")
	}
	records := done(t, "records", file, doc)
	for _, want := range []string{"Uppföljning", "Slututvärdering", "2026-11-01", evaluation} {
		if !strings.Contains(records, want) {
			t.Errorf("the records do not name %q:\n%s", want, records)
		}
	}
	corrected := strings.TrimSpace(done(t, "correct", file, evaluation[:13], "--reason", "Fel slutsats", "final-report", "Målen nåddes delvis"))
	var list []struct {
		ID, Corrects, By string
		Counts           bool
		Fields           map[string]any
	}
	if err := json.Unmarshal([]byte(done(t, "records", file, doc, "--json", "--by", "x")), &list); err != nil {
		t.Fatal(err)
	}
	last := list[len(list)-1]
	if last.ID != corrected || last.Corrects != evaluation || !last.Counts || list[len(list)-2].Counts ||
		last.Fields["final-report"] != "Målen nåddes delvis" || last.Fields["keep"] != "Byamötena" || last.Fields["correction-reason"] != "Fel slutsats" || last.By == "" {
		t.Errorf("the correction is %+v", last)
	}
	done(t, "correct", file, corrected, "--annul", "--reason", "Fel plan")
	if s := done(t, "reviews", file); !strings.Contains(s, "Slututvärdering saknas") {
		t.Error("an annulled evaluation counts")
	}
	for name, tc := range map[string]struct {
		args []string
		says string
	}{
		"what is corrected already":    {[]string{"correct", file, evaluation, "--annul", "--reason", "x"}, "redan rättad"},
		"an unknown record":            {[]string{"correct", file, "finns-inte", "--annul", "--reason", "x"}, "finns-inte"},
		"nothing to correct":           {[]string{"correct", file, corrected, "--reason", "x"}, "--annul"},
		"a record's subject":           {[]string{"correct", file, corrected, "subject", "goal", "--reason", "x"}, "subject"},
		"an unknown row":               {[]string{"follow-up", file, doc, "activities[99]", "status", "done"}, "activities[99]"},
		"another list":                 {[]string{"follow-up", file, doc, "risks[1]", "status", "done"}, "risks[1]"},
		"a status that does not exist": {[]string{"follow-up", file, doc, "activities[1]", "status", "late"}, "late"},
		"nothing said":                 {[]string{"follow-up", file, doc, "activities[1]", "cost", ""}, ""},
		"a day to come":                {[]string{"follow-up", file, doc, "activities[1]", "status", "done", "--date", "2026-11-23"}, "inte varit än"},
		"a draft":                      {[]string{"follow-up", file, "doc-kompetens", "activities[1]", "status", "done"}, "inte fastställd"},
	} {
		if o := cli(t, tc.args...); o.code != exitRefused || o.notes == "" || !strings.Contains(o.notes, tc.says) {
			t.Errorf("%s: exit %d, %q; want a refusal that says %q", name, o.code, o.notes, tc.says)
		}
	}
	done(t, "check", file)
}
