package ui

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// related is a register with a strategy, a programme, a plan and two policies,
// by kind, the second policy under "policy-2".
func related(t *testing.T) (plan.Register, map[string]plan.Document) {
	t.Helper()
	var r plan.Register
	docs := map[string]plan.Document{}
	for _, x := range []struct {
		name, title string
		kind        plan.DocumentKind
	}{
		{"strategy", "Strategi", plan.Strategy},
		{"programme", "Program", plan.Programme},
		{"plan", "Plan", plan.PeriodPlan},
		{"policy", "Öppna data", plan.Policy},
		{"policy-2", "Arkivpolicy", plan.Policy},
	} {
		e, d := plan.NewDocument(x.kind, false, plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text(x.title)}), exampleDay())
		r = r.Apply(e)
		docs[x.name], _ = r.Document(d.ID)
	}
	for _, x := range []struct {
		k        plan.RelationKind
		from, to string
	}{{plan.Governs, "strategy", "policy"}, {plan.Governs, "strategy", "policy-2"}, {plan.GroundFor, "programme", "strategy"}} {
		e, err := r.Relate(plan.Relation{Kind: x.k, From: docs[x.from].ID, To: docs[x.to].ID})
		if err != nil {
			t.Fatal(err)
		}
		r = r.Apply(e)
	}
	return r, docs
}

func TestTheRelationsOfADocument(t *testing.T) {
	r, docs := related(t)
	for name, want := range map[string][]string{
		"strategy":  {"Grundas på Program", "Styr Arkivpolicy", "Styr Öppna data"},
		"policy":    {"Styrs av Strategi"},
		"programme": {"Är grund för Strategi"},
		"plan":      nil,
	} {
		var got []string
		for _, l := range relationLines(swedish(t), r, docs[name].ID) {
			got = append(got, l.words+" "+l.title)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestWhatADocumentCanBeRelatedTo(t *testing.T) {
	p := swedish(t)
	r, docs := related(t)
	labels := func(cs []kit.Choice) []string {
		var out []string
		for _, c := range cs {
			out = append(out, c.Label)
		}
		return out
	}
	for name, want := range map[string][]string{
		"programme": {"Är grund för", "Innehåller", "Beskrivs i", "Ersätts av", "Ersätter"},
		"policy":    {"Styrs av", "Knyts till", "Beskrivs i", "Ersätts av", "Ersätter"},
	} {
		if d := cmp.Diff(want, labels(relationOffers(p, docs[name].Kind))); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
	for code, want := range map[string][]string{
		"governs":       {"Plan"}, // the policies are governed already
		"<ground-for":   nil,
		"":              nil,
		"<tied-to":      {"Arkivpolicy", "Öppna data"},
		"supersedes":    nil,
		"<describes":    nil,
		"elaborated-in": nil,
	} {
		if d := cmp.Diff(want, labels(relatable(p, r, docs["strategy"], code))); d != "" {
			t.Errorf("%q: %s", code, d)
		}
	}
}

// A relation is added and removed in one step each, also of an adopted document.
func TestRelatingInTheWindow(t *testing.T) {
	a := window(t)
	a.openExample()
	r := a.desk.register()
	var strategy plan.Document
	for _, d := range r.Documents() {
		if d.Kind == plan.Strategy && r.ForceOf(d.ID).On(a.desk.today()) {
			strategy = d
		}
	}
	a.open(place{room: roomSteering, document: strategy.ID, section: "related-documents"})
	picture(t, a, "relations")
	v := a.front.(*documentView)
	lines := relationLines(a.words, r, strategy.ID)
	v.unrelate(lines[0])
	if slices.Contains(a.desk.register().Relations(), lines[0].relation) {
		t.Fatal("the relation stays")
	}
	v.relate(lines[0].relation)
	if !slices.Contains(a.desk.register().Relations(), lines[0].relation) {
		t.Fatal("the relation is not added")
	}
	a.undo()
	a.undo()
	if d := cmp.Diff(lines, relationLines(a.words, a.desk.register(), strategy.ID), cmp.AllowUnexported(relationLine{})); d != "" {
		t.Errorf("two steps do not take it back: %s", d)
	}
	a.switchTheme()
	a.open(place{room: roomSteering, document: strategy.ID, section: "related-documents"})
	picture(t, a, "relations-dark")
}

// The plan that a programme lacks is begun inside it.
func TestAProgrammeGetsItsPlan(t *testing.T) {
	a := window(t)
	a.openExample()
	r := a.desk.register()
	period := r.Periods()[len(r.Periods())-1]
	e, d := plan.NewDocument(plan.Programme, false, plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text("Program"), plan.KeyPeriod: plan.Ref(period.ID)}), a.now())
	if !a.desk.do(editor.Op{Key: "op.new-document", Args: map[string]string{"title": "Program"}}, e, nil) {
		t.Fatal("no programme")
	}
	a.open(place{room: roomSteering, document: d.ID, section: "related-documents"})
	picture(t, a, "programme-without-plan")
	if a.front.(*documentView).missingInProgramme() == nil {
		t.Error("the lack is not told")
	}
	beginInProgramme(a.desk, d.ID)
	made := a.desk.register().Objects(d.ID, plan.Contains)
	if len(made) != 1 || a.at.document != made[0] {
		t.Fatalf("the programme contains %v, in front is %s", made, a.at.document)
	}
	doc, _ := a.desk.register().Document(made[0])
	if doc.Kind != plan.PeriodPlan || doc.Latest().Head.Period != period.ID {
		t.Errorf("%s of %s", doc.Kind, doc.Latest().Head.Period)
	}
	a.open(place{room: roomSteering, document: d.ID, section: "related-documents"})
	if a.front.(*documentView).missingInProgramme() != nil {
		t.Error("the lack is told though a draft is there")
	}
}
