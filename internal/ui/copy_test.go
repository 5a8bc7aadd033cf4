package ui

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

func TestAPlanIsCopiedAndPromotedFromTheWindow(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomPlans, document: "doc-plan-2023"})
	v := a.front.(*documentView)
	m := copyModelOf(a.words, v.about)
	if m.target != "period-2027" || m.title != "Kommunikationsplan 2027–2030" || m.moved != "Kommande datum flyttas 4 år." || !m.ready(m.title) {
		t.Fatalf("copy: %+v", m)
	}
	if same := m.to(a.words, v.about, "period-2023"); same.moved != "Datum flyttas inte: starten är densamma." || m.to(a.words, v.about, "period-2019").moved != "Kommande datum flyttas 4 år bakåt." || m.ready("") || m.to(a.words, v.about, "").ready("x") {
		t.Errorf("copy to the same period: %+v", same)
	}
	a.desk.askCopy(v.about)
	picture(t, a, "copy-dialog")
	a.window.Canvas().Overlays().Remove(a.window.Canvas().Overlays().Top())
	before := v.hash(t)
	if !a.desk.copyTo(v.about, m.target, m.title) {
		t.Fatal("no copy")
	}
	copied := a.front.(*documentView)
	if copied.id == v.id || copied.about.Version.Head.Period != "period-2027" || v.hash(t) != before {
		t.Error("the copy is not in front, or the original has changed")
	}
	if err := a.file.Undo(); err != nil {
		t.Fatal(err)
	}
	if _, ok := a.desk.register().Document(copied.id); ok {
		t.Error("one undo does not take the copy back")
	}

	a, q := drafted(t, true)
	if !q.promotable() {
		t.Fatal("a quick plan cannot be promoted")
	}
	content := q.hash(t)
	q.promote()
	if q.about.Document.Quick || q.promotable() || q.hash(t) != content {
		t.Error("the plan is quick still, or has changed")
	}
	if err := a.file.Undo(); err != nil || !q.about.Document.Quick {
		t.Error("one undo does not make it quick again")
	}
}

func TestACopyForAnotherAssignmentTellsHowFarDaysMove(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomPlans, document: "doc-naravard", section: "details"})
	v := a.front.(*documentView)
	if m := copyModelOf(a.words, v.about); m.target != "" || m.ready("x") || m.key() != plan.KeyAssignment || len(m.targets) < 2 {
		t.Fatalf("copy: %+v", m)
	}
	a.desk.askCopy(v.about)
	var choose *kit.Select
	for _, o := range test.LaidOutObjects(a.window.Canvas().Overlays().Top()) {
		if s, ok := o.(*kit.Select); ok {
			choose = s
		}
	}
	if choose == nil {
		t.Fatal("the dialog asks for no assignment")
	}
	choose.TypedRune('K')
	if choose.Value() != "assignment-kompetens" {
		t.Fatalf("the choice is %q", choose.Value())
	}
	picture(t, a, "copy-assignment")
}
