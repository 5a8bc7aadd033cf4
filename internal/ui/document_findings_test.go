package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/plan"
)

// What is to be mended is counted by its weight, folded where the person wants the room,
// and stays so in the next document.
func TestFindingsAreCountedAndFolded(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomPlans, document: "doc-naravard", section: "purpose"})
	v := a.document()
	model := documentModelOf(a.words, v.about)
	if got := model.findingsWords(a.words); got != "1 fel, 4 varningar" {
		t.Errorf("they are counted as %q", got)
	}
	if !v.findings.Open() || !v.lower.Visible() {
		t.Fatal("they are not listed at first")
	}
	room := v.body.Size().Height
	a.window.Canvas().Focus(v.findings.Stop())
	a.press(fyne.KeySpace)
	if v.findings.Open() || v.body.Size().Height <= room {
		t.Errorf("folded: open %v, the form was %v high and is %v", v.findings.Open(), room, v.body.Size().Height)
	}
	parts := v.parts()
	if last := parts[len(parts)-1]; len(last.Stops) != 1 || last.Stops[0].On != v.findings.Stop() {
		t.Errorf("while they are folded F6 stops at %v", last.Stops)
	}
	picture(t, a, "findings-folded")
	a.open(place{room: roomPlans, document: "doc-kompetens"})
	if w := a.document(); w == v || w.findings.Open() {
		t.Error("they are listed in the next document")
	}
	a.open(place{room: roomPlans, document: "doc-naravard"})
	v = a.document()
	test.Tap(v.findings.Stop().(fyne.Tappable))
	if !v.findings.Open() || !a.prefs.findings() {
		t.Error("they do not come back")
	}
}

// Where there is nothing to mend the head says so, and a version that cannot be changed
// says nothing.
func TestNothingIsToBeMended(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomSteering, document: "doc-webbpolicy"})
	v := a.document()
	if !v.locked() || len(v.found) > 0 || v.lower.Visible() {
		t.Errorf("an adopted policy, locked %v, has %d findings, in sight %v", v.locked(), len(v.found), v.lower.Visible())
	}
	if got := (documentModel{}).findingsWords(a.words); got != "Inget att rätta" {
		t.Errorf("nothing is told as %q", got)
	}
	last := v.parts()[2]
	if len(last.Stops) > 0 {
		t.Errorf("F6 stops at %v", last.Stops)
	}
}

// A section leads to those beside it, and the first and the last to one only.
func TestASectionLeadsToThoseBesideIt(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomPlans, document: "doc-naravard", section: "details"})
	v := a.document()
	arrows := func() []fyne.Tappable {
		var out []fyne.Tappable
		head, _ := v.sectionHead(plan.SectionsOf(v.about.Document.Kind, false)[v.sectionAt()]).(*fyne.Container)
		for _, o := range head.Objects[1:] {
			b, _ := o.(fyne.Tappable)
			out = append(out, b)
		}
		return out
	}
	if up, ok := arrows()[0].(fyne.Disableable); !ok || !up.Disabled() {
		t.Error("there is something before the first")
	}
	test.Tap(arrows()[1])
	test.Tap(arrows()[1])
	test.Tap(arrows()[0])
	if v.section != "one-page" {
		t.Errorf("it leads to %s", v.section)
	}
}

// A version that becomes locked with nothing to mend no longer says so.
func TestWhatIsLockedSaysNothingOfNothing(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomSteering, document: "doc-webbpolicy"})
	v := a.document()
	v.newVersion()
	v = a.document()
	if v.locked() || !v.lower.Visible() {
		t.Fatalf("the draft is locked %v, its findings are in sight %v", v.locked(), v.lower.Visible())
	}
	if len(v.found) > 0 {
		t.Fatalf("the draft lacks %v", v.found)
	}
	v.becomeReady()
	if v = a.document(); !v.locked() || v.lower.Visible() {
		t.Errorf("the version is locked %v, its findings are in sight %v", v.locked(), v.lower.Visible())
	}
}
