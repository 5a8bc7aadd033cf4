package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// The organisation's way of writing decisions, counting appendices and ordering the
// report is that of its papers.
func TestTheOrganisationsWayOfWriting(t *testing.T) {
	file := exampleFile(t)
	out := filepath.Join(t.TempDir(), "p.pdf")
	papers := func() string {
		done(t, "export", file, "packet", examplePacket, "-o", out, "--overwrite")
		return saidBy(t, out)
	}
	done(t, "packet", file, "report", examplePacket, "8", "matter", "Kommunerna har svarat.", "assessment", "Arbetet går enligt plan.")
	if text := papers(); strings.Contains(text, "Arbetsutskottet beslutar") || !strings.Contains(text, "Bilaga 1") || strings.Index(text, "Kommunerna har svarat.") > strings.Index(text, "Arbetet går enligt plan.") {
		t.Error("the papers are not as usual")
	}
	for field, value := range map[string]string{"decision-form": "clauses", "appendix-numbering": "letters"} {
		done(t, "register", file, "set", "organisation", "organisation", field, value)
	}
	done(t, "register", file, "set", "organisation", "organisation", "report-headings[+]", `{"heading":"assessment"}`)
	text := papers()
	for _, want := range []string{"Arbetsutskottet beslutar", "att fastställa Kommunikationsplan Kompetensförsörjning i välfärden, version 1.0, enligt bilaga a.", "Bilaga a"} {
		if !strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), want) {
			t.Errorf("the papers do not say %q", want)
		}
	}
	if strings.Contains(text, "Bilaga 1") || strings.Index(text, "Kommunerna har svarat.") < strings.Index(text, "Arbetet går enligt plan.") {
		t.Error("numbers or order are the usual ones")
	}
	refusedWith(t, "poem", "register", file, "set", "organisation", "organisation", "decision-form", "poem")
}
