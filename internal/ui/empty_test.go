package ui

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// shownOf are the visible objects of one kind in o.
func shownOf[T fyne.CanvasObject](o fyne.CanvasObject) []T {
	if o == nil || !o.Visible() {
		return nil
	}
	if x, ok := o.(T); ok {
		return []T{x}
	}
	var out []T
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			out = append(out, shownOf[T](c)...)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			out = append(out, shownOf[T](c)...)
		}
	}
	return out
}

// told is what the visible objects of one kind in o tell of themselves.
func told[T fyne.CanvasObject](o fyne.CanvasObject, of func(T) string) []string {
	var out []string
	for _, x := range shownOf[T](o) {
		out = append(out, of(x))
	}
	return out
}

// buttons are the labels of the buttons that are shown in o.
func buttons(o fyne.CanvasObject) []string { return told(o, (*kit.Button).Label) }

// What is empty has the one way to begin in its middle, and not a second one above.
func TestWhatIsEmptyHasAWayToBegin(t *testing.T) {
	a := window(t)
	a.createFile(filepath.Join(t.TempDir(), "tom"+extension), "Förbundet")
	once := func(to place, label string) {
		t.Helper()
		a.open(to)
		n := 0
		for _, s := range buttons(a.front.object()) {
			if s == label {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%+v has %q %d times: %q", to, label, n, buttons(a.front.object()))
		}
	}
	once(place{room: roomPlans}, "Ny plan …")
	once(place{room: roomSteering}, "Nytt dokument …")
	once(place{room: roomReviews}, "Öppna Styrdokument")
	once(place{room: roomPackets}, "Nya handlingar …")
	for _, l := range libraryLists() {
		once(place{room: roomLibrary, list: l}, "Lägg till")
	}
	empty(t, a, plan.PeriodPlan)
	once(place{room: roomPlans}, "Ny plan …")
}

// The activities of a plan have a worked one under the table until the first is
// written; a draft says how its reviews will come about.
func TestAnEmptyPlanShowsTheWay(t *testing.T) {
	a := window(t)
	doc := empty(t, a, plan.AssignmentPlan)
	a.open(place{room: roomPlans, document: doc.ID, section: plan.KeyActivities})
	v := a.document()
	shown := func() bool { return holdsText(boxes(v.object()), "Lunchmöte med kommundirektörerna") }
	if !shown() {
		t.Error("no activity is shown as an example")
	}
	if holdsText(boxes(v.object()), "34 kom") {
		t.Error("the example of a new activity tells its result")
	}
	c, err := v.about.Content.InsertRow(plan.PathTo(plan.KeyActivities), 0, plan.Row{ID: "a"})
	if err != nil {
		t.Fatal(err)
	}
	v.set(editor.Op{Key: "op.add-row"}, plan.PathTo(plan.KeyActivities), c.Get(plan.KeyActivities), false)
	if shown() {
		t.Error("the example stays beside an activity")
	}
	v.openSection("reviews")
	if v.dutiesShown() == nil || len(buttons(v.body)) > 0 {
		t.Errorf("a draft's reviews: %q", buttons(v.body))
	}
	a.openExample()
	a.open(place{room: roomSteering, document: "doc-webbpolicy", section: "reviews"})
	if got := a.document().dutiesShown(); len(got) != 1 {
		t.Errorf("%v", got)
	}
	picture(t, a, "document-reviews")
}
