package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

// atDay runs the program on another day.
func atDay(t *testing.T, day string, args ...string) outcome {
	t.Helper()
	return cli(t, append([]string{"--at", day + "T12:00:00Z"}, args...)...)
}

// After the meeting each item's decision closes the loop: the plan is adopted, the
// reviews are made, what is deferred comes to the next papers.
func TestAfterTheMeeting(t *testing.T) {
	file := exampleFile(t)
	decide := func(item, outcome, paragraf string, flags ...string) decidedItem {
		t.Helper()
		o := atDay(t, "2026-12-04", append([]string{"decide", file, "packet-au", item, "--outcome", outcome, "--paragraf", paragraf, "--json"}, flags...)...)
		if o.code != 0 {
			t.Fatalf("item %s: %s", item, o.notes)
		}
		var d decidedItem
		if err := json.Unmarshal([]byte(o.out), &d); err != nil {
			t.Fatal(err)
		}
		return d
	}
	refused := func(words string, args ...string) {
		t.Helper()
		if o := atDay(t, "2026-12-04", args...); o.code != exitRefused || !strings.Contains(o.notes, words) {
			t.Errorf("%v: exit %d, %q", args, o.code, o.notes)
		}
	}
	if o := cli(t, "decide", file, "packet-au", "4", "--outcome", "adopted", "--paragraf", "61"); o.code != exitRefused || !strings.Contains(o.notes, "inte hållits") {
		t.Errorf("before the meeting: exit %d, %q", o.code, o.notes)
	}
	refused("Möjliga beslut: adopted", "decide", file, "packet-au", "4", "--outcome", "reaffirmed", "--paragraf", "61")
	refused("paragraf", "decide", file, "packet-au", "4", "--outcome", "adopted", "--paragraf", "")
	if d := decide("4", "adopted", "61"); len(d.Records) != 1 || d.Records[0].Document != "doc-kompetens" {
		t.Errorf("adopting: %+v", d)
	}
	refused("redan registrerat", "decide", file, "packet-au", "4", "--outcome", "adopted", "--paragraf", "61")
	if d := decide("6", "reaffirmed", "63", "--except", "doc-itpolicy"); len(d.Records) == 0 {
		t.Errorf("the year's reviews: %+v", d)
	}
	decide("8", "deferred", "65")
	decide("9", "noted", "66", "--text", "AU noterar rapporten och tackar för arbetet.")
	pdf := t.TempDir() + "/utdrag.pdf"
	done(t, "export", file, "extract", "packet-au", "4", "-o", pdf)
	said := strings.ReplaceAll(saidBy(t, pdf), "\u00a0", " ")
	for _, s := range []string{"Underlag till protokollsutdrag", "§ 61", "Arbetsutskottet fastställer Kommunikationsplan", "Beslutsunderlag", "Skickas till"} {
		if !strings.Contains(said, s) {
			t.Errorf("the extract does not say %q: %s", s, said)
		}
	}
	done(t, "export", file, "extract", "packet-au", "9", "-o", pdf, "--overwrite")
	if said := saidBy(t, pdf); !strings.Contains(said, "tackar för arbetet") {
		t.Errorf("the wording is not the body's: %s", said)
	}
	refusedWith(t, "registrerat", "export", file, "extract", "packet-au", "10", "-o", pdf, "--overwrite")
	o := atDay(t, "2026-12-05", "documents", file)
	if !strings.Contains(o.out, "Kompetensförsörjning") || !strings.Contains(o.out, "1.0      Fastställd") {
		t.Errorf("the list is\n%s", o.out)
	}
	next := strings.TrimSpace(done(t, "packet", file, "new", "--meeting", "meeting-au-2027-02-11"))
	var list []listedPacket
	if err := json.Unmarshal([]byte(done(t, "packets", file, "--json")), &list); err != nil {
		t.Fatal(err)
	}
	for _, p := range list {
		switch string(p.ID) {
		case next:
			if len(p.Items) != 4 || p.Items[3].Heading != "Lägesrapport om Nära vård i länet" {
				t.Errorf("the next papers are %+v", p.Items)
			}
		case "packet-au-2026-12-03":
			if p.Items[3].Outcome != "adopted" || p.Items[3].Paragraph != "61" || p.Items[6].Outcome != "" {
				t.Errorf("the items are %+v", p.Items)
			}
		}
	}
	if s := done(t, "records", file); !strings.Contains(s, "Beslut i ärende") {
		t.Errorf("the records are\n%s", s)
	}
	done(t, "check", file)
}

