package ui

import (
	"slices"
	"strings"
	"testing"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
)

// drafted opens the example with a new quick plan that elaborates the period
// plan, and returns its view.
func drafted(t *testing.T, quick bool) (*App, *documentView) {
	t.Helper()
	a := window(t)
	a.openExample()
	spec := newDocumentSpec{kind: plan.AssignmentPlan, title: "Klimatplan", target: "assignment-klimat", quick: quick}
	e, d := newDocumentEdit(a.desk.register(), spec, a.desk.today(), a.desk.now)
	if !a.desk.do(editor.Op{Key: "op.new-document", Args: map[string]string{"title": spec.title}}, e, nil) {
		t.Fatal("no document")
	}
	a.open(place{room: roomPlans, document: d.ID, section: plan.KeyAudiences})
	return a, a.front.(*documentView)
}

// hash is that of the version in front, as it is stored.
func (v *documentView) hash(t *testing.T) string {
	t.Helper()
	d, _ := v.desk.register().Document(v.id)
	ver, ok := d.Version(v.version)
	if !ok {
		t.Fatal("the version is gone")
	}
	return ver.Hash
}

func rename(t *testing.T, d *desk, id plan.ID, name string) {
	t.Helper()
	x, _ := d.register().Entry(plan.ListAudiences, id)
	e, err := d.register().SetEntry(plan.ListAudiences, id, x.Fields.With(plan.KeyName, plan.Text(name)))
	if !d.do(editor.Op{Key: "op.set-field", Args: map[string]string{"field": name}}, e, err) {
		t.Fatal(err)
	}
}

func (v *documentView) driftNow(t *testing.T, section plan.Key) []driftLine {
	t.Helper()
	list, err := v.desk.drift(v.about.Document, v.about.Content)
	if err != nil {
		t.Fatal(err)
	}
	return driftLines(v.desk.words, v.about, section, list)
}

