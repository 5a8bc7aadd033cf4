package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// canDo are the labels of the items that can be chosen.
func canDo(items []kit.MenuItem) []string {
	var out []string
	for _, i := range items {
		if i.Run != nil && !i.Off {
			out = append(out, i.Label)
		}
	}
	return out
}

// lineFor is the line of a document in the list of its room.
func lineFor(t *testing.T, a *App, in room, id plan.ID) (*documentsView, int) {
	t.Helper()
	a.open(place{room: in})
	v := a.front.(*documentsView)
	i := slices.IndexFunc(v.rows.rows, func(r documentRow) bool { return r.line != nil && r.line.document == id })
	if i < 0 {
		t.Fatalf("%s is not listed", id)
	}
	return v, i
}

func TestTheMenuOfADocumentOffersWhatCanBeDone(t *testing.T) {
	a := window(t)
	a.openExample()
	v, row := lineFor(t, a, roomSteering, "doc-strategi")
	items := v.rowItems(v.rows.rows[row].line)
	want := []string{
		"Öppna", "Exportera som pdf …", "Lämna över dokumentet …", "Registrera översyn …", "Registrera beslut …",
		"Kopiera till nästa period eller uppdrag …",
	}
	if d := cmp.Diff(want, canDo(items)); d != "" {
		t.Errorf("the adopted strategy: %s", d)
	}
	v.rowMenu(row, fyne.NewPos(500, 200))
	picture(t, a, "row-menu-documents")
	closeDialogs(a)
	items[0].Run()
	if a.at.document != "doc-strategi" {
		t.Errorf("%q opens", a.at.document)
	}

	d := empty(t, a, plan.AssignmentPlan)
	v, row = lineFor(t, a, roomOf(d.Kind), d.ID)
	items = v.rowItems(v.rows.rows[row].line)
	if can := canDo(items); slices.Contains(can, "Registrera översyn …") || can[len(can)-1] != "Ta bort dokumentet …" {
		t.Errorf("a draft: %q", can)
	}
	items[len(items)-2].Run()
	if a.window.Canvas().Overlays().Top() == nil {
		t.Error("a copy is not asked about")
	}
	closeDialogs(a)
	items[len(items)-1].Run()
	picture(t, a, "row-menu-remove")
	a.desk.remove(d.ID)
	if _, is := a.desk.register().Document(d.ID); is {
		t.Error("it is still there")
	}
}