// An export that is the dispatch is logged; the list tells what has changed since.
func TestTheDispatchIsLogged(t *testing.T) {
	file, dir := exampleFile(t), t.TempDir()
	log := func() (out sentLog) {
		t.Helper()
		if err := json.Unmarshal([]byte(done(t, "packet", file, "log", "packet-au", "--json")), &out); err != nil {
			t.Fatal(err)
		}
		return out
	}
	done(t, "export", file, "packet", "packet-au", "-o", dir+"/utkast.pdf")
	if x := log(); len(x.Dispatches) != 0 {
		t.Fatalf("a draft is logged: %+v", x)
	}
	o := cli(t, "export", file, "packet", "packet-au", "-o", dir+"/handlingar.pdf", "--dispatch")
	if o.code != 0 || !strings.Contains(o.notes, "utskick 1") {
		t.Fatalf("exit %d, %q", o.code, o.notes)
	}
	b, err := os.ReadFile(dir + "/handlingar.pdf")
	if err != nil {
		t.Fatal(err)
	}
	x := log()
	if len(x.Dispatches) != 1 || x.Dispatches[0].FileHash != fmt.Sprintf("%x", sha256.Sum256(b)) || x.Dispatches[0].Pages < 20 || len(x.Changed) != 0 {
		t.Errorf("%+v", x)
	}
	done(t, "packet", file, "add", "packet-au", "Sent inkommet ärende")
	if s := done(t, "packet", file, "supplement", "packet-au"); !strings.Contains(s, "Nytt") || !strings.Contains(s, "Sent inkommet ärende") {
		t.Errorf("the supplement would hold %q", s)
	}
	if x := log(); len(x.Changed) != 1 || x.Changed[0].Change != "added" || x.Changed[0].Title != "Sent inkommet ärende" {
		t.Errorf("%+v", x.Changed)
	}
	done(t, "export", file, "supplement", "packet-au", "-o", dir+"/komplettering.pdf", "--dispatch")
	if s := saidBy(t, dir+"/komplettering.pdf"); !strings.Contains(s, "Komplettering 1") || !strings.Contains(s, "Sent inkommet ärende") || strings.Contains(s, "Sammanfattning") {
		t.Errorf("the supplement says %q", s)
	}
	refusedWith(t, "ändrats", "export", file, "supplement", "packet-au", "-o", dir+"/igen.pdf")
	done(t, "packet", file, "move", "packet-au", "Sent inkommet ärende", "4")
	done(t, "packet", file, "remove", "packet-au", "Avslutat uppdrag: Bredband i hela länet")
	var list []listedPacket
	if err := json.Unmarshal([]byte(done(t, "packets", file, "--json")), &list); err != nil {
		t.Fatal(err)
	}
	var numbers []int
	for _, it := range list[0].Items {
		numbers = append(numbers, it.Number)
	}
	if fmt.Sprint(numbers) != "[1 2 3 13 4 5 6 7 8 10 11 12]" {
		t.Errorf("after they were sent the items are numbered %v", numbers)
	}
	done(t, "export", file, "supplement", "packet-au", "-o", dir+"/komplettering 2.pdf")
	if s := saidBy(t, dir+"/komplettering 2.pdf"); !strings.Contains(s, "Komplettering 2") || !strings.Contains(s, "Utgår") {
		t.Errorf("the second supplement says %q", s)
	}
	if s := done(t, "packet", file, "log", "packet-au"); !strings.Contains(s, "handlingar.pdf") || !strings.Contains(s, "Utgår") {
		t.Errorf("the list is\n%s", s)
	}
	if o := cli(t, "export", file, "packet", "packet-au", "-o", dir+"/handlingar.pdf", "--dispatch"); o.code != exitRefused || len(log().Dispatches) != 2 {
		t.Errorf("an export that is refused is logged: exit %d", o.code)
	}
	done(t, "check", file)
}