func TestDriftIsSettledInOneStepEach(t *testing.T) {
	a, v := drafted(t, true)
	if n := len(v.driftNow(t, "")); n > 0 {
		t.Fatalf("%d differences in a new plan", n)
	}
	rename(t, a.desk, "audience-regering", "Sveriges regering")
	rename(t, a.desk, "audience-invanare", "Alla invånare")
	lines := v.driftNow(t, plan.KeyAudiences)
	if len(lines) != 2 || len(v.driftNow(t, plan.KeyGoals)) > 0 {
		t.Fatalf("%d differences among the audiences", len(lines))
	}
	list, _ := plan.FieldIn(plan.FieldsOf(plan.AssignmentPlan), plan.KeyAudiences)
	marked := newSheet(v.form, list, plan.PathTo(plan.KeyAudiences), true)
	if marked.Cell(0, string(plan.KeyName)).Symbol == nil || marked.Cell(0, string(plan.KeyNeeds)).Symbol != nil {
		t.Error("a row that was taken over bears no mark, or too many")
	}
	picture(t, a, "drift")
	i := slices.IndexFunc(lines, func(l driftLine) bool { return l.title == "Regeringen" })
	if i < 0 || lines[i].caption != "Målgrupper · hämtat från bibliotekets målgrupper" || lines[i].changes[0] != "Namn: ”Regeringen” har blivit ”Sveriges regering”." {
		t.Fatalf("lines: %+v", lines)
	}
	before := v.hash(t)
	v.settle(lines[i], true)
	if got := v.driftNow(t, ""); len(got) != 1 || got[0].title != "Invånare" {
		t.Errorf("after keeping: %+v", got)
	}
	v.settle(v.driftNow(t, "")[0], false)
	if got := v.driftNow(t, ""); len(got) > 0 || !strings.Contains(rowNames(v, plan.KeyAudiences), "Alla invånare") {
		t.Errorf("after updating: %+v, %s", got, rowNames(v, plan.KeyAudiences))
	}
	for range 2 {
		if err := a.file.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if v.hash(t) != before || len(v.driftNow(t, "")) != 2 {
		t.Error("two undos do not take back two answers")
	}
}

func rowNames(v *documentView, list plan.Key) string {
	var out []string
	for _, r := range v.about.Content.Get(list).Rows() {
		out = append(out, r.Cells.Text(plan.KeyName))
	}
	return strings.Join(out, ", ")
}

func TestTakingOverFromTheMenuOfOffers(t *testing.T) {
	a, v := drafted(t, false)
	v.openSection("messages")
	from, err := a.desk.sources(a.desk.register().Parents(v.id)...)
	if err != nil {
		t.Fatal(err)
	}
	sec, _ := plan.SectionWith(plan.AssignmentPlan, "pillars")
	lines := takenLines(a.words, v.about, sec, from)
	if len(lines) != 2 || lines[1].offers == 0 || lines[1].caption != "" {
		t.Fatalf("lines: %+v", lines)
	}
	picture(t, a, "take-before")
	groups := offerGroups(a.words, from, from.Offers(v.about.Document, v.about.Content, "pillars"))
	if len(groups) != 3 || groups[0].from != "Kommunikationsplan 2023–2026" || groups[2].from != "Bibliotekets budskap" {
		t.Fatalf("groups: %+v", groups)
	}
	v.askOffers(lines[1])
	picture(t, a, "take-dialog")
	a.window.Canvas().Overlays().Remove(a.window.Canvas().Overlays().Top())
	picker, rows := newOfferPicker(a.desk, false, groups)
	if len(rows) != len(groups)+len(picker.offers) || len(picker.chosen()) > 0 {
		t.Error("something is chosen from the start")
	}
	picker.boxes[0].SetChecked(true)
	picker.boxes[1].SetChecked(true)
	if !v.takeOver(lines[1], from, picker.chosen()) {
		t.Fatal("nothing is taken over")
	}
	if n := v.about.Content.Get("pillars").Len(); n != 2 {
		t.Errorf("%d pillars", n)
	}
	if got := takenLines(a.words, v.about, sec, from); got[1].caption != "Hämtat: 2 från Kommunikationsplan 2023–2026" {
		t.Errorf("the pillars come %q", got[1].caption)
	}
	picture(t, a, "take-after")
	row := v.about.Content.Get("pillars").Rows()[0].ID
	if s := rowOrigin(a.words, v.about, "pillars", row); s != "Hämtat från Kommunikationsplan 2023–2026" || rowOrigin(a.words, v.about, "pillars", "x") != "" {
		t.Errorf("the row comes %q", s)
	}
	v.openRow(plan.PathTo("pillars").AtRow(row))
	picture(t, a, "take-row")
	v.openSection("messages")
	a.switchTheme()
	picture(t, a, "take-after-dark")
	if err := a.file.Undo(); err != nil || !v.about.Content.Get("pillars").IsZero() {
		t.Error("one undo does not take them back")
	}
	one, _ := newOfferPicker(a.desk, true, groups)
	one.boxes[0].SetChecked(true)
	one.boxes[1].SetChecked(true)
	one.picked(1, true)
	if got := one.chosen(); len(got) != 1 || got[0].Name != one.offers[1].Name {
		t.Errorf("a text takes over %d", len(got))
	}
}

func TestTheLibraryNamesThePlansConcerned(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomLibrary, list: plan.ListAudiences, entry: "audience-kso"})
	v := a.front.(*libraryView)
	if len(v.heirs.Objects) != 1 {
		t.Fatal("the library names no plan")
	}
	picture(t, a, "library-heirs")
	a.open(place{room: roomLibrary, list: plan.ListAudiences, entry: "audience-medarbetare"})
	if len(v.heirs.Objects) != 0 {
		t.Error("an audience that has not changed concerns a plan")
	}
	x, _ := a.desk.register().Entry(plan.ListAudiences, "audience-medarbetare")
	e, err := a.desk.register().SetEntry(plan.ListAudiences, x.ID, x.Fields.With(plan.KeyName, plan.Text("Anställda")))
	if !a.desk.do(editor.Op{Key: "op.set-field", Args: map[string]string{"field": "x"}, Field: "name"}, e, err) || len(v.heirs.Objects) != 1 {
		t.Error("a change in the library concerns nobody at once")
	}
}

