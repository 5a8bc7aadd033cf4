package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

func TestTheMatrixIsBuiltFromTheMembers(t *testing.T) {
	a := window(t)
	a.openExample()
	own := rowsNamed(plan.Filled{plan.KeySegment: plan.Text("50000-100000"), plan.KeyAdaptation: plan.Text("Redaktionsråd")})
	v := draft(t, a, plan.PeriodPlan, plan.KeyAdaptation, plan.NewContent(plan.Filled{plan.KeyAdaptations: plan.Rows(own...)}))
	e := newAdaptationEditor(v.form, plan.PathTo(plan.KeyAdaptations))
	e.show()
	e.addSegments()
	segments := a.desk.register().Segments()
	rows := v.about.Content.Get(plan.KeyAdaptations).Rows()
	if len(segments) < 2 || covered(rows, segments) != len(segments) {
		t.Fatalf("%d rows for the %d segments of the example", len(rows), len(segments))
	}
	picture(t, a, "special-adaptation")
	if err := a.file.Undo(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(1, v.about.Content.Get(plan.KeyAdaptations).Len()); diff != "" {
		t.Errorf("rows after one undo (-want +got):\n%s", diff)
	}
}

func TestACellOfTheMatrixIsWritten(t *testing.T) {
	a := window(t)
	a.openExample()
	own := rowsNamed(plan.Filled{plan.KeySegment: plan.Text("under-15000")})
	v := draft(t, a, plan.PeriodPlan, plan.KeyAdaptation, plan.NewContent(plan.Filled{plan.KeyAdaptations: plan.Rows(own...)}))
	p := plan.PathTo(plan.KeyAdaptations).In("a", plan.KeyCondition)
	c := a.window.Canvas()
	c.Unfocus()
	for range 200 {
		c.FocusNext()
		if f := c.Focused(); f != nil && isMultiline(f) {
			break
		}
	}
	c.FocusNext() // from the first cell to the second
	for _, r := range "Saknar" {
		c.Focused().TypedRune(r)
	}
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := v.about.Content.At(p).Text(); got != "Saknar" {
		t.Errorf("after Return the cell says %q", got)
	}
	for _, r := range " enhet" {
		c.Focused().TypedRune(r)
	}
	c.FocusNext()
	if got := v.about.Content.At(p).Text(); got != "Saknar enhet" {
		t.Errorf("the cell says %q", got)
	}
}

// isMultiline tells a text that wraps from other controls.
func isMultiline(f fyne.Focusable) bool {
	_, ok := f.(interface{ SelectedText() string })
	return ok
}

func TestHowASegmentIsHeaded(t *testing.T) {
	a := window(t)
	a.openExample()
	f := newForm(a.desk, newRecord(a.desk, "period-plan", nil, plan.Content{}))
	segments := []plan.Segment{{Class: "under-15000", Members: []string{"Ale", "Bro"}, Inhabitants: plan.Int(12345)}}
	for class, want := range map[string]segmentLine{
		"under-15000": {"Namn", "2 kommuner\n12\u00a0345 invånare", "Ale, Bro"},
		"over-100000": {"Namn", "Inga medlemmar i registret", ""},
		"":            {"Namn", "Välj storlek i tabellen", ""},
	} {
		if diff := cmp.Diff(want, segmentLineOf(f, class, "Namn", segments), cmp.AllowUnexported(segmentLine{})); diff != "" {
			t.Errorf("%q (-want +got):\n%s", class, diff)
		}
	}
}

func riskRows() []plan.Row {
	one := func(name string, likelihood, consequence int64) plan.Filled {
		return plan.Filled{plan.KeyRisk: plan.Text(name), plan.KeyLikelihood: plan.Num(plan.Int(likelihood)), plan.KeyConsequence: plan.Num(plan.Int(consequence))}
	}
	return rowsNamed(one("Fel uppgifter sprids", 4, 5), one("Budskapet uppfattas som valrörelse", 3, 3),
		plan.Filled{plan.KeyRisk: plan.Text("Översättningar blir sena")}, one("Webbplatsen ligger nere", 4, 5))
}

func TestTheRisksOfACell(t *testing.T) {
	a := window(t)
	a.openExample()
	v := draft(t, a, plan.PeriodPlan, plan.KeyRisks, plan.NewContent(plan.Filled{plan.KeyRisks: plan.Rows(riskRows()...)}))
	x, _ := plan.FieldIn(plan.FieldsOf(plan.PeriodPlan), plan.KeyRisks)
	lines := riskLinesOf(v.form, x, riskRows())
	var got []int
	for _, l := range inCell(lines, 5, 4) {
		got = append(got, l.number, l.value())
	}
	if diff := cmp.Diff([]int{1, 20, 4, 20}, got); diff != "" {
		t.Errorf("risks (-want +got):\n%s", diff)
	}
	if n := len(inCell(lines, 4, 5)); n != 0 {
		t.Errorf("%d risks where there is none", n)
	}
	e := newRiskEditor(v.form, x, plan.PathTo(plan.KeyRisks))
	e.show()
	e.choose(5, 4)
	if got := e.title.Text(); got != "Sannolikhet 4, konsekvens 5, riskvärde 20: 2 risker" {
		t.Errorf("the cell is called %q", got)
	}
	reach[*kit.Heat](t, a)
	typeKeys(a, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyDown, fyne.KeySpace)
	picture(t, a, "special-risks")
}

func TestTheWordsOfARisk(t *testing.T) {
	a := window(t)
	a.openExample()
	f := newForm(a.desk, newRecord(a.desk, "period-plan", nil, plan.Content{}))
	for value, want := range map[int]string{0: "Inte bedömd", 4: "4 Låg", 9: "9 Måttlig", 12: "12 Hög", 25: "25 Mycket hög"} {
		s := riskState(f, value)
		got := s.Word
		if s.Detail != "" {
			got += " " + s.Detail
		}
		if got != want {
			t.Errorf("a risk of %d is %q, want %q", value, got, want)
		}
	}
}
