package ui

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
)

func proofRow(id, text string) plan.Row {
	return plan.Row{ID: plan.ID(id), Cells: plan.NewContent(plan.Filled{plan.KeyProof: plan.Text(text)})}
}

func houseContent() plan.Content {
	return plan.NewContent(plan.Filled{
		plan.KeyMainMessage: plan.Text("Vården kommer närmare: du vet vem du ska kontakta och får hjälp i tid."),
		"pillars": plan.Rows(rowsNamed(
			plan.Filled{"pillar": plan.Text("En väg in, dygnet runt"), "proofs": plan.Rows(proofRow("1", "11 kommuner har anslutit sig, mars 2026"), proofRow("2", "74 % har fast kontakt"))},
			plan.Filled{"pillar": plan.Text("Ett team som känner dig")},
			plan.Filled{"pillar": plan.Text("Hjälp innan det blir akut"), "proofs": plan.Rows(proofRow("3", " "))},
		)...),
	})
}

func TestThePillarsOfTheHouse(t *testing.T) {
	p := plan.PathTo("pillars")
	keys, ok := houseKeysOf("pillars")
	if !ok {
		t.Fatal("no house")
	}
	got := pillarsOf(keys, p, houseContent().At(p).Rows())
	proof := func(row, id plan.ID) plan.Path { return p.In(row, "proofs").In(id, plan.KeyProof) }
	want := []pillar{
		{"a", p.In("a", "pillar"), []plan.Path{proof("a", "1"), proof("a", "2")}, false},
		{"b", p.In("b", "pillar"), nil, true},
		{"c", p.In("c", "pillar"), []plan.Path{proof("c", "3")}, true},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(pillar{})); diff != "" {
		t.Errorf("pillars (-want +got):\n%s", diff)
	}
	keys, _ = houseKeysOf("supporting-messages")
	p = plan.PathTo("supporting-messages")
	got = pillarsOf(keys, p, rowsNamed(plan.Filled{"message": plan.Text("M")}, plan.Filled{plan.KeyProof: plan.Text("Bevis")}))
	want = []pillar{{"a", p.In("a", "message"), []plan.Path{p.In("a", plan.KeyProof)}, true}, {"b", p.In("b", "message"), []plan.Path{p.In("b", plan.KeyProof)}, false}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(pillar{})); diff != "" {
		t.Errorf("supporting messages (-want +got):\n%s", diff)
	}
}

// houseOf returns the editor of a draft's house, as it stands in the window.
func houseOf(t *testing.T, a *App, kind plan.DocumentKind, list plan.Key, c plan.Content) (*documentView, *houseEditor) {
	t.Helper()
	v := draft(t, a, kind, "messages", c)
	x, _ := plan.FieldIn(plan.FieldsOf(kind), list)
	e := newHouseEditor(v.form, x, plan.PathTo(list))
	v.held[string(v.version)+"/"+string(list)] = &special{object: e.object, show: e.show}
	v.showAll()
	return v, e
}

func TestTheHouseIsBuiltAndTornDown(t *testing.T) {
	a := window(t)
	a.openExample()
	v, e := houseOf(t, a, plan.AssignmentPlan, "pillars", houseContent())
	picture(t, a, "special-house")
	e.addPillar()
	rows := v.about.Content.Get("pillars").Rows()
	if len(rows) != 4 || e.add.Visible() {
		t.Fatalf("%d pillars; a fifth is offered: %v", len(rows), e.add.Visible())
	}
	for _, r := range "Trygghet" {
		a.window.Canvas().Focused().TypedRune(r)
	}
	e.addProof(rows[3].ID) // which leaves the text
	for _, r := range "Mätning 2026" {
		a.window.Canvas().Focused().TypedRune(r)
	}
	a.window.Canvas().Unfocus()
	last := v.about.Content.Get("pillars").Rows()[3].Cells
	if last.Text("pillar") != "Trygghet" || last.Get("proofs").Rows()[0].Cells.Text(plan.KeyProof) != "Mätning 2026" {
		t.Errorf("the new pillar is %v", last)
	}
	e.removeRow(plan.PathTo("pillars").In("a", "proofs").AtRow("1"))
	e.removeRow(plan.PathTo("pillars").AtRow("b"))
	if n, m := v.about.Content.Get("pillars").Len(), v.about.Content.At(plan.PathTo("pillars").In("a", "proofs")).Len(); n != 3 || m != 1 {
		t.Errorf("%d pillars, %d proofs of the first", n, m)
	}
	if err := a.file.Undo(); err != nil {
		t.Fatal(err)
	}
	if n := v.about.Content.Get("pillars").Len(); n != 4 {
		t.Errorf("%d pillars after undo", n)
	}
}

func TestTheRoofIsTheMainMessage(t *testing.T) {
	a := window(t)
	a.openExample()
	v, e := houseOf(t, a, plan.PeriodPlan, "supporting-messages", plan.Content{})
	if e.keys.proofs != "" || e.roof.CountText() != "0 av 25 ord" {
		t.Errorf("the roof counts %q", e.roof.CountText())
	}
	e.roof.Focus()
	for _, r := range "Dialog först" {
		a.window.Canvas().Focused().TypedRune(r)
	}
	a.window.Canvas().Unfocus()
	if got := v.about.Content.Text(plan.KeyMainMessage); got != "Dialog först" {
		t.Errorf("the main message is %q", got)
	}
	if e.roof.CountText() != "2 av 25 ord" {
		t.Errorf("the roof counts %q", e.roof.CountText())
	}
	fields := plan.FieldsOf(plan.PeriodPlan)
	main, _ := plan.FieldIn(fields, plan.KeyMainMessage)
	if !inHouse(main, fields) || inHouse(main, []plan.Field{main}) {
		t.Error("the main message stands in the house where there is one, and only there")
	}
}