func TestARemovedCoreAudienceIsShown(t *testing.T) {
	a, v := drafted(t, true)
	rows := v.about.Content.Get(plan.KeyAudiences).Rows()
	v.set(editor.Op{Key: "op.remove-row", Args: map[string]string{"list": "x"}}, plan.PathTo(plan.KeyAudiences), plan.Rows(rows[2:]...), false)
	f, _ := plan.FieldIn(plan.FieldsOf(plan.AssignmentPlan), plan.KeyAudiences)
	want := "Hämtat: 11 från bibliotekets målgrupper · borttaget: Kommunstyrelsens ordförande och Kommundirektörer"
	if s := takenWords(a.words, v.about, f); s != want {
		t.Errorf("the audiences say %q", s)
	}
}

func TestAFrozenPlanTellsDriftAndStays(t *testing.T) {
	a, v := drafted(t, true)
	rename(t, a.desk, "audience-regering", "Sveriges regering")
	stage, err := a.desk.register().SetStage(v.about.Document, v.about.Version, plan.StageReady, 0)
	if !a.desk.do(editor.Op{Key: "op.stage-ready", Args: map[string]string{"title": "x"}}, stage, err) {
		t.Fatal(err)
	}
	before := v.hash(t)
	card := v.driftCard(plan.KeyAudiences)
	if card == nil || !v.locked() {
		t.Fatal("a locked plan tells nothing")
	}
	v.settle(v.driftNow(t, "")[0], false)
	if v.hash(t) != before {
		t.Error("a locked plan has changed")
	}
	lines := heirLines(a.words, a.desk.register(), a.desk.today(), func(x plan.Place) bool { return x.Row == "audience-regering" }, func(d plan.Document) []plan.Difference {
		if d.ID != v.id {
			return nil
		}
		list, _ := a.desk.drift(v.about.Document, v.about.Content)
		return list
	})
	if n := a.desk.driftCount(v.about.Document); n != 1 {
		t.Errorf("a review is told of %d differences", n)
	}
	askReview(a.desk, v.id)
	picture(t, a, "drift-review")
	if len(lines) != 1 || lines[0].caption != "1 ändring att ta ställning till · berör nästa version" {
		t.Errorf("heirs: %+v", lines)
	}
}

func TestTheNextPlanOfTheExampleHasOneThingToSettle(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomPlans, document: "doc-naravard", section: "details"})
	v := a.front.(*documentView)
	picture(t, a, "drift-details")
	if lines := v.driftNow(t, ""); len(lines) != 1 || !strings.HasSuffix(lines[0].changes[0], "Här står ”Kommunledningar”.") {
		t.Fatalf("lines: %+v", lines)
	}
	v.openSection(plan.KeyAudiences)
	picture(t, a, "taken-audiences")
	a.switchTheme()
	picture(t, a, "taken-audiences-dark")
}

func TestLessonsAreOfferedAndAdded(t *testing.T) {
	a, v := drafted(t, false)
	r := a.desk.register()
	closed, _ := r.Document("doc-bredband")
	e, err := r.RecordEvaluation(r.SpeaksFor(closed, a.desk.today()), plan.Evaluation{
		By: "Test", Date: a.desk.today(), Report: "Klart", Keep: "Öppna möten i varje kommun", Stop: "Annonserna",
	}, a.desk.now())
	if !a.desk.do(editor.Op{Key: "op.follow-up", Args: map[string]string{"title": "x"}}, e, err) {
		t.Fatal(err)
	}
	v.openSection("background")
	from, err := a.desk.sources(r.Documents()[0].ID, "doc-bredband")
	if err != nil {
		t.Fatal(err)
	}
	from.Register = a.desk.register()
	lines := lessonLines(a.words, v.about, from.Lessons(v.about.Document, v.about.Content))
	if len(lines) != 1 || len(lines[0].parts) != 2 || lines[0].parts[1] != "Sluta: Annonserna" || !strings.Contains(lines[0].caption, "gemensamt: ") {
		t.Fatalf("lessons: %+v", lines)
	}
	picture(t, a, "lessons")
	v.addLesson(lines[0])
	if s := v.about.Content.Text(plan.KeyLessons); !strings.Contains(s, "**Behåll:** Öppna möten i varje kommun") {
		t.Errorf("the lessons are %q", s)
	}
	sec, _ := plan.SectionWith(plan.AssignmentPlan, plan.KeyLessons)
	if v.lessonCard(sec) != nil {
		t.Error("a lesson that was added is offered again")
	}
}
