package report_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/review"
)

func TestStatusYears(t *testing.T) {
	w := newSteering(t)
	w.entry(plan.ListPeriods, "long", plan.Filled{plan.KeyStart: plan.Day(w.day("2027-01-01")), plan.KeyEnd: plan.Day(w.day("2034-12-31"))})
	for on, want := range map[string][2]int{
		"2023-01-01": {2023, 2026}, "2026-12-31": {2023, 2026}, // the period
		"2027-06-01": {2027, 2031}, "2031-06-01": {2028, 2032}, "2034-06-01": {2030, 2034}, // five years of a long one
		"2020-01-01": {2017, 2021}, // none
	} {
		years := report.StatusOverview(w.r, w.day(on)).Years
		if got := [2]int{years[0], years[len(years)-1]}; got != want {
			t.Errorf("on %s: %v, want %v", on, got, want)
		}
	}
	w.document(plan.Policy, "Policy", "2026-02-01")
	table := ofType[report.Table](w.paper(i18n.Swedish, "2031-06-01", 2026, 2034).Blocks)[0]
	var heads []string
	for _, c := range table.Columns[4:] {
		heads = append(heads, c.Head)
	}
	if got := strings.Join(heads, " "); got != "2028 2029 2030 2031 2032" {
		t.Errorf("of nine years the table shows %q", got)
	}
}

func TestStatusWithoutDocuments(t *testing.T) {
	doc := newSteering(t).paper(i18n.Swedish, "2026-11-22", 2023, 2026)
	if len(ofType[report.Table](doc.Blocks)) != 0 || len(ofType[report.Counts](doc.Blocks)) != 0 {
		t.Error("there is a table or a count of nothing")
	}
	if title := doc.Blocks[0].(report.Title); title.Subtitle != "Per den 22 november 2026." {
		t.Errorf("without anything late it says %q", title.Subtitle)
	}
	if p := ofType[report.Paragraph](doc.Blocks); len(p) == 0 || p[0].Text.String() != "Inget styrdokument är fastställt ännu." {
		t.Errorf("it says %v", p)
	}
}

func TestTheWheelOfTheYear(t *testing.T) {
	w := newSteering(t)
	w.meeting("committee", "2026-02-12")
	w.meeting("board", "2026-12-03")
	w.meeting("board", "2026-06-11")
	w.meeting("board", "2027-01-14")
	wheel := ofType[report.Wheel](w.paper(i18n.Swedish, "2026-11-22", 2023, 2026).Blocks)[0]
	const alt = "Årshjul 2026. Årlig översyn, 1 september–30 november. Mandatperiodens sista dag, 31 december. " +
		"Direktionen sammanträder 11 juni och 3 december. Arbetsutskottet sammanträder 12 februari. I dag, 22 november."
	if wheel.Alt != alt {
		t.Errorf("in words: %q", wheel.Alt)
	}
	legend := []report.WheelEntry{
		{Sign: report.WheelFill, Text: "Årlig översyn, 1\u00a0sep–30\u00a0nov"},
		{Sign: report.WheelDiamond, Text: "Mandatperiodens sista dag, 31\u00a0dec"},
		{Sign: report.WheelDot, Text: "Direktionen"},
		{Sign: report.WheelRing, Text: "Arbetsutskottet"},
		{Sign: report.WheelToday, Text: "I dag, 22\u00a0nov"},
	}
	if diff := cmp.Diff(legend, wheel.Legend); diff != "" {
		t.Errorf("legend (-want +got):\n%s", diff)
	}
	if len(wheel.Spans) != 1 || math.Abs(wheel.Spans[0].From-8.0/12) > 1e-9 || math.Abs(wheel.Spans[0].To-11.0/12) > 1e-9 {
		t.Errorf("the window fills %v", wheel.Spans)
	}
	if len(wheel.Marks) != 5 || math.Abs(wheel.Marks[0].At-(11+30.5/31)/12) > 1e-9 {
		t.Errorf("marks %v", wheel.Marks)
	}
}

// Where more bodies meet than there are signs, the last ones share theirs, also
// in the legend.
func TestBodiesBeyondTheSignsShareTheLast(t *testing.T) {
	w := newSteering(t)
	for _, name := range []string{"B", "C", "D", "E", "F"} {
		w.entry(plan.ListBodies, plan.ID(name), plan.Filled{plan.KeyName: plan.Text(name)})
		w.meeting(plan.ID(name), "2026-04-01")
	}
	w.meeting("board", "2026-03-01")
	w.meeting("committee", "2026-03-02")
	var legend []string
	for _, e := range ofType[report.Wheel](w.paper(i18n.Swedish, "2026-11-22", 2023, 2026).Blocks)[0].Legend[2:] {
		legend = append(legend, e.Text)
	}
	want := []string{"Direktionen", "Arbetsutskottet", "B", "C", "D, E, F", "I dag, 22\u00a0nov"}
	if diff := cmp.Diff(want, legend); diff != "" {
		t.Errorf("legend (-want +got):\n%s", diff)
	}
}

// A window over New Year fills the end of the year, and the beginning with that
// of the year before.
func TestAWindowOverNewYear(t *testing.T) {
	w := newSteering(t)
	for _, y := range []string{"2025", "2026"} {
		next := map[string]string{"2025": "2026", "2026": "2027"}[y]
		n := map[string]int64{"2025": 2025, "2026": 2026}[y]
		w.entry(plan.ListCycles, plan.ID(y), plan.Filled{
			plan.KeyYear: plan.Num(plan.Int(n)), plan.KeyOpens: plan.Day(w.day(y + "-12-01")), plan.KeyCloses: plan.Day(w.day(next + "-01-31")),
		})
	}
	wheel := ofType[report.Wheel](w.paper(i18n.Swedish, "2026-11-22", 2023, 2026).Blocks)[0]
	want := []report.WheelSpan{{From: 0, To: 1.0 / 12}, {From: 11.0 / 12, To: 1}}
	if diff := cmp.Diff(want, wheel.Spans); diff != "" {
		t.Errorf("spans (-want +got):\n%s", diff)
	}
	if got := wheel.Legend[0].Text; got != "Årlig översyn, 2025-12-01–2026-01-31" {
		t.Errorf("legend %q", got)
	}
}

func TestPromptsOfTheStatusPaper(t *testing.T) {
	w := newSteering(t)
	for no, name := range map[string]string{"16": "Bredband", "": "Vård"} {
		w.entry(plan.ListAssignments, plan.ID(name), plan.Filled{
			plan.KeyNo: plan.Text(no), plan.KeyName: plan.Text(name), plan.KeyDescribed: plan.Day(w.day("2026-10-02")),
		})
	}
	doc := w.paper(i18n.Swedish, "2026-11-22", 2023, 2026)
	columns := ofType[report.Columns](doc.Blocks)[0]
	var said []string
	for _, b := range columns.Right {
		switch b := b.(type) {
		case report.Heading:
			said = append(said, b.Text)
		case report.Paragraph:
			said = append(said, "- "+b.Text.String())
		}
	}
	got := strings.Join(said, "\n")
	for _, want := range []string{
		"Att åtgärda\nMandatperiod saknas\n- 2023–2026, den sista slutar 2026-12-31\nVerksamhetsprogram saknas för perioden\n- 2023–2026, börjar 2023-01-01\nKommunikationsplan saknas\n",
		"- Uppdrag 16, Bredband, beskriven 2026-10-02", "- Vård, beskriven 2026-10-02",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if n := len(review.Prompts(w.r, w.day("2026-11-22"))); strings.Count(got, "\n- ") != n {
		t.Errorf("%d prompts in\n%s", n, got)
	}
}
